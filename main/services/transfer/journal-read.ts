/** Result of reading the files of an import, whatever their format: a journal file, or the reasons why there is none. */
import {
  type ImportPreview,
  type ImportProblem,
  PROBLEMS_COUNTED,
} from '../../../shared/archive/import-plan.ts'
import type { JournalFile } from '../../../shared/archive/journal-file.ts'
import { MAX_PROBLEMS } from '../../../shared/kinds/limits.ts'

export type NotRead = Exclude<ImportPreview, { state: 'ready' | 'cancelled' }>

/** The parsed journal, or the reason why there is none. */
export type JournalRead =
  | {
      readonly state: 'read'
      readonly file: JournalFile
      /** True if the files contain a profile. */
      readonly hasProfile: boolean
      /** Maps a path in the parsed journal to its source: a line of a table, or the path itself. */
      readonly placeOf: (path: string) => string
    }
  | NotRead

/** Longest place, in characters: longer ones quote a file that is no journal. */
const LONGEST_PLACE = 300
/** Longest message: room for a sentence that lists every word of a choice. */
const LONGEST_MESSAGE = 1500

export const refuse = (problems: readonly ImportProblem[]): Extract<ImportPreview, { state: 'refused' }> => ({
  state: 'refused',
  problems: problems.slice(0, MAX_PROBLEMS).map(({ place, message }) => ({
    place: shorten(place, LONGEST_PLACE),
    message: shorten(message, LONGEST_MESSAGE),
  })),
  problemCount: Math.min(problems.length, PROBLEMS_COUNTED),
})

const shorten = (words: string, longest: number) =>
  words.length > longest ? `${words.slice(0, longest)}…` : words
