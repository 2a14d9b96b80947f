/** An ordered operation as the reducers read it, at the hub and at every workstation alike. */
import { type Accepted, isCommandKind, parseCommand } from '../desk/operation.ts'
import type { OrderedOperation } from './operation.ts'

/**
 * Undefined for a kind or shape this program does not know: it stays in the log, to be replayed after an update. [SY13]
 * `content`: the operation's body, or the blob that carries it; null once erased.
 */
export function acceptedOf(
  op: Pick<OrderedOperation, 'seq' | 'kind' | 'subject' | 'actor' | 'stream' | 'at'>,
  content: Uint8Array | null,
): Accepted | undefined {
  const place = { seq: op.seq, subject: op.subject, actor: op.actor, stream: op.stream, at: op.at }
  if (op.kind === 'body') return { kind: 'body', body: null, ...place }
  if (!isCommandKind(op.kind) || content === null) return undefined
  const command = parseCommand(op.kind, JSON.parse(new TextDecoder().decode(content)))
  return command && { ...command, ...place }
}
