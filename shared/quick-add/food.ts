/** Reader of foods and supplements: "2 bananas", "magnesium 300 mg", "1 serving of nuts 13:00". */

import type { FoodDraft } from '../kinds/food.ts'
import { kindsByName } from '../kinds/kinds.ts'
import { askClock } from './clock-questions.ts'
import { type Line, type Taken, words } from './line.ts'
import { listNumbersWithin, NUMBER, readNumber } from './numbers.ts'
import { askInPlace, askToType } from './questions.ts'
import type { Question, QuickAddContext } from './reading.ts'
import { defineReader, fillUnless, placeInstant, slot } from './slots.ts'

type Mineral = 'potassium' | 'magnesium' | 'calcium'

/** Minerals of each food, in the groups of the food form. */
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

/** "magnesium 300": probably milligrams, but asked about. */
const UNITLESS = words(
  String.raw`(?<mineral>${SUPPLEMENT})(?:\s+(?<number>\d{2,4})(?![.,:/]\d|\s*(?:g|mcg|µg|μg|iu|[ap]m)(?!\p{L})))?`,
)

/** Limits of a supplement, in mg. */
const SUPPLEMENT_LIMITS_MG = [0, 10_000] as const

type Amounts = Omit<FoodDraft, 'kind' | 'at' | 'offsetMinutes' | 'note'>

export const readFood = defineReader('food')({
  slots: {
    amounts: slot(({ line, context }) => {
      const amounts: Amounts = {
        potassiumServings: null,
        magnesiumServings: null,
        calciumServings: null,
        potassiumSupplementMg: null,
        magnesiumSupplementMg: null,
        calciumSupplementMg: null,
      }
      const questions = [...takeSupplements(line, amounts, context), ...takeFoods(line, amounts)]
      return fillUnless(questions, amounts)
    }),
  },
  timeOptions: () => ({ minutesTo: 'clock' }),
  when: (time, _known, asking) =>
    placeInstant(time, asking, () => askClock('At what time was it?', time, asking)),
  draft: ({ amounts }, { at, offsetMinutes }, { line }) => ({
    kind: 'food',
    at,
    offsetMinutes,
    note: line.note,
    ...kindsByName.food.unanswered,
    ...amounts,
  }),
})

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
  return bare === null ? questions : [...questions, askMilligrams(line, bare)]
}

function askMilligrams(line: Line, bare: Taken): Question {
  const { mineral = '', number } = bare.groups
  const text = `How many mg of ${mineral}?`
  return number === undefined
    ? askToType('amount', `${text} Write it in the line.`)
    : askInPlace(line, bare, 'amount', text, [[`${number} mg`, `${mineral} ${number} mg`]])
}

const askSupplement = (line: Line, found: Taken, mineral: Mineral, amounts: readonly number[]): Question =>
  askInPlace(
    line,
    found,
    `amount ${found.start}`,
    `“${found.text}”: how many mg of ${mineral}?`,
    amounts.map(amount => [`${amount} mg`, `${mineral} ${amount} mg`]),
  )

function readMineral(word: string | undefined): Mineral {
  const lower = word?.toLowerCase()
  return lower === 'potassium' || lower === 'magnesium' ? lower : 'calcium'
}

function takeFoods(line: Line, amounts: Amounts): Question[] {
  const questions: Question[] = []
  for (let found = line.take(FOOD_AMOUNT, 'amount'); found; found = line.take(FOOD_AMOUNT, 'amount')) {
    const { count, food = '' } = found.groups
    // "banana" is one serving; the number of servings of "nuts" is unknown.
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
  return askInPlace(
    line,
    found,
    `servings ${found.start}`,
    `How many servings of ${food}?`,
    [1, 2, 3].map(count => [String(count), `${count} servings of ${food}`]),
  )
}
