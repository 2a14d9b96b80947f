/** The picture at the head of a piece: taken in like any other, described, and told what must stay in sight when it is cut. */
import { useEffect, useId, useRef, useState } from 'react'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import { largestPictureBytes } from '../../../shared/contract/media.ts'
import { type ArticleFields, noFields } from '../../../shared/desk/fields.ts'
import { longestAlt, longestCredit } from '../../../shared/document/figures.ts'
import { bridge } from '../../bridge/bridge.ts'
import { pictureFiles } from '../../editor/pictures.ts'
import { say } from '../../state/statusLine.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { EarnestField } from './EarnestField.tsx'
import { FocusPoint } from './FocusPoint.tsx'
import styles from './LeadPicture.module.css'
import type { SetField } from './useSetField.ts'

type Lead = ArticleFields['lead']

export interface LeadPictureProps {
  readonly view: ArticleView
  readonly set: SetField['set']
  readonly wrong: string | undefined
  readonly isLocked: boolean
}

export function LeadPicture({ view, set, wrong, isLocked }: LeadPictureProps) {
  const { lead } = view.fields
  const file = useRef<HTMLInputElement>(null)
  const root = useRef<HTMLDivElement>(null)
  const id = useId()
  const [refusal, setRefusal] = useState('')
  const [isDescribing, setDescribing] = useState(false)
  useEffect(() => {
    if (isDescribing && lead.media !== '') root.current?.querySelector<HTMLElement>('[data-alt] input')?.focus()
    if (isDescribing) setDescribing(lead.media === '')
  }, [isDescribing, lead.media])
  const take = async (chosen: File) => {
    const added = await takenIn(view.row.id, chosen)
    setRefusal(typeof added === 'string' ? added : '')
    if (typeof added === 'string') return
    setDescribing(true)
    set('lead', { ...noFields.lead, ...added })
  }
  const change = (part: Partial<Lead>) => set('lead', (now) => ({ ...now, ...part }))
  return (
    <div data-field="lead" role="group" aria-labelledby={id} className={styles.lead} ref={root}>
      <h2 id={id}>Lead picture</h2>
      <input
        ref={file}
        type="file"
        accept={pictureFiles}
        aria-label="Lead picture, from a file"
        hidden
        onChange={(event) => {
          const [chosen] = event.target.files ?? []
          if (chosen) void take(chosen)
          event.target.value = ''
        }}
      />
      {lead.media === '' ? (
        <p className={styles.soft}>
          Stands at the head of the piece, on the front and in previews of links. Without one, the first picture of the text is shown there.
        </p>
      ) : (
        <>
          <FocusPoint lead={lead} isLocked={isLocked} onFocus={(focus) => change({ focus })} />
          <div data-alt>
            <EarnestField value={lead.alt} onLeave={(alt) => change({ alt: oneLine(alt) })}>
              {(props) => (
                <TextField
                  label="Alternative text of the lead"
                  maxLength={longestAlt}
                  help="What it shows, for those who do not see it."
                  {...props}
                />
              )}
            </EarnestField>
          </div>
          <EarnestField value={lead.caption} onLeave={(caption) => change({ caption: oneLine(caption) })}>
            {(props) => <TextField label="Caption of the lead" maxLength={1000} {...props} />}
          </EarnestField>
          <EarnestField value={lead.credit} onLeave={(credit) => change({ credit: oneLine(credit) })}>
            {(props) => <TextField label="Credit of the lead" maxLength={longestCredit} {...props} />}
          </EarnestField>
        </>
      )}
      <p className={styles.acts}>
        <Button onClick={() => file.current?.click()} disabled={isLocked} data-choose>
          {lead.media === '' ? 'Choose a lead picture…' : 'Another lead picture…'}
        </Button>
        {lead.media === '' || isLocked ? null : (
          <Button
            look="quiet"
            onClick={() => {
              set('lead', noFields.lead)
              root.current?.querySelector<HTMLElement>('[data-choose]')?.focus()
            }}
          >
            Take out the lead picture
          </Button>
        )}
      </p>
      {refusal !== '' || wrong ? (
        <p className={styles.wrong} role="alert">
          {refusal || wrong}
        </p>
      ) : null}
    </div>
  )
}

/** The picture as the desk keeps it, or why not, in a sentence. */
async function takenIn(article: string, file: File): Promise<Pick<Lead, 'media' | 'width' | 'height'> | string> {
  if (file.size > largestPictureBytes) return `“${file.name}” is larger than 50 MB. Save a smaller copy of it. Nothing was changed.`
  say(`“${file.name}” is being prepared…`)
  const added = await bridge.call('media.add', { id: article, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  say(added.ok ? added.value.note || 'The picture leads the piece.' : '')
  return added.ok ? { media: added.value.hash, width: added.value.width, height: added.value.height } : added.error.message
}

function oneLine(words: string): string {
  return words.replaceAll(/[\u0000-\u001f\u007f]+/gu, ' ').trim()
}
