/** The draft of an article as it stands: its version's bytes and name, and what it still needs. Workstation and hub agree by this. */
import type { Hash } from '../canonical.ts'
import { cleanDocument } from '../document/clean.ts'
import { compareDocuments } from '../document/compare.ts'
import { largerChange } from '../document/small.ts'
import type { Reading } from '../document/read.ts'
import { blocksText, inlineText } from '../document/text.ts'
import type { Problem } from '../result.ts'
import { type ArticleState, currentEdition } from './article.ts'
import type { DeskState } from './desk.ts'
import { missingParts } from './missing.ts'
import { type Version, versionBytes, versionHash, versionOf } from './version.ts'

export interface DraftVersion {
  readonly version: Version
  readonly bytes: Uint8Array
  readonly hash: Hash
  readonly missing: readonly Problem[]
  /** Plain text. */
  readonly headline: string
}

/** `isSlugTaken`: see `missingParts`. `isPictureHere`: its bytes are whole. [SY23] `published`: the version readers have, where it is at hand; the hub always has it. */
export function draftOf(
  article: ArticleState,
  reading: Reading,
  desk: Pick<DeskState, 'settings' | 'bylines'>,
  isSlugTaken: (slug: string) => boolean,
  isPictureHere: (hash: Hash) => boolean,
  published?: Version,
): DraftVersion {
  const document = cleanDocument(reading.document)
  const headline = inlineText(document.headline)
  const version = versionOf(article, currentEdition(article), document, desk.settings, headline)
  const bytes = versionBytes(version)
  const isTypographical = currentEdition(article).kind === 'typographical'
  const larger = isTypographical && published ? largerChange(compareDocuments(published, document)) : ''
  const absentPictures = new Set(version.media.map((use) => use.hash).filter((name) => !isPictureHere(name))).size
  const draft = { headline, body: blocksText(document.body), damaged: reading.problems.length > 0, largerChange: larger, absentPictures }
  return { version, bytes, hash: versionHash(bytes), missing: missingParts(article, draft, desk, isSlugTaken), headline }
}
