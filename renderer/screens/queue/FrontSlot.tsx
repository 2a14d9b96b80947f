/** One slot of the front: chosen from a list by keyboard, or dropped onto and dragged from by hand. */
import { type DragEvent, useState } from 'react'
import type { ArticleRow } from '../../../shared/contract/articles.ts'
import type { FrontSlots } from '../../../shared/desk/front.ts'
import { SelectField } from '../../ui/Field.tsx'
import { dragPiece, pieceDragged } from './dragPiece.ts'
import styles from './FrontScreen.module.css'
import { inSlot, slotLabel, type SlotName } from './frontSlotNames.ts'

export interface FrontSlotProps {
  readonly name: SlotName
  readonly slots: FrontSlots
  readonly pieces: readonly ArticleRow[]
  readonly headlines: Readonly<Record<string, string>>
  readonly onPlace: (name: SlotName, id: string) => void
}

export function FrontSlot({ name, slots, pieces, headlines, onPlace }: FrontSlotProps) {
  const [isOver, setOver] = useState(false)
  const id = inSlot(slots, name)
  const isListed = id === '' || pieces.some((piece) => piece.id === id)
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <div
      className={`${styles.slot} ${name === 'lead' ? styles.lead : ''} ${isOver ? styles.over : ''}`}
      draggable={id !== ''}
      onDragStart={(event) => dragPiece(event, id)}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const dropped = pieceDragged(event)
        if (dropped !== '') onPlace(name, dropped)
      }}
      role="presentation"
    >
      <SelectField
        label={slotLabel(name)}
        value={id}
        onChange={(event) => onPlace(name, event.target.value)}
        choices={[
          { value: '', label: 'The newest' },
          ...pieces.map((piece) => ({ value: piece.id, label: piece.headline || 'Untitled' })),
          ...(isListed ? [] : [{ value: id, label: headlines[id] || 'Untitled' }]),
        ]}
      />
    </div>
  )
}
