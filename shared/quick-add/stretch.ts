/** Reader of stretches: "stretched calves 3 min before bed". */
import { kindsByName } from '../kinds/kinds.ts'
import { clockMinutes } from '../time/moment.ts'
import { askClock } from './clock-questions.ts'
import { findInterval } from './intervals.ts'
import { words } from './line.ts'
import { askPlace, takeStretchedMuscles } from './muscles.ts'
import { askAtEnd } from './questions.ts'
import type { Question } from './reading.ts'
import { asks, defineReader, fillUnless, flagSlot, kindWordSlot, slot } from './slots.ts'
import { isUntimed } from './spoken-time.ts'

export const STRETCH_WORD = words('stretch(?:ed|es|ing)?')

/** Hours between which, over midnight, "before bed" can mean just now. */
const EVENING_HOUR = 18
const MORNING_HOUR = 5

/** Threshold, in seconds: "3 min before bed" is a duration; from 10 minutes on it may be a relative time. */
const LONG_STRETCH_SECONDS = 10 * 60

export const readStretch = defineReader('stretch')({
  slots: {
    kind: kindWordSlot(STRETCH_WORD),
    beforeBed: flagSlot(String.raw`before\s+(?:going\s+to\s+)?(?:bed|sleep(?:ing)?)|at\s+bedtime`),
    muscles: slot(({ line }) => {
      const { muscles, questions } = takeStretchedMuscles(line)
      return fillUnless(muscles.length === 0 ? [...questions, askPlace(line)] : questions, muscles)
    }),
  },
  timeOptions: ({ beforeBed }) => ({
    withLength: true,
    longestMinutes: 12 * 60,
    relatedFromSeconds: beforeBed ? LONG_STRETCH_SECONDS : 0,
  }),
  when: (time, { beforeBed }, asking) => {
    const { line, context } = asking
    const found = findInterval(time, asking)
    const questions: Question[] = []
    if (time.seconds === null && (found.kind === 'no-length' || found.kind === 'date'))
      questions.push(
        askAtEnd(line, 'length', 'How long did you stretch?', ['1 min', '2 min', '3 min', '5 min', '10 min']),
      )
    if (found.kind === 'asks') return asks(...questions, found.question)
    const hour = clockMinutes(context.now) / 60
    const isLongAfterBed = beforeBed && isUntimed(time) && hour >= MORNING_HOUR && hour < EVENING_HOUR
    if (found.kind === 'date') questions.push(askClock('At what time was it?', time, asking))
    else if (isLongAfterBed)
      questions.push(
        askAtEnd(
          line,
          'time',
          'At what time was it?',
          ['21:00', '22:00', '23:00'].map(clock => [`Last night, ${clock}`, `last night ${clock}`]),
        ),
      )
    return found.kind === 'interval' ? fillUnless(questions, found) : asks(...questions)
  },
  draft: ({ muscles, beforeBed }, { from, seconds }, { line }) => ({
    kind: 'stretch',
    at: from.at,
    offsetMinutes: from.offsetMinutes,
    note: line.note,
    ...kindsByName.stretch.unanswered,
    muscles,
    durationMinutes: Math.round(seconds / 6) / 10,
    beforeBed: beforeBed ?? false,
  }),
})
