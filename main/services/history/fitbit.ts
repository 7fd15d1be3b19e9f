/**
 * Reader of Fitbit in Google Takeout. A takeout of twelve years has 10,000 files and more, of which only the few that are
 * named here are inflated.
 */
import { z } from 'zod'
import { interpretFitbit } from '../../../shared/history/fitbit.ts'
import type {
  FitbitScan,
  LocalExercise,
  LocalSleep,
  UtcExercise,
  UtcSleep,
} from '../../../shared/history/fitbit-records.ts'
import { readOffset, readUtc } from '../../../shared/history/offsets.ts'
import type { OnStep } from '../../jobs/job.ts'
import type { HistoryFile, HistoryFiles } from './history-files.ts'
import { readJsonRecords } from './json-records.ts'
import { readHeadText, readRows } from './raw-rows.ts'
import { readHeader } from './read-table.ts'
import type { HistoryReader } from './reader.ts'

type Sort = 'local-sleep' | 'local-exercise' | 'utc-sleep' | 'utc-exercise'

const NAMED = /(?:^|\/)(?:sleep-\d|exercise-\d|UserSleeps_|UserExercises_)[^/]*\.(?:json|csv)$/i
const WATER = /(?:^|\/)(?:hydration_log_|water_logs?[_-])[^/]*\.(?:json|csv)$/i
/** Files of a choice that is looked at whatever their names. */
const FEW_FILES = 20

/** Files to read, by what they hold. */
async function findFitbitFiles(files: HistoryFiles): Promise<[HistoryFile, Sort][]> {
  const named = files.list.filter(({ name }) => NAMED.test(name))
  const candidates = named.length === 0 && files.list.length <= FEW_FILES ? files.list : named
  const found: [HistoryFile, Sort][] = []
  for (const file of candidates) {
    const sort = await findSort(file)
    if (sort !== null) found.push([file, sort])
  }
  return found
}

async function findSort(file: HistoryFile): Promise<Sort | null> {
  const head = await readHeadText(file)
  if (/^\s*\[/.test(head)) {
    if (!head.includes('"logId"')) return null
    if (head.includes('"dateOfSleep"')) return 'local-sleep'
    return head.includes('"activityName"') ? 'local-exercise' : null
  }
  if (!/^\uFEFF?"?(?:sleep|exercise)_id\b/.test(head)) return null
  const header = await readHeader(file)
  if (header.includes('sleep_start') && header.includes('sleep_type')) return 'utc-sleep'
  return header.includes('exercise_start') ? 'utc-exercise' : null
}

/** Number, or nothing where the file has something else. */
const optionalNumber = z.number().nullable().catch(null).default(null)
const optionalText = z.string().catch('').default('')
const logId = z.union([z.number(), z.string()]).transform(String)

const sleepRecord = z.object({
  logId,
  startTime: z.string(),
  endTime: optionalText,
  duration: optionalNumber,
  mainSleep: z.boolean().nullable().catch(null).default(null),
})

const exerciseRecord = z.object({
  logId,
  activityName: optionalText,
  startTime: z.string(),
  duration: optionalNumber,
  activeDuration: optionalNumber,
  distance: optionalNumber,
  distanceUnit: optionalText,
  elevationGain: optionalNumber,
  logType: optionalText,
})

function readLocalSleep(value: unknown): LocalSleep | null {
  const { data } = sleepRecord.safeParse(value)
  const startWallMs = readUtc(data?.startTime ?? '')
  const endWallMs = readUtc(data?.endTime ?? '')
  const length =
    data?.duration ?? (startWallMs === null || endWallMs === null ? null : endWallMs - startWallMs)
  if (data === undefined || startWallMs === null || length === null || length <= 0) return null
  return { logId: data.logId, startWallMs, length, isMain: data.mainSleep }
}

const METRES: ReadonlyMap<string, number> = new Map([
  ['kilometer', 1000],
  ['mile', 1609.344],
  ['meter', 1],
  ['yard', 0.9144],
])

/** Metres of a floor, in which trackers count climbs. */
const FLOOR_M = 3.048

/**
 * Climb in metres, which the file writes without a unit: metres with a distance in kilometres, or where it is a whole number
 * of floors. With miles it may be feet. Trackers without a barometer write 0.
 */
function readClimb(gain: number | null, distanceUnit: string): number | null {
  if (gain === null || gain <= 0) return null
  const floors = gain / FLOOR_M
  const isInMetres = distanceUnit === 'Kilometer' || Math.abs(floors - Math.round(floors)) < 0.01
  return isInMetres ? gain : null
}

/** `09/12/26 15:00:00`: month first in every language. */
const EXERCISE_TIME = /^(\d{2})\/(\d{2})\/(\d{2}) (\d{2}:\d{2}:\d{2})$/

function readLocalExercise(value: unknown): LocalExercise | null {
  const { data } = exerciseRecord.safeParse(value)
  const [, month, day, year, clock] = EXERCISE_TIME.exec(data?.startTime ?? '') ?? []
  const startMs = readUtc(`20${year}-${month}-${day}T${clock}`)
  const lengthMs = data?.activeDuration ?? data?.duration ?? null
  if (data === undefined || startMs === null || lengthMs === null) return null
  const metres = METRES.get(data.distanceUnit.toLowerCase().replace(/s$/, ''))
  const distanceM = data.distance === null || metres === undefined ? 0 : data.distance * metres
  return {
    logId: data.logId,
    name: data.activityName,
    startMs,
    seconds: lengthMs / 1000,
    distanceM: distanceM > 0 ? distanceM : null,
    climbM: readClimb(data.elevationGain, data.distanceUnit),
    isAutoDetected: data.logType === 'auto_detected',
  }
}

type CellOf = (column: string) => string

function readUtcSleep(cellOf: CellOf): UtcSleep | null {
  const start = readUtc(cellOf('sleep_start'))
  const end = readUtc(cellOf('sleep_end'))
  if (start === null || end === null || end <= start) return null
  return { start, end, offset: readOffset(cellOf('start_utc_offset')) }
}

function readUtcExercise(cellOf: CellOf): UtcExercise | null {
  const start = readUtc(cellOf('exercise_start'))
  const end = readUtc(cellOf('exercise_end'))
  const id = cellOf('exercise_id')
  if (start === null || end === null || end <= start || id === '') return null
  /** Metres of the first column that is more than 0, which means unknown. */
  const metresOf = (...columns: readonly string[]) =>
    columns.map(column => Number(cellOf(column)) / 1000).find(metres => metres > 0) ?? null
  return {
    ...{ id, start, end },
    name: cellOf('activity_name'),
    offset: readOffset(cellOf('utc_offset')),
    typedAt: cellOf('log_type') === 'MANUAL' ? readUtc(cellOf('exercise_created')) : null,
    distanceM: metresOf('tracker_total_distance_mm', 'manually_logged_total_distance_mm'),
    climbM: metresOf('tracker_total_altitude_mm'),
    isAutoDetected: cellOf('log_type') === 'AUTO_DETECTED',
  }
}

async function scanFitbit(files: HistoryFiles, onStep: OnStep): Promise<FitbitScan> {
  const found = await findFitbitFiles(files)
  files.expect(found.map(([file]) => file))
  const lists = {
    localSleeps: [] as LocalSleep[],
    utcSleeps: [] as UtcSleep[],
    localExercises: [] as LocalExercise[],
    utcExercises: [] as UtcExercise[],
  }
  const damaged: string[] = []
  const addTo = <Record>(list: Record[], record: Record | null, what: string) => {
    if (record === null) damaged.push(what)
    else list.push(record)
  }
  for (const [file, sort] of found) {
    const step = () => {
      const { done, total } = files.getProgress()
      onStep(done, total)
    }
    if (sort === 'local-sleep' || sort === 'local-exercise') {
      for await (const record of readJsonRecords(file, 1)) {
        if (sort === 'local-sleep') addTo(lists.localSleeps, readLocalSleep(record), 'Sleep')
        else addTo(lists.localExercises, readLocalExercise(record), 'Exercise')
        step()
      }
    } else
      for (const cellOf of await readCells(file, files, onStep)) {
        if (sort === 'utc-sleep') addTo(lists.utcSleeps, readUtcSleep(cellOf), 'Sleep')
        else addTo(lists.utcExercises, readUtcExercise(cellOf), 'Exercise')
      }
    step()
  }
  const waterFiles = files.list.filter(({ name }) => WATER.test(name)).length
  return { ...lists, damaged, waterFiles, otherFiles: files.list.length - found.length - waterFiles }
}

/** Rows of a table with a header, as functions from column to cell. */
async function readCells(file: HistoryFile, files: HistoryFiles, onStep: OnStep): Promise<CellOf[]> {
  const [header = [], ...rows] = await readRows(file, files, onStep)
  const columns = new Map(header.map((name, index) => [name.trim(), index]))
  return rows.map(row => column => row[columns.get(column) ?? -1] ?? '')
}

export const fitbitReader: HistoryReader<FitbitScan> = {
  id: 'fitbit',
  name: 'Fitbit',
  reads: 'nights and training',
  recognise: async files => (await findFitbitFiles(files)).length > 0,
  scan: scanFitbit,
  interpret: interpretFitbit,
}
