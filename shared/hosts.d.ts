/** The few things that Node, the browser and a worker all have and `lib.es2024` does not name; nothing else of a host exists in `shared`. */

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number }
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes?: Uint8Array): string
}

/** As much of an element as `prosemirror-model` hands to a parse rule. */
interface HTMLElement {
  getAttribute(name: string): string | null
  querySelector(selector: string): HTMLElement | null
  readonly textContent: string | null
  readonly style: Readonly<Record<string, string>>
}
