/** Sessions of trackers as entries: the same limits, rounding and questions for every reader. */
import { type Activity, isInWater } from '../kinds/activities.ts'
import { activity } from '../kinds/activity.ts'
import { MAX_NOTE_LENGTH } from '../kinds/limits.ts'
import { muscles } from '../kinds/muscles.ts'
import type { Moment } from '../time/moment.ts'
import type { ActivityMeaning } from './activity-names.ts'
import { type Collector, writeMoment } from './collector.ts'
import { findShoe } from './gear.ts'
import type { AnswerOption, HistoryQuestion } from './history.ts'

/** Session of a tracker, in the journal's units. Null where the file does not say. */
export interface TrackedSession {
  readonly key: string
  /** UTC milliseconds at which it was recorded, for one that was typed in later; null where the tracker logs by itself. */
  readonly loggedAt: number | null
  /** Name of the activity as the person reads it in the other program. */
  readonly name: string
  /** Null for a name that no table holds: the person is asked. */
  readonly meaning: ActivityMeaning | null
  readonly start: Moment
  /** Seconds without pauses. */
  readonly seconds: number
  readonly distanceM: number | null
  readonly climbM: number | null
  /** Exertion that the person stated, 0 to 10. */
  readonly exertion: number | null
  readonly waterTemperatureC: number | null
  /** Title and description that the person gave it; empty parts are dropped. */
  readonly texts: readonly string[]
  /** Shoes or bicycle, as the person calls them in the other program. */
  readonly gear?: string
}

/** Adds the session as an activity or as stretching, or leaves it out with the reason. */
export function addSession(session: TrackedSession, collector: Collector): void {
  const { name, start, seconds } = session
  const leaveOut = (reason: string) => collector.leaveOut(reason, name, writeMoment(start))
  const meaning = session.meaning ?? askForMeaning(name, collector)
  const minutes = Math.round(seconds / 60)
  const reason = findReason(session, minutes, collector.context.now.at)
  if (reason !== null) leaveOut(reason)
  else if (meaning === null) leaveOut('you have not said what activity this is')
  else if (meaning === LEAVE_OUT) leaveOut('you chose to leave this activity out')
  else if (meaning === 'stretch') addStretch(session, minutes, collector)
  else {
    const { distanceM, climbM, exertion, waterTemperatureC, gear = '' } = session
    const shoeId = findShoe(gear, meaning, collector)
    const worn = gear === '' || shoeId !== null ? [] : [`With ${gear}`]
    // The name says more than "other" does, if it is not that word.
    const named = meaning === 'other' && name.toLowerCase() !== 'other' ? [name] : []
    collector.add({
      key: session.key,
      loggedAt: session.loggedAt ?? start.at,
      draft: {
        ...activity.unanswered,
        kind: 'activity',
        ...start,
        activity: meaning,
        durationMinutes: minutes,
        distanceKm: distanceM === null || distanceM <= 0 ? null : Math.round(distanceM) / 1000,
        climbM: climbM === null ? null : Math.round(climbM),
        exertion: exertion === null ? null : Math.round(exertion),
        waterTemperatureC: isInWater(meaning) ? waterTemperatureC : null,
        shoeId,
        note: joinTexts([...named, ...session.texts, ...worn]),
      },
    })
  }
}

const MAX_DISTANCE_M = activity.fields.distanceKm.max * 1000
const { min: MIN_MINUTES, max: MAX_MINUTES } = activity.fields.durationMinutes

function findReason({ start, seconds, distanceM, climbM }: TrackedSession, minutes: number, now: number) {
  if (!Number.isFinite(seconds)) return 'no length is given'
  if (seconds < MIN_MINUTES * 60) return 'shorter than a minute'
  if (minutes > MAX_MINUTES) return 'longer than 24 hours'
  if (start.at + seconds * 1000 > now) return 'in the future'
  if (distanceM !== null && Math.round(distanceM) > MAX_DISTANCE_M) return 'more than 500 km'
  if (climbM !== null && (climbM < 0 || Math.round(climbM) > activity.fields.climbM.max))
    return 'more than 10,000 m of climb, or less than none'
  return null
}

/** Texts as one note: each once, blanks trimmed, within the greatest length of a note. */
export const joinTexts = (texts: readonly string[]): string =>
  [...new Set(texts.map(text => text.replaceAll(/\r\n?/g, '\n').trim()).filter(text => text !== ''))]
    .join('\n')
    .slice(0, MAX_NOTE_LENGTH)
    .toWellFormed()

const LEAVE_OUT = 'leave-out'

/** Most questions of one file: a damaged one may hold thousands of names. */
const MAX_QUESTIONS = 60

function askForMeaning(name: string, collector: Collector): MeaningOption['id'] | null {
  const id = `activity:${name.slice(0, 80)}`
  if (name === '') return 'other'
  if (collector.questions.size >= MAX_QUESTIONS && !collector.questions.has(id)) return null
  const options = meaningOptions(collector)
  const answer = collector.ask({
    id,
    group: 'Activities',
    text: `What kind of activity is “${name.slice(0, 80)}”?`,
    help: 'Choose “Other” to keep the name in the note.',
    answer: { kind: 'one', options },
    suggested: null,
    isNeeded: false,
  })
  return options.find(option => option.id === answer)?.id ?? null
}

/** Answer to "what is this?": an activity of the list, one of the person's own, or stretching. */
interface MeaningOption extends AnswerOption {
  readonly id: Activity | 'stretch' | typeof LEAVE_OUT
}

const meaningOptions = ({ context: { lists } }: Collector): MeaningOption[] => [
  ...lists.activities.ids
    .filter(id => !lists.activities.get(id).isStill)
    .map(id => ({ id, label: lists.activities.get(id).words })),
  { id: 'stretch', label: 'Stretching' },
  { id: LEAVE_OUT, label: 'Leave it out' },
]

const stretchedMuscles: HistoryQuestion = {
  id: 'stretch:muscles',
  group: 'Stretching',
  text: 'Which muscles do you stretch in your stretching sessions?',
  help: 'Without an answer these sessions are left out.',
  answer: { kind: 'several', options: muscles.ids.map(id => ({ id, label: muscles.words[id] })) },
  suggested: null,
  isNeeded: false,
}

const stretchedBeforeBed: HistoryQuestion = {
  id: 'stretch:before-bed',
  group: 'Stretching',
  text: 'Were these sessions right before bed?',
  help: '',
  answer: {
    kind: 'one',
    options: [
      { id: 'yes', label: 'Yes, before bed' },
      { id: 'no', label: 'No, at other times' },
    ],
  },
  suggested: null,
  isNeeded: false,
}

function addStretch(session: TrackedSession, minutes: number, collector: Collector): void {
  const chosen = collector.ask(stretchedMuscles)
  const beforeBed = collector.ask(stretchedBeforeBed)
  const stretched = muscles.ids.filter(id => chosen?.includes(id))
  if (stretched.length === 0 || beforeBed === null || minutes > 240) {
    const reason =
      minutes > 240 ? 'more than 4 hours of stretching' : 'you have not said which muscles were stretched'
    collector.leaveOut(reason, session.name, writeMoment(session.start))
    return
  }
  collector.add({
    key: session.key,
    loggedAt: session.loggedAt ?? session.start.at,
    draft: {
      kind: 'stretch',
      ...session.start,
      muscles: stretched,
      durationMinutes: minutes,
      beforeBed: beforeBed === 'yes',
      note: joinTexts(session.texts),
    },
  })
}
