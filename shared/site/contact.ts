/** Where readers write to: by mail or at a page of the house's, with number and edition already named. [SI14] */
import { html, type Markup, nothing } from './markup.ts'
import type { House } from './model.ts'
import { grouped } from './dates.ts'

/** True for `desk@paper.example`; false for the address of a page. */
export function isMail(contact: string): boolean {
  return !/^[a-z]+:/iu.test(contact)
}

/** *Tell us of an error*, addressed; nothing while the house has not said where to write. */
export function errorLink({ settings: { contact = '' } }: House, number: number, edition: number): Markup {
  if (contact === '') return nothing
  return html`<a href="${isMail(contact) ? mailTo(contact, number, edition) : formAt(contact, number, edition)}">Tell us of an error</a>`
}

function mailTo(contact: string, number: number, edition: number): string {
  return `mailto:${contact}?subject=${encodeURIComponent(`Error in No. ${grouped(number)}, edition ${edition}`)}`
}

function formAt(contact: string, number: number, edition: number): string {
  const [address = '', fragment] = contact.split('#')
  const named = `${address}${address.includes('?') ? '&' : '?'}number=${number}&edition=${edition}`
  return fragment === undefined ? named : `${named}#${fragment}`
}
