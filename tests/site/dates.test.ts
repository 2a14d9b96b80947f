/** Dates in words, against the machine's own calendar. */
import { fc } from '../harness/properties.ts'
import { describe, expect, it } from 'vitest'
import {
  clock,
  countWords,
  dateInWords,
  fullDate,
  fullTime,
  grouped,
  instant,
  mailDate,
  minutesWords,
  monthWords,
  ordinal,
  shortDay,
  zoneWords,
} from '../../shared/site/dates.ts'

const london = (at: string) => ({ at, zone: 'Europe/London' })

describe('dates in words', () => {
  it('[SI12] name the weekday that the calendar names, in any year', () => {
    const days = fc.date({ min: new Date('1600-01-01'), max: new Date('9000-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString()
        const words = new Intl.DateTimeFormat('en-GB', {
          timeZone: 'UTC',
          weekday: 'long',
          day: 'numeric',
          month: 'long',
          year: 'numeric',
        }).formatToParts(day)
        const part = (type: string) => words.find((piece) => piece.type === type)?.value ?? ''
        expect(fullDate(iso)).toBe(`${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`)
      }),
    )
  })

  it('[SI11] count editions in words, and in figures where words grow long', () => {
    expect([1, 2, 21, 31, 32, 40, 101, 111, 113, 122, 203].map(ordinal)).toEqual([
      'first',
      'second',
      'twenty-first',
      'thirty-first',
      '32nd',
      '40th',
      '101st',
      '111th',
      '113th',
      '122nd',
      '203rd',
    ])
  })

  it('[SI12] read the wall clock that was stored, not that of the machine', () => {
    const summer = london('2026-07-01T00:30:00+01:00')
    expect(fullTime(summer)).toBe('Wednesday 1 July 2026, 00.30 BST')
    expect(clock({ at: '2026-11-23T09:05:00+09:00', zone: 'Asia/Tokyo' })).toBe('09.05')
    expect(zoneWords({ at: '2026-11-23T09:05:00+09:00', zone: 'Asia/Tokyo' })).toBe('UTC+09:00')
    expect(zoneWords(london('2026-11-23T09:15:00+00:00'))).toBe('GMT')
    expect(mailDate(summer)).toBe('Wed, 01 Jul 2026 00:30:00 +0100')
    expect(instant(london('2026-11-23T09:15:00.123Z'))).toBe('2026-11-23T09:15:00+00:00')
  })

  it('are written as the paper writes them', () => {
    expect(dateInWords('2026-11-23')).toBe('the twenty-third of November 2026')
    expect(dateInWords('2026-01-31')).toBe('the thirty-first of January 2026')
    expect(shortDay('2026-11-01')).toBe('Sun 1')
    expect(monthWords('2026-02')).toBe('February 2026')
    expect([1, 999, 1000, 4216, 1_234_567].map(grouped)).toEqual(['1', '999', '1,000', '4,216', '1,234,567'])
    expect([1, 4, 12, 13].map(countWords)).toEqual(['one', 'four', 'twelve', '13'])
    expect([1, 2].map(minutesWords)).toEqual(['one minute', 'two minutes'])
  })
})
