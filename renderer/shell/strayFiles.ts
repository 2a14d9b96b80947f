/** A file dropped beside the text must not be opened in place of the page, which browsers do unasked. */

export function ignoreStrayFiles(window: Window): void {
  for (const name of ['dragover', 'drop'] as const)
    window.addEventListener(name, (event) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    })
}
