/** Elements of Apple's `export.xml` -> records of a scan. Element names and attributes as in the document type inside the file. */
import type {
  AppleIllness,
  AppleQuantity,
  AppleRecord,
  AppleScan,
  AppleSleep,
  AppleWorkout,
} from '../../../shared/history/apple-scan.ts'
import { plainName } from '../../../shared/history/digest-key.ts'
import { toMetres, toSeconds } from '../../../shared/history/units.ts'
import { DAMAGED, refuseExport } from './refuse-export.ts'
import type { XmlAttributes, XmlHandler } from './xml-stream.ts'

const QUANTITY = 'HKQuantityTypeIdentifier'
const CATEGORY = 'HKCategoryTypeIdentifier'
const SLEEP_ANALYSIS = `${CATEGORY}SleepAnalysis`

/** Quantities that a field exists for, by type. */
const quantityLists = {
  [`${QUANTITY}DietaryWater`]: 'water',
  [`${QUANTITY}DietaryCaffeine`]: 'caffeine',
  [`${QUANTITY}DietaryMagnesium`]: 'magnesium',
  [`${QUANTITY}DietaryPotassium`]: 'potassium',
  [`${QUANTITY}DietaryCalcium`]: 'calcium',
  [`${QUANTITY}WorkoutEffortScore`]: 'effort',
  [`${QUANTITY}WaterTemperature`]: 'waterTemperature',
} as const satisfies Readonly<Record<string, keyof AppleScan>>
type QuantityList = (typeof quantityLists)[keyof typeof quantityLists]

/** Illnesses with a loss of fluid, by type. */
const illnesses: ReadonlyMap<string, AppleIllness['illness']> = new Map([
  [`${CATEGORY}Vomiting`, 'vomiting'],
  [`${CATEGORY}Diarrhea`, 'diarrhoea'],
  [`${CATEGORY}Fever`, 'fever'],
])

/** Sleep states by value, and whether a watch measured them. The plain `Asleep` is that of systems before iOS 16. */
const sleepStates: ReadonlyMap<string, Pick<AppleSleep, 'state' | 'isStage'>> = new Map([
  ['InBed', { state: 'in-bed', isStage: false }],
  ['Asleep', { state: 'asleep', isStage: false }],
  ['AsleepUnspecified', { state: 'asleep', isStage: false }],
  ['AsleepCore', { state: 'asleep', isStage: true }],
  ['AsleepDeep', { state: 'asleep', isStage: true }],
  ['AsleepREM', { state: 'asleep', isStage: true }],
  ['Awake', { state: 'awake', isStage: false }],
])

const listOfQuantity: ReadonlyMap<string, QuantityList> = new Map(Object.entries(quantityLists))
const wantedTypes: ReadonlySet<string> = new Set([
  ...listOfQuantity.keys(),
  SLEEP_ANALYSIS,
  ...illnesses.keys(),
])

/** Most records that are kept: forty years of drinks, nights and workouts. A file with more would fill the memory. */
const MOST_RECORDS = 500_000
/** Most distinct names of sources, zones and types. */
const MOST_TEXTS = 10_000
const LONGEST_TEXT = 200
/** Most unreadable records that are listed. */
const MOST_UNREADABLE = 1_000

/** Top-level elements that say nothing of the person's days. */
const passedOver: ReadonlySet<string> = new Set(['Me', 'Correlation'])

/** Element under the root that is being read, with what its children add. */
interface Draft {
  readonly name: 'Record' | 'Workout'
  readonly type: string
  readonly attributes: XmlAttributes
  zone: string | null
  isTyped: boolean
  climbM: number | null
  distanceM: number | null
  pausedMs: number
  pausedAt: number | null
}

export interface AppleCollector extends XmlHandler {
  /** @throws CallFailure when the root was that of another program */
  finish(): AppleScan
}

export function collectAppleRecords(): AppleCollector {
  const texts = createTextPool()
  const lists: { readonly [List in QuantityList]: AppleQuantity[] } = {
    water: [],
    caffeine: [],
    magnesium: [],
    potassium: [],
    calcium: [],
    effort: [],
    waterTemperature: [],
  }
  const sleep: AppleSleep[] = []
  const illness: AppleIllness[] = []
  const workouts: AppleWorkout[] = []
  const ignored = new Map<string, number>()
  const unreadable: { type: string; when: string }[] = []
  let exported: { readonly at: number | null; readonly offsetMinutes: number } = {
    at: null,
    offsetMinutes: 0,
  }
  let draft: Draft | null = null
  let kept = 0

  const ignore = (type: string) => {
    const name = ignored.has(type) ? type : texts.get(type)
    ignored.set(name, (ignored.get(name) ?? 0) + 1)
  }

  function openTopLevel(name: string, attributes: XmlAttributes): void {
    if (name === 'Record' || name === 'Workout') {
      const type = (name === 'Record' ? attributes.type : attributes.workoutActivityType) ?? ''
      if (name === 'Record' && !wantedTypes.has(type)) ignore(type)
      else draft = { name, type, attributes, ...nothingAdded }
    } else if (name === 'ExportDate') exported = readExportDate(attributes.value ?? '')
    else if (!passedOver.has(name)) ignore(name)
  }

  function store({ name, type, attributes, ...added }: Draft): void {
    const common = readCommon(attributes, added, texts)
    const record = common === null ? null : make(name, type, attributes, added, common)
    if (record === null) {
      if (unreadable.length < MOST_UNREADABLE)
        unreadable.push({ type: texts.get(type), when: texts.get(attributes.startDate ?? '') })
      return
    }
    kept++
    if (kept > MOST_RECORDS)
      throw refuseExport('This export holds more records than a person can have. Nothing was imported.')
    record()
  }

  /** The step that stores a record; null if its value cannot be read. */
  function make(
    name: Draft['name'],
    type: string,
    attributes: XmlAttributes,
    added: Omit<Draft, 'name' | 'type' | 'attributes'>,
    common: AppleRecord,
  ): (() => void) | null {
    if (name === 'Workout') {
      const workout = { ...common, ...readWorkout(attributes, added, common.end), type: texts.get(type) }
      return () => workouts.push(workout)
    }
    const list = listOfQuantity.get(type)
    if (list !== undefined) {
      const value = readNumber(attributes.value)
      if (value === null) return null
      const unit = texts.get(attributes.unit ?? '')
      return () => lists[list].push({ ...common, value, unit })
    }
    const named = illnesses.get(type)
    if (named !== undefined) {
      // "Not present" answers for this one symptom, which says nothing of the day.
      const isPresent = attributes.value !== 'HKCategoryValueSeverityNotPresent'
      return () => (isPresent ? illness.push({ ...common, illness: named }) : ignore(type))
    }
    const state = sleepStates.get((attributes.value ?? '').replace('HKCategoryValueSleepAnalysis', ''))
    return state === undefined ? null : () => sleep.push({ ...common, ...state })
  }

  return {
    open(name, attributes, depth) {
      if (depth === 1 && name !== 'HealthData') throw refuseExport(DAMAGED)
      if (depth === 2) openTopLevel(name, attributes)
      // Records inside a correlation are listed at the top level as well, so depth 3 only adds to a draft.
      else if (depth === 3 && draft !== null) addChild(draft, name, attributes, texts)
    },
    close(depth) {
      if (depth !== 2 || draft === null) return
      store(draft)
      draft = null
    },
    finish: () => ({
      exportedAt: exported.at,
      exportOffsetMinutes: exported.offsetMinutes,
      ...lists,
      ...{ sleep, illness, workouts, ignored, unreadable },
    }),
  }
}

const nothingAdded = {
  zone: null,
  isTyped: false,
  climbM: null,
  distanceM: null,
  pausedMs: 0,
  pausedAt: null,
}

/** Reads a child of a record or workout. Metadata are often written twice, with the same value. */
function addChild(draft: Draft, name: string, attributes: XmlAttributes, texts: TextPool): void {
  if (name === 'MetadataEntry') {
    const { key, value = '' } = attributes
    if (key === 'HKTimeZone') draft.zone = texts.get(value)
    else if (key === 'HKWasUserEntered') draft.isTyped = value === '1'
    else if (key === 'HKElevationAscended') draft.climbM = readMetres(value)
  } else if (name === 'WorkoutStatistics') {
    const { type = '', sum, unit = '' } = attributes
    const metres = type.startsWith(`${QUANTITY}Distance`)
      ? toMetres(readNumber(sum) ?? Number.NaN, unit)
      : null
    if (metres !== null) draft.distanceM = Math.max(draft.distanceM ?? 0, metres)
  } else if (name === 'WorkoutEvent') addEvent(draft, attributes)
}

function addEvent(draft: Draft, { type, date = '' }: XmlAttributes): void {
  const at = readDate(date)
  if (type === 'HKWorkoutEventTypePause') draft.pausedAt ??= at
  else if (type === 'HKWorkoutEventTypeResume' && at !== null && draft.pausedAt !== null) {
    draft.pausedMs += Math.max(0, at - draft.pausedAt)
    draft.pausedAt = null
  }
}

function readCommon(
  { sourceName = '', startDate = '', endDate, creationDate = '' }: XmlAttributes,
  { zone, isTyped }: Pick<Draft, 'zone' | 'isTyped'>,
  texts: TextPool,
): AppleRecord | null {
  const start = readDate(startDate)
  const end = readDate(endDate ?? startDate)
  if (start === null || end === null || end < start) return null
  return {
    source: texts.get(plainName(sourceName)),
    start,
    end,
    written: readDate(creationDate),
    zone,
    isTyped,
  }
}

/** Old exports have totals as attributes, new ones as statistics. */
function readWorkout(
  { duration, durationUnit = 'min', totalDistance, totalDistanceUnit = '' }: XmlAttributes,
  { climbM, distanceM, pausedMs, pausedAt }: Omit<Draft, 'name' | 'type' | 'attributes'>,
  end: number,
) {
  const seconds = toSeconds(readNumber(duration) ?? Number.NaN, durationUnit)
  const total = toMetres(readNumber(totalDistance) ?? Number.NaN, totalDistanceUnit)
  // A workout that is ended while it is paused has no resume.
  const lastPauseMs = pausedAt === null ? 0 : Math.max(0, end - pausedAt)
  return { seconds, pausedMs: pausedMs + lastPauseMs, climbM, distanceM: distanceM ?? total }
}

/** `4180 cm` */
function readMetres(text: string): number | null {
  const [value, unit = ''] = text.split(' ')
  return toMetres(readNumber(value) ?? Number.NaN, unit)
}

function readNumber(text: string | undefined): number | null {
  if (text === undefined || text.trim() === '') return null
  const value = Number(text)
  return Number.isFinite(value) ? value : null
}

const DATE = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)$/

/** `2025-07-14 16:39:21 +0100` as UTC milliseconds. */
function readDate(text: string): number | null {
  const [, date, time, hours, minutes] = DATE.exec(text) ?? []
  const at = Date.parse(`${date}T${time}${hours}:${minutes}`)
  return Number.isNaN(at) ? null : at
}

function readExportDate(text: string) {
  const [, , , hours = '0', minutes = '0'] = DATE.exec(text) ?? []
  const sign = hours.startsWith('-') ? -1 : 1
  return { at: readDate(text), offsetMinutes: Number(hours) * 60 + sign * Number(minutes) }
}

/** Copies of texts that occur again and again: a piece of the file's text would keep the whole chunk it came from. */
interface TextPool {
  get(text: string): string
}

function createTextPool(): TextPool {
  const pool = new Map<string, string>()
  return {
    get(text) {
      const known = pool.get(text)
      if (known !== undefined) return known
      if (pool.size === MOST_TEXTS)
        throw refuseExport('This export names more sources than a person can have. Nothing was imported.')
      const copy = Buffer.from(text.slice(0, LONGEST_TEXT)).toString()
      pool.set(copy, copy)
      return copy
    },
  }
}
