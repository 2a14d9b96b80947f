/** Who changed the text since an approval, judged from the log alone: a document cannot lie about its authors. [WF3] */
import * as Y from 'yjs'
import { briefDoc } from '../shared/document/briefDoc.ts'
import type { Hash } from '../shared/canonical.ts'
import type { ArticleState } from '../shared/desk/article.ts'
import type { PersonId } from '../shared/desk/person.ts'
import { contentHash, introducedClients } from '../shared/document/merge.ts'
import { readDocument } from '../shared/document/read.ts'
import type { Reader } from './context.ts'
import { type BodyOperation, bodiesOf } from './documents.ts'

/** Place in the order of the last approval; 0: none. */
export function lastApproval(article: ArticleState): number {
  return article.history.findLast(({ act }) => act === 'approve')?.seq ?? 0
}

/** People whose bodies changed the clean text after `since`: whoever sent them, and those whose typing they delivered. */
export async function authorsSince(reader: Reader, article: string, since: number): Promise<readonly PersonId[]> {
  const doc = briefDoc()
  const bodies = await bodiesOf(reader, article, 0)
  doc.transact(() => {
    for (const { seq, update } of bodies) if (seq <= since) Y.applyUpdate(doc, update)
  })
  const owners = await clientOwners(reader, article)
  const authors = new Set<PersonId>()
  let before = textHash(doc)
  for (const run of runsOfOneActor(bodies.filter(({ seq }) => seq > since))) {
    doc.transact(() => {
      for (const { update } of run) Y.applyUpdate(doc, update)
    })
    const after = textHash(doc)
    if (after !== before) for (const body of run) for (const person of peopleOf(body, owners)) authors.add(person)
    before = after
  }
  doc.destroy()
  return [...authors]
}

function textHash(doc: Y.Doc): Hash {
  return contentHash(readDocument(doc).document)
}

/** Neighbours of one person are judged together: reading the document is the slow part. */
function runsOfOneActor(bodies: readonly BodyOperation[]): readonly (readonly BodyOperation[])[] {
  const runs: BodyOperation[][] = []
  for (const body of bodies) {
    const last = runs.at(-1)
    if (last?.[0]?.actor === body.actor) last.push(body)
    else runs.push([body])
  }
  return runs
}

async function clientOwners(reader: Reader, article: string): Promise<ReadonlyMap<number, PersonId>> {
  const rows = await reader
    .selectFrom('client')
    .innerJoin('stream', 'stream.id', 'client.stream')
    .select(['client', 'actor'])
    .where('doc', '=', article)
    .execute()
  return new Map(rows.map(({ client, actor }) => [client, actor]))
}

/**
 * New words belong to whoever's client they came from, and always to their sender too: an update can carry old words of
 * somebody else beside what it takes away, or new ones under somebody else's client.
 */
function peopleOf({ update, actor }: BodyOperation, owners: ReadonlyMap<number, PersonId>): readonly PersonId[] {
  return [actor, ...introducedClients(update).flatMap((client) => owners.get(client) ?? [])]
}
