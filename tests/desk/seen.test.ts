/** Who sees an article, from its state alone. */
import { expect, test } from 'vitest'
import type { ArticleState } from '../../shared/desk/article.ts'
import { decideShare, isSeenBy, seersOf, sharedFurther } from '../../shared/desk/seen.ts'
import { articleWith, editionIn, people } from './standing.ts'

const all = Object.values(people)

function draft(more: Partial<ArticleState> = {}): ArticleState {
  const { sharedWith: _shared, ...article } = articleWith(editionIn('draft'))
  return { ...article, ...more }
}

test('[WF12] a draft is seen by those who write it and by nobody else, whatever their roles', () => {
  expect(seersOf(draft())).toEqual(['writer'])
  for (const { id } of all) expect(isSeenBy(draft(), id)).toBe(id === 'writer')
  expect(isSeenBy(draft({ contributors: { writer: 1, editor: 2 } }), 'editor')).toBe(true)
})

test('[WF12] what was submitted once is seen by everybody, also when it was recalled, sent back or set aside', () => {
  for (const state of ['in_review', 'changes_requested', 'approved', 'scheduled', 'published'] as const)
    expect(seersOf({ ...draft(), editions: [editionIn(state)] })).toBe('everybody')
  const { submission } = editionIn('in_review')
  if (!submission) throw new Error('it is submitted')
  for (const state of ['draft', 'spiked'] as const)
    expect(seersOf({ ...draft(), editions: [{ ...editionIn('draft'), state, submission }] })).toBe('everybody')
  const entry = { seq: 2, at: '', by: 'writer', act: 'override_publish', edition: 1, note: '' }
  expect(seersOf(draft({ history: [entry] }))).toBe('everybody')
  expect(seersOf({ ...draft(), editions: [editionIn('published'), { ...editionIn('draft'), n: 2 }] })).toBe('everybody')
})

test('[WF12] set aside before it was ever submitted, it stays its writer’s alone', () => {
  expect(seersOf({ ...draft(), editions: [{ ...editionIn('draft'), state: 'spiked' }] })).toEqual(['writer'])
})

test('[WF12] sharing adds people, then everybody, and takes nobody away', () => {
  const once = sharedFurther(draft(), { with: ['editor'] })
  expect(seersOf(once)).toEqual(['writer', 'editor'])
  expect(seersOf(sharedFurther(once, { with: ['checker'] }))).toEqual(['writer', 'editor', 'checker'])
  const open = sharedFurther(once, { with: 'everybody' })
  expect(seersOf(sharedFurther(open, { with: ['checker'] }))).toBe('everybody')
})

test('[WF12] a draft is shared by those who write it, with people of the desk who do not see it yet', () => {
  expect(decideShare(draft(), { with: 'everybody' }, people.writer, all).ok).toBe(true)
  expect(decideShare(draft(), { with: ['editor'] }, people.writer, all).ok).toBe(true)
  for (const other of all.filter(({ id }) => id !== 'writer'))
    expect(decideShare(sharedFurther(draft(), { with: [other.id] }), { with: 'everybody' }, other, all).ok).toBe(false)
  expect(decideShare(draft(), { with: ['stranger'] }, people.writer, all)).toMatchObject({ ok: false, error: { code: 'notFound' } })
  expect(decideShare(draft(), { with: ['writer'] }, people.writer, all).ok).toBe(false)
  expect(decideShare(articleWith(editionIn('in_review')), { with: 'everybody' }, people.writer, all).ok).toBe(false)
})
