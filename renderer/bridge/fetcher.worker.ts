/** Asks the workstation beside the page: what a request and its answer cost is not taken from whoever is writing. */
import type { Answered, Asked } from './fetcher.ts'

self.addEventListener('message', (event: MessageEvent<Asked>) => void answer(event.data))

async function answer({ n, address, init }: Asked): Promise<void> {
  try {
    const response = await fetch(address, init)
    const bytes = await response.arrayBuffer()
    tell({ n, status: response.status, bytes }, [bytes])
  } catch {
    tell({ n, status: 0, bytes: new ArrayBuffer(0) }, [])
  }
}

// From now on it can be asked.
tell({ n: 0, status: 0, bytes: new ArrayBuffer(0) }, [])

function tell(answered: Answered, moved: Transferable[]): void {
  self.postMessage(answered, { transfer: moved })
}
