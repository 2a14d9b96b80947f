/** The envelope of a release: predicted by the preview, frozen by the hub, made by this one function. [SI1] */
import type { ArticleState } from './article.ts'
import type { DeskState } from './desk.ts'
import { addressOf, type Envelope, type Masthead, type ZonedTime } from './record.ts'
import type { HouseSettings } from './settings.ts'
import { slugIn } from './slug.ts'

export interface Release {
  readonly article: ArticleState
  readonly edition: number
  readonly slug: string
  readonly record: DeskState['record']
  readonly settings: HouseSettings
  /** The moment of release on the house's wall clock. */
  readonly at: ZonedTime
  /** True when another article stands at this address. */
  readonly isTaken: (address: string) => boolean
}

/** The envelope of this release: the number is kept from the first edition on, the address unless another slug was chosen. [SI4] */
export function envelopeOf(release: Release): Envelope {
  const { article, edition, record, settings, at } = release
  const first = article.editions.find(({ publication }) => publication !== undefined)?.publication
  const firstPublishedAt = first ? { at: first.at, zone: at.zone } : at
  return {
    number: first?.number ?? record.number + 1,
    edition,
    publishedAt: at,
    firstPublishedAt,
    address: standingAddress(release) ?? freeAddress(release, firstPublishedAt),
    masthead: mastheadAt(at, settings),
    previous: record.head,
  }
}

/** Where the article stands, unless the version names another slug. */
function standingAddress({ article, slug }: Release): string | undefined {
  const address = article.editions.findLast(({ publication }) => publication !== undefined)?.publication?.address
  return address !== undefined && slugIn(address) === slug ? address : undefined
}

/** Two pieces of one month and headline differ by `-2`, `-3` …; an address once given is nobody else's, ever. [SI4] */
function freeAddress({ slug, isTaken }: Release, firstPublishedAt: ZonedTime): string {
  for (let n = 1; ; n += 1) {
    const address = addressOf(firstPublishedAt, n === 1 ? slug : `${slug}-${n}`)
    if (!isTaken(address)) return address
  }
}

function mastheadAt(at: ZonedTime, settings: HouseSettings): Masthead {
  const date = at.at.slice(0, 10)
  const { weather } = settings
  const known = weather.condition !== '' && weather.date === date
  return {
    date,
    place: settings.city,
    time: at.at.slice(11, 16).replace(':', '.'),
    weather: known
      ? {
          condition: weather.condition,
          ...(weather.temperature !== null && { temperature: weather.temperature }),
          ...(weather.humidity !== null && { humidity: weather.humidity }),
          ...(weather.wind !== null && { wind: weather.wind }),
          source: 'entered at the desk',
          observedAt: weather.date,
        }
      : null,
  }
}

/** Fields of the envelope that are only predicted before release, as the preview names them. */
export const predictedFields = ['number', 'publishedAt', 'firstPublishedAt', 'address', 'masthead', 'previous'] as const
