/** The name of this renderer's output: an input of every page's key, so that a change of looks rebuilds what it touches. [SI1] */

/** Bumped whenever the bytes of any page change for the same inputs; the golden files of `tests/site` fail until it is. */
export const rendererVersion = 'site-21'
