/** Findings of a whole journal and the sensitivity analyses of one of them, performed in the analysis worker. */
import { type ComparedDays, countComparedDays } from '../../../shared/analysis/compared-days.ts'
import {
  type CrampFilter,
  isEveryCramp,
  selectCounted,
  selectStudied,
} from '../../../shared/analysis/cramp-filter.ts'
import type { Diary } from '../../../shared/analysis/diary/diary.ts'
import { createDiary } from '../../../shared/analysis/diary-of-journal.ts'
import {
  type CataloguedExposure,
  type ExposureKey,
  makeCatalogue,
} from '../../../shared/analysis/exposures/exposures.ts'
import type { FindingChecks, FoundFindings } from '../../../shared/analysis/finding.ts'
import { findFindings } from '../../../shared/analysis/findings.ts'
import { compareMedicineChanges } from '../../../shared/analysis/medicine-changes.ts'
import { findChecks } from '../../../shared/analysis/sensitivity-analyses.ts'
import { createResultStore, type StoredResult } from '../../../shared/analysis/stored-checkpoints.ts'
import type { Suspect } from '../../../shared/analysis/suspects.ts'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import type { CalendarDate } from '../../../shared/time/calendar-date.ts'
import type { JobOf, OnStep } from '../../jobs/job.ts'
import type { ReadJournal } from './read-journal.ts'

export interface DiaryInput {
  /** The journal's file, and the revision of its content. */
  readonly path: string
  readonly revision: string
  /** Weekdays without work, Monday = 0. */
  readonly offWeekdays: readonly number[]
  /** Minutes after midnight at which the person's day starts. */
  readonly dayStartMinutes: number
  /** IANA name of the zone the computer is in. */
  readonly timeZone: string
  readonly filter: CrampFilter
}

export interface ChecksInput extends DiaryInput {
  readonly key: ExposureKey
}

export interface FindingsInput extends DiaryInput {
  /** Day number of the current cramp-day. */
  readonly today: number
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
const getSession = ({ revision, timeZone }: DiaryInput) => `${revision} ${timeZone}`

const sessionJob = { worker: 'analysis', memoryMb: 2048, sessionOf: getSession } as const

type Performs = ReturnType<typeof createDiaryFindings>
export const findingsJob: JobOf<Performs['findings']> = { ...sessionJob, name: 'findings' }
export const checksJob: JobOf<Performs['checks']> = { ...sessionJob, name: 'checks' }
export const comparedDaysJob: JobOf<Performs['comparedDays']> = { ...sessionJob, name: 'comparedDays' }

/** The parts of a journal that the analysis reads. The entries of ten years are garbage by then. */
interface LoadedDiary {
  readonly session: string
  /** Exposures of the journal, its own factors among them. */
  readonly catalogue: readonly CataloguedExposure[]
  readonly diary: Diary
  readonly cramps: readonly EntryOf<'cramp'>[]
  readonly medication: readonly EntryOf<'medication'>[]
  /** Results of finished checkpoints. */
  readonly results: readonly StoredResult[]
}

export function createDiaryFindings(read: ReadJournal) {
  let loaded: LoadedDiary | null = null

  function load(input: DiaryInput, onStep: OnStep): LoadedDiary {
    onStep(0, 0)
    return read(input.path, journal => {
      const { entries, checkIns, shoes, checkpoints, ownFactors, ownThings, factorCheckIns } = journal
      const all = entries.listBetween(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
      onStep(0, 0)
      const { offWeekdays, dayStartMinutes, timeZone } = input
      const catalogue = makeCatalogue(ownFactors.list())
      return {
        session: getSession(input),
        catalogue,
        diary: createDiary(
          {
            entries: all,
            checkIns: checkIns.listArchived(),
            factorCheckIns: factorCheckIns.listArchived(),
            shoes: shoes.list(),
            lists: ownThings.getLists(),
            offWeekdays,
            dayStartMinutes,
            timeZone,
          },
          catalogue,
        ),
        cramps: all.filter(entry => entry.kind === 'cramp'),
        medication: all.filter(entry => entry.kind === 'medication'),
        results: checkpoints.listResults(),
      }
    })
  }

  /** The loaded journal of a session, and its diary with the cramps of a filter. */
  function open(input: DiaryInput, onStep: OnStep) {
    if (loaded?.session !== getSession(input)) loaded = load(input, onStep)
    const { diary, cramps } = loaded
    // Without a filter no day is unknown, and these are all days that were answered.
    const studied = { ...diary, ...selectStudied(cramps, diary.answeredCrampDays, input.filter) }
    return { ...loaded, studied }
  }

  function findDiaryFindings(input: FindingsInput, onStep: OnStep): FindingsOutcome {
    const { today, filter, suspects, looks } = input
    const journal = open(input, onStep)
    const { catalogue, diary, studied, cramps, medication } = journal
    const { store, getUsed } = createResultStore(journal.results)
    const isFiltered = !isEveryCramp(filter)
    const findings = findFindings(studied, {
      ...{ today, catalogue, suspects, looks, isFiltered, onProgress: onStep },
      store: isFiltered ? null : store,
    })
    const results = getUsed()
    if (results !== null && loaded !== null) loaded = { ...loaded, results }
    const counted = { ...diary, ...selectCounted(cramps, diary.answeredCrampDays, filter) }
    return { found: { findings, medicines: compareMedicineChanges(counted, medication) }, results }
  }

  return {
    findings: findDiaryFindings,
    comparedDays: (input: DiaryInput, onStep: OnStep): ComparedDays[] => {
      const { studied, catalogue } = open(input, onStep)
      return countComparedDays(studied, catalogue)
    },
    /** Null for an exposure that the journal no longer has. */
    checks: (input: ChecksInput, onStep: OnStep): FindingChecks | null => {
      const { catalogue, studied } = open(input, onStep)
      onStep(0, 0)
      const exposure = catalogue.find(({ key }) => key === input.key)
      return exposure === undefined ? null : findChecks(studied, exposure)
    },
  }
}
