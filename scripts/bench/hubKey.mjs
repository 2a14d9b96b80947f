/** The key of the benchmarks' hub files. */
export const hubKey = new Uint8Array(32).fill(9)
