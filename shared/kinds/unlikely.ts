/**
 * What is possible and still unlikely: a form asks about it, and stores it all the same. (What is impossible, the
 * schemas refuse.) The limits are those of the entry; where a limit is one for a whole day, the rest of that day counts
 * in.
 *
 * Questions about amounts name no number where the person may have chosen another unit than the journal's.
 */
import { journalDay, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../time/moment.ts'
import { isStill } from './activities.ts'
import { getAlcoholUnits } from './alcohol.ts'
import { type Drink, drinks } from './drinks.ts'
import type { DraftOf, Entry, EntryDraft, EntryKind, EntryOf } from './entry.ts'
import { FROM_MEMORY_AFTER_MS } from './entry-time.ts'
import type { FoodDraft } from './food.ts'
import type { ShoeDraft } from './footwear.ts'
import type { MedicineClass } from './medicines.ts'
import type { Profile } from './profile.ts'

/** What a form asks before it stores; yes to all of it stores it as it is. */
export interface Unlikely {
  /** Path of the field, `relief.0.minutesToRelief`. */
  readonly field: string
  readonly question: string
  /** The safety note of `shared/advice` that is shown beside it, if it is more than a slip. */
  readonly caution: 'too-much-water' | 'potassium' | null
}

export interface UnlikelyFacts {
  /** UTC milliseconds. */
  readonly now: number
  /**
   * The other entries of the draft's day, of the hour around it and, if you like, of any other time; not the entry that
   * is being changed.
   */
  readonly others: readonly Entry[]
  readonly profile: Pick<Profile, 'conditions' | 'dayStartMinutes'>
  /** Kinds of medicine taken at the time of the draft (`medication-courses.ts`). */
  readonly medicines: ReadonlySet<MedicineClass>
}

const ask = (field: string, question: string, caution: Unlikely['caution'] = null): Unlikely => ({
  field,
  question,
  caution,
})

/** What is unlikely about a draft that the schemas accept; empty when nothing is. */
export function findUnlikely(draft: EntryDraft, facts: UnlikelyFacts): Unlikely[] {
  return [...findUnlikelyTime(draft, facts.now), ...findUnlikelyFields(draft, facts)]
}

function findUnlikelyFields(draft: EntryDraft, facts: UnlikelyFacts): Unlikely[] {
  switch (draft.kind) {
    case 'cramp':
      return askAboutCramp(draft)
    case 'fluid':
      return askAboutFluid(draft, facts)
    case 'activity':
      return askAboutActivity(draft, facts)
    case 'stretch':
      return draft.durationMinutes > 60
        ? [ask('durationMinutes', 'More than an hour of stretching. Is that right?')]
        : []
    case 'food':
      return askAboutFood(draft, facts)
    case 'day':
      return askAboutDay(draft)
    case 'night':
      return askAboutNight(draft)
    case 'footwear':
      return askAboutFootwear(draft, facts)
    case 'medication':
      return []
  }
}

const TEN_YEARS_MS = 3652.5 * MS_PER_DAY

function findUnlikelyTime(draft: EntryDraft, now: number): Unlikely[] {
  const ago = now - draft.at
  if (ago > TEN_YEARS_MS) return [ask('at', 'This was more than ten years ago. Is the year right?')]
  if (draft.kind === 'cramp' && ago > FROM_MEMORY_AFTER_MS)
    return [ask('at', 'This was more than a week ago. Are you writing it from memory?')]
  return []
}

function askAboutCramp({ durationSeconds, sorenessHours, relief }: DraftOf<'cramp'>): Unlikely[] {
  const minutes = (durationSeconds ?? 0) / 60
  const found: Unlikely[] = []
  if (minutes > 60)
    found.push(
      ask('durationSeconds', 'A cramp of more than an hour. Are minutes and seconds in the right place?'),
    )
  else if (minutes > 10)
    found.push(ask('durationSeconds', 'Did one cramp last for more than 10 minutes without letting go?'))
  if ((sorenessHours ?? 0) > 48)
    found.push(ask('sorenessHours', 'Was it still painful after two days, in spite of rest and stretching?'))
  relief.forEach(({ minutesToRelief }, index) => {
    if ((minutesToRelief ?? 0) > 10)
      found.push(
        ask(`relief.${index}.minutesToRelief`, 'Did it take more than 10 minutes to let go after this?'),
      )
  })
  return found
}

const ML_PER_DRINK = 1000
const ML_PER_DAY = 4000
const ML_PER_DAY_AT_LEAST = 500
const PLAIN_WATER_ML = 1000
const PLAIN_WATER_MS = 60 * MS_PER_MINUTE
const ALCOHOL_UNITS_PER_DAY = 10
const CAFFEINE_MG_PER_DAY = 400

function askAboutFluid(draft: DraftOf<'fluid'>, facts: UnlikelyFacts): Unlikely[] {
  const fluids: DraftOf<'fluid'>[] = [...listSameDay(draft, facts), draft]
  const found: Unlikely[] = []
  if (draft.volumeMl > ML_PER_DRINK)
    found.push(ask('volumeMl', 'That is a lot for one drink. Is the amount right?'))
  if (drankWaterFast(draft, [...ofKind(facts.others, 'fluid'), draft]))
    found.push(
      ask('volumeMl', 'That is a lot of plain water within an hour. Is that right?', 'too-much-water'),
    )
  if (sum(fluids, ({ volumeMl }) => volumeMl) > ML_PER_DAY)
    found.push(
      ask('volumeMl', 'That makes a great deal to drink in one day. Is that right?', 'too-much-water'),
    )
  if (draft.alcoholPercent !== null && sum(fluids, getAlcoholUnits) > ALCOHOL_UNITS_PER_DAY)
    found.push(ask('alcoholPercent', 'That makes more than 10 units of alcohol in one day. Is that right?'))
  if (draft.caffeineMg !== null && sum(fluids, ({ caffeineMg }) => caffeineMg) > CAFFEINE_MG_PER_DAY)
    found.push(ask('caffeineMg', 'That makes more than 400 mg of caffeine in one day. Is that right?'))
  return found
}

const isPlainWater = ({ drink }: { readonly drink: Drink }) => drinks.get(drink).isPlainWater

/** Whether some hour that holds this drink holds more than a litre of plain water. */
function drankWaterFast(draft: DraftOf<'fluid'>, drinks: readonly DraftOf<'fluid'>[]): boolean {
  const near = drinks.filter(drink => isPlainWater(drink) && Math.abs(drink.at - draft.at) <= PLAIN_WATER_MS)
  return (
    isPlainWater(draft) &&
    near.some(
      first =>
        first.at <= draft.at &&
        sum(
          near.filter(({ at }) => at >= first.at && at - first.at <= PLAIN_WATER_MS),
          ({ volumeMl }) => volumeMl,
        ) > PLAIN_WATER_ML,
    )
  )
}

/**
 * Whether so much was drunk on a day that the note on too much water belongs beside it, however it was written down: a
 * click asks no question.
 *
 * @param dayBefore the drinks before them, of which the last hour may count in
 */
export function isTooMuchWater(
  ofTheDay: readonly DraftOf<'fluid'>[],
  dayBefore: readonly DraftOf<'fluid'>[],
): boolean {
  const drinks = [...dayBefore, ...ofTheDay]
  return (
    sum(ofTheDay, ({ volumeMl }) => volumeMl) > ML_PER_DAY ||
    ofTheDay.some(drink => drankWaterFast(drink, drinks))
  )
}

const STILL_MINUTES_PER_DAY = 16 * 60

function askAboutActivity(draft: DraftOf<'activity'>, facts: UnlikelyFacts): Unlikely[] {
  const { activity, durationMinutes, waterTemperatureC } = draft
  if (!isStill(activity)) {
    const found: Unlikely[] = []
    if (durationMinutes > 480)
      found.push(ask('durationMinutes', 'More than 8 hours without a stop. Is that right?'))
    if (waterTemperatureC !== null && waterTemperatureC < 10)
      found.push(ask('waterTemperatureC', 'That is very cold water to swim in. Is that right?'))
    return found
  }
  const ofTheDay = listSameDay(draft, facts).filter(other => other.activity === activity)
  const minutes = durationMinutes + sum(ofTheDay, other => other.durationMinutes)
  const what = activity === 'standing' ? 'standing' : 'sitting'
  return minutes > STILL_MINUTES_PER_DAY
    ? [ask('durationMinutes', `That makes more than 16 hours of ${what} in one day. Is that right?`)]
    : []
}

type FoodAmount = Exclude<keyof FoodDraft, 'kind' | 'at' | 'offsetMinutes' | 'note'>
const servings = ['potassiumServings', 'magnesiumServings', 'calciumServings'] as const
const supplementLimits = { magnesiumSupplementMg: 400, calciumSupplementMg: 1500 } as const

/** With these, potassium can rise too far in the blood. */
const potassiumMedicines: readonly MedicineClass[] = ['ace-inhibitor', 'arb', 'diuretic-potassium-sparing']
const kidneyConditions: readonly Profile['conditions'][number][] = ['kidney-disease', 'dialysis']

function askAboutFood(draft: DraftOf<'food'>, facts: UnlikelyFacts): Unlikely[] {
  const { profile, medicines } = facts
  const foods = listSameDay(draft, facts)
  /** The day's amount with this entry; nothing to ask about where this entry has none. */
  const ofTheDay = (amount: FoodAmount) =>
    draft[amount] === null ? 0 : draft[amount] + sum(foods, food => food[amount])
  const found = servings
    .filter(amount => ofTheDay(amount) > 15)
    .map(amount => ask(amount, 'That makes more than 15 servings in one day. Is that right?'))
  for (const amount of ['magnesiumSupplementMg', 'calciumSupplementMg'] as const)
    if (ofTheDay(amount) > supplementLimits[amount])
      found.push(
        ask(
          amount,
          `That makes more than ${supplementLimits[amount]} mg in one day. Is that right, and does your doctor know?`,
        ),
      )
  const isPotassiumRisky =
    kidneyConditions.some(condition => profile.conditions.includes(condition)) ||
    potassiumMedicines.some(medicine => medicines.has(medicine))
  if (isPotassiumRisky && ofTheDay('potassiumSupplementMg') > 0)
    found.push(
      ask(
        'potassiumSupplementMg',
        'Given what you noted about your kidneys or your medicines, does your doctor know that you take potassium?',
        'potassium',
      ),
    )
  return found
}

function askAboutDay({ maxTemperatureC, saltG, urineColour }: DraftOf<'day'>): Unlikely[] {
  const found: Unlikely[] = []
  if (maxTemperatureC !== null && (maxTemperatureC < -30 || maxTemperatureC > 45))
    found.push(ask('maxTemperatureC', 'That is a very unusual temperature outdoors. Is that right?'))
  if (saltG !== null && saltG > 6)
    found.push(ask('saltG', 'More than 6 g of salt, about a teaspoon. Is that right?'))
  if (urineColour === 'brown')
    found.push(
      ask(
        'urineColour',
        'Brown, like cola: is that what you saw? After hard exertion or with a statin, ask about it today.',
      ),
    )
  return found
}

function askAboutNight({ at, wakeAt, roomTemperatureC }: DraftOf<'night'>): Unlikely[] {
  const found: Unlikely[] = []
  if (wakeAt !== null && wakeAt - at > 14 * MS_PER_HOUR)
    found.push(ask('wakeAt', 'More than 14 hours in bed. Is that right?'))
  if (wakeAt !== null && wakeAt - at < 2 * MS_PER_HOUR)
    found.push(ask('wakeAt', 'Less than 2 hours in bed. Is that right?'))
  if (roomTemperatureC !== null && (roomTemperatureC < 8 || roomTemperatureC > 35))
    found.push(ask('roomTemperatureC', 'That is an unusual temperature for a bedroom. Is that right?'))
  return found
}

/**
 * What is unlikely about "that is everything for today": so little to drink that something was probably forgotten.
 *
 * @param ofTheDay the entries of the date that is checked in
 */
export function findUnlikelyCheckIn(kind: EntryKind, ofTheDay: readonly Entry[]): Unlikely[] {
  return kind === 'fluid' && sum(ofKind(ofTheDay, 'fluid'), drink => drink.volumeMl) < ML_PER_DAY_AT_LEAST
    ? [ask('kind', 'That is very little to drink for a whole day. Is it really everything?')]
    : []
}

export function findUnlikelyShoe({ heelMm }: ShoeDraft): Unlikely[] {
  return heelMm !== null && heelMm > 120 ? [ask('heelMm', 'A heel of more than 120 mm. Is that right?')] : []
}

/** Weight for height outside what is nearly ever seen: body mass index below 14 or above 60 kg/m². */
export function findUnlikelyProfile({ heightCm, weightKg }: Profile): Unlikely[] {
  if (heightCm === null || weightKg === null) return []
  const bodyMassIndex = weightKg / (heightCm / 100) ** 2
  return bodyMassIndex < 14 || bodyMassIndex > 60
    ? [ask('weightKg', 'This weight is unusual for this height. Are both right?')]
    : []
}

/** A shoe with no known end was on for a moment at least: putting on the next one ends it. */
const getKnownEnd = ({ at, takenOffAt }: DraftOf<'footwear'>) => takenOffAt ?? at + 1

function askAboutFootwear(draft: DraftOf<'footwear'>, { others }: UnlikelyFacts): Unlikely[] {
  const isAtOdds = (other: EntryOf<'footwear'>) =>
    other.at < getKnownEnd(draft) && draft.at < getKnownEnd(other)
  return ofKind(others, 'footwear').some(isAtOdds)
    ? [ask('at', 'Another shoe was being worn at that time. Are both times right?')]
    : []
}

/** The other entries of the draft's kind and journal day: a drink at one in the morning belongs to the evening before. */
function listSameDay<Kind extends EntryKind>(
  draft: DraftOf<Kind>,
  { others, profile }: UnlikelyFacts,
): EntryOf<Kind>[] {
  const day = journalDay(draft, profile.dayStartMinutes)
  return ofKind<Kind>(others, draft.kind).filter(other => journalDay(other, profile.dayStartMinutes) === day)
}

const ofKind = <Kind extends EntryKind>(entries: readonly Entry[], kind: Kind) =>
  entries.filter((entry): entry is EntryOf<Kind> => entry.kind === kind)

function sum<One>(list: readonly One[], amountOf: (one: One) => number | null): number {
  return list.reduce((total, one) => total + (amountOf(one) ?? 0), 0)
}
