/** Sleep records of trackers as nights: the same question, limits and keys for every reader. */
import { night, type RoomFeel } from '../kinds/night.ts'
import { crampDay } from '../time/moment.ts'
import { type Collector, writeMoment } from './collector.ts'
import { digestKey } from './digest-key.ts'
import { joinNights, pickSource, type Sleep, type SleepSegment } from './nights.ts'
import { askSources, rankSources } from './source-order.ts'

/** Fields of a night other than its times. */
export interface NightDetails {
  /** Identity, where the source has one for a night. */
  readonly key: string | null
  readonly note: string
  readonly roomFeel: RoomFeel | null
}

const noDetails: NightDetails = { key: null, note: '', roomFeel: null }

export interface NightOptions<Segment extends SleepSegment> {
  readonly detailsOf?: (segments: readonly Segment[]) => NightDetails
  /** Length from which a sleep is a night at any hour. */
  readonly shortestMs?: number
}

/** @param preferred sources in the order of the system or of what they measure; those that it does not name follow */
export function addNights<Segment extends SleepSegment>(
  segmentsOf: ReadonlyMap<string, readonly Segment[]>,
  preferred: readonly string[],
  collector: Collector,
  { detailsOf = () => noDetails, shortestMs }: NightOptions<Segment> = {},
): void {
  const nightsOf = new Map<string, readonly Sleep<Segment>[]>()
  for (const [source, segments] of segmentsOf) {
    const { nights, leftOut } = joinNights(segments, shortestMs)
    if (nights.length > 0) nightsOf.set(source, nights)
    for (const { sleep, reason } of leftOut) leaveOut(sleep, reason, collector)
  }
  const counts = new Map([...nightsOf].map(([source, nights]) => [source, nights.length]))
  const order = askSources(
    { id: 'sleep', group: 'Nights', text: 'Which of these recorded your nights?' },
    rankSources(counts, preferred),
    collector,
  )
  const chosen = new Map([...nightsOf].filter(([source]) => order?.includes(source)))
  const reason = order === null ? 'you have not said what recorded your nights' : 'you chose another source'
  for (const [source, nights] of nightsOf)
    if (!chosen.has(source)) for (const sleep of nights) leaveOut(sleep, reason, collector)
  const { nights, others } = pickSource(chosen, order ?? [])
  for (const sleep of others) leaveOut(sleep, 'the same night from a second source', collector)
  for (const sleep of nights) addNight(sleep, detailsOf(sleep.segments), collector)
}

function addNight(
  sleep: Sleep<SleepSegment>,
  { key, note, roomFeel }: NightDetails,
  collector: Collector,
): void {
  const { start, wakeAt } = sleep
  if (wakeAt > collector.context.now.at) {
    leaveOut(sleep, 'in the future', collector)
    return
  }
  collector.add({
    // One night from noon to noon: a newer export that holds more of it, or another source, changes the same entry.
    key: key ?? digestKey(['night', crampDay(start)]),
    loggedAt: start.at,
    draft: { ...night.unanswered, kind: 'night', ...start, wakeAt, roomFeel, note },
  })
}

const leaveOut = ({ start }: Sleep<SleepSegment>, reason: string, collector: Collector) =>
  collector.leaveOut(reason, 'Sleep', writeMoment(start))
