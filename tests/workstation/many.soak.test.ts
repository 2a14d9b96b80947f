/** The same with a hundred thousand. */
import { test } from 'vitest'
import { readsManyArticles, readsManyEntries } from './many.ts'

test('[BI4] a hundred thousand articles are listed, counted, searched and kept in the record a page at a time', () =>
  readsManyArticles(100_000, 40_000))

test('[BI4] a queue of a hundred thousand entries is read a page at a time', () => readsManyEntries(100_000))
