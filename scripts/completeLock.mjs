/**
 * Completes package-lock.json after an install: npm leaves out the parts for other systems when the registry it asked does not
 * carry them, and then refuses the lock everywhere. Run it after `npm install`; a test fails when it is needed.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './project.mjs'

const file = path.join(root, 'package-lock.json')
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

const lock = JSON.parse(readFileSync(file, 'utf8'))
const added = []
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isHeld(place, name)) continue
    lock.packages[`node_modules/${name}`] = partFor(name, version, entry)
    added.push(name)
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length === 0 ? 'The lock is complete.' : `Added ${added.length} parts for other systems to the lock.`)

/** True when the lock holds the package anywhere from that place upwards, as Node looks for it. */
function isHeld(place, name) {
  const folders = place.split('/node_modules/')
  return (
    folders.some((_folder, depth) =>
      Object.hasOwn(lock.packages, `${folders.slice(0, depth + 1).join('/node_modules/')}/node_modules/${name}`),
    ) || Object.hasOwn(lock.packages, `node_modules/${name}`)
  )
}

/** What such a part is for stands in its name; exact versions only, because nobody can be asked for another. */
function partFor(name, version, owner) {
  const words = name.split('/').at(-1).split('-')
  const os = systems.find((system) => words.includes(system))
  const cpu = processors.find((processor) => words.includes(processor))
  if (!/^\d+\.\d+\.\d+/.test(version) || os === undefined || cpu === undefined)
    throw new Error(`${name}@${version}: not a part for one system and version. Install it where the registry carries it.`)
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : words.some((word) => word.startsWith('gnu')) ? 'glibc' : undefined
  return {
    version,
    cpu: [cpu],
    ...(owner.dev === true ? { dev: true } : {}),
    ...(libc === undefined ? {} : { libc: [libc] }),
    optional: true,
    os: [os],
    ...(owner.engines === undefined ? {} : { engines: owner.engines }),
  }
}
