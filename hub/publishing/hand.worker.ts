/** The thread of the second hand. */
import type { House } from '../../shared/site/model.ts'
import { unreachable } from '../../shared/result.ts'
import { hashWithNode } from '../../sqlite/hashing.ts'
import { hashesIn } from './destinations/fileHash.ts'
import { explained } from './destinations/folderTrouble.ts'
import type { HandAct, MadeByHand } from './hand.ts'
import { makePages } from './making.ts'
import { Pack } from './pack.ts'
import { answerWith } from './threads.ts'

hashWithNode()

/** The house of the last pages: what is made once for all pages of a house is kept by it. */
let known: House | undefined

answerWith((act: HandAct) => {
  switch (act.kind) {
    case 'make': {
      if (known?.settingsHash !== act.house.settingsHash) known = act.house
      const made = makePages(known, act.asked, new Pack(act.buffer, act.used))
      return { made, rest: act.asked.slice(made.length) } satisfies MadeByHand
    }
    case 'hashes':
      return explained(act.folder, () => hashesIn(act.folder, act.paths))
    default:
      return unreachable(act)
  }
})
