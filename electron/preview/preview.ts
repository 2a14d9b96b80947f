/** The preview: the very bytes that will be published, by the one function that publishes. [SI1] */
import { createHash } from 'node:crypto'
import type { ArticleState } from '../../shared/desk/article.ts'
import { currentEdition, publishedEdition, standingVersion } from '../../shared/desk/article.ts'
import { statusAfter } from '../../shared/desk/publicStatus.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import { envelopeOf, predictedFields } from '../../shared/desk/envelope.ts'
import { publicArticle, recordBytes, recordDigest } from '../../shared/desk/record.ts'
import { partOf } from '../../shared/desk/series.ts'
import { readVersion, type Version } from '../../shared/desk/version.ts'
import { zonedTime } from '../../shared/desk/zone.ts'
import { earlierOf } from '../../shared/site/earlier.ts'
import type { Named, Released } from '../../shared/site/model.ts'
import { renderPage } from '../../shared/site/page.ts'
import { rendererVersion } from '../../shared/site/renderer.ts'
import { isAddressTaken } from '../database/articles.ts'
import { releasesOf, versionBytesOf } from '../database/versions.ts'
import { localDraft } from '../handlers/articleView.ts'
import type { Context } from '../handlers/context.ts'

export interface Preview {
  readonly bytes: Uint8Array
  readonly type: string
  readonly address: string
  /** Fields of the envelope that are only predicted; empty once it is frozen. */
  readonly predicted: readonly string[]
  /** Names the bytes. */
  readonly stamp: string
}

/**
 * The page of an article as it stands: the published edition with its frozen envelope, or the open one with a predicted one.
 * `toCome`: the version that would go out, where it is not the draft and not kept yet.
 */
export async function previewOf(context: Context, desk: DeskState, article: ArticleState, toCome?: Version): Promise<Preview> {
  const releases = releasesOf(context.db, article.id)
  const edition = currentEdition(article)
  const frozen = edition.publication && releases.find((release) => release.edition === edition.n)
  const version = frozen ? versionNamed(context, frozen.version) : (toCome ?? versionToCome(context, desk, article))
  const released: Released = frozen
    ? {
        article: publicArticle(version),
        envelope: frozen.envelope,
        digest: frozen.digest,
        feedId: frozen.feedId,
        status: statusAfter(version.kind),
      }
    : predicted(context, desk, article, version)
  const before = releases
    .filter((release) => release.edition < edition.n)
    .map((release) => ({ article: publicArticle(versionNamed(context, release.version)), envelope: release.envelope }))
  const earlier = earlierOf([...before, released])
  const house = { settings: desk.settings, settingsHash: desk.settingsHash, rendererVersion }
  const { bytes, type } = renderPage({ page: 'article', released, earlier, named: await named(context, article, version) }, house)
  return {
    bytes,
    type,
    address: released.envelope.address,
    predicted: frozen ? [] : predictedFields,
    stamp: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
  }
}

/** As the hub would name them now; none while it cannot be asked. Most pieces name none, and it is not asked. */
async function named(context: Context, article: ArticleState, version: Version): Promise<Named> {
  const none: Named = { previously: [], before: null, after: null }
  const part = partOf(version) ?? null
  if (context.readOnly !== '' || (part === null && version.previously.length === 0)) return none
  const number = publishedEdition(article)?.publication?.number ?? 0
  const answer = await context.line
    .ask({ type: 'named', article: article.id, number, previously: [...version.previously], part })
    .catch(() => undefined)
  return answer?.ok ? answer.value : none
}

function predicted(context: Context, desk: DeskState, article: ArticleState, version: Version): Released {
  const edition = currentEdition(article)
  const at = zonedTime(releaseTime(context, edition.schedule?.at), desk.settings.zone)
  const envelope = envelopeOf({
    article,
    edition: edition.n,
    slug: version.slug,
    record: desk.record,
    settings: desk.settings,
    at,
    isTaken: (address) => isAddressTaken(context.db, address, article.id),
  })
  const visible = publicArticle(version)
  const digest = recordDigest(recordBytes(visible, envelope))
  // The feeds' id is given at release and stands in feeds only.
  return { article: visible, envelope, digest, feedId: '', status: statusAfter(version.kind) }
}

function releaseTime(context: Context, scheduled: string | undefined): Date {
  const now = context.now()
  const planned = scheduled === undefined ? now : new Date(scheduled)
  return planned > now ? planned : now
}

/** Approved and scheduled pieces go out as approved; before that the draft is what would be. */
function versionToCome(context: Context, desk: DeskState, article: ArticleState): Version {
  const edition = currentEdition(article)
  const standing = edition.state === 'approved' || edition.state === 'scheduled' ? standingVersion(edition) : undefined
  return standing && versionBytesOf(context.db, standing) ? versionNamed(context, standing) : localDraft(context, desk, article).version
}

function versionNamed(context: Context, hash: string): Version {
  const bytes = versionBytesOf(context.db, hash)
  if (!bytes) throw new Error(`version ${hash} is not on this computer`)
  return readVersion(bytes, hash)
}
