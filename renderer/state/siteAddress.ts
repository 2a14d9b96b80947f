/** Where this shell serves the published site on loopback. */

/** `/2026/11/slug/` → the same page as the site folder holds it. */
export function siteAddress(address: string): string {
  return `${import.meta.env.BASE_URL}site${address}`
}
