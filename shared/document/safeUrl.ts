/** The one judge of addresses: what a link or picture may point to, here and on the published page. */

const longest = 2000

/** Spaces, controls, bidirectional and invisible characters, half surrogates: an address holding one is not what it looks like. */
const deceptive =
  /[\u0000-\u0020\u007f-\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff0-\uffff]|\p{Surrogate}/u

const allowed: readonly RegExp[] = [
  // No `user:password@` before the host: `https://bank.example@other.example` shows one house and opens another.
  /^https?:\/\/[^\s/?#@\\]+([/?#][^\\]*)?$/i,
  /^mailto:[^\s@/\\]+@[^\s@/\\]+$/i,
  /^tel:\+?[0-9().\-;=a-z]+$/i,
  /^media\/[0-9a-f]{64}$/,
]

/** The address when it is https, http, mailto, tel or own media (`media/HASH`), unchanged; undefined for everything else. [DO2] */
export function safeUrl(address: string): string | undefined {
  if (address.length > longest || deceptive.test(address)) return undefined
  return allowed.some((pattern) => pattern.test(address)) ? address : undefined
}
