/** Recovery codes as people write them. They use Crockford's base 32, which has no letter that is read as another. */

/** The code's own letters, or those of some of its groups, however they were typed: any case, any grouping, O for 0, I and L for 1. */
export function plainCode(written: string): string {
  return written
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
}
