/** Language and direction of an article's own words, where they are not those of the house. */
import { directionOf, directionOfText } from './direction.ts'
import { html, type Markup } from './markup.ts'
import type { House, Released } from './model.ts'
import { houseLanguage } from './sheet.ts'

/** ` lang="de"`, ` lang="ar" dir="rtl"`, or nothing: attributes of the element around its words. */
export function ownLanguage(article: Released['article'], house: House): Markup {
  const language = houseLanguage(house)
  const direction = directionOfText(article)
  return html`${article.lang !== language && html` lang="${article.lang}"`}${direction !== directionOf(language) && html` dir="${direction}"`}`
}
