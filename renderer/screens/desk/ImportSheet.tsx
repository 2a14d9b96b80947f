/** An import under way, or done: how far it is, what came and what did not, in plain sentences. */
import { bridge } from '../../bridge/bridge.ts'
import { useAsk } from '../../state/ask.ts'
import { counted } from '../../state/dates.ts'
import { say } from '../../state/statusLine.ts'
import { Button } from '../../ui/Button.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { Sheet, SheetButtons } from '../../ui/Sheet.tsx'

export function ImportSheet({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { value } = useAsk('jobs.read', { id }, { keep: true })
  if (!value) return null
  const running = value.state === 'running'
  const close = () => {
    if (!running) say(`${counted(value.articles.length, 'article', 'articles')} imported.`)
    onClose()
  }
  return (
    <Sheet title="Import" onClose={close}>
      <p role="status">
        {running ? `${value.step}: ${value.done} of ${value.total}` : `${counted(value.articles.length, 'article', 'articles')} imported.`}
      </p>
      {value.notes.length > 0 ? (
        <ul>
          {value.notes.map((note, index) => (
            <li key={index}>{note}</li>
          ))}
        </ul>
      ) : null}
      <SheetButtons>
        {running ? <Button onClick={() => void bridge.call('jobs.stop', { id })}>Stop</Button> : null}
        <Button look="primary" onClick={close}>
          {running ? 'Go on in the background' : 'Close'}
        </Button>
      </SheetButtons>
    </Sheet>
  )
}

/** Files that could not even be begun with. */
export function NotImported({ problems, onClose }: { readonly problems: readonly string[]; readonly onClose: () => void }) {
  return (
    <Sheet title="Not imported" onClose={onClose}>
      {problems.map((message) => (
        <Refusal key={message} failure={{ message }} />
      ))}
      <SheetButtons>
        <Button onClick={onClose}>Close</Button>
      </SheetButtons>
    </Sheet>
  )
}
