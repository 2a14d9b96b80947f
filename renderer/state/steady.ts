/**
 * What somebody aims at stays where it is: while a pointer is on its way over a list or pressed on it, what comes for the list is
 * shown a moment later. Or a press would land on the row that moved under it, or on none.
 */
import { useEffect, useReducer, useRef, useState } from 'react'

/** Milliseconds after the pointer's last move: a hand presses about so long after it has arrived. */
const settling = 400

/** For the element around the list. */
export interface Aim {
  readonly onPointerMove: () => void
  readonly onPointerDown: () => void
  readonly onPointerLeave: () => void
}

/** Answers the value that is to be shown, and what tells of the pointer. */
export function useSteady<T>(value: T): readonly [T, Aim] {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0)
  const shown = useRef(value)
  const latest = useRef(value)
  const [hand] = useState(() => new Hand(() => (shown.current === latest.current ? undefined : drawAgain())))
  latest.current = value
  if (!hand.isAiming) shown.current = value
  useEffect(() => hand.listen(), [hand])
  return [shown.current, hand.aim]
}

class Hand {
  readonly #settled: () => void
  #isPressed = false
  #timer: ReturnType<typeof setTimeout> | undefined

  readonly aim: Aim = {
    onPointerMove: () => this.#wait(),
    onPointerDown: () => {
      this.#isPressed = true
      this.#wait()
    },
    onPointerLeave: () => this.#settle(),
  }

  constructor(settled: () => void) {
    this.#settled = settled
  }

  get isAiming(): boolean {
    return this.#isPressed || this.#timer !== undefined
  }

  /** Wherever it is let go of. The click comes after that, at the same place; from a menu of the system nothing comes. Answers how to stop. */
  listen(): () => void {
    const release = () => {
      if (!this.#isPressed) return
      this.#isPressed = false
      this.#wait()
    }
    const events = ['pointerup', 'pointercancel', 'contextmenu', 'blur'] as const
    for (const event of events) window.addEventListener(event, release)
    return () => {
      for (const event of events) window.removeEventListener(event, release)
      clearTimeout(this.#timer)
    }
  }

  #wait(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#settle(), settling)
  }

  #settle(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (!this.#isPressed) this.#settled()
  }
}
