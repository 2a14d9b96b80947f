/** The front page before it is arranged: its slots travel in the address, the hub makes the page that would be published. */
import { FrontSlots } from '../../shared/desk/front.ts'
import type { Context } from '../handlers/context.ts'
import type { Served } from '../session.ts'

export function frontPreviewPath(slots: FrontSlots): string {
  return `preview/front/${Buffer.from(JSON.stringify(slots)).toString('base64url')}/`
}

/** `inside`: the path after `preview/front/`; undefined when it names no arrangement. */
export async function serveFront(context: Context, inside: string): Promise<Served | undefined> {
  const slots = slotsIn(inside.split('/')[0] ?? '')
  if (!slots || context.readOnly !== '') return undefined
  const answer = await context.line.ask({ type: 'previewFront', slots })
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
