/** System notifications: only for what needs the person, once, and never with a word of an article, which the system would keep. */
import { Notification } from 'electron'

export interface Notices {
  /** How much is past its time and not live; told when it is more than before. [QU8] */
  overdue(count: number): void
  /** What waits for this person; told when something came to it. Another person, or nobody, is nothing new. */
  waiting(person: string, pieces: readonly { readonly id: string; readonly isReturned: boolean }[]): void
}

export interface NoticeOptions {
  /** True while somebody has the window in front of them: it says the same. */
  readonly isLookedAt: () => boolean
  /** Brings the window forward, on the screen of this command. */
  readonly show: (command: 'goQueue' | 'goDesk') => void
}

export function noticesOver({ isLookedAt, show }: NoticeOptions): Notices {
  let overdueBefore = 0
  let personBefore: string | undefined
  let waitedBefore: ReadonlySet<string> = new Set()
  // A notification that nobody holds is collected, and its click with it.
  const shown = new Set<Notification>()

  function tell(body: string, command: 'goQueue' | 'goDesk'): void {
    if (isLookedAt() || !Notification.isSupported()) return
    const notification = new Notification({ title: 'Chancery', body })
    shown.add(notification)
    notification.on('close', () => shown.delete(notification))
    notification.on('click', () => {
      shown.delete(notification)
      show(command)
    })
    notification.show()
  }

  return {
    overdue(count) {
      if (count > overdueBefore)
        tell(
          count === 1
            ? 'One edition is overdue: past its time and not live.'
            : `${count} editions are overdue: past their time and not live.`,
          'goQueue',
        )
      overdueBefore = count
    },
    waiting(person, pieces) {
      const fresh = pieces.filter(({ id }) => !waitedBefore.has(id))
      const isSamePerson = person !== '' && person === personBefore
      personBefore = person
      waitedBefore = new Set(pieces.map(({ id }) => id))
      if (isSamePerson && fresh.length > 0) tell(waitingWords(fresh), 'goDesk')
    },
  }
}

function waitingWords(fresh: readonly { readonly isReturned: boolean }[]): string {
  const [only] = fresh
  if (fresh.length > 1) return `${fresh.length} pieces wait for you.`
  return only?.isReturned ? 'Changes were requested in a piece of yours.' : 'A piece waits for you.'
}
