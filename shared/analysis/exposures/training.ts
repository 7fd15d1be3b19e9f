/**
 * Exposures read from activities other than standing and sitting. A day is tracked if a session was logged, or its
 * activities are complete, and every session has the answer that the exposure needs.
 */
import type { EntryOf } from '../../kinds/entry.ts'
import type { JournalLists } from '../../kinds/journal-lists.ts'
import { MS_PER_MINUTE } from '../../time/moment.ts'
import { getLocalMinutes } from '../diary/cramp-days.ts'
import type { DayNumber, DiaryEntry, LocalMinutes } from '../diary/diary.ts'
import { defineExposures } from './exposure.ts'
import type { JournalFacts } from './journal-facts.ts'
import { lasting, overHours } from './series.ts'

type Session = EntryOf<'activity'>

/** Exertion, 0 to 10, and length in minutes from which a session is hard. 7 is "very hard" on the scale of the form. */
const HARD_EXERTION = 7
const HARD_MINUTES = 20

/** Time before the start and after the end of a session in which an electrolyte drink counts for it, in ms. */
const ELECTROLYTES_BEFORE_MS = 60 * MS_PER_MINUTE
const ELECTROLYTES_AFTER_MS = 240 * MS_PER_MINUTE

const during = (session: Session, amount: number | null): DiaryEntry =>
  lasting(session, session.durationMinutes, amount)

/** Days on which no session lacks the answer. */
function trackSessions(facts: JournalFacts, lacksAnswer: (session: Session) => boolean) {
  const { sessions, daysOf, trackDates } = facts
  return trackDates('activity', { proved: daysOf(sessions), unknown: daysOf(sessions.filter(lacksAnswer)) })
}

/** 1 if any session in the window has the answer yes. @param answer null where it was not given */
const anySession = (windowHours: number, answer: (session: Session, lists: JournalLists) => boolean | null) =>
  overHours(windowHours, { kind: 'any' }, facts => ({
    entries: facts.sessions
      .filter(session => answer(session, facts.lists) === true)
      .map(session => during(session, null)),
    tracked: trackSessions(facts, session => answer(session, facts.lists) === null),
  }))

/**
 * Creates the search for the first electrolyte drink of a session. It returns the drink's time instead of a yes or no:
 * a drink after the cramp must not compensate for the sweat before it, so each window compares the time with its end.
 */
function createElectrolyteSearch({ ofKind, lists }: JournalFacts) {
  const times = ofKind('fluid')
    .filter(({ drink, reliefOf }) => reliefOf === null && lists.drinks.get(drink).hasElectrolytes)
    .sort((a, b) => a.at - b.at)
  return ({ at, durationMinutes }: Session): { compensatedAt?: LocalMinutes } => {
    const until = at + durationMinutes * MS_PER_MINUTE + ELECTROLYTES_AFTER_MS
    let low = 0
    let high = times.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((times[middle]?.at ?? NaN) < at - ELECTROLYTES_BEFORE_MS) low = middle + 1
      else high = middle
    }
    const first = times[low]
    return first === undefined || first.at > until ? {} : { compensatedAt: getLocalMinutes(first) }
  }
}

/** Answers by day: true if something salty followed the sweat. */
const readSaltAnswers = ({ ofKind, listDays }: JournalFacts) =>
  new Map(
    ofKind('day').flatMap(day => {
      const { saltAfterSweat: answer } = day
      return answer === null ? [] : listDays(day).map((number): [DayNumber, boolean] => [number, answer])
    }),
  )

export const training = defineExposures([
  {
    key: 'sweat-salt',
    name: 'Heavy sweat without salt or an electrolyte drink',
    suspected: 'Sweating a lot without salt afterwards',
    needs: ['activity', 'day', 'fluid'],
    direction: 'more',
    scale: { kind: 'yes-no', present: 'heavy sweat, and nothing salty or electrolyte drink with it' },
    toLog:
      'how much you sweated with each activity, and whether something salty or an electrolyte drink followed',
    ...overHours(24, { kind: 'any' }, facts => {
      const saltAnswers = readSaltAnswers(facts)
      const findElectrolytes = createElectrolyteSearch(facts)
      const { dates: drinksKnown } = facts.trackDates('fluid')
      const { dates: sweatKnown, getHours } = trackSessions(facts, ({ sweat }) => sweat === null)
      return {
        entries: facts.sessions
          .filter(({ sweat }) => sweat === 'heavy')
          .map(session => {
            const entry = during(session, null)
            // The answer has no hour: the salt is taken to have followed at the end of the session.
            return facts.listDays(session).some(day => saltAnswers.get(day))
              ? { ...entry, compensatedAt: entry.end }
              : { ...entry, ...findElectrolytes(session) }
          }),
        tracked: {
          getHours,
          dates: new Set([...sweatKnown].filter(date => drinksKnown.has(date) || saltAnswers.has(date))),
        },
      }
    }),
  },
  {
    key: 'activity-load',
    name: 'How much you trained',
    suspected: 'A lot of training',
    needs: ['activity'],
    direction: 'more',
    scale: {
      kind: 'amount',
      step: 100,
      stepWords: ({ number }) => `${number(100)} points of load (minutes times how hard it felt)`,
      format: (load, { number }) => `${number(Math.round(load / 10) * 10)} points`,
    },
    toLog: 'your activities with minutes and how hard they felt',
    ...overHours(
      24,
      { kind: 'sum-of-amounts' },
      facts => ({
        entries: facts.sessions.map(session => {
          const { exertion, durationMinutes } = session
          const [day] = facts.listDays(session)
          return {
            // An unknown exertion makes only those windows unknown that contain the session.
            ...during(session, exertion === null ? null : durationMinutes * exertion),
            ...(day !== undefined && { day }),
          }
        }),
        tracked: trackSessions(facts, () => false),
      }),
      48,
    ),
  },
  {
    // Beside the load, whose sum of a day dilutes one hard session among gentle ones.
    key: 'hard-session',
    name: 'Hard training',
    suspected: 'Hard training',
    needs: ['activity'],
    direction: 'more',
    scale: { kind: 'yes-no', present: 'a hard session (7 of 10 or more, for 20 minutes or more)' },
    toLog: 'your activities with minutes and how hard they felt',
    ...anySession(24, ({ exertion, durationMinutes }) => {
      if (durationMinutes < HARD_MINUTES) return false
      return exertion === null ? null : exertion >= HARD_EXERTION
    }),
  },
  {
    key: 'activity-new',
    name: 'Activity that was new or harder than usual',
    suspected: 'Something new or harder than usual',
    needs: ['activity'],
    direction: 'more',
    scale: { kind: 'yes-no', present: 'something new or harder than usual' },
    toLog: 'your activities, and whether they were new or harder than usual',
    ...anySession(48, ({ newOrHarder }) => newOrHarder),
  },
  {
    key: 'warmup',
    name: 'Activity without a warm-up',
    suspected: 'No warm-up before sport',
    needs: ['activity'],
    direction: 'more',
    scale: { kind: 'yes-no', present: 'a session without a warm-up' },
    toLog: 'your activities with the minutes of warm-up (0 for none)',
    ...anySession(24, ({ activity, warmUpMinutes }, { activities }) => {
      if (warmUpMinutes !== null) return warmUpMinutes === 0
      return activities.get(activity).isGentle ? false : null
    }),
  },
])

export const cold = defineExposures([
  {
    key: 'cold-exposure',
    name: 'Cold water or cold weather',
    suspected: 'Cold water or cold weather',
    needs: ['activity'],
    direction: 'both',
    scale: { kind: 'yes-no', present: 'activity in cold water or cold weather' },
    toLog: 'your activities, and whether they were in the cold',
    ...anySession(12, session => session.cold),
  },
])
