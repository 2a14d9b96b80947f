/** Uploads and pictures on this computer: each is what its name says, and every picture that an article was given is here. */
import { blobName } from '../../shared/canonical.ts'
import type { ArticleState } from '../../shared/desk/article.ts'
import type { Readable } from '../database/open.ts'
import { readPicture } from '../database/pictures.ts'

/** Plain sentences; none: all are as they were written. */
export function blobProblems(db: Readable, articles: Iterable<ArticleState>): readonly string[] {
  const problems: string[] = []
  const damaged = new Set<string>()
  for (const { name, bytes } of db.prepare<[], { name: string; bytes: Uint8Array }>('SELECT name, bytes FROM blob').iterate()) {
    if (blobName(bytes) === name) continue
    damaged.add(name)
    problems.push(`workstation: upload ${name}: its bytes were changed.`)
  }
  for (const { id, media = [], renditions = {} } of articles) {
    for (const hash of [...media, ...Object.values(renditions).flat()])
      if (!damaged.has(hash) && !readPicture(db, hash)) problems.push(`workstation: picture ${hash} of article ${id} is not here.`)
  }
  return problems
}
