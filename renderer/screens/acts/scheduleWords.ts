/** A chosen time read back in words before it is asked for, so that a slip of the finger is seen. [QU13] */
import { instantOf, zonedTime } from '../../../shared/desk/zone.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { fullDate } from '../../../shared/site/dates.ts'
import { timeUntil } from '../../state/dates.ts'

const day = 24 * 3_600_000

/** `Sunday 29 March 2026, 06:00, London (05:00 UTC), in 13 h 20 min. The clocks go forward that night.` `written`: a wall clock in `zone`. */
export function scheduleWords(written: string, zone: string, now: Date): Result<string> {
  const found = instantOf(written, zone)
  if (!found.ok) return found
  const instant = new Date(found.value)
  const wall = zonedTime(instant, zone).at
  const until = timeUntil(found.value, now) || 'which is past'
  const change = clockChange(instant, zone)
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  return ok(
    `${fullDate(wall)}, ${wall.slice(11, 16)}, ${city} (${found.value.slice(11, 16)} UTC), ${until}.${change === '' ? '' : ` ${change}`}`,
  )
}

/** What the clocks of `zone` do in the day before `instant`; empty when they run on. */
function clockChange(instant: Date, zone: string): string {
  const step = offset(instant, zone) - offset(new Date(instant.getTime() - day), zone)
  if (step === 0) return ''
  return step > 0 ? 'The clocks go forward that night.' : 'The clocks go back that night.'
}

function offset(instant: Date, zone: string): number {
  return Date.parse(`${zonedTime(instant, zone).at.slice(0, 19)}Z`) - instant.getTime()
}
