/** Where a command's words go: this process's own streams, or back over the socket to the program that asked. */
export interface Terminal {
  out(text: string | Uint8Array): void
  err(text: string): void
}

/** The streams of this process. A reader that went away, such as `head`, ends the words and not the work. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

export const ownTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
}
