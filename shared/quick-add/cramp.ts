/** "cramp left calf 3am 7/10 4 min", "cramp both arches last night". */
import { type CrampDraft, type OnsetPrecision, type StateAtOnset, untoldCramp } from '../kinds/cramp.ts'
import { addDays } from '../time/calendar-date.ts'
import { calendarDate, clockMinutes, type Moment } from '../time/moment.ts'
import { momentAt, momentOfInstant } from '../time/time-zone.ts'
import { askClock } from './clock-questions.ts'
import { nameClock } from './clock-words.ts'
import { findInterval } from './intervals.ts'
import { type Line, words } from './line.ts'
import { findMoment, findSpan } from './moments.ts'
import { takeSites } from './muscles.ts'
import type { Built, Question, QuickAddContext } from './reading.ts'
import { takeReliefs } from './relief.ts'
import { type SpokenTime, takeTime } from './spoken-time.ts'
import { takeStrength } from './strength.ts'
import { takeSymptoms } from './symptoms.ts'

export const CRAMP_WORD = words(
  String.raw`cramp(?:s|ed|ing)?(?:\s+up)?|spasms?|charley\s+horse|(?:a\s+)?knot(?:ted)?(?:\s+up)?`,
)

/** No cramp lasts for half a day: "3 to 3:05" is five minutes, in one half of the day or the other. */
const HALF_DAY_MINUTES = 12 * 60

/** Of a cramp known only as "in the night" the journal keeps this time: it only has to lie in the right night. */
const NIGHT_CLOCK = '03:00'

const SPORT =
  'exercise|exercising|sports?|running|(?:long\\s+)?run|jog(?:ging)?|training|practice|workout|match|game|football|soccer|tennis|basketball|volleyball|badminton|squash|hockey|rugby|handball|padel|yoga|pilates|dancing|skiing|rowing|climbing'

const states: readonly (readonly [StateAtOnset, string])[] = [
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
]

const STRENGTH = {
  what: 'How strong',
  names: ['intensity', 'strength', 'severity', 'sev', 'level', 'pain', 'strong', 'vas', 'nrs'],
  isUnnamed: true,
} as const

const DID_NOT_WAKE = words(
  String.raw`(?:it\s+)?(?:did(?:n['’]?t|\s+not)\s+wake\s+me(?:\s+up)?|without\s+waking\s+me(?:\s+up)?|not\s+woken(?:\s+up)?(?:\s+by\s+it)?|woke\s+me\s+not)`,
)
const WOKE = words(
  String.raw`(?:it\s+)?(?:woke\s+me(?:\s+up)?|woken(?:\s+up)?(?:\s+by\s+it)?|woke\s+(?:up\s+)?(?:with|from))`,
)

export function readCramp(line: Line, context: QuickAddContext): Built {
  line.take(CRAMP_WORD, 'kind')
  const wokeMe = takeWoke(line)
  const relief = takeReliefs(line)
  const { symptoms, questions: symptomQuestions } = takeSymptoms(line)
  const stateAtOnset = takeState(line)
  const soreness = line.take(
    words(String.raw`sore(?:\s+for)?\s+(?<hours>\d{1,3})\s*(?:h|hrs?|hours?)`),
    'detail',
  )
  const strength = takeStrength({ line, context }, STRENGTH)
  const { sites, questions } = takeSites(line)
  const time = takeTime(line, context, {
    withLength: true,
    longestMinutes: HALF_DAY_MINUTES,
    minutesTo: 'ask',
  })
  const onset = findOnset(time, line, context)
  const all = [
    ...questions,
    ...symptomQuestions,
    ...(strength.question ? [strength.question] : []),
    ...('question' in onset ? [onset.question] : []),
  ]
  if (all.length > 0 || 'question' in onset) return { draft: null, questions: all }
  const draft: CrampDraft = {
    ...untoldCramp,
    kind: 'cramp',
    at: onset.moment.at,
    offsetMinutes: onset.moment.offsetMinutes,
    note: line.note,
    onsetPrecision: onset.precision,
    durationSeconds: onset.seconds,
    sites,
    intensity: strength.value,
    stateAtOnset,
    wokeMe,
    relief,
    symptoms,
    sorenessHours: soreness ? Number(soreness.groups.hours) : null,
  }
  return { draft, questions: [] }
}

/** Whether it woke the person; null when nothing is said of it. */
function takeWoke(line: Line): boolean | null {
  if (line.take(DID_NOT_WAKE, 'detail')) return false
  return line.take(WOKE, 'detail') ? true : null
}

function takeState(line: Line): StateAtOnset | null {
  for (const [state, names] of states) if (line.take(words(names), 'detail')) return state
  return null
}

type Onset =
  | { readonly moment: Moment; readonly precision: OnsetPrecision; readonly seconds: number | null }
  | { readonly question: Question }

function findOnset(time: SpokenTime, line: Line, context: QuickAddContext): Onset {
  if (time.isBetween !== null || (time.isAbout && time.from !== null && time.to !== null))
    return { question: askBetween(time, line, context) }
  if (time.to !== null || time.isUntilNow) return findOnsetWithEnd(time, line, context)
  const found = findMoment(time, { line, context })
  switch (found.kind) {
    case 'asks':
      return { question: found.question }
    case 'nothing':
      return { question: askOnset(line) }
    case 'date':
      return { question: askClock('At what time did it begin?', time, { line, context }) }
    case 'night': {
      const middle = momentAt(found.date, NIGHT_CLOCK, context.timeZone)
      const evening = momentAt(addDays(found.date, -1), '21:00', context.timeZone)
      if (evening.at > context.now.at)
        return {
          question: {
            about: 'future',
            text: 'That night is still to come. Enter one that has begun.',
            options: [],
          },
        }
      // Of a night that is still running the middle may lie ahead.
      return {
        moment: middle.at > context.now.at ? context.now : middle,
        precision: 'night',
        seconds: time.seconds,
      }
    }
    case 'moment':
      return checkEnd(found.moment, time, line, context)
  }
}

/** "Between 3 and 4" it began at some time of these, and did not last from the one to the other. */
function askBetween(time: SpokenTime, line: Line, context: QuickAddContext): Question {
  const found = findSpan(time, { line, context })
  if (found.kind === 'asks') return found.question
  const { from, to, words } = found
  const isDated = time.day !== null || time.period !== null
  const middle = momentOfInstant((from.at + to.at) / 2, context.timeZone)
  const name = (moment: Moment) => nameClock(clockMinutes(moment), context.hourCycle)
  return {
    about: 'time',
    text: `“${line.text.slice(words.start, words.end)}”: when did it begin?`,
    options: [from, middle, to].map(moment => ({
      label: `About ${name(moment)}`,
      line: line.replace(words, `${isDated ? '' : `${calendarDate(moment)} `}about ${name(moment)}`),
    })),
  }
}

/** "3:00 to 3:10 am", "13:50 until now". */
function findOnsetWithEnd(time: SpokenTime, line: Line, context: QuickAddContext): Onset {
  const found = findInterval(time, { line, context })
  if (found.kind === 'asks') return { question: found.question }
  if (found.kind !== 'interval')
    return {
      question: { about: 'time', text: 'When did it begin? Write it as “3:00 to 3:10”.', options: [] },
    }
  const { from, seconds } = found
  return { moment: from, precision: time.isAbout ? 'about' : 'exact', seconds }
}

/** A cramp that was told as a whole has ended, so it cannot reach beyond now. */
function checkEnd(moment: Moment, time: SpokenTime, line: Line, context: QuickAddContext): Onset {
  const precision = time.isAbout || time.agoMs !== null ? 'about' : 'exact'
  const { seconds } = time
  const lengthMs = (seconds ?? 0) * 1000
  if (moment.at + lengthMs <= context.now.at) return { moment, precision, seconds }
  // "Just now, 4 min": it has ended just now, so it began 4 minutes ago.
  if (time.isNow)
    return {
      moment: momentOfInstant(context.now.at - lengthMs, context.timeZone),
      precision: 'about',
      seconds,
    }
  const end = momentOfInstant(moment.at + lengthMs, context.timeZone)
  const began = momentOfInstant(context.now.at - lengthMs, context.timeZone)
  const name = (at: Moment) => nameClock(clockMinutes(at), context.hourCycle)
  const { from } = time
  return {
    question: {
      about: 'length',
      text: `It would end at ${name(end)}, which is still to come. Correct the time or the length.`,
      options:
        from === null || time.day !== null || calendarDate(began) !== calendarDate(context.now)
          ? []
          : [
              {
                label: `It began at ${name(began)}`,
                line: line.replace(from, name(began)),
              },
            ],
    },
  }
}

/** When a cramp began is never taken for granted: what came before it depends on it. */
function askOnset(line: Line): Question {
  const answers = ['now', '15 min ago', '30 min ago', '1 hour ago', 'last night']
  return {
    about: 'time',
    text: 'When did it begin?',
    options: answers.map(words => ({
      label: words.charAt(0).toUpperCase() + words.slice(1),
      line: line.append(words),
    })),
  }
}
