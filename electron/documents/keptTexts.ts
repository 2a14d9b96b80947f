/** What was kept of an article beside its text as it stands, each piece with a name that the index knows it by. */
import { type ArticleState, currentEdition } from '../../shared/desk/article.ts'
import { creditText } from '../../shared/desk/byline.ts'
import type { KeptPlace } from '../../shared/desk/keptPlace.ts'
import { type CorrectionNote, readVersion, type Version } from '../../shared/desk/version.ts'
import { hashOf } from '../../shared/canonical.ts'
import { blocksText, inlineText } from '../../shared/document/text.ts'
import { joinedText } from '../database/kept.ts'

export interface KeptText {
  /** Unique within the article; what is called the same has the same words for ever. */
  readonly name: string
  readonly place: KeptPlace
  /** Undefined: its bytes are not on this computer. */
  readonly words: (read: ReadBytes) => string | undefined
}

export type ReadBytes = (hash: string) => Uint8Array | undefined

/** House wording that a version's words are completed by. */
export interface House {
  readonly houseCredit: string
}

/** Every piece, in no order; nothing is read before its words are asked for. */
export function keptTexts(article: ArticleState, house: House): readonly KeptText[] {
  return [...versions(article, house), ...acts(article), ...notes(article), ...proposal(article)]
}

/** Texts of versions have the version's name; every other name has a space in it. */
export function isVersion(name: string): boolean {
  return !name.includes(' ')
}

/** True where there may be any: of most drafts nothing was kept yet. */
export function hasKept({ versions: kept, history, editions, fields }: ArticleState): boolean {
  return kept.length > 0 || history.length > 0 || editions.length > 1 || fields.correctionNotes.length > 0 || fields.changeNote !== ''
}

function versions({ versions: kept, editions }: ArticleState, { houseCredit }: House): readonly KeptText[] {
  const printed = new Map(
    editions.flatMap(({ n, publication }) => (publication ? [[publication.version, { edition: n, at: publication.at }] as const] : [])),
  )
  const numbered = kept
    .filter(({ hash }) => !printed.has(hash))
    .map(({ hash, n, label, at }) => ({ hash, label, place: { kind: 'version', n, label, version: hash, at } as const }))
  const published = [...printed].map(([hash, { edition, at }]) => ({
    hash,
    label: kept.find((version) => version.hash === hash)?.label ?? '',
    place: { kind: 'edition', edition, version: hash, at } as const,
  }))
  return [...numbered, ...published].map(({ hash, label, place }) => ({
    name: hash,
    place,
    words: (read) => {
      const version = versionFrom(read, hash)
      return version && [joinedText(searchedParts(version, houseCredit)), ...(label === '' ? [] : [label])].join('\n\n')
    },
  }))
}

function searchedParts({ headline, standfirst, body, byline }: Version, houseCredit: string) {
  return {
    headline: inlineText(headline),
    standfirst: inlineText(standfirst),
    body: blocksText(body),
    byline: creditText(byline, houseCredit),
  }
}

function acts({ history }: ArticleState): readonly KeptText[] {
  // What bringing back a version says of itself is its number.
  return history
    .filter(({ act, note }) => note !== '' && act !== 'restore')
    .map(({ act, seq, at, note }) => ({ name: `act ${seq}`, place: { kind: 'act', act, seq, at }, words: () => note }))
}

/** Of the edition in hand as the desk has them, with what is not to be repeated to readers; of earlier ones as they were printed. */
function notes(article: ArticleState): readonly KeptText[] {
  const { fields, editions, lastAt } = article
  const { n, publication } = currentEdition(article)
  const own = wordsOfNotes(fields.correctionNotes, fields.changeNote)
  const inHand: KeptText = {
    name: `notes ${n} ${hashOf('', new TextEncoder().encode(own)).slice(0, 16)}`,
    place: { kind: 'correction', edition: n, isPublished: publication !== undefined, at: publication?.at ?? lastAt },
    words: () => own,
  }
  const printed = editions.flatMap(({ n: edition, kind, publication: out }): readonly KeptText[] => {
    if (!out || edition === 1) return []
    const isNotice = kind === 'withdrawal' || kind === 'retraction' || kind === 'takedown'
    if (edition === n && !isNotice) return []
    return [
      {
        name: `notes ${edition}`,
        place: isNotice ? { kind: 'notice', edition, at: out.at } : { kind: 'correction', edition, isPublished: true, at: out.at },
        words: (read) => {
          const version = versionFrom(read, out.version)
          return version && wordsOfNotes(version.correctionNotes, version.changeNote)
        },
      },
    ]
  })
  return own === '' ? printed : [inHand, ...printed]
}

function wordsOfNotes(correctionNotes: readonly CorrectionNote[], changeNote: string): string {
  return [...correctionNotes.flatMap(({ wrote, shouldSay, note }) => [wrote, shouldSay, note]), changeNote]
    .filter((part) => part !== '')
    .join('\n\n')
}

function proposal({ proposal: proposed }: ArticleState): readonly KeptText[] {
  if (!proposed) return []
  return [{ name: `proposal ${proposed.at}`, place: { kind: 'proposal', at: proposed.at }, words: () => proposed.notice }]
}

function versionFrom(read: ReadBytes, hash: string): Version | undefined {
  const bytes = read(hash)
  return bytes && readVersion(bytes, hash)
}
