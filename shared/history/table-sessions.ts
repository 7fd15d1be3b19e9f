/** Activities, nights, foot exercises and own factors in a table: whatever has a length of time, or belongs to a whole day. */
import { kindsByName } from '../kinds/kinds.ts'
import type { OwnFactor } from '../kinds/own-factor.ts'
import { type Moment, MS_PER_MINUTE } from '../time/moment.ts'
import { joinTexts } from './activity-entries.ts'
import { type Asking, idOfName, quote } from './asking.ts'
import { guessActivity } from './guess-names.ts'
import {
  getKmPerUnit,
  getMinutesPerUnit,
  readLength,
  readMeasured,
  settleDecimalSign,
  unitInName,
} from './table-numbers.ts'
import {
  called,
  idOf,
  isNo,
  leftOut,
  listExamples,
  NO_TIME,
  noonOf,
  type Plan,
  type PlanContext,
  type Thing,
  type ThingRow,
  unitOf,
} from './table-plan.ts'

/** Length in minutes of the rows of a thing; a function that finds none where every session is as long as the person says. */
function planMinutes(
  thing: Thing,
  group: string,
  context: PlanContext,
): ((row: ThingRow) => number | null) | null {
  const { asking, decimalSign } = context
  const measure = (text: string) => readMeasured(text, decimalSign)
  const isClocked = thing.rows.some(({ value }) => readLength(value) !== null)
  const isShort =
    isClocked && thing.rows.every(({ value }) => value.trim() === '' || /^\d+:\d+$/.test(value.trim()))
  const clocked = isShort
    ? asking.one({
        id: idOf('length', thing),
        group,
        text: `What does ${listExamples(thing)} mean?`,
        options: [
          { id: 'hours', label: 'Hours and minutes' },
          { id: 'minutes', label: 'Minutes and seconds' },
        ],
        suggested: 'hours',
      })
    : 'hours'
  const hasNumbers = thing.rows.some(({ value }) => readLength(value) === null && measure(value) !== null)
  const known = getMinutesPerUnit(unitOf(thing, measure))
  const chosen =
    hasNumbers && known === null
      ? asking.one({
          id: idOf('time-unit', thing),
          group,
          text: `What is the number of ${called(thing, 'each row')} in?`,
          help: `For example ${listExamples(thing)}.`,
          options: [
            { id: 'min', label: 'Minutes' },
            { id: 'h', label: 'Hours' },
            { id: 's', label: 'Seconds' },
            { id: 'each', label: 'It is no length of time' },
          ],
          suggested: null,
        })
      : 'none'
  const factor = known ?? (chosen === null ? null : getMinutesPerUnit(chosen))
  const needsEach = !isClocked && factor === null && thing.rows.every(({ end }) => end?.state !== 'time')
  const each = needsEach
    ? asking.number({
        id: idOf('minutes', thing),
        group,
        text: `How long is one ${called(thing, 'of them')}?`,
        ...{ min: 1, max: 1440, unit: 'minutes', suggested: null },
      })
    : 0
  if (clocked === null || chosen === null || each === null) return null
  return row => {
    if (row.end?.state === 'time' && row.time.state === 'time')
      return (row.end.moment.at - row.time.moment.at) / MS_PER_MINUTE
    const seconds = readLength(row.value)
    if (seconds !== null) return clocked === 'minutes' ? seconds / 3600 : seconds / 60
    const measured = measure(row.value)
    if (needsEach) return each
    return measured === null || factor === null
      ? null
      : measured.value * (getMinutesPerUnit(measured.unit) ?? factor)
  }
}

/** Start of something that has a length, where the time may be that of its end. Null while it is open. */
function planStart(
  thing: Thing,
  group: string,
  asking: Asking,
): ((moment: Moment, minutes: number) => Moment) | null {
  if (thing.rows.some(({ end }) => end?.state === 'time')) return moment => moment
  const chosen = asking.one({
    id: idOf('time-is', thing),
    group,
    text: `Is the time of ${called(thing, 'a row')} when it began or when it ended?`,
    options: [
      { id: 'start', label: 'When it began' },
      { id: 'end', label: 'When it ended' },
    ],
    suggested: null,
  })
  if (chosen === null) return null
  return ({ at, offsetMinutes }, minutes) => ({
    at: chosen === 'start' ? at : at - Math.round(minutes * MS_PER_MINUTE),
    offsetMinutes,
  })
}

export function planActivity(thing: Thing, context: PlanContext): Plan | null {
  const { asking, history } = context
  const { activities } = history.lists
  const group = 'Activities'
  const activity = asking.one({
    id: idOf('activity', thing),
    group,
    text: `What kind of activity is ${called(thing, 'it')}?`,
    help: 'Choose “Other” to keep the name in the note.',
    options: activities.ids.map(id => ({ id, label: activities.get(id).words })),
    suggested: guessActivity(thing.name),
  })
  const minutesOf = planMinutes(thing, group, context)
  const startOf = planStart(thing, group, asking)
  const distanceOf = planDistance(thing, asking)
  if (activity === null || minutesOf === null || startOf === null || distanceOf === null) return null
  return row => {
    if (isNo(row.value)) return { state: 'none' }
    if (row.time.state === 'date') return leftOut(NO_TIME)
    const minutes = minutesOf(row)
    if (minutes === null) return leftOut('no length that Unknot can read')
    const durationMinutes = Math.round(minutes)
    if (durationMinutes < 1) return leftOut('shorter than a minute')
    if (durationMinutes > 1440) return leftOut('longer than 24 hours')
    const distanceKm = distanceOf(row)
    if ((distanceKm ?? 0) > MOST_KM) return leftOut(`more than ${MOST_KM} km`)
    return {
      state: 'draft',
      draft: {
        ...kindsByName.activity.unanswered,
        kind: 'activity',
        ...startOf(row.time.moment, minutes),
        activity,
        durationMinutes,
        distanceKm,
        note: joinTexts([...(activity === 'other' ? [thing.name] : []), row.note]),
      },
    }
  }
}

const { max: MOST_KM } = kindsByName.activity.fields.distanceKm

/** Distance of each row in km, to the metre; null for a row without one. */
function planDistance(
  { distanceColumn, rows }: Thing,
  asking: Asking,
): ((row: ThingRow) => number | null) | null {
  if (distanceColumn === '') return () => null
  const cells = rows.map(({ distance }) => distance)
  const sign = settleDecimalSign(distanceColumn, cells, asking)
  if (sign === null) return null
  const measure = (text: string) => readMeasured(text, sign)
  const written = cells.map(cell => measure(cell)?.unit ?? '').find(unit => getKmPerUnit(unit) !== null)
  const known = getKmPerUnit(written ?? unitInName(distanceColumn))
  const chosen =
    known === null
      ? asking.one({
          id: `distance-unit:${idOfName(distanceColumn)}`,
          group: 'Activities',
          text: `What is the column ${quote(distanceColumn)} in?`,
          options: [
            { id: 'km', label: 'Kilometres' },
            { id: 'mi', label: 'Miles' },
            { id: 'm', label: 'Metres' },
          ],
          suggested: null,
        })
      : 'km'
  if (chosen === null) return null
  const factor = known ?? getKmPerUnit(chosen) ?? 1
  return ({ distance }) => {
    const measured = measure(distance)
    if (measured === null || measured.value <= 0) return null
    return Math.round(measured.value * (getKmPerUnit(measured.unit) ?? factor) * 1000) / 1000
  }
}

export function planNight(thing: Thing, context: PlanContext): Plan | null {
  const group = 'Nights'
  const minutesOf = planMinutes(thing, group, context)
  const startOf = planStart(thing, group, context.asking)
  if (minutesOf === null || startOf === null) return null
  return row => {
    if (isNo(row.value)) return { state: 'none' }
    if (row.time.state === 'date') return leftOut(NO_TIME)
    const minutes = minutesOf(row)
    if (minutes === null) return leftOut('no length that Unknot can read')
    if (minutes < 1) return leftOut('getting up is not after going to bed')
    if (minutes > 1440) return leftOut('longer than 24 hours')
    const start = startOf(row.time.moment, minutes)
    return {
      state: 'draft',
      draft: {
        ...kindsByName.night.unanswered,
        kind: 'night',
        ...start,
        wakeAt: start.at + Math.round(minutes * MS_PER_MINUTE),
        note: joinTexts([row.note]),
      },
    }
  }
}

/** Noon of the date of a row, at which facts about a whole day are stored. */
function noonOfRow({ time }: ThingRow, { zone }: PlanContext): Moment | null {
  if (time.state === 'time') return noonOf(time.moment)
  return zone?.ofWallClock(time.date, '12:00')?.moment ?? null
}

export function planOwnFactor(factor: OwnFactor, context: PlanContext): Plan {
  const measure = (text: string) => readMeasured(text, context.decimalSign)?.value ?? null
  const answerOf = ({ value }: ThingRow) => {
    const number = measure(value)
    if (factor.answer === 'yes-no') return { ...noAnswer, present: !isNo(value) }
    if (factor.answer === 'amount')
      return number !== null && number > 0 ? { ...noAnswer, amount: number } : null
    return number !== null && Number.isInteger(number) && number >= 0 && number <= 10
      ? { ...noAnswer, score: number }
      : null
  }
  return row => {
    const answer = answerOf(row)
    if (answer === null)
      return isNo(row.value) ? { state: 'none' } : leftOut(`no answer that fits ${quote(factor.name)}`)
    const at = factor.answer === 'amount' ? momentOfRow(row) : noonOfRow(row, context)
    if (at === null) return leftOut(NO_TIME)
    return {
      state: 'draft',
      draft: { kind: 'own-factor', ...at, factorId: factor.id, ...answer, note: joinTexts([row.note]) },
    }
  }
}

const noAnswer = { present: null, amount: null, score: null }
const momentOfRow = ({ time }: ThingRow): Moment | null => (time.state === 'time' ? time.moment : null)

const { max: MOST_FOOT_MINUTES } = kindsByName.day.fields.footExerciseMinutes

export function planFootExercises(thing: Thing, context: PlanContext): Plan | null {
  const minutesOf = planMinutes(thing, 'The day', context)
  if (minutesOf === null) return null
  return row => {
    if (isNo(row.value)) return { state: 'none' }
    const minutes = minutesOf(row)
    if (minutes === null) return leftOut('no length that Unknot can read')
    if (Math.round(minutes) > MOST_FOOT_MINUTES)
      return leftOut(`more than ${MOST_FOOT_MINUTES} minutes of foot exercises`)
    const at = noonOfRow(row, context)
    if (at === null) return leftOut(NO_TIME)
    return {
      state: 'draft',
      draft: {
        ...kindsByName.day.unanswered,
        kind: 'day',
        ...at,
        footExerciseMinutes: Math.round(minutes),
        note: joinTexts([row.note]),
      },
    }
  }
}
