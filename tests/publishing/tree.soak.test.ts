/** The incremental build against the full one, many times. */
import { it } from 'vitest'
import { tellHistories } from './history.ts'

it('[SI2] after any of many histories the incremental tree is that of a full build', () => tellHistories(400))
