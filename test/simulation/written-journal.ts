/**
 * The journal of a simulated person: timed entries of the journal's own kinds, written as the text of a journal file and
 * read back through the door that every import passes.
 */

import type { Diary } from '../../shared/analysis/diary/diary.ts'
import { createDiary } from '../../shared/analysis/diary-of-journal.ts'
import { type ArchivedEntry, type JournalFile, parseJournalFile } from '../../shared/archive/journal-file.ts'
import type { ActivityDraft } from '../../shared/kinds/activity.ts'
import type { TrackedKind } from '../../shared/kinds/check-in.ts'
import { untoldCramp } from '../../shared/kinds/cramp.ts'
import type { EntryDraft } from '../../shared/kinds/entry.ts'
import type { FluidDraft } from '../../shared/kinds/fluid.ts'
import type { Shoe } from '../../shared/kinds/footwear.ts'
import type { NightDraft } from '../../shared/kinds/night.ts'
import { emptyProfile } from '../../shared/kinds/profile.ts'
import { dateOfDayNumber } from '../../shared/time/calendar-date.ts'
import { MS_PER_MINUTE } from '../../shared/time/moment.ts'

/** Minutes of the wall clock since 1970-01-01T00:00. */
export type WallMinute = number
export const MINUTES_PER_DAY = 1440

/** Everybody here lives an hour ahead of UTC, summer and winter. */
const OFFSET_MINUTES = 60
/** The signs of `Etc/GMT` are the wrong way round. */
const TIME_ZONE = 'Etc/GMT-1'
const OFF_WEEKDAYS = [5, 6]

/** A journal while it is being written. */
export interface Pen {
  readonly writeCramp: (at: WallMinute) => void
  readonly writeDrink: (at: WallMinute, volumeMl: number, fields?: Partial<FluidDraft>) => void
  readonly writeShoe: (shoe: Shoe, from: WallMinute, to: WallMinute) => void
  readonly writeActivity: (from: WallMinute, minutes: number, fields?: Partial<ActivityDraft>) => void
  readonly writeStretch: (at: WallMinute) => void
  readonly writeNight: (from: WallMinute, until: WallMinute, fields: Partial<NightDraft>) => void
  /** The person's word that a kind is complete for a date (for cramps: for a cramp-day). */
  readonly checkIn: (day: number, kind: TrackedKind) => void
  /** The journal as far as it was written. */
  readonly toFile: () => JournalFile
}

export function makePen(shoes: readonly Shoe[] = []): Pen {
  const entries: ArchivedEntry[] = []
  const checkIns: JournalFile['checkIns'] = []
  const instant = (wall: WallMinute) => (wall - OFFSET_MINUTES) * MS_PER_MINUTE
  const write = (draft: EntryDraft, loggedAt: WallMinute) => {
    const stored = { id: entries.length + 1, loggedAt: instant(loggedAt), editedAt: null, deletedAt: null }
    entries.push({ ...draft, ...stored })
  }
  const timeFields = (at: WallMinute) => ({ at: instant(at), offsetMinutes: OFFSET_MINUTES, note: '' })
  return {
    writeCramp: at =>
      write(
        {
          ...untoldCramp,
          kind: 'cramp',
          ...timeFields(at),
          onsetPrecision: 'exact',
          durationSeconds: 120,
          sites: [{ muscle: 'calf', side: 'left' }],
          intensity: 6,
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
          ...fields,
        },
        from + minutes,
      ),
    writeStretch: at =>
      write(
        { kind: 'stretch', ...timeFields(at), muscles: ['calf'], durationMinutes: 3, beforeBed: false },
        at + 5,
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
    checkIn: (day, kind) =>
      checkIns.push({
        date: dateOfDayNumber(day),
        kind,
        dayStartMinutes: 0,
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
      suggestionDecisions: [],
      experiments: [],
    }),
  }
}

/** Lives are drawn without regard to today. */
const AFTER_EVERY_LIFE = { at: Date.UTC(2199, 0, 1), offsetMinutes: 0 }

/** Through text and the import's own checks: a file with anything wrong in it is an error of the simulation. */
export function importFile(file: JournalFile): JournalFile {
  const parsed = parseJournalFile(JSON.stringify(file), AFTER_EVERY_LIFE)
  if (parsed.ok) return parsed.file
  throw new Error(`a simulated journal was refused: ${JSON.stringify(parsed.problems.slice(0, 3))}`)
}

/** The diary of a journal that was imported, without its trash; weekends are off unless said otherwise. */
export function readDiary(
  { entries, checkIns, shoes }: JournalFile,
  offWeekdays: readonly number[] = OFF_WEEKDAYS,
): Diary {
  const kept = entries.filter(({ deletedAt }) => deletedAt === null)
  return createDiary({ dayStartMinutes: 0, entries: kept, checkIns, shoes, offWeekdays, timeZone: TIME_ZONE })
}
