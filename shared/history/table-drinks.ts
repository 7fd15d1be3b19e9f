/** Drinks in a table: which drink a name is, and the volume of its numbers. */
import { kindsByName } from '../kinds/kinds.ts'
import { DRINK_LIMITS_ML } from '../kinds/volume.ts'
import { joinTexts } from './activity-entries.ts'
import { type Asking, idOfName } from './asking.ts'
import { guessDrink } from './guess-names.ts'
import type { HistoryContext } from './history.ts'
import { getMlPerUnit, isOunce, readMeasured, type VolumeUnit, volumeUnits } from './table-numbers.ts'
import {
  called,
  idOf,
  isNo,
  leftOut,
  listExamples,
  NO_NUMBER,
  NO_TIME,
  type Plan,
  type PlanContext,
  SKIP,
  type Thing,
  type ThingRow,
  unitOf,
} from './table-plan.ts'

/** Units of a column without one; `each` where a row is a glass or a session of one size. */
const volumeOptions = [
  { id: 'ml', label: 'Millilitres' },
  { id: 'cl', label: 'Centilitres' },
  { id: 'dl', label: 'Decilitres' },
  { id: 'l', label: 'Litres' },
  { id: 'oz-us', label: 'Fluid ounces (US)' },
  { id: 'oz-uk', label: 'Fluid ounces (UK)' },
  { id: 'each', label: 'Glasses, cups or bottles' },
] as const

export function askOunce(id: string, asking: Asking, timeZone: string): VolumeUnit | null {
  return asking.one({
    id,
    group: 'Drinks',
    text: 'Which fluid ounces are these?',
    options: [
      { id: 'oz-us', label: 'US fluid ounces (29.6 ml)' },
      { id: 'oz-uk', label: 'UK fluid ounces (28.4 ml)' },
    ],
    suggested: /^Europe\/(?:London|Dublin|Belfast)$/.test(timeZone) ? 'oz-uk' : 'oz-us',
  })
}

/** Drink of a name, or `skip`; null while it is open. */
export function askDrink(
  id: string,
  name: string,
  words: string,
  { asking, history }: Pick<PlanContext, 'asking' | 'history'>,
) {
  const { drinks } = history.lists
  return asking.one({
    id: `drink:${id}`,
    group: 'Drinks',
    text: `Which drink is ${words}?`,
    options: [
      ...drinks.ids.map(drink => ({ id: drink, label: drinks.get(drink).words })),
      { id: SKIP, label: 'Leave it out' } as const,
    ],
    suggested: guessDrink(name),
  })
}

export function planFluid(thing: Thing, context: PlanContext): Plan | null {
  const id = thing.name === '' ? 'row' : idOfName(thing.name)
  const drink = askDrink(id, thing.name, called(thing, 'it'), context)
  const volumeOf = planVolume(thing, context)
  if (drink === null || volumeOf === null) return null
  return row => {
    if (drink === SKIP) return leftOut('you chose to leave this drink out')
    if (isNo(row.value)) return { state: 'none' }
    if (row.time.state === 'date') return leftOut(NO_TIME)
    const volumeMl = volumeOf(row)
    if (volumeMl === null) return leftOut(NO_NUMBER)
    const reason = findVolumeReason(volumeMl)
    if (reason !== null) return leftOut(reason)
    // The name says more than "other" does.
    const named = drink === 'other' ? [thing.name] : []
    return {
      state: 'draft',
      draft: {
        ...kindsByName.fluid.unanswered,
        kind: 'fluid',
        ...row.time.moment,
        drink,
        volumeMl,
        note: joinTexts([...named, row.note]),
      },
    }
  }
}

const [LEAST_ML, MOST_ML] = DRINK_LIMITS_ML

export function findVolumeReason(volumeMl: number): string | null {
  if (volumeMl < LEAST_ML) return 'less than 1 ml'
  return volumeMl > MOST_ML ? 'more than 5 l' : null
}

function planVolume(thing: Thing, context: PlanContext): ((row: ThingRow) => number | null) | null {
  const { asking, decimalSign, history } = context
  const measure = (text: string) => readMeasured(text, decimalSign)
  const hasNumbers = thing.rows.some(({ value }) => measure(value) !== null)
  const unit = unitOf(thing, measure)
  const known = getMlPerUnit(unit)
  const chosen = known !== null || !hasNumbers ? null : askVolumeUnit(thing, unit, asking, history)
  if (known === null && hasNumbers && chosen === null) return null
  const ownFactor = known ?? (chosen === null || chosen === 'each' ? null : volumeUnits[chosen])
  const each =
    ownFactor === null
      ? asking.number({
          id: idOf('portion', thing),
          group: 'Drinks',
          text: `How much is one ${called(thing, 'drink')}?`,
          ...{ min: LEAST_ML, max: MOST_ML, unit: 'ml', suggested: null },
        })
      : ownFactor
  if (each === null) return null
  return ({ value }) => {
    const measured = measure(value)
    if (measured === null) return ownFactor === null && value.trim() === '' ? each : null
    const factor = measured.unit === '' ? each : (getMlPerUnit(measured.unit) ?? each)
    return measured.value * factor
  }
}

function askVolumeUnit(thing: Thing, unit: string, asking: Asking, { timeZone }: HistoryContext) {
  return isOunce(unit)
    ? askOunce(idOf('ounce', thing), asking, timeZone)
    : asking.one({
        id: idOf('unit', thing),
        group: 'Drinks',
        text: `What is the number of ${called(thing, 'each drink')} in?`,
        help: `For example ${listExamples(thing)}.`,
        options: volumeOptions,
        suggested: null,
      })
}
