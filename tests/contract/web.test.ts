/** The contract over the web shell: real HTTP, real frames, the event stream of a browser. */
import { openTab, openTestWeb, postFrame } from '../factories/webShell.ts'
import { contractSuite } from '../suites/contract.ts'

contractSuite('over the loopback server', async () => {
  const web = await openTestWeb()
  return {
    connect: () => openTab(web),
    close: () => web.close(),
    sendRaw: (bytes) => postFrame(web, 'desk.status', new Uint8Array(bytes)),
  }
})
