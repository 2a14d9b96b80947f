/** Beginning the sample desk: a dozen pieces in every state, people in every role, published into its own folder. */
import { fail, ok } from '../../shared/result.ts'
import { readDeskState, writeMeta } from '../database/meta.ts'
import type { Handler } from '../handlers/context.ts'
import { status } from '../handlers/desk.ts'
import { makeSampleDesk } from './make.ts'

export const beginSample: Handler<'desk.beginSample'> = async (context, caller) => {
  if (context.readOnly !== '') return fail('readOnly', context.readOnly)
  if (readDeskState(context.db)) return fail('conflict', 'A desk is begun here already. Choose another data folder for the sample desk.')
  // Said first: whatever may stop the making, these are samples.
  writeMeta(context.db, 'sample', 'yes')
  const session = context.openSession()
  try {
    const founder = await makeSampleDesk({ session, resources: context.resources, now: context.now })
    caller.sit(founder)
    return ok(status(context, caller))
  } finally {
    session.end()
  }
}
