/** The list of the command line: a line an article, with what readers were told of it. */
import { expect, test } from 'vitest'
import { articleTable } from '../../electron/cli/articleDocument.ts'
import type { ArticleRow } from '../../shared/contract/articles.ts'

const row: ArticleRow = {
  id: '7d0e6a1c-0000-4000-8000-000000000000',
  headline: 'Tolls at the lock',
  state: 'published',
  publicStatus: 'live',
  edition: 2,
  byline: 'Staff',
  words: 120,
  createdBy: '7d0e6a1c-0000-4000-8000-000000000001',
  lastEditedAt: '',
  waitsFor: '',
  waitsForMe: false,
  number: 4,
  publishedAt: '',
  putRight: null,
}

test('[CL8] an article that was taken back is listed as that, and not as published', () => {
  const stateIn = (changed: Partial<ArticleRow>) => articleTable([{ ...row, ...changed }]).split('\n')[1] ?? ''
  expect(stateIn({})).toContain(' Published ')
  expect(stateIn({ publicStatus: 'withdrawn' })).toContain(' Withdrawn ')
  expect(stateIn({ publicStatus: 'retracted' })).toContain(' Retracted ')
  expect(stateIn({ publicStatus: 'taken_down' })).toContain(' Taken down ')
  // While its next edition is written the draft is what there is to do.
  expect(stateIn({ publicStatus: 'withdrawn', state: 'draft' })).toContain(' Draft ')
})
