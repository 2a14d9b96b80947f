/** The front page before it is arranged or set: its slots travel in the address, the hub makes the page that would be published. */
import { FrontSlots } from '../../shared/desk/front.ts'
import type { HouseSettings } from '../../shared/desk/settings.ts'
import type { Context } from '../handlers/context.ts'
import type { Served } from '../session.ts'
import { Unsaved } from './unsaved.ts'

/** Settings on a screen that are not saved. */
const unsaved = new Unsaved<HouseSettings>()

export function frontPreviewPath(slots: FrontSlots, house?: HouseSettings): string {
  const written = Buffer.from(JSON.stringify(slots)).toString('base64url')
  return `preview/front/${written}${house ? `.${unsaved.keep(house)}` : ''}/`
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

function slotsIn(written: string): FrontSlots | undefined {
  try {
    const parsed = FrontSlots.safeParse(JSON.parse(Buffer.from(written, 'base64url').toString('utf8')))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
