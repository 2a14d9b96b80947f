/** Where a command's words go: this process's own streams, or back over the socket to the program that asked. */
export interface Terminal {
  out(text: string | Uint8Array): void
  err(text: string): void
}

/** The streams of this process. */
export const ownTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
}
