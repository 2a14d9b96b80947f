/** A piece on its way to a slot by hand: its id, under a type of our own so that nothing else can be dropped. */
import type { DragEvent } from 'react'

const type = 'application/x-chancery-piece'

export function dragPiece(event: DragEvent, id: string): void {
  event.dataTransfer.setData(type, id)
  event.dataTransfer.effectAllowed = 'move'
}

/** Empty when something else was dropped. */
export function pieceDragged(event: DragEvent): string {
  return event.dataTransfer.getData(type)
}
