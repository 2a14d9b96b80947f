/** What an envelope prints on a page, so that two pages can be compared with nothing but their envelopes told apart. */

/** Everything a page prints of its own release: the instant in each of its forms, and the digest in both of its forms. */
function printedEnvelope(page: string): readonly string[] {
  const instant = /"datePublished": "([^"]+)"/.exec(page)?.[1]
  const digest = /<dt>SHA-256<\/dt><dd><span class="digest">([0-9a-f ]+)<\/span>/.exec(page)?.[1]
  if (instant === undefined || digest === undefined) throw new Error('this is not the page of an article')
  const [, year = '', month = '', day = '', hour = '', minute = ''] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(instant) ?? []
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  const words = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(date)
  const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' }).format(date)
  const groups = digest.split(' ')
  const inShort = `${groups.slice(0, 3).join(' ')} … ${groups.slice(-3).join(' ')}`
  return [digest, inShort, instant, `${weekday} ${words}, ${hour}.${minute}`, `${words}, ${hour}.${minute}`]
}

/** The `page` as it would read under the envelope of `other`: those values put in place of its own, no other byte touched. */
export function underEnvelopeOf(other: string, page: string): string {
  const wanted = printedEnvelope(other)
  return printedEnvelope(page).reduce((text, value, index) => text.replaceAll(value, wanted[index] ?? ''), page)
}
