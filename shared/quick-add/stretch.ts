/** "stretched calves 3 min before bed". */
import type { StretchDraft } from '../kinds/stretch.ts'
import { clockMinutes } from '../time/moment.ts'
import { askClock } from './clock-questions.ts'
import { findInterval } from './intervals.ts'
import { type Line, words } from './line.ts'
import { askPlace, takeStretchedMuscles } from './muscles.ts'
import type { Built, Question, QuickAddContext } from './reading.ts'
import { takeTime } from './spoken-time.ts'

export const STRETCH_WORD = words('stretch(?:ed|es|ing)?')

/** From this hour on, and until the morning, "before bed" may just have been. */
const EVENING_HOUR = 18
const MORNING_HOUR = 5

/** "3 min before bed" is how long it was; more than most stretch may be how long before. */
const LONG_STRETCH_SECONDS = 10 * 60

export function readStretch(line: Line, context: QuickAddContext): Built {
  line.take(STRETCH_WORD, 'kind')
  const beforeBed =
    line.take(words(String.raw`before\s+(?:going\s+to\s+)?(?:bed|sleep(?:ing)?)|at\s+bedtime`), 'detail') !==
    null
  const { muscles, questions: muscleQuestions } = takeStretchedMuscles(line)
  const time = takeTime(line, context, {
    withLength: true,
    longestMinutes: 12 * 60,
    relatedFromSeconds: beforeBed ? LONG_STRETCH_SECONDS : 0,
  })
  const found = findInterval(time, { line, context })

  const questions: Question[] = [...muscleQuestions]
  if (muscles.length === 0) questions.push(askPlace(line))
  if (time.seconds === null && (found.kind === 'no-length' || found.kind === 'date'))
    questions.push(askLength(line))
  if (found.kind === 'asks') questions.push(found.question)
  const hour = clockMinutes(context.now) / 60
  const isUntimed = time.day === null && time.period === null && time.from === null && time.to === null
  const isLongAfterBed =
    beforeBed &&
    isUntimed &&
    !time.isNow &&
    time.agoMs === null &&
    hour >= MORNING_HOUR &&
    hour < EVENING_HOUR
  if (found.kind === 'date') questions.push(askClock('At what time was it?', time, { line, context }))
  else if (isLongAfterBed && found.kind !== 'asks') questions.push(askEvening(line))
  if (questions.length > 0 || found.kind !== 'interval') return { draft: null, questions }
  const draft: StretchDraft = {
    kind: 'stretch',
    at: found.from.at,
    offsetMinutes: found.from.offsetMinutes,
    note: line.note,
    muscles,
    durationMinutes: Math.round(found.seconds / 6) / 10,
    beforeBed,
  }
  return { draft, questions }
}

function askLength(line: Line): Question {
  return {
    about: 'length',
    text: 'How long did you stretch?',
    options: [1, 2, 3, 5, 10].map(minutes => ({
      label: `${minutes} min`,
      line: line.append(`${minutes} min`),
    })),
  }
}

function askEvening(line: Line): Question {
  return {
    about: 'time',
    text: 'At what time was it?',
    options: ['21:00', '22:00', '23:00'].map(clock => ({
      label: `Last night, ${clock}`,
      line: line.append(`last night ${clock}`),
    })),
  }
}
