/** Reading the pages back as a browser would, without one. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

/** All elements, or those of one name, in the order of the page. */
export function elements(node: Node, name?: string): readonly Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap((child) => elements(child, name)) : []
  return 'tagName' in node && (name === undefined || node.tagName === name) ? [node, ...children] : children
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value
}

/** The words within the first element of a class, joined; empty when there is none. */
export function textWithin(document: Node, className: string): string {
  const found = elements(document).find((element) => (attribute(element, 'class') ?? '').split(' ').includes(className))
  return found === undefined ? '' : words(found).trim()
}

export interface Link {
  readonly address: string
  /** True when a browser asks for it without being told to by a reader. */
  readonly asks: boolean
}

export function linksOf(page: string): readonly Link[] {
  return elements(parse(page)).flatMap((element) => {
    const { tagName } = element
    const href = attribute(element, 'href')
    const src = attribute(element, 'src')
    const asks = tagName === 'link' && /stylesheet|icon|preload/u.test(attribute(element, 'rel') ?? '')
    return [...(href === undefined ? [] : [{ address: href, asks }]), ...(src === undefined ? [] : [{ address: src, asks: true }])]
  })
}

function words(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(words).join('') : ''
}
