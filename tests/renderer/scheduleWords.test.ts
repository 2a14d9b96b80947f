/** A chosen time in words, and the two nights of the year in which a wall clock is not enough. */
import { describe, expect, test } from 'vitest'
import { clockChangeOn, planned } from '../../renderer/screens/acts/scheduleWords.ts'
import { instantOf, meaningOf } from '../../shared/desk/zone.ts'

const london = 'Europe/London'
const at = (instant: string) => new Date(instant)

describe('a time in words', () => {
  test('[WF10] [QU13] date, wall clock, city, UTC, how long it is until then, what the clocks do, and who publishes', () => {
    expect(planned('2026-03-29T06:00', london, at('2026-03-28T15:40:00Z'))).toEqual({
      kind: 'time',
      at: '2026-03-29T05:00:00.000Z',
      words: 'Sunday 29 March 2026, 06:00, London (05:00 UTC), in 13 h 20 min. The clocks go forward tonight.',
      by: 'Published by this computer; it must be on at 06:00.',
    })
    expect(planned('2026-10-25T06:00', london, at('2026-10-20T06:00:00Z'))).toMatchObject({
      words: 'Sunday 25 October 2026, 06:00, London (06:00 UTC), in 5 days. The clocks go back that night.',
    })
    expect(planned('2026-11-25T06:00', 'America/New_York', at('2026-11-25T10:30:00Z'))).toMatchObject({
      words: 'Wednesday 25 November 2026, 06:00, New York (11:00 UTC), in 30 min.',
    })
  })

  test('[WF10] a time that is past, or before the end of the embargo, is refused in words', () => {
    const now = at('2026-03-28T15:40:00Z')
    expect(planned('2026-03-28T15:40', london, now)).toEqual({
      kind: 'wrong',
      words: 'That time has passed. Choose a later one, or publish now.',
    })
    expect(planned('2026-03-29T06:00', london, now, '2026-03-30T07:00:00.000Z')).toEqual({
      kind: 'wrong',
      words: 'It is under embargo until Monday 30 March 2026, 08:00, London (07:00 UTC). Choose that time or a later one.',
    })
    expect(planned('2026-02-30T06:00', london, now)).toMatchObject({ kind: 'wrong' })
  })
})

describe('the nights in which the clocks change', () => {
  test('[WF10] a day on which they change says so and when, wherever that is, and no other day does', () => {
    expect(clockChangeOn('2026-03-29', london)).toBe('Clocks go forward at 01:00')
    expect(clockChangeOn('2026-10-25', london)).toBe('Clocks go back at 02:00')
    expect(clockChangeOn('2026-03-28', london)).toBe('')
    expect(clockChangeOn('2026-03-30', london)).toBe('')
    expect(clockChangeOn('2026-03-08', 'America/New_York')).toBe('Clocks go forward at 02:00')
    expect(clockChangeOn('2026-04-05', 'Australia/Lord_Howe')).toBe('Clocks go back at 02:00')
    // There midnight itself is left out.
    expect(clockChangeOn('2026-09-06', 'America/Santiago')).toBe('Clocks go forward at 00:00')
    expect(clockChangeOn('2026-09-05', 'America/Santiago')).toBe('')
    expect(clockChangeOn('2026-06-01', 'Asia/Tokyo')).toBe('')
  })

  test('[WF10] a wall clock that does not exist is asked about, and both ways are offered', () => {
    expect(planned('2026-03-29T01:30', london, at('2026-03-28T15:40:00Z'))).toEqual({
      kind: 'either',
      words: 'The clocks go forward then, and 01:30 does not exist in London. Choose which is meant.',
      choices: [
        { at: '2026-03-29T00:30:00.000Z', words: '00:30, before the clocks change (00:30 UTC)' },
        { at: '2026-03-29T01:30:00.000Z', words: '02:30, after the clocks change (01:30 UTC)' },
      ],
    })
  })

  test('[WF10] a wall clock that comes twice is asked about, and both are offered', () => {
    expect(planned('2026-10-25T01:30', london, at('2026-10-20T15:40:00Z'))).toEqual({
      kind: 'either',
      words: 'The clocks go back then, and 01:30 comes twice in London. Choose which is meant.',
      choices: [
        { at: '2026-10-25T00:30:00.000Z', words: '01:30, before the clocks change (00:30 UTC)' },
        { at: '2026-10-25T01:30:00.000Z', words: '01:30, after the clocks change (01:30 UTC)' },
      ],
    })
  })

  test('[WF10] where nobody can be asked, it is refused with both instants named, and nothing is guessed', () => {
    expect(instantOf('2026-03-29 01:30', london)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('2026-03-29T00:30:00.000Z or 2026-03-29T01:30:00.000Z') },
    })
    expect(instantOf('2026-10-25 01:30', london)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('2026-10-25T00:30:00.000Z or 2026-10-25T01:30:00.000Z') },
    })
    expect(instantOf('2026-10-25T01:30:00+00:00', london)).toEqual({ ok: true, value: '2026-10-25T01:30:00.000Z' })
    expect(meaningOf('2026-03-29 02:00', london)).toEqual({ ok: true, value: { kind: 'one', at: '2026-03-29T01:00:00.000Z' } })
  })
})
