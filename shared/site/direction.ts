/** Which way words run: by their language, or by their letters where the language was not said. */
import { blocksText } from '../document/text.ts'
import type { BlocksJson } from '../document/json.ts'
import type { Released } from './model.ts'

export type Direction = 'ltr' | 'rtl'

/** Languages written from the right in the script they are usually written in; a script that is named decides. */
export function directionOf(lang: string): Direction {
  const script = /-([A-Za-z]{4})(-|$)/u.exec(lang)?.[1]?.toLowerCase()
  const isFromTheRight =
    script === undefined
      ? /^(ar|arc|ckb|dv|fa|he|ps|sd|syr|ug|ur|yi)(-|$)/iu.test(lang)
      : ['arab', 'hebr', 'syrc', 'thaa', 'nkoo', 'adlm'].includes(script)
  return isFromTheRight ? 'rtl' : 'ltr'
}

const fromTheRight = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu
/** Where all of those stand, and more: a text without any of these needs no counting. */
const mayRunFromTheRight = /[\u0590-\u08ff\ufb1d-\ufeff\ud800-\udfff]/
/** Signs that are looked at: how an article begins says how it runs. */
const looked = 4000

/** Most articles are in the language of the house and nobody says so: then most of their letters decide. */
export function directionOfText({ lang, body }: Pick<Released['article'], 'lang' | 'body'>): Direction {
  if (directionOf(lang) === 'rtl') return 'rtl'
  const known = directions.get(body) ?? directionOfLetters(body)
  directions.set(body, known)
  return known
}

/** A page asks for its headline and again for its text. */
const directions = new WeakMap<BlocksJson, Direction>()

function directionOfLetters(body: BlocksJson): Direction {
  const text = blocksText(body, looked)
  if (!mayRunFromTheRight.test(text)) return 'ltr'
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters > 0 && (text.match(fromTheRight)?.length ?? 0) * 2 > letters ? 'rtl' : 'ltr'
}
