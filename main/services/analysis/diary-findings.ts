/** Findings of a whole journal, performed in the analysis worker. */
import {
  type CrampFilter,
  isEveryCramp,
  selectCounted,
  selectStudied,
} from '../../../shared/analysis/cramp-filter.ts'
import type { Diary } from '../../../shared/analysis/diary/diary.ts'
import { createDiary } from '../../../shared/analysis/diary-of-journal.ts'
import type { FoundFindings } from '../../../shared/analysis/finding.ts'
import { findFindings } from '../../../shared/analysis/findings.ts'
import { compareMedicineChanges } from '../../../shared/analysis/medicine-changes.ts'
import { createResultStore, type StoredResult } from '../../../shared/analysis/stored-checkpoints.ts'
import type { Suspect } from '../../../shared/analysis/suspects.ts'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import type { CalendarDate } from '../../../shared/time/calendar-date.ts'
import type { JobOf, OnStep } from '../../jobs/job.ts'
import type { ReadJournal } from './read-journal.ts'

export interface FindingsInput {
  /** The journal's file, and the revision of its content. */
  readonly path: string
  readonly revision: string
  /** Weekdays without work, Monday = 0. */
  readonly offWeekdays: readonly number[]
  /** Minutes after midnight at which the person's day starts. */
  readonly dayStartMinutes: number
  /** IANA name of the zone the computer is in. */
  readonly timeZone: string
  /** Day number of the current cramp-day. */
  readonly today: number
  readonly filter: CrampFilter
  /** Exposures that share the budget of suspects. */
  readonly suspects: readonly Suspect[]
  /** Last dates of the checkpoints shown so far, in the order of showing. */
  readonly looks: readonly CalendarDate[]
}

export interface FindingsOutcome {
  readonly found: FoundFindings
  /** Results of the checkpoints, to be stored; null if all of them are stored, or only some cramps were studied. */
  readonly results: readonly StoredResult[] | null
}

/** Session key of a journal revision and time zone, without the filter: another filter reuses the loaded diary. */
const getSession = ({ revision, timeZone }: FindingsInput) => `${revision} ${timeZone}`

export const findingsJob: JobOf<ReturnType<typeof createDiaryFindings>> = {
  worker: 'analysis',
  name: 'findings',
  isTerminable: true,
  memoryMb: 2048,
  sessionOf: getSession,
}

/** The parts of a journal that the analysis reads. The entries of ten years are garbage by then. */
interface LoadedDiary {
  readonly session: string
  readonly diary: Diary
  readonly cramps: readonly EntryOf<'cramp'>[]
  readonly medication: readonly EntryOf<'medication'>[]
  /** Results of finished checkpoints. */
  readonly results: readonly StoredResult[]
}

export function createDiaryFindings(read: ReadJournal) {
  let loaded: LoadedDiary | null = null

  function load(input: FindingsInput): LoadedDiary {
    return read(input.path, ({ entries, checkIns, shoes, checkpoints }) => {
      const all = entries.listBetween(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
      const { offWeekdays, dayStartMinutes, timeZone } = input
      return {
        session: getSession(input),
        diary: createDiary({
          entries: all,
          checkIns: checkIns.listArchived(),
          shoes: shoes.list(),
          offWeekdays,
          dayStartMinutes,
          timeZone,
        }),
        cramps: all.filter(entry => entry.kind === 'cramp'),
        medication: all.filter(entry => entry.kind === 'medication'),
        results: checkpoints.listResults(),
      }
    })
  }

  return (input: FindingsInput, onStep: OnStep): FindingsOutcome => {
    const { today, filter, suspects, looks } = input
    if (loaded?.session !== getSession(input)) loaded = load(input)
    const { diary, cramps, medication } = loaded
    const { store, getUsed } = createResultStore(loaded.results)
    // Without a filter no day is unknown, and these are all days that were answered.
    const answered = diary.answeredCrampDays
    const studied = { ...diary, ...selectStudied(cramps, answered, filter) }
    const isFiltered = !isEveryCramp(filter)
    const findings = findFindings(studied, {
      ...{ today, suspects, looks, isFiltered, onProgress: onStep },
      store: isFiltered ? null : store,
    })
    const results = getUsed()
    if (results !== null) loaded = { ...loaded, results }
    const counted = { ...diary, ...selectCounted(cramps, answered, filter) }
    return { found: { findings, medicines: compareMedicineChanges(counted, medication) }, results }
  }
}
