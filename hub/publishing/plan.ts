/** What has to be done at a destination to bring it to a site: what stands there already is compared by name before anything is made. */
import { type Hash, hashOf } from '../../shared/canonical.ts'
import type { Markup } from '../../shared/site/markup.ts'
import type { PageSpec } from '../../shared/site/model.ts'
import { gather } from './gather.ts'
import type { Pack } from './pack.ts'
import { rowAlone } from './group.ts'
import { type Asked, partsOf } from './making.ts'
import type { Gathered, Site } from './site.ts'
import { type PageName, pathOfName } from './pageName.ts'
import { pictureBytes } from './pictures.ts'
import { contentHash } from './contentHash.ts'

/** What is known to stand at a destination, by path. Empty strings: something of ours, but not known what. */
export type Known = ReadonlyMap<string, { readonly inputs: Hash; readonly content: Hash }>

export type Planned =
  /** `isOurs`: this path was written by the desk before, so that what stands there may be replaced. */
  | {
      readonly kind: 'write'
      readonly path: string
      readonly inputs: Hash
      readonly content: Hash
      readonly bytes: Uint8Array
      readonly isOurs: boolean
    }
  /** Stands there already. */
  | { readonly kind: 'keep'; readonly path: string; readonly inputs: Hash; readonly content: Hash }
  | { readonly kind: 'remove'; readonly path: string }

/** What has to be done, or will have to be once the page is made. */
export type Due =
  | Planned
  | { readonly kind: 'asked'; readonly path: string; readonly inputs: Hash; readonly isOurs: boolean; readonly asked: Asked }

/**
 * One file: what to do about it. A page that anybody could make is only asked for, the bytes of any other are in `pack`.
 * Undefined when it neither stands there nor should. Throws `DeliveryFailure` on damage.
 */
export async function planPage(site: Site, name: PageName, known: Known, pack: Pack): Promise<Due | undefined> {
  const path = pathOfName(name)
  const stands = known.get(path)
  const gathered = await gather(site, name)
  if (!gathered) return stands && { kind: 'remove', path }
  // Texts and numbers only, so that this is one text for one list.
  const inputs = hashOf('chancery/inputs/1\n', JSON.stringify([path, site.press.made, ...gathered.inputs]))
  if (stands && stands.inputs === inputs && stands.content !== '') return { kind: 'keep', path, inputs, content: stands.content }
  const from = await fromItself(site, name, gathered)
  if (from) return { kind: 'asked', path, inputs, isOurs: stands !== undefined, asked: { path, from, stands: stands?.content ?? '' } }
  const made = await madeOf(site, path, await gathered.spec())
  const bytes = made instanceof Uint8Array ? pack.keep(made) : pack.write(made)
  const content = contentHash(bytes)
  if (stands?.content === content) {
    pack.giveBack(bytes)
    return { kind: 'keep', path, inputs, content }
  }
  return { kind: 'write', path, inputs, content, bytes, isOurs: stands !== undefined }
}

/** Undefined for a page that needs more of the record, and where there are few. */
async function fromItself(site: Site, name: PageName, gathered: Gathered): Promise<Asked['from'] | undefined> {
  if (site.standing && gathered.list) return gathered.list()
  if (!site.group) return undefined
  if (name.page === 'pointer') return { spec: await gathered.spec() }
  const row = name.page === 'article' ? await rowAlone(site, name.article) : undefined
  return row && { row }
}

/** The parts of a page, the bytes of a file that is copied. */
async function madeOf(site: Site, path: string, spec: PageSpec): Promise<readonly Markup[] | Uint8Array> {
  return (await copiedFile(site, spec)) ?? partsOf(path, spec, site.press.house)
}

/** Files that are written as they are; undefined for pages. */
async function copiedFile(site: Site, spec: PageSpec): Promise<Uint8Array | undefined> {
  if (spec.page === 'picture') return pictureBytes(site, spec.hash)
  return spec.page === 'asset' ? themeFile(site, spec.name) : undefined
}

function themeFile({ press }: Site, name: string): Uint8Array {
  const bytes = press.theme.get(name)
  if (!bytes) throw new Error(`the theme has no file ${name}`)
  return bytes
}

/** Name of the bytes that the site has under this name; undefined when it has no such page. */
export async function contentOf(site: Site, name: PageName): Promise<Hash | undefined> {
  const gathered = await gather(site, name)
  if (!gathered) return undefined
  const made = await madeOf(site, pathOfName(name), await gathered.spec())
  return contentHash(made instanceof Uint8Array ? made : made.map((part) => part.html).join(''))
}
