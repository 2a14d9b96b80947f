/** Pictures from outside are decoded in a worker that can be ended: none holds up the desk. [SE9] */
import { parentPort } from 'node:worker_threads'
import { cleanPicture, type CleanPicture } from './clean.ts'

export interface PictureRequest {
  readonly id: number
  readonly name: string
  readonly bytes: Uint8Array
}

export interface PictureAnswer {
  readonly id: number
  readonly outcome: CleanPicture
}

parentPort?.on('message', ({ id, name, bytes }: PictureRequest) => {
  void cleanPicture(name, bytes).then((outcome) => parentPort?.postMessage({ id, outcome } satisfies PictureAnswer))
})
