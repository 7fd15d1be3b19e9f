/** Drinks of apps that know an amount and not what was drunk: the same questions and limits for every reader. */
import { fluid } from '../kinds/fluid.ts'
import { DRINK_LIMITS_ML } from '../kinds/volume.ts'
import { type Moment, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, wallClockMs } from '../time/moment.ts'
import { type Collector, writeMoment } from './collector.ts'
import { firstUse, rankSources } from './source-order.ts'

export interface TrackedDrink {
  readonly key: string
  /** App that wrote it. */
  readonly source: string
  /** UTC milliseconds at which it was written down; null for the time of drinking. */
  readonly loggedAt: number | null
  readonly start: Moment
  /** UTC milliseconds. */
  readonly end: number
  /** Null for a unit that is not known. */
  readonly volumeMl: number | null
}

/** Caffeine that an app wrote beside a drink, as a record of its own. */
export interface TrackedCaffeine {
  readonly source: string
  readonly start: Moment
  /** Null for a unit that is not known. */
  readonly mg: number | null
}

interface Drink extends TrackedDrink {
  readonly volumeMl: number
  caffeineMg: number | null
}

/** @param preferred apps in the order of the system, which decides where two wrote the same drink */
export function addDrinks(
  drinks: readonly TrackedDrink[],
  caffeine: readonly TrackedCaffeine[],
  preferred: readonly string[],
  collector: Collector,
): void {
  const possible = drinks.filter((drink): drink is TrackedDrink & { readonly volumeMl: number } => {
    const reason = findReason(drink, collector.context.now.at)
    if (reason !== null) leaveOut(drink, reason, collector)
    return reason === null
  })
  const counts = new Map<string, number>()
  for (const { source } of possible) counts.set(source, (counts.get(source) ?? 0) + 1)
  const order = rankSources(firstUse(possible), preferred)
  const drinkOf = new Map(
    order.map(source => [source, askForDrink(source, counts.get(source) ?? 0, collector)]),
  )
  const isTaken = ({ source }: Drink) => {
    const answer = drinkOf.get(source) ?? null
    return answer !== null && answer !== LEAVE_OUT
  }
  const paired = pairCaffeine(possible, caffeine, collector)
  const rankOf = new Map(order.map((source, rank) => [source, rank]))
  const byPreference = paired.toSorted((a, b) => (rankOf.get(a.source) ?? 0) - (rankOf.get(b.source) ?? 0))
  const kept = dropRepeats(byPreference.filter(isTaken), collector)
  for (const drink of paired) {
    const answer = drinkOf.get(drink.source) ?? null
    if (answer === null) leaveOut(drink, 'you have not said what this app’s drinks are', collector)
    else if (answer === LEAVE_OUT) leaveOut(drink, 'you chose to leave this app’s drinks out', collector)
    else if (kept.has(drink))
      collector.add({
        key: drink.key,
        loggedAt: drink.loggedAt ?? drink.start.at,
        draft: {
          ...fluid.unanswered,
          kind: 'fluid',
          ...drink.start,
          drink: answer,
          volumeMl: drink.volumeMl,
          caffeineMg: drink.caffeineMg,
          note: '',
        },
      })
  }
}

const leaveOut = (drink: TrackedDrink, reason: string, collector: Collector) =>
  collector.leaveOut(reason, describeDrink(drink), writeMoment(drink.start))

const describeDrink = ({ volumeMl, source }: TrackedDrink) =>
  volumeMl === null ? `Drink (${source})` : `Drink, ${Math.round(volumeMl)} ml (${source})`

/** Longest span of one drink; a longer one is a total of hours. */
const LONGEST_DRINK_MS = MS_PER_HOUR

function findReason({ start, end, volumeMl }: TrackedDrink, now: number): string | null {
  const [least, most] = DRINK_LIMITS_ML
  if (volumeMl === null || !Number.isFinite(volumeMl)) return 'its amount or unit cannot be read'
  if (start.at > now) return 'in the future'
  if (end - start.at > LONGEST_DRINK_MS) return 'the total of several hours, not one drink'
  // Apps that know only the day write its total at midnight.
  if (wallClockMs(start) % MS_PER_DAY === 0) return 'at midnight exactly, as the total of a day is'
  if (volumeMl < least) return 'less than 1 ml'
  return volumeMl > most ? 'more than 5 l' : null
}

const LEAVE_OUT = 'leave-out'
/** Most questions about apps; a damaged file may name thousands. */
const MAX_QUESTIONS = 30

function askForDrink(source: string, count: number, collector: Collector) {
  const { drinks } = collector.context.lists
  const id = `drink:${source}`
  if (collector.questions.size >= MAX_QUESTIONS && !collector.questions.has(id)) return null
  const options = [
    ...drinks.ids.map(drink => ({ id: drink, label: drinks.get(drink).words })),
    { id: LEAVE_OUT, label: 'Leave these out' } as const,
  ]
  const answer = collector.ask({
    id,
    group: 'Drinks',
    text: `Which drink do you note in “${source}”?`,
    help: `It says how much you drank ${count === 1 ? 'once' : `${count} times`}, but not what. Without an answer this is left out.`,
    answer: { kind: 'one', options },
    suggested: null,
    isNeeded: false,
  })
  return options.find(option => option.id === answer)?.id ?? null
}

const minuteOf = (at: number) => Math.floor(at / MS_PER_MINUTE)

/** Gives each record of caffeine to a drink of the same app and minute. Alone it cannot be an entry. */
function pairCaffeine(
  drinks: readonly (TrackedDrink & { readonly volumeMl: number })[],
  caffeine: readonly TrackedCaffeine[],
  collector: Collector,
): Drink[] {
  const waiting = new Map<string, TrackedCaffeine[]>()
  const placeOf = (source: string, start: Moment) => `${minuteOf(start.at)} ${source}`
  for (const record of caffeine) {
    const place = placeOf(record.source, record.start)
    const others = waiting.get(place)
    if (others === undefined) waiting.set(place, [record])
    else others.push(record)
  }
  const paired = drinks.map(drink => {
    const { mg = null } = waiting.get(placeOf(drink.source, drink.start))?.pop() ?? {}
    return { ...drink, caffeineMg: mg === null ? null : readCaffeine(mg) }
  })
  for (const { start, mg } of [...waiting.values()].flat())
    collector.leaveOut(
      'caffeine without a drink',
      mg === null ? 'Caffeine' : `Caffeine, ${Math.round(mg)} mg`,
      writeMoment(start),
    )
  return paired
}

function readCaffeine(mg: number): number | null {
  const { min, max } = fluid.fields.caffeineMg
  const whole = Math.round(mg)
  return whole >= min && whole <= max ? whole : null
}

/** Greatest relative difference of two apps' volumes for one drink: units are rounded. */
const SAME_VOLUME = 0.01
/** Drinks of one minute that are kept; more are no drinks. */
const MOST_PER_MINUTE = 50

/** Drinks without those that a second app wrote for the same minute and volume. @param drinks by preference */
function dropRepeats(drinks: readonly Drink[], collector: Collector): ReadonlySet<Drink> {
  const kept = new Map<number, Drink[]>()
  const matched = new Map<Drink, Set<string>>()
  for (const drink of drinks) {
    const minute = minuteOf(drink.start.at)
    const ofMinute = kept.get(minute) ?? []
    kept.set(minute, ofMinute)
    const near = [minute - 1, minute, minute + 1].flatMap(other => kept.get(other) ?? [])
    const twin = near.find(other => isTwin(other, drink) && matched.get(other)?.has(drink.source) !== true)
    if (twin !== undefined) {
      // Two glasses in a minute, mirrored by another app, are two pairs.
      matched.set(twin, new Set([...(matched.get(twin) ?? []), drink.source]))
      // One app knew the water, the other the coffee.
      twin.caffeineMg ??= drink.caffeineMg
      leaveOut(drink, 'the same drink from a second app', collector)
    } else if (ofMinute.length === MOST_PER_MINUTE)
      leaveOut(drink, 'more than 50 drinks in one minute', collector)
    else ofMinute.push(drink)
  }
  return new Set([...kept.values()].flat())
}

const isTwin = (one: Drink, other: Drink) =>
  one.source !== other.source &&
  Math.abs(one.start.at - other.start.at) <= MS_PER_MINUTE &&
  Math.abs(one.volumeMl - other.volumeMl) <= SAME_VOLUME * one.volumeMl
