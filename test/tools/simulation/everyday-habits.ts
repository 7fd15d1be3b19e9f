/**
 * Everyday habits of a simulated person: up to 25 exposures at once, as entries of the journal's own kinds.
 *
 *   shoes      morning: flat or good, or shoes of unknown support     evening: narrow or good, or shoes of unknown fit
 *   a walk     new or not, warmed up or not, cold or not, sweaty or not, hard or easy
 *   a day      stood long or not (by the clock), sat long or not (as the day's total)
 *   drinks     much or little water, coffees, an evening beer
 *   more       a litre of water at once, stretching, foot exercises, food, heat, illness, four facts of the night
 *
 * Each habit is true on a share of the dates, in runs of days, more or less often at weekends and by season. Drinks have
 * one answer together, because one check-in completes all of them.
 */
import type { BuiltInKey } from '../../../shared/analysis/exposures/exposures.ts'
import { between, chance } from '../../../shared/demo/draws.ts'
import type { Random } from '../../../shared/statistics/random.ts'
import { flatShoes, goodShoes, narrowShoes, shoesOfUnknownFit, shoesOfUnknownSupport } from './closet.ts'
import { type ByDay, drawDrift, isBelow, isWeekend, type Span } from './life.ts'
import { type JournalWriter, MINUTES_PER_DAY, type WallMinute } from './written-journal.ts'

export const twelveExposures = [
  'fluids-low',
  'sweat-salt',
  'activity-load',
  'activity-new',
  'warmup',
  'footwear-unsupportive',
  'footwear-tight',
  'standing',
  'sitting',
  'cold-exposure',
  'alcohol',
  'caffeine',
] as const satisfies readonly BuiltInKey[]

const furtherExposures = [
  'fluids-excess',
  'stretch-evening',
  'stretch-regular',
  'foot-strength',
  'diet-potassium',
  'diet-magnesium',
  'diet-calcium',
  'cold-bedroom',
  'cold-feet',
  'bedding-tight',
  'sleep-position',
  'heat-day',
  'illness-loss',
] as const satisfies readonly BuiltInKey[]

export const twentyFiveExposures = [...twelveExposures, ...furtherExposures] as const
export type LivedKey = (typeof twentyFiveExposures)[number]

/** Exposures that can be made to cause cramps: yes or no, with an answer of their own, and true on any kind of day. */
export const possibleTriggers = [
  'footwear-unsupportive',
  'footwear-tight',
  'warmup',
  'sitting',
  'alcohol',
] as const satisfies readonly LivedKey[]
export type TriggerKey = (typeof possibleTriggers)[number]

/** Share of dates with a habit. @param usual by weekend and season */
export type ShareOfDates = (key: LivedKey, date: number, usual: number) => number

export interface EverydayHabits {
  /** Truth: the exposure was present in the hours before an onset. */
  readonly wasExposed: (key: TriggerKey, onset: WallMinute) => boolean
  /** Writes the entries of a date. */
  readonly writeDate: (writer: JournalWriter, date: number, isAnswered: (key: LivedKey) => boolean) => void
}

interface Interval {
  readonly from: WallMinute
  readonly to: WallMinute
}

/** Times and amounts of one date. */
interface Acts {
  readonly lived: ReadonlySet<LivedKey>
  readonly morning: Interval
  readonly evening: Interval
  readonly walk: Interval
  readonly exertion: number
  readonly stood: Interval
  readonly longestSitting: number
  readonly glasses: readonly { readonly at: WallMinute; readonly volumeMl: number }[]
  readonly cups: readonly WallMinute[]
  readonly beerAt: WallMinute
  readonly isBeerKept: boolean
}

/** Dates before and after the span that windows can reach. */
const MARGIN_DATES = 2

export interface EverydayOptions {
  readonly keys: readonly LivedKey[]
  readonly season: ByDay
  /** Changes the share of dates of a habit; unchanged by default. */
  readonly shareOf?: ShareOfDates
}

export function drawEverydayHabits(
  random: Random,
  span: Span,
  { keys, season, shareOf = (_key, _date, usual) => usual }: EverydayOptions,
): EverydayHabits {
  const isLived = keys.map(key => ({
    key,
    isOn: drawHabit(random, span, season, (date, usual) => shareOf(key, date, usual)),
  }))
  const dates = Array.from({ length: span.days + 2 * MARGIN_DATES }, (_, d) => span.first - MARGIN_DATES + d)
  const acts = new Map(
    dates.map(date => [
      date,
      drawActs(random, date, new Set(isLived.filter(({ isOn }) => isOn(date)).map(({ key }) => key))),
    ]),
  )
  const hasFurther = keys.some(key => furtherExposures.some(further => further === key))
  return {
    wasExposed: (key, onset) => wasExposed(acts, key, onset),
    writeDate: (writer, date, isAnswered) => {
      const ofDate = acts.get(date)
      if (ofDate === undefined) return
      writeShoes(writer, ofDate, isAnswered)
      writeWalk(writer, ofDate, isAnswered)
      writeStillTime(writer, date, ofDate, isAnswered)
      writeDrinks(writer, date, ofDate, isAnswered)
      if (hasFurther) writeFurther(writer, date, ofDate, isAnswered)
    },
  }
}

/** Habit in runs of days (AR 1, 0.5): a share of 0.15 to 0.55, a weekend shift of -0.2 to 0.3, 30% more or less by season. */
export function drawHabit(
  random: Random,
  span: Span,
  season: ByDay,
  shareOf: (date: number, usual: number) => number = (_date, usual) => usual,
): (date: number) => boolean {
  const share = 0.15 + 0.4 * random.nextUniform()
  const atWeekends = -0.2 + 0.5 * random.nextUniform()
  const drift = drawDrift(random, span, 0.5)
  return (date: number) => {
    const usual = (share + (isWeekend(date) ? atWeekends : 0)) * (1 + 0.3 * season(date))
    return isBelow(drift(date), Math.min(0.95, Math.max(0.02, shareOf(date, usual))))
  }
}

function drawActs(random: Random, date: number, lived: ReadonlySet<LivedKey>): Acts {
  const at = (from: number, to: number) => date * MINUTES_PER_DAY + between(random, from, to)
  const lasting = (from: WallMinute, minutes: number): Interval => ({ from, to: from + minutes })
  const cups = lived.has('caffeine') ? between(random, 2, 3) : between(random, 0, 1)
  return {
    lived,
    morning: lasting(at(480, 600), between(random, 90, 300)),
    evening: lasting(at(1020, 1140), between(random, 70, 180)),
    walk: lasting(at(420, 1200), between(random, 30, 60)),
    exertion: lived.has('activity-load') ? between(random, 6, 8) : between(random, 1, 3),
    stood: lasting(at(480, 900), lived.has('standing') ? between(random, 180, 360) : between(random, 10, 60)),
    longestSitting: lived.has('sitting') ? between(random, 120, 200) : between(random, 30, 110),
    glasses: Array.from({ length: lived.has('fluids-low') ? 7 : 4 }, () => ({
      at: at(420, 1350),
      volumeMl: between(random, 200, 350),
    })),
    cups: Array.from({ length: cups }, () => at(420, 1200)),
    beerAt: at(1110, 1320),
    isBeerKept: chance(random, 0.5),
  }
}

const HOURS_24 = MINUTES_PER_DAY
const HOURS_12 = MINUTES_PER_DAY / 2

function wasExposed(acts: ReadonlyMap<number, Acts>, key: TriggerKey, onset: WallMinute): boolean {
  const date = Math.floor(onset / MINUTES_PER_DAY)
  const around = [date - 1, date].flatMap(day => {
    const found = acts.get(day)
    return found?.lived.has(key) ? [found] : []
  })
  const minutesOf = (intervalOf: (of: Acts) => Interval) =>
    around.reduce((sum, of) => {
      const { from, to } = intervalOf(of)
      return sum + Math.max(0, Math.min(to, onset) - Math.max(from, onset - HOURS_24))
    }, 0)
  switch (key) {
    case 'footwear-unsupportive':
      return minutesOf(({ morning }) => morning) >= 60
    case 'footwear-tight':
      return minutesOf(({ evening }) => evening) >= 60
    case 'warmup':
      return minutesOf(({ walk }) => walk) > 0
    case 'alcohol':
      return around.some(({ beerAt }) => beerAt >= onset - HOURS_12 && beerAt < onset)
    case 'sitting':
      // A total of a whole day acts on the 24 hours from its noon on.
      return acts.get(Math.floor((onset - HOURS_12) / MINUTES_PER_DAY))?.lived.has('sitting') === true
  }
}

type IsAnswered = (key: LivedKey) => boolean

function writeShoes(writer: JournalWriter, { lived, morning, evening }: Acts, isAnswered: IsAnswered): void {
  const flat = lived.has('footwear-unsupportive') ? flatShoes : goodShoes
  writer.writeShoe(
    isAnswered('footwear-unsupportive') ? flat : shoesOfUnknownSupport,
    morning.from,
    morning.to,
  )
  const narrow = lived.has('footwear-tight') ? narrowShoes : goodShoes
  writer.writeShoe(isAnswered('footwear-tight') ? narrow : shoesOfUnknownFit, evening.from, evening.to)
}

function writeWalk(writer: JournalWriter, { lived, walk, exertion }: Acts, isAnswered: IsAnswered): void {
  const answer = <Answer>(key: LivedKey, yes: Answer, no: Answer) =>
    isAnswered(key) ? (lived.has(key) ? yes : no) : null
  writer.writeActivity(walk.from, walk.to - walk.from, {
    // Not a walk: without an answer about the warm-up, a gentle activity counts as one that needs none.
    activity: 'run',
    newOrHarder: answer('activity-new', true, false),
    warmUpMinutes: answer('warmup', 0, 10),
    cold: answer('cold-exposure', true, false),
    sweat: answer('sweat-salt', 'heavy', 'light'),
    exertion: isAnswered('activity-load') ? exertion : null,
  })
}

function writeStillTime(
  writer: JournalWriter,
  date: number,
  { stood, longestSitting }: Acts,
  isAnswered: IsAnswered,
): void {
  if (isAnswered('standing'))
    writer.writeActivity(stood.from, stood.to - stood.from, { activity: 'standing' })
  writer.writeActivity((date + 0.5) * MINUTES_PER_DAY, 360, {
    activity: 'sitting-or-travel',
    wholeDay: true,
    longestBoutMinutes: isAnswered('sitting') ? longestSitting : null,
  })
}

function writeDrinks(
  writer: JournalWriter,
  date: number,
  { lived, glasses, cups, beerAt, isBeerKept }: Acts,
  isAnswered: IsAnswered,
): void {
  const isComplete = isAnswered('fluids-low')
  for (const { at, volumeMl } of glasses) writer.writeDrink(at, volumeMl)
  for (const at of cups) writer.writeDrink(at, 150, { drink: 'coffee', caffeineMg: 90 })
  if (lived.has('alcohol') && (isComplete || isBeerKept))
    writer.writeDrink(beerAt, 330, { drink: 'beer', alcoholPercent: 5 })
  if (isComplete) writer.checkIn(date, 'fluid')
}

/** Entries of the further thirteen exposures. Their times do not matter to anything else, so they are fixed. */
function writeFurther(writer: JournalWriter, date: number, { lived }: Acts, isAnswered: IsAnswered): void {
  const clock = (minutes: number) => date * MINUTES_PER_DAY + minutes
  const answer = <Answer>(key: LivedKey, yes: Answer, no: Answer) =>
    isAnswered(key) ? (lived.has(key) ? yes : no) : null
  if (lived.has('fluids-excess')) for (const minutes of [1000, 1030]) writer.writeDrink(clock(minutes), 600)
  if (lived.has('stretch-evening')) writer.writeStretch(clock(1260))
  if (lived.has('stretch-regular')) writer.writeStretch(clock(720))
  if (isAnswered('stretch-regular')) writer.checkIn(date, 'stretch')
  if (isAnswered('diet-potassium')) {
    const servings = (key: LivedKey) => (lived.has(key) ? 2 : 0) + (date % 2)
    writer.writeFood(clock(780), {
      potassiumServings: servings('diet-potassium'),
      magnesiumServings: servings('diet-magnesium'),
      calciumServings: servings('diet-calcium'),
    })
    writer.checkIn(date, 'food')
  }
  writer.writeDay(date, {
    heat: answer('heat-day', 'hot', 'normal'),
    illnessWithFluidLoss: answer('illness-loss', true, false),
    footExerciseMinutes: answer('foot-strength', 10, 0),
    bother: 3,
  })
  writer.writeNight(clock(1380), clock(1860), {
    coldLegs: answer('cold-feet', true, false),
    bedding: answer('bedding-tight', 'tight', 'loose'),
    position: answer('sleep-position', 'front-toes-pointed', 'side'),
    roomFeel: answer('cold-bedroom', 'cold', 'ok'),
  })
}
