/** Reader of drinks: "500 ml water 14:00", "2 cups coffee", "pint of beer last night 9pm". */

import {
  type Drink,
  drinks,
  drinksByRank,
  getCountedMl,
  listUsualMl,
  listVesselMl,
  UNLISTED_DRINK,
} from '../kinds/drinks.ts'
import { getOwnMeasures } from '../kinds/journal-lists.ts'
import { type Vessel, type VesselSize, vessels } from '../kinds/vessels.ts'
import { DRINK_LIMITS_ML, ML_PER_FLUID_OUNCE, roundToHundredthMl } from '../kinds/volume.ts'
import type { CalendarDate } from '../time/calendar-date.ts'
import { clockMinutes } from '../time/moment.ts'
import { momentAt } from '../time/time-zone.ts'
import { askClock } from './clock-questions.ts'
import { nameClock } from './clock-words.ts'
import { measuresOf } from './drink-names.ts'
import { type Asking, joinNotes, type Line, type Taken, words } from './line.ts'
import { listNumbersWithin, NUMBER, NUMBER_START, readNumber } from './numbers.ts'
import { takeOwnName } from './own-names.ts'
import { askAtEnd, askInPlace } from './questions.ts'
import type { Assumption, Question, QuickAddContext, Span, UsualDrink } from './reading.ts'
import { asks, defineReader, type Filled, fill, placeInstant, slot } from './slots.ts'
import type { SpokenTime } from './spoken-time.ts'

const UNIT = String.raw`(?<unit>ml|millilit(?:er|re)s?|cl|centilit(?:er|re)s?|dl|decilit(?:er|re)s?|l|lit(?:er|re)s?|(?:fl\.?\s*|fluid\s+)?(?:oz\.?|ounces?))`
const VESSEL = `(?<vessel>${vessels.ids.map(vessel => vessels.get(vessel).names).join('|')})`
const SIZE = '(?<size>small|medium|regular|large|big)'

const EXACT = words(
  String.raw`(?:(?<times>\d{1,2})\s*[x×]\s*)?(?<count>${NUMBER})\s*${UNIT}(?:\s*[x×]\s*(?<timesAfter>\d{1,2}))?`,
)
const IN_VESSELS = words(
  String.raw`(?:(?<count>${NUMBER})\s*(?:x\s*)?)?(?:(?<double>double)\s+(?=espresso))?(?:${SIZE}\s+)?${VESSEL}`,
)

/** Pattern of a volume, which only a drink has. */
export const VOLUME = words(
  String.raw`${NUMBER}\s*(?:${UNIT.replace('?<unit>', '?:')}|${VESSEL.replace('?<vessel>', '?:')})(?:\s+of)?`,
)

/** Multiplier of the usual size: "tea 3x", "3 x tea". */
const TIMES = words(
  String.raw`(?<before>${NUMBER_START}\d{1,2}|two|three|four|five|six)(?:\s*[x×]|\s+times)|[x×]\s*(?<after>\d{1,2})|(?<twice>twice)`,
)

const countedDrinks = drinks.ids.flatMap(drink => drinks.get(drink).names.counted ?? [])

/** Count with the drink in the plural: matches "2 beers" but not "at 9 beer". */
const COUNTED = words(
  String.raw`(?<!\bat\s)(?<count>${NUMBER})(?:\s*[x×])?(?=\s+(?:${countedDrinks.join('|')})(?![\p{L}\p{N}]))`,
)

export const readFluid = defineReader('fluid')({
  slots: {
    alcoholPercent: slot(({ line }) => fill(takeAlcohol(line))),
    caffeineMg: slot(({ line }) => fill(takeCaffeine(line))),
    intake: slot(takeIntake),
  },
  timeOptions: () => ({ minutesTo: 'clock' }),
  when: (time, _known, asking) => placeInstant(time, asking, found => askDrinkTime(found, time, asking)),
  draft: ({ alcoholPercent, caffeineMg, intake }, { at, offsetMinutes }, { line, context }) => ({
    kind: 'fluid',
    at,
    offsetMinutes,
    note: joinNotes(intake.note, line.note),
    drink: intake.drink,
    volumeMl: roundToHundredthMl(intake.volumeMl),
    alcoholPercent:
      alcoholPercent ??
      intake.assumed?.usual?.alcoholPercent ??
      getOwnMeasures(intake.drink, context.lists).strength,
    caffeineMg: caffeineMg ?? intake.assumed?.caffeineMg ?? null,
    reliefOf: null,
  }),
})

interface Intake {
  readonly drink: Drink
  readonly note: string
  readonly volumeMl: number
  /** Size assumed for each counted drink; null if the line gives the volume. */
  readonly assumed: AssumedSize | null
}

/** Reads drink and volume together, since each narrows the other down ("2 beers", "a glass of wine", "500 water"). */
function takeIntake({ line, context }: Asking): Filled<Intake> {
  const exact = line.take(EXACT, 'amount')
  const vessel = line.take(IN_VESSELS, 'amount')
  const isMeasured = exact !== null || vessel !== null
  const counted = isMeasured ? null : takeCounted(line)
  const named = takeDrink(line, vessel, context)
  const drink = named?.drink ?? null
  const times = exact === null && counted === null ? takeTimes(line) : null
  const bare = isMeasured || counted || times ? null : takeBareNumber(line, named)
  const isFew = bare !== null && drink !== null && /^[1-9]$/.test(bare.text) && countsPlainly(drink, context)
  const few = isFew && bare ? { count: Number(bare.text), span: bare } : null
  const number = counted ?? few ?? (isMeasured ? null : times)
  const assumed = number && drink && assumeSize(number, drink, line, context)
  const amount: Amount =
    bare && few === null
      ? readBareNumber(bare, drink, line, context)
      : number
        ? { volumesMl: assumed ? [assumed.volumeMl] : [], span: number.span }
        : multiply(readAmount(exact, vessel, drink, context), times)

  const questions: Question[] = named === null ? [askDrink(line, context)] : []
  const [volumeMl] = amount.volumesMl
  if (amount.volumesMl.length !== 1) questions.push(askAmount(amount, drink, line, context))
  if (questions.length > 0 || named === null || volumeMl === undefined) return asks(...questions)
  return fill({ drink: named.drink, note: named.note, volumeMl, assumed }, assumed?.assumption)
}

function takeAlcohol(line: Line): number | null {
  if (line.take(words('alcohol[\\s-]?free|non[\\s-]?alcoholic'), 'strength')) return 0
  const found = line.take(
    /(?<![\p{L}\p{N}.,/-])(?<percent>\d{1,2}(?:[.,]\d{1,2})?)\s*%(?:\s*(?:abv|vol\.?|alcohol))?/iu,
    'strength',
  )
  return found ? readNumber(found.groups.percent ?? '') : null
}

function takeCaffeine(line: Line): number | null {
  const found =
    line.take(words(String.raw`(?<mg>${NUMBER})\s*mg\s+(?:of\s+)?caffeine`), 'strength') ??
    line.take(words(String.raw`caffeine\s*:?\s*(?<mg>${NUMBER})\s*mg`), 'strength')
  // Amounts above 1000 mg occur and thousandths do not, so the sign in "1,000" groups.
  return found ? readNumber((found.groups.mg ?? '').replace(/^(\d+)[.,](\d{3})$/, '$1$2')) : null
}

/** "1.5 l today" may be a day's sum. It is then stored at noon, with "over the day" in the note. */
function askDrinkTime(
  { kind, date }: { readonly kind: 'date' | 'night'; readonly date: CalendarDate },
  time: SpokenTime,
  asking: Asking,
): Question {
  const { line, context } = asking
  const question = askClock('At what time did you drink it?', time, asking)
  if (kind === 'night' || time.period !== null) return question
  const noon = momentAt(date, DAY_CLOCK, context.timeZone)
  const minutes = clockMinutes(noon.at > context.now.at ? context.now : noon)
  const overTheDay = line.append(nameClock(minutes, context.hourCycle), 'over the day')
  return { ...question, options: [{ label: 'Over the day', line: overTheDay }, ...question.options] }
}

const DAY_CLOCK = '12:00'

const factsOf = (drink: Drink | null, { lists }: QuickAddContext) =>
  drink === null ? null : lists.drinks.get(drink)

interface NamedDrink extends Span {
  readonly drink: Drink
  /** Typed name of a drink that the list lacks; '' for a listed one. */
  readonly note: string
}

function takeDrink(line: Line, vessel: Taken | null, { lists }: QuickAddContext): NamedDrink | null {
  const own = takeOwnName(line, lists, 'drink', 'drink')
  if (own !== null) return { drink: own.key, start: own.start, end: own.end, note: '' }
  for (const drink of drinksByRank) {
    const found = line.take(words(drinks.get(drink).names.pattern), 'drink')
    if (found) {
      const { start, end, text } = found
      return { drink, start, end, note: words(UNLISTED_DRINK).test(text) ? text : '' }
    }
  }
  if (vessel === null || readVessel(vessel) !== 'espresso') return null
  return { drink: 'coffee', start: vessel.start, end: vessel.end, note: '' }
}

function readVessel({ groups }: Taken): Vessel {
  return (
    vessels.where(({ names }) => new RegExp(`^(?:${names})$`, 'iu').test(groups.vessel ?? ''))[0] ?? 'cup'
  )
}

function readSize(word: string | undefined): VesselSize | null {
  switch (word?.toLowerCase()) {
    case 'small':
      return 'small'
    case 'medium':
    case 'regular':
      return 'medium'
    case 'large':
    case 'big':
      return 'large'
    default:
      return null
  }
}

interface Amount {
  /** Possible volumes: one if unambiguous, several to choose from, none if unknown. */
  readonly volumesMl: readonly number[]
  /** Words that gave the amount; null if none did. */
  readonly span: (Span & { readonly text: string }) | null
  /** Answers for a number without a unit; without them the usual sizes are offered. */
  readonly answers?: Question['options']
}

/** Number of drinks, and the words that give it. */
interface Count {
  readonly count: number
  readonly span: Span & { readonly text: string }
}

function takeCounted(line: Line): Count | null {
  const found = line.take(COUNTED, 'amount')
  return found && { count: readNumber(found.groups.count ?? ''), span: found }
}

function takeTimes(line: Line): Count | null {
  const found = line.take(TIMES, 'amount')
  if (found === null) return null
  const { before, after, twice } = found.groups
  return { count: twice ? 2 : readNumber(before ?? after ?? ''), span: found }
}

const multiply = (amount: Amount, times: Count | null): Amount =>
  times === null ? amount : { ...amount, volumesMl: amount.volumesMl.map(ml => ml * times.count) }

/** Number next to a drink, without a unit: "500 water", "water 500". */
function takeBareNumber(line: Line, named: NamedDrink | null): Taken | null {
  if (named === null) return null
  const before =
    /(?<![\p{L}\p{N}.,:/'–—#-])(?<!(?<!\p{L})(?:at|from|since|until|till|to|by)\s+)(?<number>[1-9]\d{0,3}|[1-9][.,' ]\d{3})\s+(?:of\s+)?$/iu
  const after =
    /^\s+(?<number>[1-9]\d{2,3}|[1-9][.,' ]\d{3})(?![\p{L}\p{N}:/.,'%-]|\s*(?:[ap]\.?m\b|[\p{L}%°]|\d|-))/iu
  const found = before.exec(line.open.slice(0, named.start))
  const following = found ? null : after.exec(line.open.slice(named.end))
  const number = (found ?? following)?.groups?.number
  if (number === undefined) return null
  const start = found ? found.index : named.end + (following?.[0].indexOf(number) ?? 0)
  const taken = { start, end: start + number.length, text: number, groups: {} }
  line.cover(taken, 'amount')
  return taken
}

/** True if a count implies a volume: the drink has a usual counted size, or the person has a usual one. */
const countsPlainly = (drink: Drink, context: QuickAddContext) =>
  getCountedMl(context.lists.drinks.get(drink), measuresOf(context)) !== null ||
  context.usualDrinks.some(own => own.drink === drink)

/** Threshold in ml: a smaller number next to a drink counts glasses, a larger one is a volume. */
const SMALLEST_BARE_ML = 50

/** Volume from a number without a unit, in the person's unit if it cannot mean anything else; otherwise answers to choose from. */
function readBareNumber(bare: Taken, drink: Drink | null, line: Line, context: QuickAddContext): Amount {
  const [value = Number.NaN] = listNumbersWithin(
    { text: bare.text, limits: DRINK_LIMITS_ML, isOfThousands: true },
    context,
  )
  const unit = context.volumeUnit === 'ml' || value >= SMALLEST_BARE_ML * 2 ? 'ml' : 'fl oz'
  const isClock = /^(?:1\d|2[0-3])[0-5]\d$/.test(bare.text)
  const isCount = unit === 'ml' && value < SMALLEST_BARE_ML
  if (!isClock && !isCount && unit === 'ml') return { volumesMl: [value], span: bare }
  if (isClock) {
    const clock = `${bare.text.slice(0, 2)}:${bare.text.slice(2)}`
    const answers = [`${value} ml`, clock].map(label => ({ label, line: line.replace(bare, label) }))
    return { volumesMl: [], span: bare, answers }
  }
  const inUnit = isCount ? [] : [{ label: `${value} fl oz`, line: line.replace(bare, `${value} fl oz`) }]
  const eachMl = listOfferedMl(drink, context)
  const inGlasses = eachMl.map(ml => ({
    label: `${value} of ${ml} ml`,
    line: line.replace(bare, `${value} x ${ml} ml`),
  }))
  return { volumesMl: [], span: bare, answers: [...inUnit, ...inGlasses] }
}

/** Sizes to offer, in ml: the person's own first, then the drink's usual ones. */
function listOfferedMl(drink: Drink | null, context: QuickAddContext): number[] {
  const own = context.usualDrinks.filter(usual => usual.drink === drink).map(usual => usual.volumeMl)
  return [...new Set([...own, ...listUsualMl(factsOf(drink, context), measuresOf(context))])]
}

function readAmount(
  exact: Taken | null,
  vessel: Taken | null,
  drink: Drink | null,
  context: QuickAddContext,
): Amount {
  const count = vessel === null ? 1 : countVessels(vessel)
  if (exact) {
    const eachMl = readExactMl(exact, context)
    // "2 cans of 330 ml" is twice 330 ml; "a 330 ml can" is one.
    const { times = '1', timesAfter = '1' } = exact.groups
    return {
      volumesMl: eachMl.map(ml => ml * Number(times) * Number(timesAfter) * (count ?? 1)),
      span: exact,
    }
  }
  if (vessel === null || count === null) return { volumesMl: [], span: vessel }
  const sizes = listVesselMl(
    readVessel(vessel),
    readSize(vessel.groups.size),
    factsOf(drink, context),
    measuresOf(context),
  )
  return { volumesMl: sizes.map(ml => ml * count), span: vessel }
}

/** Number of vessels: 1 for a singular without a number, null for a plural without one ("cups of tea"). */
function countVessels({ groups }: Taken): number | null {
  const { count, double, vessel = '' } = groups
  const factor = double !== undefined || /^double/i.test(vessel) ? 2 : 1
  if (count !== undefined) return readNumber(count) * factor
  return /(?:[^s]s|sses)$/i.test(vessel) ? null : factor
}

interface AssumedSize {
  readonly volumeMl: number
  readonly caffeineMg: number | null
  readonly usual: UsualDrink | null
  readonly assumption: Assumption
}

/** Size assumed for counted drinks: the person's usual one, otherwise the drink's, to be confirmed. */
function assumeSize(
  { count, span }: Count,
  drink: Drink,
  line: Line,
  context: QuickAddContext,
): AssumedSize | null {
  const usual = context.usualDrinks.find(own => own.drink === drink) ?? null
  const facts = context.lists.drinks.get(drink)
  const eachMl = usual?.volumeMl ?? getCountedMl(facts, measuresOf(context))
  if (eachMl === null || !Number.isInteger(count) || count < 1 || count > 99) return null
  const offeredMl = [...new Set([eachMl, ...listUsualMl(facts, measuresOf(context))])]
  const question = askInPlace(
    line,
    span,
    'amount',
    `Each of ${eachMl} ml?`,
    offeredMl.toSorted((a, b) => a - b).map(ml => [`${ml} ml`, `${count} x ${ml} ml`]),
  )
  return {
    volumeMl: count * eachMl,
    caffeineMg: usual?.caffeineMg == null ? null : usual.caffeineMg * count,
    usual,
    assumption: { ...question, chosen: `${eachMl} ml` },
  }
}

/** Millilitres per unit; two values if ounces may be US or UK. */
function listUnitMl(unit: string, { volumeUnit, region }: QuickAddContext): readonly number[] {
  if (/^m/i.test(unit)) return [1]
  if (/^c/i.test(unit)) return [10]
  if (/^d/i.test(unit)) return [100]
  if (/^l/i.test(unit)) return [1000]
  const isUs = volumeUnit === 'fl-oz-us' || (volumeUnit === 'ml' && region === 'us')
  const isUk = volumeUnit === 'fl-oz-uk' || (volumeUnit === 'ml' && region === 'uk')
  if (isUs) return [ML_PER_FLUID_OUNCE.us]
  if (isUk) return [ML_PER_FLUID_OUNCE.uk]
  return [ML_PER_FLUID_OUNCE.us, ML_PER_FLUID_OUNCE.uk]
}

function readExactMl({ groups }: Taken, context: QuickAddContext): number[] {
  const { count = '', unit = '' } = groups
  const [min, max] = DRINK_LIMITS_ML
  const all = listUnitMl(unit, context).flatMap(unitMl =>
    listNumbersWithin(
      { text: count, limits: [min / unitMl, max / unitMl], isOfThousands: unitMl === 1 },
      context,
    ).map(value => value * unitMl),
  )
  return [...new Set(all.length > 1 ? all.map(Math.round) : all)]
}

/** Asks for the drink; 'other' comes last. */
const askDrink = (line: Line, { lists: { drinks } }: QuickAddContext): Question =>
  askAtEnd(
    line,
    'drink',
    'What was it?',
    [...drinks.ids.filter(drink => drink !== 'other'), 'other' as const].map(drink => {
      const { words, names } = drinks.get(drink)
      return [words, names.typed]
    }),
  )

function askAmount(
  { volumesMl, span, answers }: Amount,
  drink: Drink | null,
  line: Line,
  context: QuickAddContext,
): Question {
  const words = span?.text.trim() ?? ''
  if (answers) return { about: 'amount', text: `“${words}”: how much was it?`, options: answers }
  const isOpen = volumesMl.length === 0
  const usual = isOpen ? context.usualDrinks.filter(own => own.drink === drink).slice(0, OFFERED_USUALS) : []
  const offered = isOpen ? listUsualMl(factsOf(drink, context), measuresOf(context)) : volumesMl
  // "Espresso" names both vessel and drink, so replacing it must keep the drink.
  const kept = /espresso/i.test(words) ? ' coffee' : ''
  const options = [
    ...usual.map(own => [`Usual: ${nameUsual(own)}`, nameUsual(own) + kept] as const),
    ...offered.map(ml => [`${Math.round(ml)} ml`, `${Math.round(ml)} ml${kept}`] as const),
  ]
  const text = 'How much was it?'
  return span === null
    ? askAtEnd(line, 'amount', text, options)
    : askInPlace(line, span, 'amount', `${text} “${words}” can be several sizes.`, options)
}

const OFFERED_USUALS = 3

/** Usual drink as it is typed, with its alcohol and caffeine. */
const nameUsual = ({ volumeMl, alcoholPercent, caffeineMg }: UsualDrink) =>
  [
    `${volumeMl} ml`,
    ...(alcoholPercent === null ? [] : [`${alcoholPercent} %`]),
    ...(caffeineMg === null ? [] : [`caffeine ${caffeineMg} mg`]),
  ].join(' ')
