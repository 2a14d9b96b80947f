/** What happens to a release whose time has come while nobody was there to publish it. [QU14] */
import type { Edition } from './edition.ts'
import { statusAfter } from './publicStatus.ts'

/** Up to this late a release goes out by itself; later ones wait for a person. */
export const latestByItself = 30 * 60_000

/** Less than this is no lateness worth a word. Milliseconds. */
export const unnoticed = 2 * 60_000

/**
 * `due`: it goes out by itself. `late`: more than half an hour past its time, somebody decides. `held`: on hold, its time
 * passes. A notice to readers is never held up: what it tells them does not become less true.
 */
export function dueness(edition: Pick<Edition, 'kind' | 'schedule' | 'hold'>, now: Date): 'notYet' | 'due' | 'late' | 'held' {
  const lateness = now.getTime() - Date.parse(edition.schedule?.at ?? '')
  if (!(lateness >= 0)) return 'notYet'
  if (statusAfter(edition.kind) !== 'live') return 'due'
  if (edition.hold) return 'held'
  return lateness > latestByItself ? 'late' : 'due'
}

/** `12 min late`, for an edition that went out after its time; empty when it did not. */
export function latenessWords({ schedule, publication }: Pick<Edition, 'schedule' | 'publication'>): string {
  if (!schedule || !publication) return ''
  const lateness = Date.parse(publication.at) - Date.parse(schedule.at)
  return lateness < unnoticed ? '' : `${span(Math.round(lateness / 60_000))} late`
}

/** `12 min`, `3 h 5 min`, `2 days 4 h`. */
export function span(minutes: number): string {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60]
  const parts =
    days > 0
      ? [days === 1 ? '1 day' : `${days} days`, hours > 0 ? `${hours} h` : '']
      : [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : '']
  return parts.filter((part) => part !== '').join(' ')
}
