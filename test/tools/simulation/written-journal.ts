/**
 * Journal writer for a simulated person: timed entries of the journal's own kinds, written as the text of a journal file and
 * read back through the parser of every import.
 */

import type { Diary } from '../../../shared/analysis/diary/diary.ts'
import { createDiary } from '../../../shared/analysis/diary-of-journal.ts'
import { makeCatalogue } from '../../../shared/analysis/exposures/exposures.ts'
import {
  type ArchivedEntry,
  type JournalFile,
  parseJournalFile,
} from '../../../shared/archive/journal-file.ts'
import type { ActivityDraft } from '../../../shared/kinds/activity.ts'
import type { TrackedKind } from '../../../shared/kinds/check-in.ts'
import { untoldCramp } from '../../../shared/kinds/cramp.ts'
import type { DayDraft } from '../../../shared/kinds/day.ts'
import type { EntryDraft } from '../../../shared/kinds/entry.ts'
import type { FluidDraft } from '../../../shared/kinds/fluid.ts'
import type { FoodDraft } from '../../../shared/kinds/food.ts'
import type { Shoe } from '../../../shared/kinds/footwear.ts'
import type { NightDraft } from '../../../shared/kinds/night.ts'
import type { NewOwnFactor } from '../../../shared/kinds/own-factor.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import { dateOfDayNumber } from '../../../shared/time/calendar-date.ts'
import { MS_PER_MINUTE } from '../../../shared/time/moment.ts'

/** Wall-clock time, in minutes since 1970-01-01T00:00 local time. */
export type WallMinute = number
export const MINUTES_PER_DAY = 1440

/** UTC offset of every simulated person, without daylight saving time. */
const OFFSET_MINUTES = 60
/** `Etc/GMT-1` is UTC+1: the sign is inverted by POSIX convention. */
const TIME_ZONE = 'Etc/GMT-1'
const OFF_WEEKDAYS = [5, 6]
/** Earlier than every simulated date. */
const FACTORS_CREATED_ON = '2023-01-01'

/** Writer of one journal. */
export interface JournalWriter {
  readonly writeCramp: (at: WallMinute, intensity?: number) => void
  readonly writeDrink: (at: WallMinute, volumeMl: number, fields?: Partial<FluidDraft>) => void
  readonly writeShoe: (shoe: Shoe, from: WallMinute, to: WallMinute) => void
  readonly writeActivity: (from: WallMinute, minutes: number, fields?: Partial<ActivityDraft>) => void
  readonly writeStretch: (at: WallMinute) => void
  readonly writeFood: (at: WallMinute, fields: Partial<FoodDraft>) => void
  readonly writeDay: (date: number, fields: Partial<DayDraft>) => void
  readonly writeNight: (from: WallMinute, until: WallMinute, fields: Partial<NightDraft>) => void
  /** Creates an own factor. @returns its id */
  readonly addFactor: (factor: NewOwnFactor) => number
  /** Answer about an own factor: of a date, written at its end, or an amount at its time. */
  readonly writeAnswer: (
    factorId: number,
    date: number,
    answer: { readonly present?: boolean; readonly score?: number },
  ) => void
  readonly writeAmount: (factorId: number, at: WallMinute, amount: number) => void
  /** Check-in of an own factor: its amounts of a date are complete. */
  readonly checkInFactor: (factorId: number, date: number) => void
  /** Check-in: a kind is complete for a date (for cramps: for a cramp-day). */
  readonly checkIn: (day: number, kind: TrackedKind) => void
  /** Journal written so far. */
  readonly toFile: () => JournalFile
}

export function createJournalWriter(shoes: readonly Shoe[] = []): JournalWriter {
  const entries: ArchivedEntry[] = []
  const checkIns: JournalFile['checkIns'] = []
  const ownFactors: JournalFile['ownFactors'] = []
  const factorCheckIns: JournalFile['factorCheckIns'] = []
  const instant = (wall: WallMinute) => (wall - OFFSET_MINUTES) * MS_PER_MINUTE
  const write = (draft: EntryDraft, loggedAt: WallMinute) => {
    const stored = { id: entries.length + 1, loggedAt: instant(loggedAt), editedAt: null, deletedAt: null }
    entries.push({ ...draft, ...stored })
  }
  const dayOf = (day: number) => ({ date: dateOfDayNumber(day), dayStartMinutes: 0 })
  const timeFields = (at: WallMinute) => ({ at: instant(at), offsetMinutes: OFFSET_MINUTES, note: '' })
  return {
    writeCramp: (at, intensity = 6) =>
      write(
        {
          ...untoldCramp,
          kind: 'cramp',
          ...timeFields(at),
          onsetPrecision: 'exact',
          durationSeconds: 120,
          sites: [{ muscle: 'calf', side: 'left' }],
          intensity,
        },
        at + 5,
      ),
    writeDrink: (at, volumeMl, fields = {}) =>
      write(
        {
          kind: 'fluid',
          ...timeFields(at),
          drink: 'water',
          volumeMl,
          alcoholPercent: null,
          caffeineMg: null,
          reliefOf: null,
          ...fields,
        },
        at,
      ),
    writeShoe: (shoe, from, to) =>
      write({ kind: 'footwear', ...timeFields(from), shoeId: shoe.id, takenOffAt: instant(to) }, to),
    writeActivity: (from, minutes, fields = {}) =>
      write(
        {
          kind: 'activity',
          ...timeFields(from),
          activity: 'walk',
          durationMinutes: minutes,
          wholeDay: false,
          longestBoutMinutes: null,
          exertion: null,
          newOrHarder: null,
          sweat: null,
          cold: null,
          warmUpMinutes: null,
          coolDownMinutes: null,
          distanceKm: null,
          climbM: null,
          waterTemperatureC: null,
          shoeId: null,
          ...fields,
        },
        from + minutes,
      ),
    writeStretch: at =>
      write(
        { kind: 'stretch', ...timeFields(at), muscles: ['calf'], durationMinutes: 3, beforeBed: false },
        at + 5,
      ),
    writeFood: (at, fields) =>
      write(
        {
          kind: 'food',
          ...timeFields(at),
          potassiumServings: null,
          magnesiumServings: null,
          calciumServings: null,
          potassiumSupplementMg: null,
          magnesiumSupplementMg: null,
          calciumSupplementMg: null,
          ...fields,
        },
        at,
      ),
    writeDay: (date, fields) =>
      write(
        {
          kind: 'day',
          ...timeFields((date + 0.5) * MINUTES_PER_DAY),
          heat: null,
          maxTemperatureC: null,
          illnessWithFluidLoss: null,
          saltAfterSweat: null,
          footExerciseMinutes: null,
          bother: null,
          urineColour: null,
          saltG: null,
          ...fields,
        },
        (date + 1) * MINUTES_PER_DAY,
      ),
    writeNight: (from, until, fields) =>
      write(
        {
          kind: 'night',
          ...timeFields(from),
          wakeAt: instant(until),
          coldLegs: null,
          bedding: null,
          position: null,
          roomFeel: null,
          roomTemperatureC: null,
          sleepDisturbance: null,
          ...fields,
        },
        until,
      ),
    addFactor: factor => {
      const id = ownFactors.length + 1
      ownFactors.push({ ...factor, id, archived: false, createdOn: FACTORS_CREATED_ON, deletedAt: null })
      return id
    },
    writeAnswer: (factorId, date, answer) =>
      write(
        {
          kind: 'own-factor',
          ...timeFields((date + 0.5) * MINUTES_PER_DAY),
          ...{ factorId, present: null, amount: null, score: null },
          ...answer,
        },
        (date + 1) * MINUTES_PER_DAY,
      ),
    writeAmount: (factorId, at, amount) =>
      write(
        { kind: 'own-factor', ...timeFields(at), ...{ factorId, present: null, amount, score: null } },
        at,
      ),
    checkInFactor: (factorId, date) =>
      factorCheckIns.push({
        ...dayOf(date),
        factorId,
        checkedAt: instant((date + 2) * MINUTES_PER_DAY),
      }),
    checkIn: (day, kind) =>
      checkIns.push({
        ...dayOf(day),
        kind,
        checkedAt: instant((day + 2) * MINUTES_PER_DAY),
      }),
    toFile: () => ({
      format: 'unknot-journal',
      version: 2,
      profile: emptyProfile,
      shoes: [...shoes],
      entries,
      checkIns,
      warnings: [],
      ownFactors,
      factorCheckIns,
      ownThings: [],
      sources: [],
      erasedKeys: [],
      suggestionDecisions: [],
      experiments: [],
      suspects: [],
      coins: [],
      shownCheckpoints: [],
    }),
  }
}

/** "Now" of the import, later than every simulated date, so that no entry is in the future. */
const AFTER_EVERY_LIFE = { at: Date.UTC(2199, 0, 1), offsetMinutes: 0 }

/** Round trip through text and the checks of an import. @throws when the simulation has written an invalid file */
export function importFile(file: JournalFile): JournalFile {
  const parsed = parseJournalFile(JSON.stringify(file), AFTER_EVERY_LIFE)
  if (parsed.ok) return parsed.file
  throw new Error(`a simulated journal was refused: ${JSON.stringify(parsed.problems.slice(0, 3))}`)
}

/** Diary of an imported journal, without its trash; Saturday and Sunday are days off by default. */
export function readDiary(
  { entries, checkIns, shoes, ownFactors, factorCheckIns }: JournalFile,
  offWeekdays: readonly number[] = OFF_WEEKDAYS,
): Diary {
  const kept = entries.filter(({ deletedAt }) => deletedAt === null)
  return createDiary(
    {
      ...{ dayStartMinutes: 0, offWeekdays, timeZone: TIME_ZONE },
      ...{ entries: kept, checkIns, factorCheckIns, shoes },
    },
    makeCatalogue(ownFactors),
  )
}
