/** The headline where readers meet it, at a glance: as the lead of the front, on a list, on a phone, in the feeds. */
import { useEffect, useState } from 'react'
import type { EditionKind } from '../../../shared/desk/edition.ts'
import { isPuttingRight } from '../../../shared/desk/newEdition.ts'
import { inlineText } from '../../../shared/document/text.ts'
import type { OpenDocument } from '../../editor/openDocument.ts'
import { counted } from '../../state/dates.ts'
import { kindNames } from '../../../shared/desk/kindNames.ts'
import styles from './HeadlinePlaces.module.css'

/** Milliseconds after the last key until it is read again, off the typing path. */
const after = 300

/** Characters of a title that readers of feeds and searches see of it, near enough. */
const shownInFeeds = 70

interface Words {
  readonly headline: string
  readonly standfirst: string
}

export function HeadlinePlaces({ document, kind }: { readonly document: OpenDocument; readonly kind: EditionKind }) {
  const { headline, standfirst } = useHeadline(document)
  const title = headline || 'Headline'
  const feed = isPuttingRight(kind) ? `${kindNames[kind]}: ${title}` : title
  const isLong = feed.length > shownInFeeds
  return (
    <div className={styles.places} tabIndex={0} role="group" aria-label="The headline in its places">
      <section className={styles.place}>
        <h3>Lead of the front</h3>
        <p className={styles.lead}>{title}</p>
        {standfirst ? <p className={styles.summary}>{standfirst}</p> : null}
      </section>
      <section className={styles.place}>
        <h3>On a list</h3>
        <p className={styles.listed}>{title}</p>
        {standfirst ? <p className={styles.summary}>{standfirst}</p> : null}
      </section>
      <section className={styles.place}>
        <h3>On a phone</h3>
        <p className={styles.phone}>{title}</p>
      </section>
      <section className={styles.place}>
        <h3>In the feeds</h3>
        <p className={styles.feed}>{isLong ? `${feed.slice(0, shownInFeeds).trimEnd()}…` : feed}</p>
        <p className={styles.soft}>
          {counted(feed.length, 'character', 'characters')}
          {isLong ? `; readers of feeds and searches see about ${shownInFeeds}` : ''}
        </p>
      </section>
    </div>
  )
}

function useHeadline(document: OpenDocument): Words {
  const [words, setWords] = useState(() => wordsOf(document))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setWords(wordsOf(document)), after)
    }
    document.doc.on('update', later)
    return () => {
      document.doc.off('update', later)
      clearTimeout(timer)
    }
  }, [document])
  return words
}

function wordsOf(document: OpenDocument): Words {
  const { headline, standfirst } = document.reading().document
  return { headline: inlineText(headline).trim(), standfirst: inlineText(standfirst).trim() }
}
