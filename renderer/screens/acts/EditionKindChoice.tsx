/** Which kind of edition is opened, each with what it means for readers. */
import { useId } from 'react'
import { newEditionKinds } from '../../../shared/desk/newEdition.ts'
import styles from './EditionKindChoice.module.css'

export function EditionKindChoice({ chosen, onChoose }: { readonly chosen: string; readonly onChoose: (kind: string) => void }) {
  const id = useId()
  return (
    <fieldset className={styles.kinds}>
      <legend>Kind of edition</legend>
      {newEditionKinds.map(({ kind, label, means }) => (
        <div key={kind} className={styles.kind}>
          <input
            type="radio"
            id={`${id}-${kind}`}
            name={id}
            value={kind}
            checked={chosen === kind}
            data-first={chosen === kind || undefined}
            onChange={() => onChoose(kind)}
            aria-describedby={`${id}-${kind}-means`}
          />
          <label htmlFor={`${id}-${kind}`}>{label}</label>
          <p id={`${id}-${kind}-means`}>{means}</p>
        </div>
      ))}
    </fieldset>
  )
}
