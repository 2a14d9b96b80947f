/** A fault of the hub's own work goes on standard error, without a text, title or name. [SE12] */
import { faultPlace } from '../shared/fault.ts'

export function tellFault(at: Date, work: string, error: unknown): void {
  process.stderr.write(`${JSON.stringify({ at: at.toISOString(), work, fault: faultPlace(error) })}\n`)
}
