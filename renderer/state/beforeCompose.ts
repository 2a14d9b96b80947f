/** On the way to an article: its words are asked for at once, while the screen is still being changed. */

const composing = /\/compose\/([0-9a-f-]{36})$/

/** `begin` hears the article of every address of Compose that the window goes to; wouter tells of those without a load. */
export function beforeCompose(window: Window, begin: (id: string) => void): void {
  const look = () => {
    const id = composing.exec(window.location.pathname)?.[1]
    if (id !== undefined) begin(id)
  }
  for (const kind of ['pushState', 'replaceState', 'popstate']) window.addEventListener(kind, look)
}
