/** The edition that tells readers a piece is withdrawn, retracted or taken down: made from what was published, never from the draft. */
import type { Hash } from '../canonical.ts'
import { type ArticleState, nextEdition } from './article.ts'
import type { Edition } from './edition.ts'
import { daysToConfirm, type NoticeStatus, statusMoves } from './publicStatus.ts'
import { type Version, versionBytes, versionHash } from './version.ts'

export interface NoticeVersion {
  readonly bytes: Uint8Array
  readonly hash: Hash
  readonly version: Version
}

/** `published`: the version readers have. A withdrawn text stays readable under its notice; a retracted or taken down one goes. */
export function noticeVersion(article: ArticleState, published: Version, status: NoticeStatus, notice: string): NoticeVersion {
  const kept: Version = {
    ...published,
    edition: nextEdition(article),
    kind: statusMoves[status].kind,
    correctionNotes: [],
    changeNote: notice,
  }
  const { lead: _lead, ...others } = kept
  const version: Version = status === 'withdrawn' ? kept : { ...others, body: [], media: [], sources: [], previously: [] }
  const bytes = versionBytes(version)
  return { version, bytes, hash: versionHash(bytes) }
}

/** The article once a proposal is confirmed: an open edition is set aside with its text, and the notice is on its way out. */
export function withNotice(
  article: ArticleState,
  confirmed: { readonly by: string; readonly at: string; readonly version: Hash; readonly override: string },
  house: { readonly undoSeconds: number; readonly zone: string },
): ArticleState {
  const { proposal, ...rest } = article
  if (!proposal) return article
  const { status } = proposal
  const { second } = statusMoves[status]
  const wait = status === 'taken_down' ? 0 : house.undoSeconds * 1000
  const edition: Edition = {
    n: nextEdition(article),
    kind: statusMoves[status].kind,
    state: 'scheduled',
    schedule: {
      version: confirmed.version,
      by: confirmed.by,
      at: new Date(Date.parse(confirmed.at) + wait).toISOString(),
      zone: house.zone,
      immediate: true,
      before: 'spiked',
      ...(confirmed.override !== '' && { override: confirmed.override }),
    },
    gates: {},
    notReviewed: false,
  }
  const week = new Date(Date.parse(confirmed.at) + daysToConfirm * 24 * 3_600_000).toISOString()
  const flagged = second === 'after' || confirmed.override !== ''
  return {
    ...rest,
    editions: [...article.editions.map(setAside), edition],
    ...(flagged && { unconfirmed: { status, by: confirmed.by, until: second === 'after' ? week : '' } }),
  }
}

function setAside(edition: Edition): Edition {
  const isOpen = edition.state !== 'published' && edition.state !== 'superseded' && edition.state !== 'spiked'
  if (!isOpen) return edition
  const { approval: _approval, schedule: _schedule, ...rest } = edition
  return { ...rest, state: 'spiked', notReviewed: false }
}
