/** Reader of cramps: "cramp left calf 3am 7/10 4 min", "cramp both arches last night". */
import { type StateAtOnset, untoldCramp } from '../kinds/cramp.ts'
import { getPossibleInstants, NIGHT_CLOCK, type OnsetPrecision, onsetPrecisions } from '../kinds/onset.ts'
import { capitalize } from '../locale/capitalize.ts'
import { addDays, type CalendarDate } from '../time/calendar-date.ts'
import { calendarDate, clockMinutes, type Moment } from '../time/moment.ts'
import { momentAt, momentOfInstant } from '../time/time-zone.ts'
import { askClock } from './clock-questions.ts'
import { nameClock } from './clock-words.ts'
import { findInterval } from './intervals.ts'
import { type Asking, type Line, words } from './line.ts'
import { findMoment, findSpan } from './moments.ts'
import { takeSites } from './muscles.ts'
import { askAtEnd, askInPlace, askToType } from './questions.ts'
import type { Question, QuickAddContext } from './reading.ts'
import { takeReliefs } from './relief.ts'
import {
  askedFirst,
  asks,
  choiceSlot,
  defineReader,
  type Filled,
  fill,
  fillUnless,
  kindWordSlot,
  patternSlot,
  slot,
  strengthSlot,
} from './slots.ts'
import type { SpokenTime } from './spoken-time.ts'
import { takeSymptoms } from './symptoms.ts'

export const CRAMP_WORD = words(
  String.raw`cramp(?:s|ed|ing)?(?:\s+up)?|spasms?|charley\s+horse|(?:a\s+)?knot(?:ted)?(?:\s+up)?`,
)

/** Longest interval read as a cramp. It rules out half of the readings of "3 to 3:05". */
const HALF_DAY_MINUTES = 12 * 60

const SPORT =
  'exercise|exercising|sports?|running|(?:long\\s+)?run|jog(?:ging)?|training|practice|workout|match|game|football|soccer|tennis|basketball|volleyball|badminton|squash|hockey|rugby|handball|padel|yoga|pilates|dancing|skiing|rowing|climbing'

const SORE = words(String.raw`sore(?:\s+for)?\s+(?<hours>\d{1,3})\s*(?:h|hrs?|hours?)`)

const STRENGTH = {
  what: 'How strong',
  names: ['intensity', 'strength', 'severity', 'sev', 'level', 'pain', 'strong', 'vas', 'nrs'],
  isUnnamed: true,
} as const

export const readCramp = defineReader('cramp')({
  slots: {
    kind: kindWordSlot(CRAMP_WORD),
    wokeMe: choiceSlot([
      [
        false,
        String.raw`(?:it\s+)?(?:did(?:n['’]?t|\s+not)\s+wake\s+me(?:\s+up)?|without\s+waking\s+me(?:\s+up)?|not\s+woken(?:\s+up)?(?:\s+by\s+it)?|woke\s+me\s+not)`,
      ],
      [
        true,
        String.raw`(?:it\s+)?(?:woke\s+me(?:\s+up)?|woken(?:\s+up)?(?:\s+by\s+it)?|woke\s+(?:up\s+)?(?:with|from))`,
      ],
    ]),
    relief: slot(({ line, context }) => fill(takeReliefs(line, context.lists))),
    symptoms: slot(({ line, context }) => {
      const { symptoms, questions } = takeSymptoms(line, context.lists)
      return fillUnless(questions, symptoms)
    }),
    stateAtOnset: choiceSlot<StateAtOnset>([
      ['after-exercise', String.raw`(?:right\s+)?after\s+(?:the\s+|my\s+|a\s+)?(?:${SPORT}|gym|ride|swim)`],
      ['exercising', String.raw`(?:while|during)\s+(?:the\s+|my\s+|a\s+)?(?:${SPORT}|cycling|ride)`],
      [
        'in-water',
        String.raw`(?:(?:while|during)\s+(?:the\s+|my\s+|a\s+)?(?:swimming|swim)|in\s+(?:the\s+)?(?:water|pool))`,
      ],
      ['asleep', String.raw`(?:while\s+)?asleep|(?:while|during)\s+(?:i\s+)?(?:sleeping|slept|sleep)`],
      ['in-bed-awake', String.raw`(?:awake\s+in\s+bed|in\s+bed,?\s+awake)`],
      ['sitting', String.raw`(?:while\s+)?sitting`],
      ['standing', String.raw`(?:while\s+)?standing`],
      ['walking', String.raw`(?:while\s+)?walking`],
    ]),
    /** With a day: that is all that is known of the onset. */
    isTimeUnknown: choiceSlot([
      [true, String.raw`(?:at\s+(?:an?\s+)?)?(?:unknown\s+time|time\s+(?:unknown|not\s+known))`],
    ]),
    sorenessHours: patternSlot(SORE, 'detail', ({ groups }) => Number(groups.hours)),
    intensity: strengthSlot(STRENGTH),
    sites: askedFirst(({ line }) => {
      const { sites, questions } = takeSites(line)
      return fillUnless(questions, sites)
    }),
  },
  timeOptions: () => ({ withLength: true, longestMinutes: HALF_DAY_MINUTES, minutesTo: 'ask' }),
  when: (time, { isTimeUnknown }, { line, context }) =>
    findOnset(time, line, context, isTimeUnknown === true),
  draft: (
    { kind: _kind, isTimeUnknown: _isTimeUnknown, ...values },
    { moment, precision, seconds },
    { line },
  ) => ({
    ...untoldCramp,
    kind: 'cramp',
    at: moment.at,
    offsetMinutes: moment.offsetMinutes,
    note: line.note,
    onsetPrecision: precision,
    durationSeconds: seconds,
    ...values,
  }),
})

interface Onset {
  readonly moment: Moment
  readonly precision: OnsetPrecision
  readonly seconds: number | null
}

function findOnset(
  time: SpokenTime,
  line: Line,
  context: QuickAddContext,
  isTimeUnknown: boolean,
): Filled<Onset> {
  if (isTimeUnknown && (time.from !== null || time.agoMs !== null || time.isNow))
    return asks(
      askToType('time', 'This line has a time, and says that it is unknown. Keep only one of them.'),
    )
  if (time.isBetween !== null || (time.isAbout && time.from !== null && time.to !== null))
    return asks(askBetween(time, line, context))
  if (time.to !== null || time.isUntilNow) return findOnsetWithEnd(time, line, context)
  const found = findMoment(time, { line, context })
  switch (found.kind) {
    case 'asks':
      return asks(found.question)
    case 'nothing':
      return asks(askOnset(line))
    case 'date':
      return findRoughOnset(found.date, time, { line, context }, isTimeUnknown)
    case 'night': {
      const middle = momentAt(found.date, NIGHT_CLOCK, context.timeZone)
      const evening = momentAt(addDays(found.date, -1), '21:00', context.timeZone)
      if (evening.at > context.now.at)
        return asks(askToType('future', 'That night is still to come. Enter one that has begun.'))
      // This time may still be ahead in a night that is running.
      return fill<Onset>({
        moment: middle.at > context.now.at ? context.now : middle,
        precision: 'night',
        seconds: time.seconds,
      })
    }
    case 'moment':
      return checkEnd(found.moment, time, line, context)
  }
}

/** "This morning": the part of the day is all that is known. A day alone is asked for its time, unless that is unknown. */
function findRoughOnset(
  date: CalendarDate,
  time: SpokenTime,
  { line, context }: Asking,
  isTimeUnknown: boolean,
): Filled<Onset> {
  const precision = time.period?.name ?? (isTimeUnknown ? 'date' : null)
  if (precision === null || precision === 'night')
    return asks(askClock('At what time did it begin?', time, { line, context }))
  const { clock } = onsetPrecisions.get(precision)
  const moment = momentAt(date, clock ?? NIGHT_CLOCK, context.timeZone)
  const { firstAt } = getPossibleInstants({ ...moment, onsetPrecision: precision })
  return firstAt > context.now.at
    ? asks(askToType('future', `That ${precision} is still to come. Enter one that has begun.`))
    : fill<Onset>({ moment, precision, seconds: time.seconds })
}

/** "Between 3 and 4" brackets the onset; it is not an interval that the cramp lasted for. */
function askBetween(time: SpokenTime, line: Line, context: QuickAddContext): Question {
  const found = findSpan(time, { line, context })
  if (found.kind === 'asks') return found.question
  const { from, to, words } = found
  const isDated = time.day !== null || time.period !== null
  const middle = momentOfInstant((from.at + to.at) / 2, context.timeZone)
  const name = (moment: Moment) => nameClock(clockMinutes(moment), context.hourCycle)
  const text = `“${line.text.slice(words.start, words.end)}”: when did it begin?`
  const answers = [from, middle, to].map(
    moment =>
      [`About ${name(moment)}`, `${isDated ? '' : `${calendarDate(moment)} `}about ${name(moment)}`] as const,
  )
  return askInPlace(line, words, 'time', text, answers)
}

/** Onset and duration of "3:00 to 3:10 am", "13:50 until now". */
function findOnsetWithEnd(time: SpokenTime, line: Line, context: QuickAddContext): Filled<Onset> {
  const found = findInterval(time, { line, context })
  if (found.kind === 'asks') return asks(found.question)
  if (found.kind !== 'interval')
    return asks(askToType('time', 'When did it begin? Write it as “3:00 to 3:10”.'))
  const { from, seconds } = found
  return fill<Onset>({ moment: from, precision: time.isAbout ? 'about' : 'exact', seconds })
}

/** A cramp with a duration has ended, so its end must not be after now. */
function checkEnd(moment: Moment, time: SpokenTime, line: Line, context: QuickAddContext): Filled<Onset> {
  const precision = time.isAbout || time.agoMs !== null ? 'about' : 'exact'
  const { seconds } = time
  const lengthMs = (seconds ?? 0) * 1000
  if (moment.at + lengthMs <= context.now.at) return fill<Onset>({ moment, precision, seconds })
  // "Just now, 4 min" is when it ended, so the onset is 4 minutes earlier.
  if (time.isNow)
    return fill<Onset>({
      moment: momentOfInstant(context.now.at - lengthMs, context.timeZone),
      precision: 'about',
      seconds,
    })
  const end = momentOfInstant(moment.at + lengthMs, context.timeZone)
  const began = momentOfInstant(context.now.at - lengthMs, context.timeZone)
  const name = (at: Moment) => nameClock(clockMinutes(at), context.hourCycle)
  const { from } = time
  const text = `It would end at ${name(end)}, which is still to come. Correct the time or the length.`
  const canMove = time.day === null && calendarDate(began) === calendarDate(context.now)
  return asks(
    from !== null && canMove
      ? askInPlace(line, from, 'length', text, [[`It began at ${name(began)}`, name(began)]])
      : askToType('length', text),
  )
}

/** The onset is never assumed: every exposure window is counted from it. */
const askOnset = (line: Line): Question =>
  askAtEnd(
    line,
    'time',
    'When did it begin?',
    ['now', '15 min ago', '30 min ago', '1 hour ago', 'last night'].map(when => [capitalize(when), when]),
  )
