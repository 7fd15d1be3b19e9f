/**
 * Interpretation of an Apple Health export.
 *
 * Its instants are right, but written with the offset that the phone had when exporting: the clock of a record is that of the
 * zone it names itself, else of the zone that the person answers.
 */

import { isInWater } from '../kinds/activities.ts'
import { day } from '../kinds/day.ts'
import { type CalendarDate, spellDate } from '../time/calendar-date.ts'
import { calendarDate, type Moment, MS_PER_DAY, MS_PER_MINUTE } from '../time/moment.ts'
import { meaningOfAppleType, nameOfAppleType } from './activity-names.ts'
import type { AppleQuantity, AppleRecord, AppleScan, AppleSleep, AppleWorkout } from './apple-scan.ts'
import { type Collector, collect, writeMoment } from './collector.ts'
import { createDigestKeys, digestKey, type KeyPart } from './digest-key.ts'
import { addDrinks, type TrackedDrink } from './drink-entries.ts'
import type { Answers, HistoryContext, Interpretation } from './history.ts'
import { addMinerals, minerals, type TrackedMinerals } from './mineral-entries.ts'
import { addNights } from './night-entries.ts'
import type { SleepSegment } from './nights.ts'
import { addSessions, type SourcedSession } from './session-entries.ts'
import { rankSources } from './source-order.ts'
import { toCelsius, toMilligrams, toMl } from './units.ts'
import { askZone, clockOfZone, readZoneAnswer, type ZoneClock } from './zones.ts'

export function interpretAppleHealth(
  scan: AppleScan,
  answers: Answers,
  context: HistoryContext,
): Interpretation {
  const collector = collect(answers, context)
  const { exportedAt, exportOffsetMinutes } = scan
  if (exportedAt !== null)
    collector.note(
      `Exported on ${spellDate(calendarDate({ at: exportedAt, offsetMinutes: exportOffsetMinutes }))}.`,
    )
  const lists = [
    ...[scan.water, scan.caffeine, scan.sleep, scan.illness, scan.workouts],
    ...minerals.map(mineral => scan[mineral]),
  ]
  const needsZone = lists.some(records => records.some(({ zone }) => zone === null))
  if (needsZone) collector.ask(askZone(context))
  const answered = readZoneAnswer(answers)
  // Without an answer the other questions are still asked, so that all of them show at once.
  const clock = answered ?? clockOfZone(context.timeZone)
  addWater(scan, clock, collector)
  addSleep(scan.sleep, clock, collector)
  addWorkouts(scan, clock, collector)
  addIllness(scan, clock, collector)
  addMinerals(joinMinerals(scan, clock, collector), collector)
  for (const [type, count] of scan.ignored) collector.ignore(wordsOfType(type), count)
  for (const { type, when } of scan.unreadable)
    collector.leaveOut('its times or value cannot be read', wordsOfType(type), when)
  const interpretation = collector.finish()
  return needsZone && answered === null ? { ...interpretation, entries: [], leftOut: [] } : interpretation
}

const momentOf = ({ start, zone }: AppleRecord, clock: ZoneClock) => clock.ofInstant(start, zone)

/** Time of writing where the person wrote it down; a record that was measured is never from memory. */
const loggedAtOf = ({ start, written }: AppleRecord, { context }: Collector) =>
  written !== null && written >= start && written <= context.now.at ? written : null

const partsOf = ({ source, start, end, value, unit }: AppleQuantity) => [source, start, end, value, unit]

function addWater({ water, caffeine }: AppleScan, clock: ZoneClock, collector: Collector): void {
  const keyOf = createDigestKeys()
  const repeats: AppleQuantity[] = []
  // Equal drinks are numbered in the order of writing, whatever the order in the file.
  const inOrder = water.toSorted((a, b) => a.start - b.start || (a.written ?? 0) - (b.written ?? 0))
  const drinks = dropRepeats(inOrder, partsOf, repeats).map(
    (record): TrackedDrink => ({
      key: keyOf(['water', ...partsOf(record)]),
      source: record.source,
      loggedAt: loggedAtOf(record, collector),
      start: momentOf(record, clock),
      end: record.end,
      volumeMl: toMl(record.value, record.unit),
    }),
  )
  const amounts = dropRepeats(caffeine, partsOf).map(record => ({
    source: record.source,
    start: momentOf(record, clock),
    mg: toMilligrams(record.value, record.unit),
  }))
  for (const record of repeats) {
    const { source } = record
    collector.leaveOut(
      'the same record twice in the file',
      `Drink (${source})`,
      writeMoment(momentOf(record, clock)),
    )
  }
  addDrinks(drinks, amounts, [], collector)
}

/**
 * Each record once. Some apps store one up to fifty times, to the second of writing; what was written in two different seconds
 * is two records.
 */
function dropRepeats<Record extends AppleRecord>(
  records: readonly Record[],
  keyParts: (record: Record) => readonly KeyPart[],
  repeats: Record[] = [],
): Record[] {
  const seen = new Set<string>()
  return records.filter(record => {
    if (record.written === null) return true
    const key = digestKey([...keyParts(record), record.written])
    const isNew = !seen.has(key)
    if (!isNew) repeats.push(record)
    seen.add(key)
    return isNew
  })
}

function addSleep(records: readonly AppleSleep[], clock: ZoneClock, collector: Collector): void {
  const segments = new Map<string, SleepSegment[]>()
  const stages = new Map<string, number>()
  for (const record of records) {
    const { source, end, state, isStage } = record
    const segment = { start: momentOf(record, clock), end, state }
    const others = segments.get(source)
    if (others === undefined) segments.set(source, [segment])
    else others.push(segment)
    if (isStage) stages.set(source, (stages.get(source) ?? 0) + 1)
  }
  addNights(segments, rankSources(stages, []), collector)
}

function addWorkouts(scan: AppleScan, clock: ZoneClock, collector: Collector): void {
  const keyOf = createDigestKeys()
  const scoreOf = matchEffort(scan, clock, collector)
  const temperatures = scan.waterTemperature.toSorted((a, b) => a.start - b.start)
  const partsOfWorkout = ({ type, source, start, end }: AppleWorkout) => ['workout', type, source, start, end]
  const sessions = dropRepeats(scan.workouts, partsOfWorkout).map((workout): SourcedSession => {
    const { source, type, start, end, pausedMs, distanceM, climbM, isTyped } = workout
    const meaning = meaningOfAppleType(type)
    return {
      key: keyOf(partsOfWorkout(workout)),
      loggedAt: isTyped ? loggedAtOf(workout, collector) : null,
      name: nameOfAppleType(type),
      ...{ meaning, source, end, distanceM, climbM },
      start: momentOf(workout, clock),
      seconds: workout.seconds ?? (end - start - pausedMs) / 1000,
      exertion: scoreOf.get(workout) ?? null,
      waterTemperatureC:
        meaning !== 'stretch' && isInWater(meaning) ? averageCelsius(temperatures, start, end) : null,
      texts: [],
    }
  })
  addSessions(sessions, [], collector)
}

/** Scores that the person gave, by workout: both have the same start, and so has the workout's twin of a second source. */
function matchEffort(
  { effort, workouts }: AppleScan,
  clock: ZoneClock,
  collector: Collector,
): Map<AppleWorkout, number> {
  const minuteOf = ({ start }: AppleRecord) => Math.round(start / MS_PER_MINUTE)
  const given = effort.filter(({ value }) => value >= 1 && value <= 10)
  const byMinute = new Map(given.map(score => [minuteOf(score), score.value]))
  const scores = new Map<AppleWorkout, number>()
  const matched = new Set<number>()
  for (const workout of workouts) {
    const minute = minuteOf(workout)
    const found = [minute, minute - 1, minute + 1].find(near => byMinute.has(near))
    const score = found === undefined ? undefined : byMinute.get(found)
    if (found === undefined || score === undefined) continue
    scores.set(workout, score)
    matched.add(found)
  }
  for (const score of effort)
    if (!matched.has(minuteOf(score)))
      collector.leaveOut('no workout begins then', 'Effort score', writeMoment(momentOf(score, clock)))
  return scores
}

/** Most water temperatures that are averaged: one a second for five hours. */
const MOST_TEMPERATURES = 18_000

/** Mean of the water temperatures measured from `start` to `end`, to a tenth of a degree. @param sorted by time */
function averageCelsius(sorted: readonly AppleQuantity[], start: number, end: number): number | null {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  let [sum, count] = [0, 0]
  const last = low + MOST_TEMPERATURES
  for (let index = low; index < last && (sorted[index]?.start ?? Number.POSITIVE_INFINITY) <= end; index++) {
    const { value = Number.NaN, unit = '' } = sorted[index] ?? {}
    const celsius = toCelsius(value, unit)
    if (celsius === null || celsius < 0 || celsius > 45) continue
    sum += celsius
    count++
  }
  return count === 0 ? null : Math.round((sum / count) * 10) / 10
}

/** Minerals of one time as one record: a tablet holds several, and each is written by itself. */
function joinMinerals(scan: AppleScan, clock: ZoneClock, collector: Collector): TrackedMinerals[] {
  const joined = new Map<string, TrackedMinerals>()
  for (const mineral of minerals)
    for (const record of dropRepeats(scan[mineral], partsOf)) {
      const { source, start, end } = record
      const key = digestKey(['minerals', source, start, end])
      const before = joined.get(key)
      const amount = toMilligrams(record.value, record.unit)
      if (amount === null)
        collector.leaveOut(
          'its unit is not known',
          `Dietary ${mineral}`,
          writeMoment(momentOf(record, clock)),
        )
      else
        joined.set(key, {
          ...{ key, source, end, start: momentOf(record, clock) },
          loggedAt: before?.loggedAt ?? loggedAtOf(record, collector),
          mg: { ...before?.mg, [mineral]: (before?.mg[mineral] ?? 0) + amount },
        })
    }
  return [...joined.values()]
}

/** Longest illness that is taken as days; a record of a longer one was never closed. */
const LONGEST_ILLNESS_DAYS = 14

function addIllness({ illness }: AppleScan, clock: ZoneClock, collector: Collector): void {
  if (illness.length === 0) return
  const days = new Map<CalendarDate, { readonly names: Set<string>; readonly loggedAt: number | null }>()
  for (const record of illness) {
    const lastOf = Math.min(record.end, record.start + LONGEST_ILLNESS_DAYS * MS_PER_DAY)
    for (let at = record.start; at <= Math.max(lastOf, record.start); at += MS_PER_DAY) {
      const date = calendarDate(clock.ofInstant(at, record.zone))
      const known = days.get(date) ?? { names: new Set(), loggedAt: loggedAtOf(record, collector) }
      known.names.add(record.illness)
      days.set(date, known)
    }
  }
  const answer = collector.ask({
    id: 'illness',
    group: 'Illness',
    text: `On ${days.size === 1 ? 'one day' : `${days.size} days`} you noted a fever, vomiting or diarrhoea. Take this in?`,
    help: 'Each day is then marked as ill, with loss of fluid. Without an answer this is left out.',
    answer: {
      kind: 'one',
      options: [
        { id: 'yes', label: 'Yes' },
        { id: 'no', label: 'No, leave this out' },
      ],
    },
    suggested: null,
    isNeeded: false,
  })
  for (const [date, { names, loggedAt }] of days) {
    const noon = clock.ofWallClock(date, '12:00')?.moment
    const what = [...names].join(', ')
    if (noon === undefined || noon.at > collector.context.now.at + MS_PER_DAY / 2)
      collector.leaveOut('in the future', what, date)
    else if (answer === 'yes') collector.add(illDay(date, noon, what, loggedAt))
    else
      collector.leaveOut(
        answer === 'no' ? 'you chose to leave illness out' : 'you have not said whether to take illness in',
        what,
        date,
      )
  }
}

const illDay = (date: CalendarDate, noon: Moment, what: string, loggedAt: number | null) => ({
  key: digestKey(['ill day', date]),
  loggedAt: loggedAt ?? noon.at,
  draft: {
    ...day.unanswered,
    kind: 'day' as const,
    ...noon,
    illnessWithFluidLoss: true,
    note: what.charAt(0).toUpperCase() + what.slice(1),
  },
})

/** `HKQuantityTypeIdentifierStepCount` as words: `Step count`. */
function wordsOfType(type: string): string {
  const words = type
    .replace(/^HK[A-Za-z]*?Type(Identifier)?/, '')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replaceAll(/(?<= )[A-Z](?=[a-z])/g, letter => letter.toLowerCase())
  return words === 'Abdominal cramps' ? 'Abdominal cramps (of the belly)' : words
}
