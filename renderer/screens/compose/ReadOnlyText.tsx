/** A document that holds something this program does not know: shown read-only, with what is wrong and its raw text. Nothing is touched. */
import type { Reading } from '../../../shared/document/read.ts'
import { DocumentView } from '../../document/DocumentView.tsx'
import styles from './ReadOnlyText.module.css'

const kinds = {
  unknownNode: 'a part of a kind this version does not know',
  unknownMark: 'a mark of a kind this version does not know',
  badAttribute: 'a part with a value that is not allowed',
  badContent: 'a part in a place where it cannot stand',
  pending: 'words whose beginning has not arrived yet',
} as const

export function ReadOnlyText({ reading }: { readonly reading: Reading }) {
  return (
    <section className={styles.text} aria-label="Text, read only" data-pane tabIndex={0}>
      <div className={styles.notice} role="alert">
        <p>
          This article opens read-only: it holds {reading.problems.length === 1 ? 'something' : `${reading.problems.length} things`} this
          version of the program cannot show as written. Nothing in it was changed. Open it with a newer version, or copy the words from
          here.
        </p>
        <ul>
          {reading.problems.map((problem) => (
            <li key={`${problem.fragment} ${problem.path.join('.')} ${problem.kind}`}>
              In the {problem.fragment}: {kinds[problem.kind]}.
              {problem.raw ? (
                <details>
                  <summary>Show as stored</summary>
                  <pre tabIndex={0}>{problem.raw}</pre>
                </details>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
      <DocumentView document={reading.document} />
    </section>
  )
}
