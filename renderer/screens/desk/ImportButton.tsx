/** Bringing in files: chosen here, read in a worker, told in plain sentences what came and what did not. */
import { useRef, useState } from 'react'
import type { Failure } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { pictureFiles } from '../../editor/pictures.ts'
import { useCommand } from '../../state/commands.ts'
import { Button } from '../../ui/Button.tsx'
import { ImportSheet, NotImported } from './ImportSheet.tsx'

/** A file beyond this is refused before it is read; the importer says so too. */
const largest = 50 * 1024 * 1024

export function ImportButton() {
  const input = useRef<HTMLInputElement>(null)
  const [job, setJob] = useState('')
  const [failure, setFailure] = useState<Failure | undefined>()
  useCommand('import', () => input.current?.click())

  async function take(files: readonly File[]): Promise<void> {
    if (files.length === 0) return
    const tooLarge = files.find(({ size }) => size > largest)
    if (tooLarge) {
      setFailure({
        code: 'invalid',
        message: `${tooLarge.name} has ${Math.round(tooLarge.size / 1024 / 1024)} MB; a text may have 50 MB at the most. Nothing was imported.`,
      })
      return
    }
    const isPicture = ({ type }: File) => type.startsWith('image/')
    const parts = (some: readonly File[]) =>
      Promise.all(some.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))
    const texts = files.filter((file) => !isPicture(file))
    if (texts.length === 0) {
      setFailure({
        code: 'invalid',
        message:
          'Only pictures were chosen. Choose the text that names them along with them; a picture alone is put into an article in Compose.',
      })
      return
    }
    const started = await bridge.call('imports.start', { files: await parts(texts), pictures: await parts(files.filter(isPicture)) })
    if (started.ok) setJob(started.value.id)
    else setFailure(started.error)
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={`.txt,.md,.markdown,.html,.htm,${pictureFiles}`}
        onChange={(event) => {
          void take([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <Button onClick={() => input.current?.click()}>Import…</Button>
      {job ? <ImportSheet id={job} onClose={() => setJob('')} /> : null}
      {failure ? <NotImported problems={[failure.message]} onClose={() => setFailure(undefined)} /> : null}
    </>
  )
}
