/**
 * The runner behind every npm script: sees to it that what is needed is there, then does the one thing asked for.
 * Parses on Node 18 and needs no dependency, because it is what installs them.
 */
import process from 'node:process'
import { askersFolder } from './project.mjs'

const [command = '', ...args] = process.argv.slice(2)

const duties = {
  start: async () => (await import('./start.mjs')).start(args),
  test: async () => (await import('./test.mjs')).test(args),
  dev: async () => (await import('./tools.mjs')).dev(args),
  check: async () => (await import('./tools.mjs')).check(),
  build: async () => (await import('./tools.mjs')).build(),
  bench: async () => (await import('./tools.mjs')).bench(args),
  soak: async () => (await import('./test.mjs')).soak(args),
  package: async () => (await import('./tools.mjs')).pack(args),
  chancery: async () => (await import('./tools.mjs')).chancery(args),
}

if (!Object.hasOwn(duties, command)) {
  console.error(`npm run ${command || '…'}: there is no such command. There are: ${Object.keys(duties).join(', ')}.`)
  process.exitCode = 2
} else {
  try {
    // Files and folders that are named on the line begin there; everything else goes by the project's own folder.
    if (['start', 'dev', 'chancery'].includes(command)) process.chdir(askersFolder(command))
    process.exitCode = await duties[command]()
  } catch (error) {
    console.error(process.env.CHANCERY_DEBUG ? error : `${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}
