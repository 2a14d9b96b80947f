/** Loaded before the program: its clock, and that of its workers, is another by `TEST_CLOCK_SHIFT` milliseconds, and goes on from there. */
const shift = Number(process.env['TEST_CLOCK_SHIFT'])
const RealDate = Date

globalThis.Date = class extends RealDate {
  constructor(...parts: readonly unknown[]) {
    if (parts.length === 0) super(RealDate.now() + shift)
    else super(...(parts as [number]))
  }

  static override now(): number {
    return RealDate.now() + shift
  }
} as DateConstructor
