/** The front page before it is arranged or set: its slots travel in the address, the hub makes the page that would be published. */
import { canonicalBytes, hashOf } from '../../shared/canonical.ts'
import { FrontSlots } from '../../shared/desk/front.ts'
import type { HouseSettings } from '../../shared/desk/settings.ts'
import type { Context } from '../handlers/context.ts'
import type { Served } from '../session.ts'

/** Settings on a screen that are not saved, by their name: too long for an address, and of use for a moment only. */
const unsaved = new Map<string, HouseSettings>()
const mostUnsaved = 64

export function frontPreviewPath(slots: FrontSlots, house?: HouseSettings): string {
  const written = Buffer.from(JSON.stringify(slots)).toString('base64url')
  return `preview/front/${written}${house ? `.${keep(house)}` : ''}/`
}

/** `inside`: the path after `preview/front/`; undefined when it names no arrangement, or settings that are not kept any more. */
export async function serveFront(context: Context, inside: string): Promise<Served | undefined> {
  const [written = '', name] = (inside.split('/')[0] ?? '').split('.')
  const slots = slotsIn(written)
  const house = name === undefined ? null : unsaved.get(name)
  if (!slots || house === undefined || context.readOnly !== '') return undefined
  const answer = await context.line.ask({ type: 'previewFront', slots, house })
  return answer.ok ? { status: 200, type: answer.value.type, bytes: answer.value.bytes } : undefined
}

function keep(house: HouseSettings): string {
  const name = hashOf('chancery/preview/1\n', canonicalBytes(house))
  unsaved.delete(name)
  unsaved.set(name, house)
  for (const oldest of unsaved.keys()) if (unsaved.size > mostUnsaved) unsaved.delete(oldest)
  return name
}

function slotsIn(written: string): FrontSlots | undefined {
  try {
    const parsed = FrontSlots.safeParse(JSON.parse(Buffer.from(written, 'base64url').toString('utf8')))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
