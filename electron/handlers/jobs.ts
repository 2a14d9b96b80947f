/** Long work, begun and watched. */
import { fail, ok } from '../../shared/result.ts'
import { filingOf, importFiles } from '../jobs/imports.ts'
import { rebuildAll, verifyAll } from '../jobs/verify.ts'
import { failureOf, type Handlers, personOf } from './context.ts'

export const jobHandlers: Pick<Handlers, 'jobs.list' | 'jobs.read' | 'jobs.stop' | 'imports.start' | 'verify.start' | 'rebuild.start'> = {
  'jobs.list': (context) => ok({ jobs: context.jobs.list() }),

  'jobs.read'(context, _caller, { id }) {
    const job = context.jobs.read(id)
    return job ? ok(job) : fail('notFound', 'This work is not known here any more.')
  },

  'jobs.stop'(context, _caller, { id }) {
    const job = context.jobs.stop(id)
    return job ? ok(job) : fail('notFound', 'This work is not known here any more.')
  },

  'imports.start'(context, caller, input) {
    if (context.readOnly !== '') return fail('readOnly', context.readOnly)
    const at = personOf(context, caller)
    if (!at.ok) return at
    const filing = filingOf(at.value.desk, input)
    if (!filing.ok) return filing
    return ok(
      context.jobs.start('import', input.files.length, (control) => importFiles(context, caller.person, input, filing.value, control)),
    )
  },

  'verify.start'(context) {
    return ok(
      context.jobs.start('verify', 0, async (control) => {
        // What is being read is read to its end, for nobody: the hub answers others meanwhile as it did before.
        const say: typeof control.say = (change) => (control.isStopped() ? undefined : control.say(change))
        const problems = await Promise.race([inWords(verifyAll(context, say)), control.stopped.then(() => undefined)])
        if (!problems) return
        for (const problem of problems) control.note(problem)
        control.say({ step: problems.length === 0 ? 'All is as it was written.' : `${problems.length} problems were found.` })
      }),
    )
  },

  'rebuild.start'(context) {
    if (context.readOnly !== '') return fail('readOnly', context.readOnly)
    return ok(
      context.jobs.start('rebuild', 0, async (control) => {
        const changed = await inWords(rebuildAll(context, control.say))
        for (const name of changed) control.note(`${name} was not what the log gives, and was made again.`)
      }),
    )
  },
}

/** What can go wrong outside the program is told as it is everywhere; the work has then failed and can be begun again. */
async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const failure = failureOf(error)
    throw failure ? new Error(failure.message) : error
  }
}
