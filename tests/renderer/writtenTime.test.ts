/** Dates and times as people write them, and the ones that are asked about. */
import { describe, expect, test } from 'vitest'
import { readDate, readDateTime, readTime, writtenOut } from '../../renderer/ui/writtenTime.ts'

const today = '2026-11-25'
const date = (written: string) => {
  const read = readDate(written, today)
  return read.ok ? read.value : read.words
}
const dateTime = (written: string) => {
  const read = readDateTime(written, today)
  return read.ok ? read.value : read.words
}

describe('a date', () => {
  test.each([
    ['29 March 2027', '2027-03-29'],
    ['29 mar 2027', '2027-03-29'],
    ['29th of March'.replace(' of', ''), '2027-03-29'],
    ['Monday, 29 March 2027', '2027-03-29'],
    ['March 29, 2027', '2027-03-29'],
    ['29.3.2027', '2027-03-29'],
    ['2027-03-29', '2027-03-29'],
    ['29/3/2027', '2027-03-29'],
    ['3/29/2027', '2027-03-29'],
    ['4/4/2027', '2027-04-04'],
    ['today', '2026-11-25'],
    ['Tomorrow', '2026-11-26'],
    // Without a year the next one is meant.
    ['25 November', '2026-11-25'],
    ['24 November', '2027-11-24'],
    ['29 February 2028', '2028-02-29'],
  ])('[IN12] %s is %s', (written, read) => expect(date(written)).toBe(read))

  test('[IN12] one that can be meant in two ways is asked about, and one that does not exist is said', () => {
    expect(date('3/4/2027')).toBe('That can be 3 April 2027 or 4 March 2027. Write the month as a word.')
    expect(date('31 February 2027')).toBe('There is no such day.')
    expect(date('29 Smarch 2027')).toBe('Write a date such as 29 March 2026.')
    expect(date('soon')).toBe('Write a date such as 29 March 2026.')
  })
})

describe('a date with its time', () => {
  test.each([
    ['29 March 2027, 06:00', '2027-03-29T06:00'],
    ['29 March 2027 6.30', '2027-03-29T06:30'],
    ['29 March 2027 at 6 am', '2027-03-29T06:00'],
    ['29 March 12 pm', '2027-03-29T12:00'],
    ['tomorrow 18:00', '2026-11-26T18:00'],
    ['2027-03-28T01:30', '2027-03-28T01:30'],
    ['2027-03-28 01:30', '2027-03-28T01:30'],
    ['29 March 2027 12 am', '2027-03-29T00:00'],
  ])('[IN12] %s is %s', (written, read) => expect(dateTime(written)).toBe(read))

  test('[IN12] without its time, or with one that no clock shows, it is not guessed', () => {
    expect(dateTime('29 March 2027')).toBe('The time is missing: write it behind the date, such as 06:00.')
    expect(dateTime('29 March 2027, 25:00')).toBe('The time is missing: write it behind the date, such as 06:00.')
    expect(readTime('7').ok).toBe(false)
    expect(readTime('13 pm').ok).toBe(false)
  })

  test('[IN12] what was read is written out in words, and reads the same again', () => {
    expect(writtenOut('2027-03-29')).toBe('29 March 2027')
    expect(writtenOut('2027-03-29T06:00')).toBe('29 March 2027, 06:00')
    expect(dateTime(writtenOut('2027-03-29T06:00'))).toBe('2027-03-29T06:00')
    expect(writtenOut('')).toBe('')
  })
})
