/** Compose: one article being written, previewed and sent on its way. */
import { useLocation } from 'wouter'
import { Redirect } from 'wouter'
import { useEffect, useMemo } from 'react'
import { useDocument } from '../../editor/useDocument.ts'
import { useAsk } from '../../state/ask.ts'
import { useDesk } from '../../state/desk.ts'
import { lastArticle, rememberArticle } from '../../state/places.ts'
import { useNewArticle } from '../../state/newArticle.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { Composing, type Opened } from './Composing.tsx'
import { useShown } from './besideWords.ts'

export function ComposeScreen({ id }: { readonly id: string | undefined }) {
  if (id) return <Article id={id} key={id} />
  const last = lastArticle()
  return last ? <Redirect to={`/compose/${last}`} replace /> : <NothingOpen />
}

function Article({ id }: { readonly id: string }) {
  const desk = useDesk()
  const { document, failure: unopened } = useDocument(id, desk.person?.id ?? '')
  // Comes with the words when they are opened; asked when they were open already.
  const { value: view, failure } = useAsk('articles.read', { id }, { enabled: document !== undefined })
  useEffect(() => rememberArticle(id), [id])
  const problem = failure ?? unopened
  if (problem?.code === 'notFound' && id === lastArticle()) return <NothingOpen />
  if (problem) {
    return (
      <Page title="Compose">
        <Refusal failure={problem} />
      </Page>
    )
  }
  return <Opening view={view} document={document} />
}

/** Saves of words change the article all the time; the screen is drawn again when something on it differs. */
function Opening({ view, document }: { readonly [Part in keyof Opened]: Opened[Part] | undefined }) {
  const shown = useShown(view)
  return useMemo(() => <Composing opened={shown && document && { view: shown, document }} />, [shown, document])
}

function NothingOpen() {
  const [, go] = useLocation()
  const newArticle = useNewArticle()
  return (
    <Page title="Compose">
      <Empty title="Nothing is open">
        <p>Begin an article, or open one from the desk.</p>
        <div>
          <Button look="primary" onClick={() => void newArticle()}>
            New article
          </Button>
          <Button onClick={() => go('/desk')}>To the desk</Button>
        </div>
      </Empty>
    </Page>
  )
}
