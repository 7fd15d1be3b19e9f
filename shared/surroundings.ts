/**
 * What main tells a page of the computer before it loads, in the arguments of its preload. Main alone reads the command
 * line and the system; the page must not see other values than main.
 *
 * The preload bundles this file: it imports types only.
 */
import type { SystemRegion } from './locale/system-region.ts'
import type { StatedTime } from './time/clock.ts'

export interface Surroundings {
  readonly time: StatedTime
  /** Null for pages that main told nothing. */
  readonly region: SystemRegion | null
}

/** Default surroundings, for pages to which main passed none. */
export const plainSurroundings: Surroundings = { time: { aheadMs: 0, timeZone: null }, region: null }

const PREFIX = '--unknot-surroundings='

/** Surroundings as a command-line argument, percent-encoded: not every system's command line keeps quotation marks. */
export const formatSurroundings = (surroundings: Surroundings): string =>
  PREFIX + encodeURIComponent(JSON.stringify(surroundings))

export function readSurroundings(words: readonly string[]): Surroundings {
  const word = words.find(one => one.startsWith(PREFIX))
  return word === undefined ? plainSurroundings : JSON.parse(decodeURIComponent(word.slice(PREFIX.length)))
}
