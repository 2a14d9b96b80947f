/** What this browser keeps between visits: widths, places, keys, looks. Never words; without storage it is forgotten and nothing else. */

export function readStored(key: string): unknown {
  try {
    return JSON.parse(window.localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

export function store(key: string, value: unknown): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // A browser without storage, or with a full one, begins as at first the next time.
  }
}
