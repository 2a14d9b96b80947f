/** Until when a piece is not public, whatever is sent: typed on the newspaper's clock, read back in words. [QU5] [WF10] */
import { useId, useState } from 'react'
import { zonedTime } from '../../../shared/desk/zone.ts'
import { DateField } from '../../ui/DateField.tsx'
import { cityOf, instantWords, meant } from '../acts/scheduleWords.ts'
import whenStyles from '../acts/WhenField.module.css'

export interface EmbargoFieldProps {
  /** An instant; empty: none. */
  readonly embargo: string
  readonly zone: string
  readonly onSet: (at: string) => void
  readonly wrong: string | undefined
}

export function EmbargoField({ embargo, zone, onSet, wrong }: EmbargoFieldProps) {
  const id = useId()
  const standing = embargo === '' ? '' : zonedTime(new Date(embargo), zone).at.slice(0, 16)
  const [written, setWritten] = useState(standing)
  const meaning = written === '' || written === standing ? undefined : meant(written, zone)
  const leave = (wall: string) => {
    setWritten(wall)
    if (wall === standing) return
    const meaning = wall === '' ? undefined : meant(wall, zone)
    if (wall === '') onSet('')
    else if (meaning?.kind === 'one') onSet(meaning.at)
  }
  return (
    <div data-field="embargo" className={whenStyles.when}>
      <DateField
        label="Embargo"
        holds="dateTime"
        value={written}
        told="left"
        onDate={leave}
        wrong={meaning?.kind === 'wrong' ? meaning.words : wrong}
        help={
          embargo === ''
            ? `None. Not public before then, on the clock of ${cityOf(zone)}.`
            : `Not public before ${instantWords(embargo, zone)}.`
        }
      />
      {meaning?.kind === 'either' ? (
        <fieldset className={whenStyles.either}>
          <legend>
            <span role="alert">{meaning.words}</span>
          </legend>
          {meaning.choices.map(({ at, words }) => (
            <label key={at}>
              <input type="radio" name={id} onChange={() => onSet(at)} />
              {words}
            </label>
          ))}
        </fieldset>
      ) : null}
    </div>
  )
}
