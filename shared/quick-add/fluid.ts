/** "500 ml water 14:00", "2 cups coffee", "pint of beer last night 9pm". */
import { type Drink, drinks, type FluidDraft } from '../journal/fluid.ts'
import { drinkWords } from '../journal/words.ts'
import { askClock } from './clock-questions.ts'
import {
  drinkNames,
  FLUID_OUNCE_ML,
  getCountedMl,
  listUsualMl,
  listVesselMl,
  type Measures,
  measuresOf,
  OTHER_DRINK,
  type Vessel,
  type VesselSize,
} from './drinks.ts'
import { type Line, type Taken, words } from './line.ts'
import { findInstant } from './moments.ts'
import { NUMBER, readNumber } from './numbers.ts'
import type { Assumption, Built, Question, QuickAddContext } from './reading.ts'
import { takeTime } from './spoken-time.ts'

const UNIT = String.raw`(?<unit>ml|millilit(?:er|re)s?|cl|centilit(?:er|re)s?|dl|decilit(?:er|re)s?|l|lit(?:er|re)s?|(?:fl\.?\s*|fluid\s+)?(?:oz\.?|ounces?))`
const VESSEL =
  '(?<vessel>cups?|mugs?|glass(?:es)?|cans?|tins?|bottles?|pints?|pt|bowls?|shots?|measures?|drams?|singles?|doubles?|sachets?|espressos?)'
const SIZE = '(?<size>small|medium|regular|large|big)'

const EXACT = words(
  String.raw`(?:(?<times>\d{1,2})\s*[x×]\s*)?(?<count>${NUMBER})\s*${UNIT}(?:\s*[x×]\s*(?<timesAfter>\d{1,2}))?`,
)
const IN_VESSELS = words(
  String.raw`(?:(?<count>${NUMBER})\s*(?:x\s*)?)?(?:(?<double>double)\s+(?=espresso))?(?:${SIZE}\s+)?${VESSEL}`,
)

/** Whether a line gives a volume, which nothing but a drink has. */
export const VOLUME = words(
  String.raw`${NUMBER}\s*(?:${UNIT.replace('?<unit>', '?:')}|${VESSEL.replace('?<vessel>', '?:')})(?:\s+of)?`,
)

/** "2 beers", and not "at 9 beer": several are counted in the plural. */
const COUNTED = words(
  String.raw`(?<!\bat\s)(?<count>${NUMBER})(?:\s*[x×])?(?=\s+(?:beers|lagers|ales|stouts|coffees|lattes|cappuccinos|americanos|flat\s+whites|teas|wines|whisk(?:ies|eys)|vodkas|gins|rums|tequilas|colas|cokes|sodas|lemonades|soft\s+drinks)(?![\p{L}\p{N}]))`,
)

const vesselWords: readonly (readonly [RegExp, Vessel])[] = [
  [/^cup/i, 'cup'],
  [/^mug/i, 'mug'],
  [/^glass/i, 'glass'],
  [/^(?:can|tin)/i, 'can'],
  [/^bottle/i, 'bottle'],
  [/^p/i, 'pint'],
  [/^bowl/i, 'bowl'],
  [/^(?:shot|measure|dram|single|double)/i, 'shot'],
  [/^sachet/i, 'sachet'],
  [/^espresso/i, 'espresso'],
]

export function readFluid(line: Line, context: QuickAddContext): Built {
  const alcoholPercent = takeAlcohol(line)
  const caffeineMg = takeCaffeine(line)
  const measures = measuresOf(context)
  const exact = line.take(EXACT, 'amount')
  const vessel = line.take(IN_VESSELS, 'amount')
  const counted = exact === null && vessel === null ? line.take(COUNTED, 'amount') : null
  const named = takeDrink(line, vessel)
  const drink = named?.drink ?? null
  const time = takeTime(line, context)
  const moment = findInstant(time, { line, context })
  const each = counted && drink && assumeEach(counted, drink, line, measures)
  const amount: Amount =
    counted === null
      ? readAmount(exact, vessel, drink, context)
      : { volumesMl: each ? [each.volumeMl] : [], span: counted }

  const questions: Question[] = []
  if (drink === null) questions.push(askDrink(line))
  if (amount.volumesMl.length !== 1) questions.push(askAmount(amount, drink, line, measures))
  if (moment.kind === 'asks') questions.push(moment.question)
  if (moment.kind === 'date' || moment.kind === 'night')
    questions.push(askClock('At what time did you drink it?', time, { line, context }))
  const [volumeMl] = amount.volumesMl
  if (questions.length > 0 || drink === null || volumeMl === undefined) return { draft: null, questions }
  const { at, offsetMinutes } = moment.kind === 'moment' ? moment.moment : context.now
  const draft: FluidDraft = {
    kind: 'fluid',
    at,
    offsetMinutes,
    note: [named?.note ?? '', line.note].filter(text => text !== '').join('; '),
    drink,
    volumeMl: Math.round(volumeMl),
    alcoholPercent,
    caffeineMg,
    reliefOf: null,
  }
  return { draft, questions, ...(each && { assumptions: [each.assumption] }) }
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
    line.take(words(String.raw`(?<mg>\d{1,4})\s*mg\s+(?:of\s+)?caffeine`), 'strength') ??
    line.take(words(String.raw`caffeine\s*:?\s*(?<mg>\d{1,4})\s*mg`), 'strength')
  return found ? Number(found.groups.mg) : null
}

interface NamedDrink {
  readonly drink: Drink
  /** What it was, where the journal has no word for it. */
  readonly note: string
}

function takeDrink(line: Line, vessel: Taken | null): NamedDrink | null {
  for (const [drink, names] of drinkNames) {
    const found = line.take(words(names), 'drink')
    if (found) return { drink, note: words(OTHER_DRINK).test(found.text) ? found.text : '' }
  }
  return vessel !== null && readVessel(vessel) === 'espresso' ? { drink: 'coffee', note: '' } : null
}

function readVessel({ groups }: Taken): Vessel {
  return vesselWords.find(([pattern]) => pattern.test(groups.vessel ?? ''))?.[1] ?? 'cup'
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
  /** One when it is plain; several to choose from; none when nothing is known. */
  readonly volumesMl: readonly number[]
  /** The words that gave it. */
  readonly span: Taken | null
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
    // "2 cans of 330 ml" are two times 330 ml; "a 330 ml can" is one.
    const { times = '1', timesAfter = '1' } = exact.groups
    return {
      volumesMl: eachMl.map(ml => ml * Number(times) * Number(timesAfter) * (count ?? 1)),
      span: exact,
    }
  }
  if (vessel === null || count === null) return { volumesMl: [], span: vessel }
  const sizes = listVesselMl(readVessel(vessel), readSize(vessel.groups.size), drink, measuresOf(context))
  return { volumesMl: sizes.map(ml => ml * count), span: vessel }
}

/** How many; a single vessel needs no number, several do ("cups of tea"). */
function countVessels({ groups }: Taken): number | null {
  const { count, double, vessel = '' } = groups
  const factor = double !== undefined || /^double/i.test(vessel) ? 2 : 1
  if (count !== undefined) return readNumber(count) * factor
  return /(?:[^s]s|sses)$/i.test(vessel) ? null : factor
}

/** What is only counted is taken to be of the usual size, to be confirmed. */
function assumeEach(
  counted: Taken,
  drink: Drink,
  line: Line,
  measures: Measures,
): { readonly volumeMl: number; readonly assumption: Assumption } | null {
  const count = readNumber(counted.groups.count ?? '')
  const usualMl = getCountedMl(drink, measures)
  if (usualMl === null || !Number.isInteger(count) || count < 1 || count > 99) return null
  const offeredMl = [...new Set([usualMl, ...listUsualMl(drink, measures)])].toSorted((a, b) => a - b)
  return {
    volumeMl: count * usualMl,
    assumption: {
      about: 'amount',
      text: `Each of ${usualMl} ml?`,
      chosen: `${usualMl} ml`,
      options: offeredMl.map(ml => ({
        label: `${ml} ml`,
        line: line.replace(counted, `${count} x ${ml} ml`),
      })),
    },
  }
}

function readExactMl({ groups }: Taken, { volumeUnit, region }: QuickAddContext): number[] {
  const { count = '', unit = '' } = groups
  if (/^m/i.test(unit)) return known(readNumber(count, { withThousands: true }))
  const value = readNumber(count)
  if (/^c/i.test(unit)) return known(value * 10)
  if (/^d/i.test(unit)) return known(value * 100)
  if (/^l/i.test(unit)) return known(value * 1000)
  const isUs = volumeUnit === 'fl-oz-us' || (volumeUnit === 'ml' && region === 'us')
  const isUk = volumeUnit === 'fl-oz-uk' || (volumeUnit === 'ml' && region === 'uk')
  if (isUs) return known(value * FLUID_OUNCE_ML.us)
  if (isUk) return known(value * FLUID_OUNCE_ML.uk)
  const either = [FLUID_OUNCE_ML.us, FLUID_OUNCE_ML.uk].flatMap(ounceMl => known(Math.round(value * ounceMl)))
  return [...new Set(either)]
}

const known = (value: number) => (Number.isNaN(value) ? [] : [value])

function askDrink(line: Line): Question {
  const offered = drinks.filter(drink => drink !== 'other')
  return {
    about: 'drink',
    text: 'What was it?',
    options: [
      ...offered.map(drink => ({ label: drinkWords[drink], line: line.append(lineWords[drink]) })),
      { label: drinkWords.other, line: line.append(lineWords.other) },
    ],
  }
}

/** What to type for each drink. */
const lineWords: Record<Drink, string> = {
  water: 'water',
  'sparkling-water': 'sparkling water',
  tea: 'tea',
  coffee: 'coffee',
  milk: 'milk',
  juice: 'juice',
  'soft-drink': 'soft drink',
  'diet-drink': 'diet drink',
  'sports-drink': 'sports drink',
  'oral-rehydration': 'rehydration drink',
  'coconut-water': 'coconut water',
  beer: 'beer',
  wine: 'wine',
  spirits: 'spirits',
  soup: 'soup',
  other: 'other drink',
}

function askAmount(
  { volumesMl, span }: Amount,
  drink: Drink | null,
  line: Line,
  measures: Measures,
): Question {
  const offered = volumesMl.length > 0 ? volumesMl : listUsualMl(drink, measures)
  const named = span === null ? '' : ` “${span.text.trim()}” can be several sizes.`
  return {
    about: 'amount',
    text: `How much was it?${named}`,
    options: offered.map(volumeMl => {
      const typed = `${Math.round(volumeMl)} ml`
      // An espresso is a vessel and a drink in one word.
      const words = /espresso/i.test(span?.text ?? '') ? `${typed} coffee` : typed
      return { label: typed, line: span === null ? line.append(words) : line.replace(span, words) }
    }),
  }
}
