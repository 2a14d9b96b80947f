/** The page that readers will find, below the fields of its notice: the bytes that would go out, as on a phone. */
import type { NoticeStatus } from '../../../shared/desk/publicStatus.ts'
import { useAsk } from '../../state/ask.ts'
import { useSettled } from '../../state/settled.ts'
import { guardLinks } from '../compose/previewFrame.ts'
import styles from './NoticePreview.module.css'

export interface NoticePreviewProps {
  readonly article: string
  readonly status: NoticeStatus
  readonly notice: string
}

export function NoticePreview({ article, status, notice }: NoticePreviewProps) {
  const settled = useSettled(notice.trim())
  const { value } = useAsk('preview.notice', { id: article, status, notice: settled }, { keep: true })
  if (!value) return null
  return (
    <section className={styles.preview} aria-label="What readers will find">
      <h3>What readers will find</h3>
      <iframe
        title="What readers will find"
        sandbox="allow-same-origin"
        src={`${import.meta.env.BASE_URL}${value.path}`}
        onLoad={({ currentTarget: frame }) => {
          guardLinks(frame, { onLink: () => undefined, onWords: () => false })
          showNotice(frame)
        }}
      />
    </section>
  )
}

/** The headline and what stands under it, past the masthead; the sheet itself is not moved. */
function showNotice(frame: HTMLIFrameElement): void {
  const top = frame.contentDocument?.querySelector('main h1')?.getBoundingClientRect().top ?? 0
  frame.contentWindow?.scrollTo({ top: top - 12, behavior: 'instant' })
}
