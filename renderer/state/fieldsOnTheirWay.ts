/** Details that were set and are not answered yet: what a draft is called changes with each, so whoever names it waits for them. */

const onTheirWay = new Map<string, Set<Promise<void>>>()

/** `sending` ends when the fields of `article` that it sends have been answered. */
export function sendFields(article: string, sending: Promise<void>): void {
  const all = onTheirWay.get(article) ?? new Set()
  onTheirWay.set(article, all.add(sending))
  void sending.finally(() => {
    all.delete(sending)
    if (all.size === 0 && onTheirWay.get(article) === all) onTheirWay.delete(article)
  })
}

/** Waits until every field of `article` that was set has been answered, taken or refused. */
export async function fieldsAnswered(article: string): Promise<void> {
  const sending = onTheirWay.get(article)
  if (sending) await Promise.allSettled(sending)
}

/** Of any article. */
export function anyFieldOnItsWay(): boolean {
  return onTheirWay.size > 0
}
