/** Up to three earlier pieces that the page names at its foot: found by headline among everything published. */
import { X } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import { ChooseBox } from '../../shell/ChooseBox.tsx'
import { useAsk } from '../../state/ask.ts'
import { shortDate } from '../../state/dates.ts'
import { useDesk } from '../../state/desk.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Previously.module.css'
import type { SetField } from './useSetField.ts'

const most = 3

export interface PreviouslyProps {
  readonly view: ArticleView
  readonly set: SetField['set']
  readonly wrong: string | undefined
  readonly isLocked: boolean
}

export function Previously({ view, set, wrong, isLocked }: PreviouslyProps) {
  const [isChoosing, setChoosing] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const id = useId()
  const chosen = view.fields.previously
  const takeOut = (taken: string) => {
    set(
      'previously',
      chosen.filter((other) => other !== taken),
    )
    root.current?.querySelector<HTMLElement>('[data-choose]')?.focus()
  }
  return (
    <div data-field="previously" role="group" aria-labelledby={id} className={styles.previously} ref={root}>
      <h2 id={id}>Previously</h2>
      {chosen.length === 0 ? <p className={styles.soft}>Up to three earlier pieces, named at the foot of the page.</p> : null}
      <ol role="list" aria-label="Chosen for “Previously”" className={styles.chosen}>
        {chosen.map((piece) => (
          <Chosen key={piece} id={piece} isLocked={isLocked} onTakeOut={() => takeOut(piece)} />
        ))}
      </ol>
      <p>
        <Button onClick={() => setChoosing(true)} disabled={isLocked} data-choose>
          Choose an earlier piece…
        </Button>
      </p>
      {wrong ? <p className={styles.wrong}>{wrong}</p> : null}
      {isChoosing ? <Choosing view={view} set={set} onClose={() => setChoosing(false)} /> : null}
    </div>
  )
}

function Choosing({ view, set, onClose }: Pick<PreviouslyProps, 'view' | 'set'> & { readonly onClose: () => void }) {
  const { zone } = useDesk()
  const [words, setWords] = useState('')
  const chosen = view.fields.previously
  const isFull = chosen.length >= most
  const { value, isBehind } = useAsk('articles.list', { filter: 'published', words: words.trim(), limit: 20 }, { keep: true })
  const fitting = (value?.articles ?? []).filter(({ id }) => id !== view.row.id && !chosen.includes(id))
  return (
    <ChooseBox
      title="Earlier piece"
      words={words}
      onWords={setWords}
      isBehind={isBehind}
      entries={
        isFull
          ? []
          : fitting.map(({ id, headline, publishedAt }) => ({
              key: id,
              label: headline || 'Untitled',
              hint: shortDate(publishedAt, zone),
              run: () => set('previously', [...chosen, id]),
            }))
      }
      none={isFull ? 'Three are chosen already. Take one out first.' : 'No published piece has these words in its headline.'}
      onClose={onClose}
    />
  )
}

function Chosen({ id, isLocked, onTakeOut }: { readonly id: string; readonly isLocked: boolean; readonly onTakeOut: () => void }) {
  const { zone } = useDesk()
  const { value } = useAsk('articles.read', { id })
  const headline = value?.row.headline || 'Untitled'
  const isGone = value?.publicStatus === 'taken_down'
  return (
    <li>
      <span>
        {value ? headline : '…'}
        <span className={styles.soft}>
          {isGone ? 'taken down, so readers are not shown it' : value?.row.publishedAt ? shortDate(value.row.publishedAt, zone) : null}
        </span>
      </span>
      {isLocked ? null : (
        <Button look="quiet" onClick={onTakeOut} aria-label={`Take out ${headline}`}>
          <X size={15} aria-hidden="true" />
        </Button>
      )}
    </li>
  )
}
