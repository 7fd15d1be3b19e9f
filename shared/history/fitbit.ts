/**
 * Nights and exercises of Fitbit, as Google Takeout holds them. The same record lies there in two layers, which are never
 * added up:
 *
 *     old, by Fitbit    sleep-2026-09-11.json       wall clock without a zone
 *                       exercise-0.json             UTC in some archives, wall clock in others
 *     new, by Google    UserSleeps_2026-09-01.csv   UTC, with an offset that is 0 where it is not known
 *                       UserExercises_....csv       the same
 *
 * A night in both layers shows its true offset: the wall clock of one minus the instant of the other.
 */
import { MS_PER_HOUR } from '../time/moment.ts'
import { type Collector, collect, writeMoment } from './collector.ts'
import { addFitbitExercises } from './fitbit-exercises.ts'
import {
  type FitbitScan,
  findOffset,
  groupByDay,
  nearDays,
  type PlacedSleep,
  SAME_TIME_MS,
} from './fitbit-records.ts'
import type { Answers, HistoryContext, Interpretation } from './history.ts'
import { addNights } from './night-entries.ts'
import type { SleepSegment } from './nights.ts'
import { believeOffset } from './offsets.ts'
import { noteRepeated, ofWallMs } from './wall-clock.ts'
import { askZone, readZoneAnswer, type ZoneClock } from './zones.ts'

export function interpretFitbit(scan: FitbitScan, answers: Answers, context: HistoryContext): Interpretation {
  const collector = collect(answers, context)
  const clock = readZoneAnswer(answers)
  const { placed, repeats, twice } = placeSleeps(scan, clock)
  const needsZone =
    placed.some(({ start }) => start === null) ||
    scan.localExercises.length > 0 ||
    scan.utcExercises.some(({ offset }) => !offset)
  if (needsZone || clock !== null) collector.ask(askZone(context))
  for (const what of scan.damaged) collector.leaveOut('a damaged record', what, '')
  collector.ignore('Files of logged water, in a form that is not known', scan.waterFiles)
  collector.ignore('Files of other measurements', scan.otherFiles)
  collector.ignore('Nights a second time, in another format', repeats)
  if (needsZone && clock === null) return collector.finish()
  noteRepeated(twice, ['sleep', 'sleeps'], collector)
  addSleeps(placed, collector)
  addFitbitExercises(scan, placed, clock, collector)
  return collector.finish()
}

function placeSleeps(
  { localSleeps, utcSleeps }: FitbitScan,
  clock: ZoneClock | null,
): { readonly placed: PlacedSleep[]; readonly repeats: number; readonly twice: number } {
  let twice = 0
  const placed: PlacedSleep[] = []
  const unmatched = new Set(utcSleeps)
  const seen = new Set<string>()
  const byDay = groupByDay(utcSleeps)
  for (const { logId, startWallMs, length, isMain } of localSleeps) {
    // Files of 30 days overlap.
    const identity = `${logId} ${startWallMs}`
    if (seen.has(identity)) continue
    seen.add(identity)
    const twin = nearDays(byDay, startWallMs).find(
      sleep =>
        unmatched.has(sleep) &&
        findOffset(startWallMs, sleep.start) !== null &&
        Math.abs(sleep.end - sleep.start - length) <= 2 * SAME_TIME_MS,
    )
    if (twin === undefined) {
      const start = clock === null ? null : ofWallMs(clock, startWallMs)
      if (start?.doubt === 'twice') twice++
      placed.push({ start: start?.moment ?? null, length, isMain })
    } else {
      unmatched.delete(twin)
      placed.push({
        start: { at: twin.start, offsetMinutes: findOffset(startWallMs, twin.start) ?? 0 },
        length: twin.end - twin.start,
        isMain,
      })
    }
  }
  const repeats = utcSleeps.length - unmatched.size
  const alone = [...unmatched].filter(({ start, end }) => !placed.some(sleep => isOverlap(sleep, start, end)))
  for (const { start, end, offset } of alone)
    placed.push({ start: believeOffset(start, offset, clock), length: end - start, isMain: null })
  return { placed, repeats: repeats + unmatched.size - alone.length, twice }
}

const isOverlap = ({ start, length }: PlacedSleep, from: number, to: number) =>
  start !== null && start.at < to && from < start.at + length

function addSleeps(placed: readonly PlacedSleep[], collector: Collector): void {
  const segments = placed.flatMap(({ start, length, isMain }) =>
    start === null ? [] : [{ state: 'asleep' as const, start, end: start.at + length, isMain }],
  )
  const mains = segments.filter(({ isMain }) => isMain !== false)
  const isPart = (nap: SleepSegment) =>
    mains.some(({ start, end }) => start.at - nap.end <= MS_PER_HOUR && nap.start.at - end <= MS_PER_HOUR)
  const kept = segments.filter(segment => {
    const isKept = segment.end > segment.start.at && (segment.isMain !== false || isPart(segment))
    if (!isKept) collector.leaveOut('not the main sleep of its day', 'Sleep', writeMoment(segment.start))
    return isKept
  })
  addNights(new Map([['Fitbit', kept]]), [], collector)
}
