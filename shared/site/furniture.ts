/** What stands around the main part of a page: the sections above it; follow, letter and thanks below; the footer. */
import type { Place } from './address.ts'
import { follow } from './follow.ts'
import { footer } from './footer.ts'
import { html, type Markup, nothing } from './markup.ts'
import { sections } from './masthead.ts'
import type { House, RecordHead } from './model.ts'
import { newsletter } from './newsletter.ts'
import { thanks } from './sponsors.ts'

export interface Furniture {
  readonly above: Markup
  readonly below: Markup
}

export interface Furnished {
  /** The address in the navigation that the page stands under. */
  readonly current: string
  /** The main part holds the sign-up itself. */
  readonly hasLetter: boolean
  readonly record: RecordHead | undefined
}

const made = new WeakMap<House['settings'], Map<string, Furniture>>()

/** Made once for all articles of a section: a large site has the same words around ten thousand of them. */
export function furniture(place: Place, furnished: Furnished): Furniture {
  const depth = depthOfArticle(place.path)
  if (depth === 0 || furnished.hasLetter || furnished.record !== undefined) return make(place, furnished)
  const { settings } = place.house
  const known = made.get(settings) ?? new Map<string, Furniture>()
  made.set(settings, known)
  const key = `${depth} ${furnished.current}`
  const found = known.get(key) ?? repeated(make(place, furnished))
  known.set(key, found)
  return found
}

function repeated({ above, below }: Furniture): Furniture {
  return { above: { ...above, isRepeated: true }, below: { ...below, isRepeated: true } }
}

/** How many folders a page of an article lies below the root: no page of the house begins with a year, so the way back is all that counts. 0 for other pages. */
function depthOfArticle(path: string): number {
  return /^\d{4}\//u.test(path) ? stepsIn(path) : 0
}

function stepsIn(path: string): number {
  let steps = 0
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) steps += 1
  return steps
}

function make(place: Place, { current, hasLetter, record }: Furnished): Furniture {
  return {
    above: sections(place, current),
    below: html`<div class="furniture${hasLetter && ' single'}">
${follow(place)}${hasLetter ? nothing : newsletter(place)}${thanks(place)}</div>
${footer(place, record)}`,
  }
}
