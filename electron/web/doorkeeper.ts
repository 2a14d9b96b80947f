/** Who may ask the web shell anything: the browser that came with the token, from this address, and no other page. [SE4] */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export interface Doorkeeper {
  /** 32 random bytes; part of the printed address, never of a page. */
  readonly token: string
  /** Why the request is turned away, in words, or undefined when it may come in. `safe`: a reading request. */
  refuse(headers: IncomingHttpHeaders, safe: boolean): string | undefined
  /** Only Host and Origin: all that can be asked of the request that brings the token. */
  refuseOrigin(headers: IncomingHttpHeaders, safe: boolean): string | undefined
  isToken(offered: string): boolean
  /** The `Set-Cookie` header for a browser that brought the token. */
  readonly cookie: string
}

/** `port`: cookies know no ports, so its name carries it, or two desks in one browser would lock each other out. */
export function doorkeeper(port: number): Doorkeeper {
  const token = randomBytes(32).toString('base64url')
  const host = `127.0.0.1:${port}`
  const name = `chancery_${port}`
  const isToken = (offered: string) => timingSafeEqual(digest(offered), digest(token))

  function refuseOrigin(headers: IncomingHttpHeaders, safe: boolean): string | undefined {
    // Rebinding: a foreign name that points to 127.0.0.1 arrives with that name.
    if (headers.host !== host) return `This address is not ${host}.`
    const foreign = 'A page from somewhere else asked. It was not let in.'
    if (headers.origin !== undefined && headers.origin !== `http://${host}`) return foreign
    const site = headers['sec-fetch-site']
    if (!safe && site !== undefined && site !== 'same-origin') return foreign
    return undefined
  }

  return {
    token,
    isToken,
    cookie: `${name}=${token}; Path=/; HttpOnly; SameSite=Strict`,
    refuseOrigin,
    refuse(headers, safe) {
      const refusal = refuseOrigin(headers, safe)
      if (refusal) return refusal
      const offered = cookieOf(headers.cookie, name)
      return offered !== undefined && isToken(offered)
        ? undefined
        : 'This workstation opens only in the browser it was started for. Use the whole address that Chancery printed when it started.'
    },
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const equals = part.indexOf('=')
    if (part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim()
  }
  return undefined
}
