/** The allow-list: what of a version may leave the desk. */
import { expect, test } from 'vitest'
import { publicArticle } from '../../shared/desk/record.ts'
import type { Version } from '../../shared/desk/version.ts'

test('[BY1] a field of a version stays inside until the allow-list names it', () => {
  const names = Object.keys(publicArticle({ byline: { kind: 'staff', text: '' }, article: 'a', createdBy: 'ada' } as unknown as Version))
  expect(names.toSorted()).toEqual([
    'access',
    'body',
    'byline',
    'category',
    'changeNote',
    'contributorsNote',
    'correctionNotes',
    'dateline',
    'headline',
    'kind',
    'lang',
    'media',
    'pieceKind',
    'previously',
    'series',
    'sources',
    'standfirst',
    'tags',
    'v',
  ])
})

test('[BY1] of a byline its kind and its text leave the desk', () => {
  const byline = { kind: 'initials', text: 'A. L.', person: 'ada' }
  expect(publicArticle({ byline } as unknown as Version).byline).toEqual({ kind: 'initials', text: 'A. L.' })
})
