/** Pictures from outside are decoded in a worker that can be ended: none holds up the desk. [SE9] */
import { parentPort } from 'node:worker_threads'
import { cleanPicture, type CleanPicture } from './clean.ts'
import { type Rendition, renditionsOf } from './renditions.ts'

export interface PictureRequest {
  readonly id: number
  readonly name: string
  readonly bytes: Uint8Array
  /** `kept`: the bytes are a picture that the desk has cleaned before. */
  readonly from: 'outside' | 'kept'
}

/** What is kept of a picture: itself, and its smaller copies. */
export type PictureOutcome =
  | (Extract<CleanPicture, { ok: true }> & { readonly renditions: readonly Rendition[] })
  | Extract<CleanPicture, { ok: false }>

export interface PictureAnswer {
  readonly id: number
  readonly outcome: PictureOutcome
  /** Of a picture that was kept. */
  readonly renditions: readonly Rendition[]
}

parentPort?.on('message', (request: PictureRequest) => {
  void answerTo(request).then((answer) => parentPort?.postMessage(answer))
})

async function answerTo({ id, name, bytes, from }: PictureRequest): Promise<PictureAnswer> {
  const none = { ok: false, message: '' } as const
  if (from === 'kept') return { id, outcome: none, renditions: await renditionsOf(bytes) }
  const clean = await cleanPicture(name, bytes)
  return { id, outcome: clean.ok ? { ...clean, renditions: await renditionsOf(clean.bytes) } : clean, renditions: [] }
}
