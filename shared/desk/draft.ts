/** The draft of an article as it stands: its version's bytes and name, and what it still needs. Workstation and hub agree by this. */
import type { Hash } from '../canonical.ts'
import { cleanDocument } from '../document/clean.ts'
import type { DocumentJson } from '../document/json.ts'
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
  const { document, headline, body } = wordsOf(reading)
  const version = versionOf(article, currentEdition(article), document, desk.settings, headline)
  const { bytes, hash } = named(reading, version)
  const isTypographical = currentEdition(article).kind === 'typographical'
  const larger = isTypographical && published ? largerChange(compareDocuments(published, document)) : ''
  const absentPictures = new Set(version.media.map((use) => use.hash).filter((name) => !isPictureHere(name))).size
  const draft = { headline, body, damaged: reading.problems.length > 0, largerChange: larger, absentPictures }
  return { version, bytes, hash, missing: missingParts(article, draft, desk, isSlugTaken), headline }
}

interface Words {
  readonly document: DocumentJson
  readonly headline: string
  readonly body: string
}

const words = new WeakMap<Reading, Words>()

/** A reading never changes, and the screens of an article ask for its draft several times between two keys. */
function wordsOf(reading: Reading): Words {
  const known = words.get(reading)
  if (known) return known
  const document = cleanDocument(reading.document)
  const made = { document, headline: inlineText(document.headline), body: blocksText(document.body) }
  words.set(reading, made)
  return made
}

interface Named {
  /** What the version says beside the words of its reading. */
  readonly fields: string
  readonly bytes: Uint8Array
  readonly hash: Hash
}

const names = new WeakMap<Reading, Named>()

/** Bytes and name of the version that these words make with these fields: kept for the last fields that were asked about. */
function named(reading: Reading, version: Version): Named {
  const { headline: _headline, standfirst: _standfirst, body: _body, ...rest } = version
  const fields = JSON.stringify(rest)
  const known = names.get(reading)
  if (known?.fields === fields) return known
  const bytes = versionBytes(version)
  const made = { fields, bytes, hash: versionHash(bytes) }
  names.set(reading, made)
  return made
}
