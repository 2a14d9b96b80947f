/** What stands at a destination and is not what was written there, read as a reader would. */
import type { Reader } from '../context.ts'
import type { Destination } from './destinations/destination.ts'

export interface Differing {
  readonly path: string
  readonly isMissing: boolean
}

export async function* differingFiles(reader: Reader, destination: Destination, id: string): AsyncGenerator<Differing> {
  for (let after = ''; ; ) {
    const files = await reader
      .selectFrom('site_file')
      .select(['path', 'content'])
      .where('destination', '=', id)
      .where('path', '>', after)
      .orderBy('path')
      .limit(500)
      .execute()
    if (files.length === 0) return
    const found = await destination.hashes(files.map(({ path }) => path))
    for (const [index, { path, content }] of files.entries()) {
      after = path
      if (found[index] !== content) yield { path, isMissing: found[index] === undefined }
    }
  }
}
