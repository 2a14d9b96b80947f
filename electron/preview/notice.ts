/** The page that readers will find once they are told a piece is withdrawn, retracted or taken down: made before anybody proposes it. */
import type { ArticleState } from '../../shared/desk/article.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import { withNotice } from '../../shared/desk/notice.ts'
import type { NoticeStatus } from '../../shared/desk/publicStatus.ts'
import { ok, type Result } from '../../shared/result.ts'
import { readArticle } from '../database/articles.ts'
import { readDeskState } from '../database/meta.ts'
import type { Context } from '../handlers/context.ts'
import { noticeOf } from '../handlers/statusActs.ts'
import type { Served } from '../session.ts'
import { type Preview, previewOf } from './preview.ts'
import { Unsaved } from './unsaved.ts'

export interface NoticeAsked {
  readonly article: string
  readonly status: NoticeStatus
  /** As it is being written. */
  readonly notice: string
}

/** Notices on a screen that nobody proposed. */
const unsaved = new Unsaved<NoticeAsked>()

/** Where the page is served until other notices took its place. A refusal: the published version is not on this computer. */
export async function noticePreviewPath(
  context: Context,
  desk: DeskState,
  article: ArticleState,
  { status, notice }: Omit<NoticeAsked, 'article'>,
): Promise<Result<string>> {
  const page = await pageOf(context, desk, article, status, notice)
  return page.ok ? ok(`preview/notice/${unsaved.keep({ article: article.id, status, notice })}${page.value.address}`) : page
}

/** `inside`: the path after `preview/notice/`; undefined when it names no notice, or one that is not kept any more. */
export async function serveNotice(context: Context, inside: string): Promise<Served | undefined> {
  const asked = unsaved.get(inside.split('/')[0] ?? '')
  const desk = readDeskState(context.db)
  const article = asked && readArticle(context.db, asked.article)
  if (!desk || !article) return undefined
  const page = await pageOf(context, desk, article, asked.status, asked.notice)
  return page.ok ? { status: 200, type: page.value.type, bytes: page.value.bytes } : undefined
}

/** As if it were confirmed now: by nobody yet, whose name is on no page. */
async function pageOf(
  context: Context,
  desk: DeskState,
  article: ArticleState,
  status: NoticeStatus,
  notice: string,
): Promise<Result<Preview>> {
  const made = noticeOf(context, article, status, notice)
  if (!made.ok) return made
  const at = context.now().toISOString()
  const proposed: ArticleState = { ...article, proposal: { status, notice, reason: notice, by: '', at } }
  const told = withNotice(proposed, { by: '', at, version: made.value.hash, override: '' }, desk.settings)
  return ok(await previewOf(context, desk, told, made.value.version))
}
