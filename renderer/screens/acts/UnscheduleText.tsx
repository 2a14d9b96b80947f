/** What taking back a chosen time comes to, before it is done. */
import type { ArticleView } from '../../../shared/contract/articles.ts'
import { inSentence } from '../../../shared/desk/edition.ts'
import { instantWords } from './scheduleWords.ts'

export function UnscheduleText({ view, zone }: { readonly view: ArticleView; readonly zone: string }) {
  const { schedule } = view.edition
  if (!schedule) return null
  return (
    <p>
      It is set for {instantWords(schedule.at, zone)}. Without that time it is {inSentence(schedule.before)} again, and goes out when a
      publisher publishes it or chooses another. No word of it is changed.
    </p>
  )
}
