/**
 * Interpretation of a Health Connect export: each record has the offset of the clock it was recorded by. Where two apps tell of
 * the same thing, the order that the person gave them in the system decides.
 */
import { recordOf } from '../kinds/record.ts'
import { type Moment, MS_PER_DAY, MS_PER_HOUR } from '../time/moment.ts'
import { meaningOfHealthConnectType, nameOfHealthConnectType } from './activity-names.ts'
import { type Collector, collect } from './collector.ts'
import { createDigestKeys } from './digest-key.ts'
import { addDrinks } from './drink-entries.ts'
import type { HealthConnectNutrition, HealthConnectRecord, HealthConnectScan } from './health-connect-scan.ts'
import type { Answers, HistoryContext, Interpretation } from './history.ts'
import { addMinerals, minerals, type TrackedMinerals } from './mineral-entries.ts'
import { addNights } from './night-entries.ts'
import type { SleepSegment } from './nights.ts'
import { addSessions } from './session-entries.ts'
import { askZone, clockOfZone, readZoneAnswer } from './zones.ts'

export function interpretHealthConnect(
  scan: HealthConnectScan,
  answers: Answers,
  context: HistoryContext,
): Interpretation {
  const collector = collect(answers, context)
  const records = [...scan.drinks, ...scan.nutrition, ...scan.sleeps, ...scan.sessions]
  const needsZone = records.some(({ offsetMinutes }) => offsetMinutes === null)
  if (needsZone) collector.ask(askZone(context))
  const answered = readZoneAnswer(answers)
  const clock = answered ?? clockOfZone(context.timeZone)
  const momentOf = ({ start, offsetMinutes }: HealthConnectRecord): Moment =>
    offsetMinutes === null ? clock.ofInstant(start) : { at: start, offsetMinutes }
  const toEntry = createReading(momentOf, isRestored(records), context.now.at)
  const { priorities } = scan
  addDrinks(
    scan.drinks.map(drink => ({ ...toEntry(drink), volumeMl: drink.volumeL * 1000 })),
    scan.nutrition
      .filter(({ caffeineG }) => caffeineG > 0)
      .map(record => ({ source: record.app, start: momentOf(record), mg: record.caffeineG * 1000 })),
    priorities.nutrition,
    collector,
  )
  addSleeps(scan.sleeps, momentOf, priorities.sleep, collector)
  addSessions(
    scan.sessions.map(({ type, ...session }) => ({
      ...toEntry(session),
      name: nameOfHealthConnectType(type),
      meaning: meaningOfHealthConnectType(type),
      seconds: (session.end - session.start) / 1000,
      distanceM: session.distanceM,
      climbM: session.climbM,
      exertion: session.exertion,
      waterTemperatureC: null,
      texts: session.texts,
    })),
    priorities.activity,
    collector,
  )
  addMinerals(
    scan.nutrition
      .filter(({ mineralsG }) => Object.keys(mineralsG).length > 0)
      .map(record => ({ ...toEntry(record), mg: inMilligrams(record.mineralsG) })),
    collector,
  )
  for (const [table, count] of scan.ignored) collector.ignore(wordsOfTable(table), count)
  for (const [table, count] of scan.unreadable)
    collector.note(`${count} of ${wordsOfTable(table)} cannot be read: their times or amounts are damaged.`)
  noteUtc(records, collector)
  const interpretation = collector.finish()
  return needsZone && answered === null ? { ...interpretation, entries: [], leftOut: [] } : interpretation
}

const inMilligrams = (grams: HealthConnectNutrition['mineralsG']) =>
  recordOf<TrackedMinerals['mg']>(
    minerals.flatMap(mineral => {
      const amount = grams[mineral]
      return amount === undefined ? [] : [[mineral, amount * 1000] as const]
    }),
  )

/** Fields that drinks and sessions share. */
function createReading(
  momentOf: (record: HealthConnectRecord) => Moment,
  isFromBackup: boolean,
  now: number,
) {
  const keyOf = createDigestKeys()
  const taken = new Set<string>()
  return (record: HealthConnectRecord) => {
    const { uuid, app, start, end, modified, isTyped } = record
    const isWritten = isTyped && !isFromBackup && modified !== null && modified >= start && modified <= now
    const entry = {
      key: uuid === null || taken.has(uuid) ? keyOf([uuid, app, start, end]) : uuid,
      source: app,
      start: momentOf(record),
      end,
      loggedAt: isWritten ? modified : null,
    }
    if (uuid !== null) taken.add(uuid)
    return entry
  }
}

/** Records that a restored backup holds at the least, for their times of writing to be worth a comparison. */
const FEW_RECORDS = 5

/** True if all records were written within an hour, days after the first of them: a phone that took over a backup did so. */
function isRestored(records: readonly HealthConnectRecord[]): boolean {
  if (records.length < FEW_RECORDS) return false
  let [first, last, earliest, latest] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { start, modified } of records) {
    first = Math.min(first, start)
    last = Math.max(last, start)
    earliest = Math.min(earliest, modified ?? start)
    latest = Math.max(latest, modified ?? start)
  }
  return latest - earliest < MS_PER_HOUR && last - first > MS_PER_DAY
}

/** A session spans going to bed and getting up; its stages lie within it. */
function addSleeps(
  sleeps: readonly HealthConnectRecord[],
  startOf: (record: HealthConnectRecord) => Moment,
  preferred: readonly string[],
  collector: Collector,
): void {
  const segments = new Map<string, SleepSegment[]>()
  for (const sleep of sleeps) {
    const segment = { start: startOf(sleep), end: sleep.end, state: 'in-bed' as const }
    const others = segments.get(sleep.app)
    if (others === undefined) segments.set(sleep.app, [segment])
    else others.push(segment)
  }
  addNights(segments, preferred, collector)
}

/** Some apps write UTC in place of the clock's offset. Where others do not, the person is told to look. */
function noteUtc(records: readonly HealthConnectRecord[], collector: Collector): void {
  const isUtc = new Map<string, boolean>()
  for (const { app, offsetMinutes } of records)
    isUtc.set(app, (isUtc.get(app) ?? true) && offsetMinutes === 0)
  if ([...isUtc.values()].every(value => value)) return
  for (const [app, value] of isUtc)
    if (value) collector.note(`“${app}” writes its times by world time (UTC). They may be off by hours.`)
}

/** `active_calories_burned_record_table` as words: `Active calories burned`. */
function wordsOfTable(table: string): string {
  const words = table.replace(/_(record_)?table$/, '').replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
