/** What a page tells programs of itself. */
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { bell } from './bell.ts'
import { youngHouse } from './house.ts'
import { elements } from './markup.ts'
import { commissions, keys, lighthouse, shelves } from './newspaper.ts'
import { articleText, jsonLdOf } from './rendered.ts'

describe('JSON-LD', () => {
  it('[SI7] the author of anonymous work is the organisation; initials and pen names are a Person of that name alone', () => {
    expect(jsonLdOf(bell).author).toMatchObject({ '@type': 'NewsMediaOrganization', name: 'Lord’s Press' })
    expect(jsonLdOf(keys).author).toMatchObject({ '@type': 'NewsMediaOrganization', name: 'Lord’s Press' })
    expect(jsonLdOf(lighthouse).author).toEqual({ '@type': 'Person', name: 'E. M.' })
    expect(jsonLdOf(shelves).author).toEqual({ '@type': 'Person', name: 'Corvus' })
    expect(jsonLdOf(commissions).author).toEqual({ '@type': 'Organization', name: 'The Chancery' })
  })

  it('[SI7] no sign in it can end the script', () => {
    const page = articleText(shelves)
    expect(page).toContain(String.raw`\u003c/script\u003e\u003cb\u003eEinträge`)
    expect(elements(parse(page), 'script')).toHaveLength(1)
    expect(jsonLdOf(shelves).description).toBe('Teil zwei: </script><b>Einträge</b> über Einträge.')
  })

  it('[SI6] [SI7] says whether the text is free, and where the rest would stand', () => {
    expect(jsonLdOf(bell).isAccessibleForFree).toBe(true)
    expect(jsonLdOf(commissions)).toMatchObject({ isAccessibleForFree: false, hasPart: { cssSelector: '.gated' } })
    expect(articleText(commissions)).toContain('class="gated"')
    expect(jsonLdOf(commissions)).not.toHaveProperty('wordCount')
  })

  it('[SI7] holds no address before the house has one', () => {
    expect(JSON.stringify(jsonLdOf(bell, youngHouse))).not.toContain('/2026/11/')
    expect(jsonLdOf(bell).url).toBe('https://paper.example/2026/11/the-bell-that-rang-for-nobody/')
  })
})
