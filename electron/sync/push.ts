/** What goes into one push, and what has to be at the hub before it. */
import { parseCommand } from '../../shared/desk/operation.ts'
import { limits } from '../../shared/sync/messages.ts'
import type { SignedOperation } from '../../shared/sync/operation.ts'

/** What has to be at the hub before an operation is: its own content, the picture it is about. */
export function blobsOf(op: SignedOperation): readonly string[] {
  return [...(op.blob === '' ? [] : [op.blob]), ...picturesOf(op)]
}

/** The picture that an operation is about, and its smaller copies. */
export function picturesOf({ kind, body }: SignedOperation): readonly string[] {
  if (kind !== 'media.add' || !body) return []
  const command = parseCommand(kind, JSON.parse(new TextDecoder().decode(body)))
  return command?.kind === 'media.add' ? [command.body.hash, ...(command.body.renditions ?? [])] : []
}

/** As many of `ops` as fit into one push, at least one. [SY18] */
export function withinLimits(ops: readonly SignedOperation[]): readonly SignedOperation[] {
  let bytes = 0
  const end = ops.findIndex(({ body }, index) => {
    bytes += (body?.byteLength ?? 0) + 600
    return index > 0 && bytes > limits.pushBytes
  })
  return end < 0 ? ops : ops.slice(0, end)
}
