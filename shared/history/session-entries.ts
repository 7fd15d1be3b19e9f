/** Sessions of several sources as entries: watch and phone tell of one run, and each source is taken only if the person says so. */
import { type Moment, MS_PER_HOUR } from '../time/moment.ts'
import { addSession, type TrackedSession } from './activity-entries.ts'
import { type Collector, writeMoment } from './collector.ts'
import { askSources, firstUse, rankSources } from './source-order.ts'

export interface SourcedSession extends TrackedSession {
  readonly source: string
  /** UTC milliseconds, pauses included. */
  readonly end: number
}

/** Trackers start by themselves at a short walk. */
const SHORT_SECONDS = 10 * 60

/** @param preferred sources in the order of the system */
export function addSessions(
  sessions: readonly SourcedSession[],
  preferred: readonly string[],
  collector: Collector,
): void {
  const order = askSources(
    { id: 'activity', group: 'Activities', text: 'Which of these recorded your training?' },
    rankSources(firstUse(sessions), preferred),
    collector,
  )
  const kept = createSpans()
  const rankOf = new Map(order?.map((source, rank) => [source, rank]))
  const lowest = rankOf.size
  const ranked = sessions.toSorted(
    (a, b) => (rankOf.get(a.source) ?? lowest) - (rankOf.get(b.source) ?? lowest) || a.start.at - b.start.at,
  )
  for (const session of ranked) {
    const reason = findReason(session, rankOf, order !== null, collector)
    if (reason !== null) leaveOut(session, reason, collector)
    else if (kept.overlaps(session)) leaveOut(session, 'the same session from a second source', collector)
    else {
      kept.add(session)
      addSession(session, collector)
    }
  }
}

function findReason(
  { source, seconds }: SourcedSession,
  rankOf: ReadonlyMap<string, number>,
  isAnswered: boolean,
  collector: Collector,
): string | null {
  if (!isAnswered) return 'you have not said what recorded your training'
  if (!rankOf.has(source)) return 'you chose another source'
  if (seconds >= SHORT_SECONDS) return null
  switch (askForShort(collector)) {
    case 'yes':
      return null
    case 'no':
      return 'shorter than 10 minutes'
    default:
      return 'you have not said whether to take short sessions'
  }
}

const askForShort = (collector: Collector) =>
  collector.ask({
    id: 'activity:short',
    group: 'Activities',
    text: 'Take sessions of less than 10 minutes as well?',
    help: 'Watches record some of them without being asked.',
    answer: {
      kind: 'one',
      options: [
        { id: 'yes', label: 'Yes, all' },
        { id: 'no', label: 'No, leave them out' },
      ],
    },
    suggested: 'yes',
    isNeeded: false,
  })

const leaveOut = ({ name, start }: SourcedSession, reason: string, collector: Collector) =>
  collector.leaveOut(reason, name, writeMoment(start))

interface Span {
  readonly source: string
  readonly start: Moment
  readonly end: number
}

/** Hours of a span that are looked up: a longer one is no session, and is left out for its length. */
const MOST_HOURS = 25
/** Spans of one hour that a new one is compared with: more are no sessions, and would take a damaged file hours. */
const MOST_PER_HOUR = 50

/** Spans by the hours they touch, so that a new one is compared with its neighbours only. */
function createSpans() {
  const byHour = new Map<number, Span[]>()
  const hoursOf = ({ start, end }: Span) => {
    const first = Math.floor(start.at / MS_PER_HOUR)
    const length = Math.min(MOST_HOURS, Math.floor(end / MS_PER_HOUR) - first + 1)
    return Array.from({ length: Math.max(1, length) }, (_, index) => first + index)
  }
  return {
    add(span: Span): void {
      for (const hour of hoursOf(span)) {
        const others = byHour.get(hour)
        if (others === undefined) byHour.set(hour, [span])
        else if (others.length < MOST_PER_HOUR) others.push(span)
      }
    },
    /** True if a span of another source covers half of this one, or lies half in it. */
    overlaps: (span: Span): boolean =>
      hoursOf(span).some(hour =>
        byHour.get(hour)?.some(other => other.source !== span.source && isSameTime(other, span)),
      ),
  }
}

function isSameTime(one: Span, other: Span): boolean {
  const shared = Math.min(one.end, other.end) - Math.max(one.start.at, other.start.at)
  return shared > 0 && shared * 2 >= Math.min(one.end - one.start.at, other.end - other.start.at)
}
