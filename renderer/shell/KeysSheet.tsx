/** The keys, from the registry that binds them. */
import { commands } from '../../shared/contract/commands.ts'
import { keyCaps } from '../state/keys.ts'
import { Button } from '../ui/Button.tsx'
import { Sheet, SheetButtons } from '../ui/Sheet.tsx'
import styles from './Palette.module.css'

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
        In the text Esc, then Tab, goes on to what stands beside it; elsewhere Esc goes back to the text. Publish has no key on purpose.
      </p>
      <SheetButtons>
        <Button look="primary" onClick={onClose}>
          Close
        </Button>
      </SheetButtons>
    </Sheet>
  )
}
