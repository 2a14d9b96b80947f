/** The keys, from the registry that binds them. */
import { commands } from '../../shared/contract/commands.ts'
import { areLettersOn, keyCaps } from '../state/keys.ts'
import { Button } from '../ui/Button.tsx'
import { Sheet, SheetButtons } from '../ui/Sheet.tsx'
import styles from './Palette.module.css'

/** They act where the focus is on a list, and are no commands of their own. */
const letters =
  'In lists: J and K move, X chooses, N begins an article, / filters. In Review: N and P go through the changes, A approves, D asks for changes. '

export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Sheet title="Keys and help" onClose={onClose}>
      <dl className={styles.keys} tabIndex={0} data-first aria-label="Keys">
        {commands
          .filter(({ id }) => keyCaps(id) !== '')
          .map(({ id, label }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>
                <kbd>{keyCaps(id)}</kbd>
              </dd>
            </div>
          ))}
      </dl>
      <p className={styles.hint}>
        {areLettersOn() ? letters : ''}In the text Esc, then Tab, goes on to what stands beside it; elsewhere Esc goes back to the text.
        Publish has no key on purpose.
      </p>
      <SheetButtons>
        <Button look="primary" onClick={onClose}>
          Close
        </Button>
      </SheetButtons>
    </Sheet>
  )
}
