/** What the shells serve by address: previews with the site's own theme beside them, and the published site itself on loopback. */
import { readFile } from 'node:fs/promises'
import { join, normalize, sep } from 'node:path'
import { themeAssets } from '../../shared/site/assets.ts'
import { readArticle } from '../database/articles.ts'
import { pictureType } from '../../shared/picture/webp.ts'
import { readDeskState } from '../database/meta.ts'
import { readPicture } from '../database/pictures.ts'
import type { Context } from '../handlers/context.ts'
import type { Served } from '../session.ts'
import { serveFront } from './front.ts'
import { serveNotice } from './notice.ts'
import { previewOf } from './preview.ts'

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  json: 'application/json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
}

/** `preview/ARTICLE/…`, `media/HASH` and `site/…`, without a leading slash; undefined when nothing stands there. */
export async function serve(context: Context, path: string): Promise<Served | undefined> {
  const [root, ...rest] = path.split('/')
  if (root === 'preview') return servePreview(context, rest[0] ?? '', rest.slice(1).join('/'))
  if (root === 'media') return servePicture(context, rest.join('/'))
  if (root === 'site') return serveSite(context, rest.join('/'))
  return undefined
}

async function servePreview(context: Context, id: string, inside: string): Promise<Served | undefined> {
  // A front and a notice stand one folder deeper: what they are made from is named in their address.
  const within = id === 'front' || id === 'notice' ? inside.split('/').slice(1).join('/') : inside
  const asset = themeAssets.find(({ name }) => within === `theme/${name}`)
  if (asset) return { status: 200, type: asset.type, bytes: await readFile(join(context.resources, 'theme', asset.name)) }
  if (within.startsWith('media/')) return servePicture(context, within.slice('media/'.length))
  if (id === 'front') return serveFront(context, inside)
  if (id === 'notice') return serveNotice(context, inside)
  const desk = readDeskState(context.db)
  const article = readArticle(context.db, id)
  if (!desk || !article) return undefined
  const preview = await previewOf(context, desk, article)
  // The predicted address moves with the headline; the frame keeps the one it was given until it asks again.
  const isPage = /^\d{4}\/\d{2}\/[^/]+\/(index\.html)?$/.test(inside)
  return isPage ? { status: 200, type: preview.type, bytes: preview.bytes } : undefined
}

/** A picture under its name, which is that of its bytes: it never changes, and is never anything else than a picture. [SE9] */
function servePicture(context: Context, name: string): Served | undefined {
  const hash = /^([0-9a-f]{64})(?:\.webp)?$/.exec(name)?.[1]
  const bytes = hash === undefined ? undefined : readPicture(context.db, hash)
  return bytes && { status: 200, type: pictureType, bytes, headers: { 'cache-control': 'private, max-age=31536000, immutable' } }
}

/** The first folder destination as it lies on the disk. */
async function serveSite(context: Context, inside: string): Promise<Served | undefined> {
  const folder = siteFolder(context)
  if (folder === undefined) return undefined
  const wanted = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside
  const file = normalize(join(folder, decodeURIComponent(wanted)))
  if (!file.startsWith(folder + sep)) return undefined
  try {
    const bytes = await readFile(file)
    return { status: 200, type: types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream', bytes }
  } catch {
    return undefined
  }
}

/** Absolute; undefined when no folder is among the destinations. */
export function siteFolder(context: Pick<Context, 'db' | 'dataFolder'>): string | undefined {
  const destination = readDeskState(context.db)?.settings.destinations.find(({ kind }) => kind === 'folder')
  return destination && (destination.folder === '' ? join(context.dataFolder, 'site') : normalize(destination.folder))
}
