/** The way of a second program to the owner of its data folder. */
import { connect, type Socket } from 'node:net'
import { Answer, onFrames, sendFrame } from './frames.ts'
import { type Card, readCard } from './socket.ts'
import type { Terminal } from './terminal.ts'

export interface Owner {
  /** For a second start: the address a browser can open; empty when the owner has a window of its own, now in front, or ended. */
  address(): Promise<string>
  /** Hands a command over and prints what it says; resolves to its exit code, or undefined when the owner ended meanwhile. */
  run(argv: readonly string[], cwd: string, terminal: Terminal): Promise<number | undefined>
}

/** The owner that answers now, or undefined: nobody, somebody who is starting or closing, or a single command. */
export async function findOwner(dataFolder: string): Promise<Owner | undefined> {
  const card = readCard(dataFolder)
  if (card === undefined || (await ask(card, 'hello')) === undefined) return undefined
  return {
    async address() {
      const answer = await ask(card, 'address')
      return answer !== undefined && 'address' in answer ? answer.address : ''
    },
    run: (argv, cwd, terminal) => handOver(card, argv, cwd, terminal),
  }
}

async function ask(card: Card, question: 'hello' | 'address'): Promise<Answer | undefined> {
  return conversation<Answer>(card, (socket, end) => {
    socket.setTimeout(5000, () => end(undefined))
    onFrames(socket, Answer, end)
    sendFrame(socket, { secret: card.secret, ask: question })
  })
}

async function handOver(card: Card, argv: readonly string[], cwd: string, terminal: Terminal): Promise<number | undefined> {
  return conversation<number>(card, (socket, end) => {
    onFrames(socket, Answer, (answer) => {
      if ('out' in answer) terminal.out(Buffer.from(answer.out, 'base64'))
      else if ('err' in answer) terminal.err(Buffer.from(answer.err, 'base64').toString('utf8'))
      else if ('exit' in answer) end(answer.exit)
    })
    sendFrame(socket, { secret: card.secret, ask: 'run', argv: [...argv], cwd })
  })
}

/** Opens the socket, lets `talk` speak, resolves with what it ended with; undefined when the line broke first. */
async function conversation<T>(card: Card, talk: (socket: Socket, end: (value: T | undefined) => void) => void): Promise<T | undefined> {
  return new Promise((resolve) => {
    const socket = connect(card.socket)
    const end = (value: T | undefined) => {
      socket.destroy()
      resolve(value)
    }
    socket.once('connect', () => talk(socket, end))
    socket.on('error', () => end(undefined))
    socket.once('close', () => resolve(undefined))
  })
}
