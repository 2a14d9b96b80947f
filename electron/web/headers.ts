/** The headers every answer carries: what a page may load, and who may look into it. [SE3] */

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const

const interfacePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob: data:; connect-src 'self'; " +
  "frame-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Pages of the site, shown in a frame: what they print is the desk's own, but no script runs and nothing is asked of others. */
const sitePolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

/** Hot reloading writes scripts and styles into the page and speaks over a socket. */
const developmentPolicy =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; " +
  "connect-src 'self' ws:; worker-src 'self' blob:; base-uri 'none'; frame-ancestors 'none'"

export type Kind = 'interface' | 'site' | 'development'

export function headersFor(kind: Kind): Readonly<Record<string, string>> {
  const policies: Record<Kind, string> = { interface: interfacePolicy, site: sitePolicy, development: developmentPolicy }
  return { ...everywhere, 'content-security-policy': policies[kind] }
}
