/** Whether two sites' pages say the same: a peer that printed less would be no peer. */
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Throws with the first difference between the short addresses, and the articles they lead to, of these numbers. */
export function samePages(ours: string, theirs: string, numbers: readonly number[]): void {
  for (const number of numbers) {
    const pointer = path.join('n', String(number), 'index.html')
    const [, to = ''] = /url=([^"]+)"/u.exec(readFileSync(path.join(ours, pointer), 'utf8')) ?? []
    for (const page of [pointer, path.join('n', String(number), to, 'index.html')])
      same(page, plain(readFileSync(path.join(ours, page), 'utf8')), plain(readFileSync(path.join(theirs, page), 'utf8')))
  }
}

function same(page: string, ours: string, theirs: string): void {
  if (ours === theirs) return
  let at = 0
  while (ours[at] === theirs[at]) at += 1
  const around = (text: string) => text.slice(Math.max(0, at - 100), at + 200)
  throw new Error(`the peer’s page ${page} is not ours:\n${around(ours)}\n${around(theirs)}`)
}

/** Without space between tags, which nobody sees, the order of names in JSON, and the digests' own digits: the peer's are invented. */
function plain(html: string): string {
  return html
    .replaceAll(/(<script[^>]*>)([\s\S]*?)<\/script>/gu, (_found, tag: string, json: string) => tag + sorted(JSON.parse(json)))
    .replaceAll(/\s*\n\s*/gu, '')
    .replaceAll(/\s+(?=<)|(?<=>)\s+/gu, '')
    .replaceAll(/[0-9a-f]{4}(?: [0-9a-f]{4})+/gu, (digits) => digits.replaceAll(/\w/gu, '0'))
    .replaceAll('&#43;', '+')
    .replaceAll('&#34;', '&quot;')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&#39;', "'")
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}
