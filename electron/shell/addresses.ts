/** Which addresses are the program's own, and which may be handed to the person's browser or mail program. [SE1] [SE2] */

export const scheme = 'app'
export const host = 'chancery'
export const home = `${scheme}://${host}/`

/** By protocol and host: the origin of an `app://` address is "null" in Node. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${scheme}:` && url.host === host
}

/** A page of the site inside the program: framed, and never asked anything by IPC. */
export function isSitePage(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && isOwnAddress(address) && /^\/(?:preview|site|media)\//.test(url.pathname)
}

/** The interface itself, any of its screens. */
export function isInterface(address: string): boolean {
  return isOwnAddress(address) && !isSitePage(address)
}

/** For a person: whom they would visit or write to. Undefined: the address is not opened at all. */
export function visitOf(address: string): { readonly url: string; readonly whom: string } | undefined {
  const url = URL.parse(address)
  if (url?.protocol === 'https:' && url.username === '' && url.password === '') return { url: url.href, whom: url.host }
  if (url?.protocol === 'mailto:' && url.pathname !== '') return { url: url.href, whom: decoded(url.pathname) }
  return undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
