/** Reader of Garmin's account archive: activities, nights and drinks among the files of a zip or folder. */
import { z } from 'zod'
import {
  type GarminActivity,
  type GarminDrink,
  type GarminScan,
  type GarminSleep,
  interpretGarmin,
} from '../../../shared/history/garmin-archive.ts'
import { readUtc } from '../../../shared/history/offsets.ts'
import { isOffset } from '../../../shared/history/zones.ts'
import { MS_PER_MINUTE } from '../../../shared/time/moment.ts'
import type { HistoryFile, HistoryFiles } from './history-files.ts'
import { readJsonRecords } from './json-records.ts'
import { readHeadText } from './raw-rows.ts'
import type { HistoryReader } from './reader.ts'

type Sort = 'activities' | 'sleep' | 'drinks'

const NAMED = /(?:_summarizedActivities|_sleepData|HydrationLogFile)[^/]*\.json$/i
/** Files of a choice that is looked at whatever their names. */
const FEW_FILES = 20

/** Lists and objects around a record: activities lie in `[{"summarizedActivitiesExport": [...]}]`. */
const DEPTHS: Readonly<Record<Sort, number>> = { activities: 3, sleep: 1, drinks: 1 }

async function findGarminFiles(files: HistoryFiles): Promise<[HistoryFile, Sort][]> {
  const named = files.list.filter(({ name }) => NAMED.test(name))
  const candidates = named.length === 0 && files.list.length <= FEW_FILES ? files.list : named
  const found: [HistoryFile, Sort][] = []
  for (const file of candidates) {
    const sort = findSort(await readHeadText(file))
    if (sort !== null) found.push([file, sort])
  }
  return found
}

function findSort(head: string): Sort | null {
  if (!/^\s*\[/.test(head)) return null
  if (head.includes('"summarizedActivitiesExport"')) return 'activities'
  if (head.includes('"sleepWindowConfirmationType"') || head.includes('"sleepStartTimestampGMT"'))
    return 'sleep'
  return head.includes('"hydrationSource"') && head.includes('"valueInML"') ? 'drinks' : null
}

const optionalNumber = z.number().nullable().catch(null).default(null)
const optionalText = z.string().catch('').default('')
const optionalId = z.union([z.number(), z.string()]).transform(String).nullable().catch(null).default(null)

const activityRecord = z.object({
  activityId: z.union([z.number(), z.string()]).transform(String),
  parentId: optionalId,
  name: optionalText,
  activityType: z
    .union([z.string(), z.object({ typeKey: z.string() }).transform(({ typeKey }) => typeKey)])
    .catch('')
    .default(''),
  startTimeGmt: optionalNumber,
  beginTimestamp: optionalNumber,
  startTimeLocal: optionalNumber,
  duration: optionalNumber,
  distance: optionalNumber,
  elevationGain: optionalNumber,
  workoutRpe: optionalNumber,
})

/** Centimetres of the archive as metres; 0 is written where nothing was measured. */
const toMetres = (cm: number | null) => (cm === null || cm <= 0 ? null : cm / 100)

/** Minutes between a wall clock and the instant; null if no clock has that offset. */
function readOffset(wallMs: number | null, at: number): number | null {
  const minutes = wallMs === null ? Number.NaN : Math.round((wallMs - at) / MS_PER_MINUTE)
  return isOffset(minutes) ? minutes : null
}

function readActivity(value: unknown): GarminActivity | null {
  const { data } = activityRecord.safeParse(value)
  const at = data?.startTimeGmt ?? data?.beginTimestamp ?? null
  if (data === undefined || at === null || data.duration === null) return null
  const { workoutRpe } = data
  return {
    id: data.activityId,
    parentId: data.parentId,
    title: data.name,
    type: data.activityType,
    at: Math.round(at),
    offset: readOffset(data.startTimeLocal, at),
    seconds: data.duration / 1000,
    distanceM: toMetres(data.distance),
    climbM: toMetres(data.elevationGain),
    // In tens, from 10 for very light to 100.
    exertion: workoutRpe === null || workoutRpe < 10 || workoutRpe > 100 ? null : workoutRpe / 10,
  }
}

/** Time as a text, or within an object as `{"date": "2025-10-12T07:05:00.0"}`. */
const timeField = z
  .union([z.string(), z.object({ date: z.string() }).transform(({ date }) => date)])
  .transform(readUtc)
  .nullable()
  .catch(null)
  .default(null)

const sleepRecord = z.object({
  calendarDate: z.union([z.string(), z.object({ date: z.string() }).transform(({ date }) => date)]),
  sleepStartTimestampGMT: timeField,
  sleepEndTimestampGMT: timeField,
  sleepWindowConfirmationType: optionalText,
})

function readSleep(value: unknown): GarminSleep | null {
  const { data } = sleepRecord.safeParse(value)
  if (data === undefined) return null
  return {
    date: data.calendarDate.slice(0, 10),
    start: data.sleepStartTimestampGMT,
    end: data.sleepEndTimestampGMT,
    confirmation: data.sleepWindowConfirmationType,
  }
}

const drinkRecord = z.object({
  persistedTimestampGMT: timeField,
  timestampLocal: timeField,
  hydrationSource: optionalText,
  valueInML: z.number(),
  uuid: z
    .union([z.string(), z.object({ uuid: z.string() }).transform(({ uuid }) => uuid)])
    .nullable()
    .catch(null)
    .default(null),
})

/** Source of what a person logged; the others are computed. */
const LOGGED = 'GARMIN_GCM'

function readDrink(value: unknown): GarminDrink | 'estimate' | null {
  const { data } = drinkRecord.safeParse(value)
  if (data === undefined) return null
  if (data.hydrationSource !== LOGGED) return 'estimate'
  const at = data.persistedTimestampGMT
  if (at === null) return null
  return { id: data.uuid, at, offset: readOffset(data.timestampLocal, at), volumeMl: data.valueInML }
}

export const garminArchiveReader: HistoryReader<GarminScan> = {
  id: 'garmin',
  name: 'Garmin Connect',
  reads: 'training, nights and drinks',
  recognise: async files => (await findGarminFiles(files)).length > 0,
  async scan(files, onStep) {
    const found = await findGarminFiles(files)
    files.expect(found.map(([file]) => file))
    const activities: GarminActivity[] = []
    const sleeps: GarminSleep[] = []
    const drinks: GarminDrink[] = []
    const damaged: string[] = []
    let sweatEstimates = 0
    for (const [file, sort] of found)
      for await (const record of readJsonRecords(file, DEPTHS[sort])) {
        if (sort === 'activities') keep(activities, readActivity(record), 'Activity', damaged)
        else if (sort === 'sleep') keep(sleeps, readSleep(record), 'Sleep', damaged)
        else {
          const drink = readDrink(record)
          if (drink === 'estimate') sweatEstimates++
          else keep(drinks, drink, 'Drink', damaged)
        }
        const { done, total } = files.getProgress()
        onStep(done, total)
      }
    const otherFiles = files.list.length - found.length
    return { activities, sleeps, drinks, damaged, sweatEstimates, otherFiles }
  },
  interpret: interpretGarmin,
}

function keep<Record>(list: Record[], record: Record | null, what: string, damaged: string[]): void {
  if (record === null) damaged.push(what)
  else list.push(record)
}
