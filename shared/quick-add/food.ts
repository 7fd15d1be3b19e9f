/** "2 bananas", "magnesium 300 mg", "1 serving of nuts 13:00". */
import type { FoodDraft } from '../kinds/food.ts'
import { askClock } from './clock-questions.ts'
import { type Line, type Taken, words } from './line.ts'
import { findInstant } from './moments.ts'
import { listNumbersWithin, NUMBER, readNumber } from './numbers.ts'
import type { Built, Question, QuickAddContext } from './reading.ts'
import { takeTime } from './spoken-time.ts'

type Mineral = 'potassium' | 'magnesium' | 'calcium'

/** What each food is rich in, as the food form groups them. */
const foods: readonly (readonly [readonly Mineral[], string])[] = [
  [['potassium', 'magnesium'], String.raw`leafy\s+greens|spinach|kale|chard`],
  [['potassium'], 'bananas?|avocados?|potato(?:es)?|beans'],
  [['magnesium'], String.raw`nuts|almonds|seeds|whole\s?grains?`],
  [['calcium'], 'dairy|yogh?urts?|cheese|sesame|sardines|kelp'],
]

const FOOD = foods.map(([, names]) => names).join('|')
const SUPPLEMENT = 'potassium|magnesium|calcium'

export const FOOD_WORD = words(`${FOOD}|${SUPPLEMENT}`)

const FOOD_AMOUNT = words(
  String.raw`(?:(?<count>${NUMBER})\s+)?(?:(?:servings?|portions?|handfuls?)\s+(?:of\s+)?)?(?<food>${FOOD})`,
)
const SUPPLEMENT_AMOUNT = words(
  String.raw`(?<before>${NUMBER})\s*mg\s+(?:of\s+)?(?<named>${SUPPLEMENT})|(?<name>${SUPPLEMENT})(?:\s+(?:tablets?|supplement))?\s*:?\s*(?<after>${NUMBER})\s*mg`,
)

/** "magnesium 300": most likely milligrams, and still to be asked. */
const UNITLESS = words(
  String.raw`(?<mineral>${SUPPLEMENT})(?:\s+(?<number>\d{2,4})(?![.,:/]\d|\s*(?:g|mcg|µg|μg|iu|[ap]m)(?!\p{L})))?`,
)

/** Most that any supplement of the journal can hold. */
const SUPPLEMENT_LIMITS_MG = [0, 10_000] as const

type Amounts = Omit<FoodDraft, 'kind' | 'at' | 'offsetMinutes' | 'note'>

export function readFood(line: Line, context: QuickAddContext): Built {
  const amounts: Amounts = {
    potassiumServings: null,
    magnesiumServings: null,
    calciumServings: null,
    potassiumSupplementMg: null,
    magnesiumSupplementMg: null,
    calciumSupplementMg: null,
  }
  const questions = [...takeSupplements(line, amounts, context), ...takeFoods(line, amounts)]
  const time = takeTime(line, context, { minutesTo: 'clock' })
  const found = findInstant(time, { line, context })
  if (found.kind === 'asks') questions.push(found.question)
  if (found.kind === 'date' || found.kind === 'night')
    questions.push(askClock('At what time was it?', time, { line, context }))
  if (questions.length > 0) return { draft: null, questions }
  const { at, offsetMinutes } = found.kind === 'moment' ? found.moment : context.now
  return { draft: { kind: 'food', at, offsetMinutes, note: line.note, ...amounts }, questions }
}

function takeSupplements(line: Line, amounts: Amounts, context: QuickAddContext): Question[] {
  const questions: Question[] = []
  for (
    let found = line.take(SUPPLEMENT_AMOUNT, 'amount');
    found;
    found = line.take(SUPPLEMENT_AMOUNT, 'amount')
  ) {
    const { before, after, named, name } = found.groups
    const mineral = readMineral(named ?? name)
    const key = `${mineral}SupplementMg` as const
    const text = before ?? after ?? ''
    const [amount = 0, other] = listNumbersWithin(
      { text, limits: SUPPLEMENT_LIMITS_MG, isOfThousands: true },
      context,
    )
    if (other !== undefined) questions.push(askSupplement(line, found, mineral, [amount, other]))
    else amounts[key] = (amounts[key] ?? 0) + amount
  }
  const bare = line.take(UNITLESS, 'kind')
  if (bare === null) return questions
  const { mineral = '', number } = bare.groups
  if (number !== undefined)
    return [
      ...questions,
      {
        about: 'amount',
        text: `How many mg of ${mineral}?`,
        options: [{ label: `${number} mg`, line: line.replace(bare, `${mineral} ${number} mg`) }],
      },
    ]
  return [
    ...questions,
    { about: 'amount', text: `How many mg of ${mineral}? Write it in the line.`, options: [] },
  ]
}

function askSupplement(line: Line, found: Taken, mineral: Mineral, amounts: readonly number[]): Question {
  return {
    about: `amount ${found.start}`,
    text: `“${found.text}”: how many mg of ${mineral}?`,
    options: amounts.map(amount => ({
      label: `${amount} mg`,
      line: line.replace(found, `${mineral} ${amount} mg`),
    })),
  }
}

function readMineral(word: string | undefined): Mineral {
  const lower = word?.toLowerCase()
  return lower === 'potassium' || lower === 'magnesium' ? lower : 'calcium'
}

function takeFoods(line: Line, amounts: Amounts): Question[] {
  const questions: Question[] = []
  for (let found = line.take(FOOD_AMOUNT, 'amount'); found; found = line.take(FOOD_AMOUNT, 'amount')) {
    const { count, food = '' } = found.groups
    // "banana" is one; of "nuts" nobody knows how many servings.
    const isPlural = /s$|es$|cheese|dairy|spinach|kale|chard|sesame|kelp/i.test(food)
    const servings = count === undefined ? (isPlural ? null : 1) : readNumber(count)
    if (servings === null) questions.push(askServings(line, found))
    else for (const mineral of mineralsOf(food)) addServings(amounts, mineral, servings)
  }
  return questions
}

function mineralsOf(food: string): readonly Mineral[] {
  return foods.find(([, names]) => new RegExp(`^(?:${names})$`, 'iu').test(food))?.[0] ?? []
}

function addServings(amounts: Amounts, mineral: Mineral, servings: number) {
  const key = `${mineral}Servings` as const
  amounts[key] = (amounts[key] ?? 0) + servings
}

function askServings(line: Line, found: Taken): Question {
  const { food = '' } = found.groups
  return {
    about: `servings ${found.start}`,
    text: `How many servings of ${food}?`,
    options: [1, 2, 3].map(count => ({
      label: String(count),
      line: line.replace(found, `${count} servings of ${food}`),
    })),
  }
}
