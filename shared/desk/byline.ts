/** Bylines: the public credit of an article, and who may use it. */
import { z } from 'zod'

export const bylineKinds = ['named', 'initials', 'penName', 'staff', 'none', 'issuer'] as const
export const BylineKind = z.enum(bylineKinds)
export type BylineKind = z.infer<typeof BylineKind>

export const Byline = z.object({
  kind: BylineKind,
  /** As printed; empty for `staff` (the house credit stands) and `none`. At most 120 characters. */
  text: z.string().max(120),
})
export type Byline = z.infer<typeof Byline>

/** Kinds whose text belongs to one person of the desk and is refused to all others. [BY5] */
export function isRegistered(kind: BylineKind): boolean {
  return kind === 'initials' || kind === 'penName'
}

/** The key under which initials and pen names are registered: case and spacing do not make another person. */
export function bylineKey(byline: Byline): string {
  return `${byline.kind}:${byline.text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s.]+/gu, '')}`
}

/** What the page prints, before "By". `staff` prints the house credit; `none` prints nothing. */
export function creditText(byline: Byline, houseCredit: string): string {
  if (byline.kind === 'staff') return houseCredit
  if (byline.kind === 'none') return ''
  return byline.text
}

/** Why this byline cannot stand, or undefined. */
export function bylineProblem(byline: Byline): string | undefined {
  const text = byline.text.trim()
  if (byline.kind === 'staff' || byline.kind === 'none') {
    return text === '' ? undefined : `A byline of kind ${byline.kind} has no text of its own.`
  }
  if (text === '') return 'This byline needs its text, as it should be printed.'
  if (byline.kind === 'initials' && !/^(\p{L}\.?[\s-]?){1,6}$/u.test(text)) {
    return 'Initials are one to six letters, with or without points, such as A. B.'
  }
  return undefined
}

/** Parses the command line's `KIND[:TEXT]`, such as `staff` or `initials:A. B.`; undefined when the kind is unknown. */
export function parseByline(written: string): Byline | undefined {
  const colon = written.indexOf(':')
  const kind = BylineKind.safeParse(colon < 0 ? written : written.slice(0, colon))
  if (!kind.success) return undefined
  return { kind: kind.data, text: colon < 0 ? '' : written.slice(colon + 1).trim() }
}
