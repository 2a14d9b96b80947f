/** The thread of the second hand. */
import { listedOf } from '../../shared/site/listed.ts'
import type { House, Listed } from '../../shared/site/model.ts'
import { unreachable } from '../../shared/result.ts'
import { hashWithNode } from '../../sqlite/hashing.ts'
import { hashesIn } from './destinations/fileHash.ts'
import { explained } from './destinations/folderTrouble.ts'
import type { HandAct, MadeByHand } from './hand.ts'
import { releasedFrom } from './entries.ts'
import { makePages, type Names } from './making.ts'
import { Pack } from './pack.ts'
import { answerWith } from './threads.ts'

hashWithNode()

/** The house of the last pages: what is made once for all pages of a house is kept by it. */
let known: House | undefined
/** Of each site that is being built its articles as lists name them, by place: one is built in a folder while the queue delivers another. */
const listed = new Map<number, Map<number, Listed>>()

function namesOf(site: number): Names {
  return {
    keep({ place }, article) {
      const all = listed.get(site) ?? new Map<number, Listed>()
      listed.set(site, all.set(place, article))
    },
    at: (place) => listed.get(site)?.get(place),
  }
}

answerWith((act: HandAct) => {
  switch (act.kind) {
    case 'make': {
      const names = namesOf(act.site)
      if (known?.settingsHash !== act.house.settingsHash) known = act.house
      const made = makePages(known, act.asked, new Pack(act.buffer, act.used), names)
      const rest = act.asked.slice(made.length)
      for (const { from } of rest) if ('row' in from) names.keep(from.row, listedOf(releasedFrom(from.row), known))
      return { made, rest } satisfies MadeByHand
    }
    case 'end':
      listed.delete(act.site)
      return undefined
    case 'hashes':
      return explained(act.folder, () => hashesIn(act.folder, act.paths))
    default:
      return unreachable(act)
  }
})
