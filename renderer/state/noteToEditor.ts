/** The note that goes with the next submission: kept on this computer until it is sent. */

const key = (article: string) => `chancery.note.${article}`

export const noteToEditor = {
  of(article: string): string {
    try {
      return window.localStorage.getItem(key(article)) ?? ''
    } catch {
      return ''
    }
  },
  keep(article: string, note: string): void {
    try {
      if (note === '') window.localStorage.removeItem(key(article))
      else window.localStorage.setItem(key(article), note)
    } catch {
      // Without storage the note lasts as long as its field.
    }
  },
  forget(article: string): void {
    this.keep(article, '')
  },
}
