/** Asks what somebody is called from now on; what they did stands under the new name, since it was kept by id. [BY3] */
import type { Person } from '../../../shared/desk/person.ts'
import { bridge } from '../../bridge/bridge.ts'
import { say } from '../../state/statusLine.ts'
import { NameSheet } from '../../ui/NameSheet.tsx'

export function RenameSheet({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  async function rename(name: string): Promise<string | undefined> {
    if (name === '') return 'A person needs a name. Nothing was changed.'
    const renamed = await bridge.call('people.rename', { id: person.id, name })
    if (!renamed.ok) return renamed.error.message
    say(`${person.name} is now ${renamed.value.name}.`)
    return undefined
  }
  return (
    <NameSheet
      title={`Rename: ${person.name}`}
      act="Rename"
      name={person.name}
      maxLength={120}
      help="As colleagues call them; readers never see it."
      onName={rename}
      onClose={onClose}
    />
  )
}
