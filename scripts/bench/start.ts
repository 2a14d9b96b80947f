/** From nothing to a served page: the web shell over a desk that exists, against a bare Node server. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { corpusOf, documentOf } from './corpus.ts'
import { openDesk, writeInto } from './desk.ts'
import { type Benchmark, duration } from './measure.ts'
import { byTurns, timed } from './rounds.ts'

const bareServer = `require('node:http').createServer((request, response) => response.end('<!doctype html><title>Bare</title>'))
  .listen(0, '127.0.0.1', function () { console.log('http://127.0.0.1:' + this.address().port + '/') })`

export const measure: Benchmark = async ({ quick, folder }) => {
  const data = path.join(folder, 'desk')
  const desk = await openDesk(data)
  await writeInto(desk, documentOf(corpusOf(19).article(1, 600)))
  await desk.close()
  const shell = path.join(import.meta.dirname, '../../out/main/web.js')
  const taken = await byTurns(quick ? 2 : 7, [
    { name: 'ours', run: () => served([shell, '--data', data]) },
    { name: 'peer', run: () => served(['-e', bareServer]) },
  ])
  return [
    {
      what: 'cold start to a served page',
      peer: 'a bare Node server',
      ratio: taken.ratio('ours', 'peer'),
      ours: duration(taken.median('ours')),
      theirs: duration(taken.median('peer')),
    },
  ]
}

async function served(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [...args], { env: { ...process.env, CHANCERY_OPEN: 'no' }, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const took = await timed(async () => {
    const address = await new Promise<string>((resolve) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const [found] = /http:\/\/\S+/.exec(line) ?? []
        if (found) resolve(found)
      })
    })
    await (await fetch(address)).text()
  })
  child.kill('SIGTERM')
  await ended
  return took
}
