/** Before the window closes: what saves itself is saved, and what is not saved by then is asked about. */
import { anythingUnsaved, flushAll } from '../editor/openDocuments.ts'
import { anyFieldOnItsWay } from './fieldsOnTheirWay.ts'
import { anySettingsUnsaved, onSettingsUnsaved } from './unsavedSettings.ts'

/** Answers how to stop. */
export function askBeforeClosing(window: Window): () => void {
  const beforeUnload = (event: BeforeUnloadEvent) => {
    leaveField(window.document)
    if (!anythingUnsaved() && !anyFieldOnItsWay() && !anySettingsUnsaved()) return
    void flushAll()
    event.preventDefault()
  }
  const hidden = () => {
    if (window.document.visibilityState !== 'hidden') return
    leaveField(window.document)
    void flushAll()
  }
  // The window of the program closes without asking its page, which tells it beforehand.
  const tellShell = (unsaved: boolean) => void window.chancery?.duty?.('holdSettings', { unsaved })
  tellShell(anySettingsUnsaved())
  const stopTelling = onSettingsUnsaved(tellShell)
  window.addEventListener('beforeunload', beforeUnload)
  window.document.addEventListener('visibilitychange', hidden)
  return () => {
    stopTelling()
    window.removeEventListener('beforeunload', beforeUnload)
    window.document.removeEventListener('visibilitychange', hidden)
  }
}

/** A field sends what is written in it once it is left: it hears so without losing the cursor, as whoever is asked may stay. */
function leaveField({ activeElement }: Document): void {
  if (activeElement?.matches('input, textarea')) activeElement.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
}
