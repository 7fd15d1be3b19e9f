/** Arguments by which the desktop starts the program, or speaks to the one that runs: `--cramp-now`, and files to open. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Launch {
  /** Start the clock of a cramp. */
  readonly crampNow: boolean
  /** Absolute paths of copies to look into. */
  readonly files: readonly string[]
}

export const CRAMP_NOW_SWITCH = '--cramp-now'

/** The program's own file type. Other files are opened from within the program only. */
const OWN_FILE = /\.unknot$/i

/** @param folder working directory of the start, to which relative paths belong */
export function readLaunch(words: readonly string[], folder: string): Launch {
  return {
    crampNow: words.includes(CRAMP_NOW_SWITCH),
    files: words
      .filter(word => !word.startsWith('-') && OWN_FILE.test(word))
      .map(word => resolve(folder, fromAddress(word))),
  }
}

/** Path of a `file:` address, by which some file managers of Linux name a file. */
const fromAddress = (word: string): string => {
  try {
    return word.startsWith('file:') ? fileURLToPath(word) : word
  } catch {
    return word
  }
}
