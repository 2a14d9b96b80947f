/** What the desk keeps for itself about a piece: by when, how long, who reads it, what it is called here. */
import { isAtDesk } from '../../../shared/desk/person.ts'
import { nameOf, useDesk } from '../../state/desk.ts'
import { DateField } from '../../ui/DateField.tsx'
import { SelectField, TextArea, TextField } from '../../ui/Field.tsx'
import styles from './Details.module.css'
import { EarnestField } from './EarnestField.tsx'
import { EmbargoField } from './EmbargoField.tsx'
import { type FieldsProps, wholeNumber } from './PieceFields.tsx'

export function DeskFields({ view, set, missing }: FieldsProps) {
  const { fields } = view
  const desk = useDesk()
  const { people, zone } = desk
  const here = people.filter(isAtDesk)
  const gone = fields.reader !== '' && !here.some(({ id }) => id === fields.reader)
  return (
    <section className={styles.group} aria-labelledby="for-the-desk">
      <h2 id="for-the-desk">For the desk</h2>
      <div data-field="slugline">
        <EarnestField value={fields.slugline} onLeave={(name) => set('slugline', name.trim())}>
          {(props) => (
            <TextField
              label="Working name"
              maxLength={60}
              wrong={missing('slugline')}
              help="What the desk calls it. No reader sees it."
              {...props}
            />
          )}
        </EarnestField>
      </div>
      <div className={styles.pair}>
        <div data-field="wantedBy">
          <DateField
            label="Wanted by"
            value={fields.wantedBy}
            told="left"
            onDate={(day) => set('wantedBy', day)}
            wrong={missing('wantedBy')}
          />
        </div>
        <div data-field="wantedLength">
          <EarnestField
            value={fields.wantedLength === 0 ? '' : String(fields.wantedLength)}
            onLeave={(words) => set('wantedLength', wholeNumber(words, 1_000_000))}
          >
            {(props) => (
              <TextField
                label="Wanted length"
                inputMode="numeric"
                maxLength={9}
                wrong={missing('wantedLength')}
                help="In words."
                {...props}
              />
            )}
          </EarnestField>
        </div>
      </div>
      <div data-field="reader">
        <SelectField
          label="To be read by"
          value={fields.reader}
          wrong={missing('reader')}
          onChange={(event) => set('reader', event.target.value)}
          choices={[
            { value: '', label: 'Anyone' },
            ...here.map(({ id, name }) => ({ value: id, label: name })),
            ...(gone ? [{ value: fields.reader, label: `${nameOf(desk, fields.reader)}, who has left` }] : []),
          ]}
        />
      </div>
      <EmbargoField
        key={fields.embargo}
        embargo={fields.embargo}
        zone={zone}
        onSet={(at) => set('embargo', at)}
        wrong={missing('embargo')}
      />
      <div data-field="rights">
        <EarnestField value={fields.rights.whose} onLeave={(words) => set('rights', (now) => ({ ...now, whose: words.trim() }))}>
          {(props) => (
            <TextArea
              label="Whose rights"
              maxLength={500}
              rows={2}
              wrong={missing('rights')}
              help="Whose the words and pictures are."
              {...props}
            />
          )}
        </EarnestField>
      </div>
      <div className={styles.pair}>
        <EarnestField value={fields.rights.licence} onLeave={(words) => set('rights', (now) => ({ ...now, licence: words.trim() }))}>
          {(props) => <TextField label="Licence" maxLength={200} help="Under which they are printed." {...props} />}
        </EarnestField>
        <DateField
          label="Asked on"
          value={fields.rights.askedOn}
          told="left"
          onDate={(askedOn) => set('rights', (now) => ({ ...now, askedOn }))}
        />
      </div>
    </section>
  )
}
