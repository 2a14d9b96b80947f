/**
 * Properties, checked against documents and histories that nobody thought of: the same ones with each `npm test`, others with each
 * `npm run soak` and with the `SEED` that is given.
 */
import process from 'node:process'
import fc from 'fast-check'

const { SEED, SOAK } = process.env

if (SEED !== undefined || SOAK === undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(SEED ?? 20_261_126) })

export { fc }
