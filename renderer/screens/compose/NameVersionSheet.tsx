/** Asks what to call the version that is kept. */
import { NameSheet } from '../../ui/NameSheet.tsx'

export function NameVersionSheet({ onName, onClose }: { readonly onName: (label: string) => void; readonly onClose: () => void }) {
  return (
    <NameSheet
      title="Name a version"
      act="Keep"
      maxLength={200}
      help="Such as: before the cuts. Keeping a version publishes nothing."
      onName={(label) => {
        onName(label)
        return undefined
      }}
      onClose={onClose}
    />
  )
}
