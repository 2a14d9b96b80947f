/** An article whose edition stands in a state, and the people round it, as the tests of the tables begin. */
import type { ArticleState } from '../../shared/desk/article.ts'
import type { Edition, EditionState } from '../../shared/desk/edition.ts'
import { noFields } from '../../shared/desk/fields.ts'
import type { Person, Role } from '../../shared/desk/person.ts'

export const hash = 'a'.repeat(64)
export const at = '2026-11-23T09:00:00.000Z'

export const people = {
  writer: person('writer', ['writer']),
  editor: person('editor', ['editor']),
  checker: person('checker', ['checker']),
  publisher: person('publisher', ['publisher']),
  recordsEditor: person('recordsEditor', ['recordsEditor']),
  administrator: person('administrator', ['administrator']),
  otherWriter: person('otherWriter', ['writer']),
} as const

export function person(id: string, roles: readonly Role[]): Person {
  return { id, name: id, roles }
}

/** An edition as it stands in a state, submitted by the writer, approved by the editor, scheduled by the publisher. */
export function editionIn(state: EditionState): Edition {
  const submission = { version: hash, by: 'writer', at, note: '', stream: 's' }
  const approval = { version: hash, by: 'editor', at, sameComputer: false }
  const schedule = { version: hash, by: 'publisher', at, zone: 'Europe/London', immediate: true, before: 'approved' as const }
  return {
    n: 1,
    kind: 'original',
    state,
    gates: {},
    notReviewed: false,
    ...(state !== 'draft' && { submission }),
    ...(['approved', 'scheduled', 'published'].includes(state) && { approval }),
    ...(['scheduled', 'published'].includes(state) && { schedule }),
  }
}

export function articleWith(edition: Edition): ArticleState {
  return {
    id: 'article',
    createdBy: 'writer',
    createdAt: at,
    fields: noFields,
    editions: [edition],
    versions: [],
    publicStatus: 'unpublished',
    contributors: { writer: 1 },
    wordsSeq: 1,
    lastSeq: 1,
    lastAt: at,
    restoredSeq: 0,
    editsSinceVersion: 0,
    history: [],
    // Who sees a draft is asked elsewhere.
    sharedWith: 'everybody',
  }
}
