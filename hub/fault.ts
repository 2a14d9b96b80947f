/** A fault of the hub's own work goes on standard error: the kind of work and the place of the fault, and no text, title or name. [SE12] */

export function tellFault(at: Date, work: string, error: unknown): void {
  const fault =
    error instanceof Error
      ? `${error.name}: ${
          error.stack
            ?.split('\n')
            .find((line) => line.startsWith('    at '))
            ?.trim() ?? ''
        }`
      : 'unknown'
  process.stderr.write(`${JSON.stringify({ at: at.toISOString(), work, fault })}\n`)
}
