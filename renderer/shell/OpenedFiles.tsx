/** Files that the system opened with Chancery: imported once somebody sits at the desk, told as every import is. */
import { useEffect, useState } from 'react'
import type { TakenFiles } from '../../shared/contract/shellDuties.ts'
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
      const taken = (await shell?.duty?.('takeFiles', {})) as Result<TakenFiles> | undefined
      if (!taken?.ok) return
      const { files, notes } = taken.value
      const started = files.length > 0 ? await bridge.call('imports.start', { files: [...files] }) : undefined
      const said = started && !started.ok ? [...notes, started.error.message] : notes
      if (said.length > 0) setProblems((before) => [...before, ...said])
      if (started?.ok) setJobs((before) => [...before, started.value.id])
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
