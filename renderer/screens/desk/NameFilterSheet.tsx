/** Asks what to call a filter that is kept. */
import { type DeskFilter, saveFilter } from '../../state/savedFilters.ts'
import { say } from '../../state/statusLine.ts'
import { NameSheet } from '../../ui/NameSheet.tsx'

export function NameFilterSheet({ filter, onClose }: { readonly filter: DeskFilter; readonly onClose: () => void }) {
  function save(name: string): string | undefined {
    if (name === '') return 'The filter needs a name.'
    saveFilter(name, filter)
    say(`The filter “${name}” stands beside the others.`)
    return undefined
  }
  return (
    <NameSheet
      title="Save this filter"
      act="Save"
      maxLength={40}
      help="Such as: drafts on the harbour. It is kept on this computer."
      onName={save}
      onClose={onClose}
    />
  )
}
