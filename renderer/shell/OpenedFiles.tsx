/** Files that the system opened with Chancery: imported once somebody sits at the desk, told as every import is. */
import { useEffect, useState } from 'react'
import type { TakenFile, TakenFiles } from '../../shared/contract/shellDuties.ts'
import type { Result } from '../../shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { ImportSheet, NotImported } from '../screens/desk/ImportSheet.tsx'

/** On screen while somebody sits at the desk; until then the shell keeps what it was handed. */
export function OpenedFiles() {
  const [jobs, setJobs] = useState<readonly string[]>([])
  const [problems, setProblems] = useState<readonly string[]>([])
  useEffect(() => {
    const shell = window.chancery
    async function take(): Promise<void> {
      for (;;) {
        const taken = (await shell?.duty?.('takeFiles', {})) as Result<TakenFiles> | undefined
        if (!taken?.ok) return
        const { files, notes } = taken.value
        if (files.length === 0 && notes.length === 0) return
        if (notes.length > 0) setProblems((before) => [...before, ...notes])
        for (const { texts, pictures } of imports(files)) {
          const started = await bridge.call('imports.start', { files: texts, pictures: [...pictures] })
          if (started.ok) setJobs((before) => [...before, started.value.id])
          else setProblems((before) => [...before, started.error.message])
        }
      }
    }
    void take()
    return shell?.onCommand?.((id) => {
      if (id === 'openedFiles') void take()
    })
  }, [])
  if (problems.length > 0) return <NotImported problems={problems} onClose={() => setProblems([])} />
  const [job] = jobs
  return job === undefined ? null : <ImportSheet key={job} id={job} onClose={() => setJobs(jobs.slice(1))} />
}

/** Texts with pictures come in one by one: two of them may each name another picture alike. All others come in together. */
function imports(files: readonly TakenFile[]) {
  const text = ({ name, bytes }: TakenFile) => ({ name, bytes })
  const plain = files.filter(({ pictures }) => pictures.length === 0)
  return [
    ...(plain.length > 0 ? [{ texts: plain.map(text), pictures: [] }] : []),
    ...files.filter(({ pictures }) => pictures.length > 0).map((file) => ({ texts: [text(file)], pictures: file.pictures })),
  ]
}
