/** Long work in a sentence: what it does, how far it is. */
import type { Job } from '../../shared/contract/jobs.ts'
import { count } from './dates.ts'

const kinds: Readonly<Record<Job['kind'], string>> = {
  import: 'Import',
  verify: 'Checking everything',
  rebuild: 'Making the projections again',
  site: 'Building the site',
  backup: 'Backup',
}

/** Steps by the hub's own names. */
const steps: Readonly<Record<string, string>> = {
  log: 'the log',
  versions: 'versions',
  record: 'the record',
  rebuild: 'what the log gives',
  site: 'pages',
  copying: 'copying what is kept here',
  packing: 'megabytes packed',
}

/** `Checking everything: the log, 120 of 400, 30 %`. */
export function jobWords({ kind, step, done, total }: Job): string {
  const named = steps[step] ?? step
  const far = total > 0 && done <= total ? `${count(done)} of ${count(total)}, ${Math.floor((done * 100) / total)} %` : ''
  const what = [named, far].filter(Boolean).join(', ')
  return what === '' ? `${kinds[kind]}…` : `${kinds[kind]}: ${what}`
}
