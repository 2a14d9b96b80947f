/** A fault as a log may hold it: its kind and its place in the program, and no words, which may be those of an article. [SE12] */

/** `TypeError: at save (…/articles.ts:12:3)`. The message is left out, however many lines it has. */
export function faultPlace(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const place = error.stack?.slice(error.stack.indexOf(error.message) + error.message.length).match(/^ {4}at .*$/mu)?.[0]
  return `${error.name}: ${place?.trim() ?? 'somewhere'}`
}
