/** A few thousand in every run; the long suite has a hundred thousand. */
import { test } from 'vitest'
import { readsManyArticles, readsManyEntries } from './many.ts'

test('[BI4] thousands of articles are listed, counted, searched and kept in the record a page at a time, each of them once', () =>
  readsManyArticles(3000, 1200))

test('[BI4] a queue of thousands shows what needs somebody and the newest, and each earlier entry once', () => readsManyEntries(3000))
