/** Exercises of Fitbit: the clock of the old layer is found in the archive or asked, and each exercise comes in once. */
import type { Moment } from '../time/moment.ts'
import { addSession, type TrackedSession } from './activity-entries.ts'
import { meaningOfTrackerName } from './activity-names.ts'
import { type Collector, writeMoment } from './collector.ts'
import {
  type FitbitScan,
  findOffset,
  groupByDay,
  type LocalExercise,
  nearDays,
  type PlacedSleep,
  SAME_TIME_MS,
  type UtcExercise,
} from './fitbit-records.ts'
import { believeOffset } from './offsets.ts'
import { noteRepeated, ofWallMs } from './wall-clock.ts'
import type { ZoneClock } from './zones.ts'

type ExerciseClock = 'utc' | 'local'

/** @param clock null if no record needs the zone */
export function addFitbitExercises(
  scan: FitbitScan,
  sleeps: readonly PlacedSleep[],
  clock: ZoneClock | null,
  collector: Collector,
): void {
  const local = [
    ...new Map(
      scan.localExercises.map(exercise => [`${exercise.logId} ${exercise.startMs}`, exercise]),
    ).values(),
  ]
  const isBy = clock === null ? null : findClock(local, scan.utcExercises, sleeps, clock, collector)
  if (local.length > 0 && isBy !== null)
    collector.note(
      isBy === 'utc'
        ? 'Times of exercises are read as UTC, and put into the time zone you gave.'
        : 'Times of exercises are read as those of your own clock.',
    )
  const byDay = groupByDay(scan.utcExercises)
  const matched = new Set<UtcExercise>()
  const sessions: Session[] = []
  let twice = 0
  for (const exercise of local) {
    const start = clock === null || isBy === null ? null : readStart(exercise, isBy, clock)
    if (start === null) {
      collector.leaveOut('you have not said by which clock exercises are written', exercise.name, '')
      continue
    }
    const twin = nearDays(byDay, start.at).find(other => Math.abs(other.start - start.at) <= SAME_TIME_MS)
    if (twin !== undefined) matched.add(twin)
    if (isBy === 'local' && clock !== null && ofWallMs(clock, exercise.startMs).doubt === 'twice') twice++
    sessions.push({
      ...exercise,
      key: exercise.logId,
      typedAt: twin?.typedAt ?? null,
      start: twin === undefined ? start : (believeOffset(start.at, twin.offset, clock) ?? start),
      distanceM: exercise.distanceM ?? twin?.distanceM ?? null,
      climbM: exercise.climbM ?? twin?.climbM ?? null,
    })
  }
  for (const exercise of scan.utcExercises) {
    const start = believeOffset(exercise.start, exercise.offset, clock)
    if (matched.has(exercise) || start === null) continue
    sessions.push({ ...exercise, key: exercise.id, start, seconds: (exercise.end - exercise.start) / 1000 })
  }
  noteRepeated(twice, ['exercise', 'exercises'], collector)
  collector.ignore('Exercises a second time, in another format', matched.size)
  addSessions(sessions, collector)
}

/** Exercise of either layer, or of both. */
type Session = Pick<TrackedSession, 'key' | 'name' | 'start' | 'seconds' | 'distanceM' | 'climbM'> &
  Pick<UtcExercise, 'typedAt' | 'isAutoDetected'>

const readStart = ({ startMs }: LocalExercise, isBy: ExerciseClock, clock: ZoneClock): Moment =>
  isBy === 'utc' ? clock.ofInstant(startMs) : ofWallMs(clock, startMs).moment

/** Exercises within a night by which one reading of the clock is refuted, if the other has hardly any. */
const LEAST_REFUTING = 3

/**
 * Clock of the old layer: that by which it agrees with the new one; else that by which hardly any exercise falls into a night; else the
 * person's answer.
 */
function findClock(
  local: readonly LocalExercise[],
  utc: readonly UtcExercise[],
  sleeps: readonly PlacedSleep[],
  clock: ZoneClock,
  collector: Collector,
): ExerciseClock | null {
  const differing = local.filter(
    exercise => readStart(exercise, 'utc', clock).at !== readStart(exercise, 'local', clock).at,
  )
  if (differing.length === 0) return 'utc'
  const agreeing = countAgreeing(differing, utc)
  if (agreeing.utc !== agreeing.local) return agreeing.utc > agreeing.local ? 'utc' : 'local'
  const asleep = {
    utc: countAsleep(differing, 'utc', sleeps, clock),
    local: countAsleep(differing, 'local', sleeps, clock),
  }
  const more = Math.max(asleep.utc, asleep.local)
  if (more >= LEAST_REFUTING && Math.min(asleep.utc, asleep.local) * LEAST_REFUTING <= more)
    return asleep.utc < asleep.local ? 'utc' : 'local'
  return askForClock(differing, clock, collector)
}

/** Exercises that the new layer has at the same time by each reading. */
function countAgreeing(local: readonly LocalExercise[], utc: readonly UtcExercise[]) {
  const byDay = groupByDay(utc)
  const counts = { utc: 0, local: 0 }
  for (const { startMs, seconds } of local) {
    const offsets = nearDays(byDay, startMs)
      .filter(({ start, end }) => Math.abs((end - start) / 1000 - seconds) <= seconds / 2)
      .map(({ start }) => findOffset(startMs, start))
    if (offsets.includes(0)) counts.utc++
    else if (offsets.some(offset => offset !== null)) counts.local++
  }
  return counts
}

function countAsleep(
  local: readonly LocalExercise[],
  isBy: ExerciseClock,
  sleeps: readonly PlacedSleep[],
  clock: ZoneClock,
): number {
  const byDay = groupByDay(
    sleeps.flatMap(({ start, length }) =>
      start === null ? [] : [{ start: start.at, end: start.at + length }],
    ),
  )
  return local.filter(exercise => {
    const { at } = readStart(exercise, isBy, clock)
    return nearDays(byDay, at).some(({ start, end }) => start < at && at < end)
  }).length
}

/** Exercises shown to tell the two readings apart. */
const MOST_EXAMPLES = 3

function askForClock(
  local: readonly LocalExercise[],
  clock: ZoneClock,
  collector: Collector,
): ExerciseClock | null {
  const examples = local.slice(-MOST_EXAMPLES)
  const listTimes = (isBy: ExerciseClock) =>
    examples.map(exercise => `${exercise.name} ${writeMoment(readStart(exercise, isBy, clock))}`).join(', ')
  const answer = collector.ask({
    id: 'exercise-clock',
    group: 'Times',
    text: 'At which times did you exercise?',
    help: 'Fitbit does not say by which clock it writes these times.',
    answer: {
      kind: 'one',
      options: [
        { id: 'utc', label: listTimes('utc') },
        { id: 'local', label: listTimes('local') },
      ],
    },
    suggested: null,
    isNeeded: false,
  })
  return answer === 'utc' || answer === 'local' ? answer : null
}

function addSessions(sessions: readonly Session[], collector: Collector): void {
  const detected = sessions.filter(({ isAutoDetected }) => isAutoDetected).length
  const takesDetected = detected > 0 && askForDetected(detected, collector)
  for (const { isAutoDetected, typedAt, ...session } of sessions) {
    if (isAutoDetected && !takesDetected)
      collector.leaveOut('noticed by the tracker alone', session.name, writeMoment(session.start))
    else
      addSession(
        {
          ...session,
          // Typed in afterwards, and never before it began.
          loggedAt:
            typedAt !== null && typedAt >= session.start.at && typedAt <= collector.context.now.at
              ? typedAt
              : null,
          meaning: meaningOfTrackerName(session.name),
          ...{ exertion: null, waterTemperatureC: null, texts: [] },
        },
        collector,
      )
  }
}

const askForDetected = (count: number, collector: Collector): boolean =>
  collector.ask({
    id: 'auto-detected',
    group: 'Activities',
    text: `Bring along ${count === 1 ? 'the activity' : `the ${count} activities`} that the tracker noticed by itself?`,
    help: 'Most are walks of a few minutes. Without them, only what you started or typed in comes along.',
    answer: {
      kind: 'one',
      options: [
        { id: 'no', label: 'No, leave them out' },
        { id: 'yes', label: 'Yes' },
      ],
    },
    suggested: 'no',
    isNeeded: false,
  }) === 'yes'
