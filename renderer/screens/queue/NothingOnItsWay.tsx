/** An empty Queue: how something comes to stand here, in the seconds that this desk leaves to undo. */
import { useAsk } from '../../state/ask.ts'
import { counted } from '../../state/dates.ts'
import { Empty } from '../../ui/Page.tsx'

export function NothingOnItsWay() {
  const { value } = useAsk('settings.read', {})
  return (
    <Empty title="Nothing is on its way">
      {value ? (
        <p>
          An approved article goes out with “Publish…”, {whenPublished(value.settings.undoSeconds)}, or at a time you choose with
          “Schedule…”. It then stands here until it is live.
        </p>
      ) : null}
    </Empty>
  )
}

function whenPublished(undoSeconds: number): string {
  return undoSeconds === 0 ? 'at once' : `${counted(undoSeconds, 'second', 'seconds')} later`
}
