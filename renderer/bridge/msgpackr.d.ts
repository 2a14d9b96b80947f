/** The build of msgpackr that never compiles code, as a strict Content-Security-Policy wants it, comes without types. */
declare module 'msgpackr/index-no-eval' {
  export { Packr } from 'msgpackr'
}
