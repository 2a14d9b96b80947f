/** The web shell's entry: claims the data folder, opens the workstation, prints the one address, closes in order. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runCommand } from './cli/run.ts'
import { claimDataFolder } from './owner/claim.ts'
import { appVersion, clientFolder, defaultDataFolder, programFolder } from './program.ts'
import { openBrowser } from './web/openBrowser.ts'
import { choosePort, rememberPort } from './web/port.ts'
import { startWeb } from './web/start.ts'
import { openWorkstation } from './workstation.ts'

const usage = 'Usage: npm start -- [--data DIR] [--port NUMBER]\n'

process.umask(0o077)
process.exitCode = await main()

/** Resolves to an exit code only when nothing stays running. */
async function main(): Promise<number | undefined> {
  const options = readOptions()
  if (!options) {
    process.stderr.write(usage)
    return 2
  }
  const claim = await claimDataFolder(options.data)
  if (!claim.ok) return refuse(claim.error.message)
  if (!claim.value.mine) {
    const address = await claim.value.owner.address()
    process.stdout.write(
      address ? `Chancery is open already at ${address}\n` : 'Chancery is open already on this data, in a window of its own.\n',
    )
    if (address && options.open) openBrowser(address)
    return 0
  }
  const ownership = claim.value
  const { dataFolder } = ownership
  const port = await choosePort(options.port, dataFolder)
  if (!port.ok) {
    await ownership.release()
    return refuse(port.error.message)
  }
  const workstation = await openWorkstation({ dataFolder, app: appVersion })
  if (!workstation.ok) {
    await ownership.release()
    return refuse(workstation.error.message)
  }
  const opened = workstation.value
  const development = process.env.CHANCERY_DEV === '1' ? { development: join(programFolder(), 'vite.config.ts') } : {}
  const web = await startWeb({ workstation: opened, port: port.value, client: clientFolder(), ...development })
  if (!web.ok) {
    await opened.close()
    await ownership.release()
    return refuse(web.error.message)
  }
  const { address } = web.value
  await rememberPort(dataFolder, web.value.port)
  const served = await ownership.serve({
    address: () => address,
    run: (argv, cwd, terminal) => runCommand(argv, { workstation: opened, dataFolder, cwd, terminal }),
  })
  if (!served.ok) {
    await web.value.close()
    await opened.close()
    await ownership.release()
    return refuse(served.error.message)
  }
  process.stdout.write(`Chancery is open at ${address}\n`)
  if (options.open) openBrowser(address)

  let closing = false
  const close = () => {
    if (closing) return
    closing = true
    void (async () => {
      await web.value.close()
      await opened.close()
      await ownership.release()
      process.exit(0)
    })()
  }
  process.on('SIGINT', close).on('SIGTERM', close).on('SIGHUP', close)
  return undefined
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`)
  return 1
}

function readOptions(): { readonly data: string; readonly port: number; readonly open: boolean } | undefined {
  try {
    const { values } = parseArgs({ options: { data: { type: 'string' }, port: { type: 'string' } } })
    const port = values.port ?? process.env.CHANCERY_PORT ?? '0'
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535 || values.data === '') return undefined
    return { data: values.data ?? defaultDataFolder(), port: Number(port), open: process.env.CHANCERY_OPEN !== 'no' }
  } catch {
    return undefined
  }
}
