/** Writing while files are imported: what a save and a read take, against the same on an idle desk, and the loop's longest turn meanwhile. */
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Corpus, corpusOf, documentOf, textOf } from './corpus.ts'
import { type BenchDesk, openDesk, settled, writeInto } from './desk.ts'
import { type Benchmark, duration, figure } from './measure.ts'
import { quantile, timed } from './rounds.ts'
import { typist } from './typist.ts'

const words = 700
/** Somebody who writes saves about once a second: a hundredth of what the desk could do. Here it is asked more often, for the figures. */
const pause = 50
/** Milliseconds after which people feel that a window does not answer. */
const longTurn = 50

export const measure: Benchmark = async ({ quick, folder }) => {
  const [files, atOnce] = quick ? [300, 300] : [2000, 1000]
  const desk = await openDesk(path.join(folder, 'desk'))
  try {
    const corpus = corpusOf(19)
    const id = await writeInto(desk, documentOf(corpus.article(0, 600)))
    const write = writer(desk, id, typist((await desk.ask('articles.open', { id })).update))
    // The first is not counted: it warms up both.
    await importBeside(desk, filesOf(corpus, 1, 50), write)
    await settled(desk)
    const idle: Asked[] = []
    for (let round = 0; round < (quick ? 20 : 100); round += 1) {
      idle.push(await write())
      await wait(pause)
    }
    await settled(desk)
    const parts = Array.from({ length: files / atOnce }, (_, part) => filesOf(corpus, 1000 * (part + 1), atOnce))
    const turns = watchTurns()
    const busy: Asked[] = []
    for (const part of parts) busy.push(...(await importBeside(desk, part, write)))
    const { longest, atWork } = turns.end()
    const what = `while ${figure(files)} files of ${words} words are imported`
    const row = (name: string, of: (asked: Asked) => number) => ({
      what: `${name} ${what}`,
      peer: 'the same on an idle desk',
      ratio: quantile(busy.map(of), 0.5) / quantile(idle.map(of), 0.5),
      ours: shown(busy.map(of)),
      theirs: shown(idle.map(of)),
    })
    return [
      row('saving typed words', ({ save }) => save),
      row('reading an article', ({ read }) => read),
      {
        what: `the loop’s longest turn ${what}: the processor’s time in it`,
        peer: 'a turn of 50 ms',
        ratio: atWork / longTurn,
        ours: `${duration(atWork)} (with all waiting ${duration(longest)})`,
        theirs: duration(longTurn),
      },
    ]
  } finally {
    await desk.close()
  }
}

interface Asked {
  readonly save: number
  readonly read: number
}

/** Asked as from a window: after whatever the loop is at, so that waiting for a turn counts as much as the work. */
function writer(desk: BenchDesk, id: string, type: () => Uint8Array): () => Promise<Asked> {
  return async () => {
    const update = type()
    const due = performance.now() + 1
    await wait(1)
    await desk.ask('articles.save', { id, update })
    const save = performance.now() - due
    return { save, read: await timed(() => desk.ask('articles.read', { id })) }
  }
}

/**
 * The longest time between two ticks of a fast timer, and the most that the loop's own thread worked in one. Other programs' share of the
 * computer is in the first and not in the second.
 */
function watchTurns() {
  let [longest, atWork] = [0, 0]
  let [at, worked] = [performance.now(), threadTime()]
  const timer = setInterval(() => {
    const [now, time] = [performance.now(), threadTime()]
    longest = Math.max(longest, now - at)
    atWork = Math.max(atWork, time - worked)
    at = now
    worked = time
  }, 2)
  return {
    end() {
      clearInterval(timer)
      return { longest, atWork }
    },
  }
}

/** Milliseconds that the processor has given this thread. */
function threadTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

interface TextFile {
  readonly name: string
  readonly bytes: Uint8Array
}

function filesOf(corpus: Corpus, from: number, count: number): TextFile[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `piece-${from + index}.txt`,
    bytes: new TextEncoder().encode(textOf(corpus.article(from + index, words))),
  }))
}

async function importBeside(desk: BenchDesk, files: TextFile[], write: () => Promise<Asked>): Promise<readonly Asked[]> {
  const asked: Asked[] = []
  let job = await desk.ask('imports.start', { files })
  while (job.state === 'running') {
    asked.push(await write())
    await wait(pause)
    job = await desk.ask('jobs.read', { id: job.id })
  }
  return asked
}

function shown(values: readonly number[]): string {
  return `${duration(quantile(values, 0.5))} (p95 ${duration(quantile(values, 0.95))})`
}
