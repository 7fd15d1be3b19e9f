/**
 * WaterMinder (`waterminder-logs.csv`): a row for each drink, the newest first, by the phone's clock and in its region.
 *
 * `Hydration Value` is the volume of the cup; `Water Value` is less for drinks that the program counts in part, and the day's total
 * is the sum of that. The journal keeps whole volumes.
 */
import type { DecimalSign } from '../csv/numbers.ts'
import { normaliseCell } from '../csv/text.ts'
import type { Drink } from '../kinds/drinks.ts'
import { kindsByName } from '../kinds/kinds.ts'
import { roundToHundredthMl } from '../kinds/volume.ts'
import { joinTexts } from './activity-entries.ts'
import { createAsking, idOfName, quote } from './asking.ts'
import { collect } from './collector.ts'
import { createDigestKeys } from './digest-key.ts'
import type { Answers, HistoryContext, Interpretation } from './history.ts'
import { cellOf, type Table, type TableColumn, type TableScan } from './table.ts'
import { askDrink, askOunce, findVolumeReason } from './table-drinks.ts'
import {
  askDecimalSign,
  findDecimalSign,
  getMlPerUnit,
  isOunce,
  readMeasured,
  unitInName,
  volumeUnits,
} from './table-numbers.ts'
import { SKIP } from './table-plan.ts'
import { readRowTime, settleDateOrder } from './table-times.ts'
import { askZone, readZoneAnswer } from './zones.ts'

interface Columns {
  readonly drink: TableColumn
  readonly cup: TableColumn | null
  readonly volume: TableColumn
  readonly counted: TableColumn | null
  readonly date: TableColumn
  readonly clock: TableColumn
  readonly total: TableColumn | null
  readonly goal: TableColumn | null
}

/** True for the header of WaterMinder, in any unit. */
export const isWaterMinder = (header: readonly string[]): boolean =>
  ['Drink Type', 'Hydration Value', 'Date', 'Time'].every(name =>
    header.some(column => withoutUnit(column) === name),
  )

const withoutUnit = (column: string) => column.replace(/\s*\([^()]*\)\s*$/, '').trim()

function findColumns({ columns }: Table): Columns | null {
  const find = (name: string) => columns.find(column => withoutUnit(column.name) === name) ?? null
  const [drink, volume, date, clock] = ['Drink Type', 'Hydration Value', 'Date', 'Time'].map(find)
  if (!drink || !volume || !date || !clock) return null
  return {
    ...{ drink, volume, date, clock },
    cup: find('Cup Name'),
    counted: find('Water Value'),
    total: find('Day Total'),
    goal: find('Daily Goal Amount'),
  }
}

/** Drinks by the program's own names: English, and the Russian ones of its translation that were seen. */
const drinkNames: ReadonlyMap<string, Drink> = new Map<string, Drink>([
  ['Beer', 'beer'],
  ['Carbonated Water', 'sparkling-water'],
  ['Coconut Water', 'coconut-water'],
  ['Coffee', 'coffee'],
  ['Energy Drink', 'soft-drink'],
  ['Hot Chocolate', 'other'],
  ['Juice', 'juice'],
  ['Liquor', 'spirits'],
  ['Milk', 'milk'],
  ['Protein Shake', 'other'],
  ['Smoothie', 'other'],
  ['Soda', 'soft-drink'],
  ['Sports Drink', 'sports-drink'],
  ['Tea', 'tea'],
  ['Water', 'water'],
  ['Wine', 'wine'],
  ['Вода', 'water'],
  ['Кофе', 'coffee'],
])
/** Drinks whose name says more than the journal's list does. */
const named: ReadonlySet<string> = new Set(['Energy Drink', 'Hot Chocolate', 'Protein Shake', 'Smoothie'])

export function interpretWaterMinder(
  scan: TableScan,
  answers: Answers,
  context: HistoryContext,
): Interpretation {
  const collector = collect(answers, context)
  const asking = createAsking(collector, 'waterminder')
  const keyOf = createDigestKeys()
  for (const table of scan.tables) {
    const columns = findColumns(table)
    if (columns === null) continue
    for (const { line, reason } of table.badLines) collector.leaveOut(reason, `Line ${line}`, '')
    collector.ask(askZone(context))
    const zone = readZoneAnswer(answers)
    const order = settleDateOrder(
      columns.date.name,
      table.rows.map(row => cellOf(row, columns.date)),
      context.now,
      asking,
    )
    const sign = settleSign(table, columns, asking)
    const unit = unitInName(columns.volume.name) || 'ml'
    const ounce =
      isOunce(unit) && getMlPerUnit(unit) === null ? askOunce('ounce', asking, context.timeZone) : null
    const mlPerUnit = getMlPerUnit(unit) ?? (ounce && volumeUnits[ounce])
    const drinkOf = new Map<string, Drink | typeof SKIP | null>()
    for (const row of table.rows) {
      const name = normaliseCell(cellOf(row, columns.drink))
      if (drinkOf.has(name)) continue
      const known = drinkNames.get(name)
      drinkOf.set(name, known ?? askDrink(idOfName(name), name, quote(name), { asking, history: context }))
    }
    if (zone === null || order === null || sign === null || mlPerUnit === null) continue
    let previous = ''
    for (const row of table.rows) {
      const name = normaliseCell(cellOf(row, columns.drink))
      const written = cellOf(row, columns.volume)
      const when = `${cellOf(row, columns.date)} ${cellOf(row, columns.clock)}`.trim().slice(0, 100)
      const leaveOut = (reason: string) =>
        collector.leaveOut(reason, `${name}, ${written}`.slice(0, 200), when)
      const time = readRowTime(cellOf(row, columns.date), cellOf(row, columns.clock), {
        ...{ order, zone, isByInstant: true, isDateOnly: false },
      })
      const drink = drinkOf.get(name) ?? null
      const measured = readMeasured(written, sign)
      const volumeMl = measured === null ? null : roundToHundredthMl(measured.value * mlPerUnit)
      const reason = volumeMl === null ? 'no amount that Unknot can read' : findVolumeReason(volumeMl)
      if (time.state === 'problem') leaveOut(time.reason)
      else if (time.state === 'date') leaveOut('only the date is given')
      else if (reason !== null) leaveOut(reason)
      else if (drink === null) leaveOut('you have not said what drink this is')
      else if (drink === SKIP) leaveOut('you chose to leave this drink out')
      else {
        if (time.wall === previous)
          collector.note(
            'Several drinks have the same minute: WaterMinder keeps the time of logging, not of drinking.',
          )
        previous = time.wall
        collector.add({
          key: keyOf([time.wall, name, normaliseCell(cellOf(row, columns.cup)), measured?.value ?? null]),
          loggedAt: time.moment.at,
          draft: {
            ...kindsByName.fluid.unanswered,
            kind: 'fluid',
            ...time.moment,
            drink,
            volumeMl: volumeMl ?? 0,
            note: joinTexts(named.has(name) ? [name] : []),
          },
        })
      }
    }
  }
  return collector.finish()
}

/**
 * Decimal sign of the numbers: `2.250` is 2250 where a comma is the decimal sign. Without a cell that shows it, the sign under
 * which the totals of the days add up; else the person is asked.
 */
function settleSign(
  table: Table,
  columns: Columns,
  asking: ReturnType<typeof createAsking>,
): DecimalSign | null {
  const { volume, counted, total, goal } = columns
  const cells = [volume, counted, total, goal].flatMap(column =>
    column === null ? [] : table.rows.map(row => cellOf(row, column)),
  )
  const { sign } = findDecimalSign(cells)
  const { unclear } = findDecimalSign(table.rows.map(row => cellOf(row, volume)))
  if (sign !== null) return sign
  if (unclear === null) return 'point'
  const sums = { point: countSums(table, columns, 'point'), comma: countSums(table, columns, 'comma') }
  if (sums.point !== sums.comma) return sums.point > sums.comma ? 'point' : 'comma'
  return askDecimalSign(volume.name, unclear, null, asking)
}

/** Totals are rounded to whole units. */
const ROUNDING = 1.01

/** Neighbouring rows of a date whose totals differ by the water of the later one. */
function countSums({ rows }: Table, { date, counted, total }: Columns, sign: DecimalSign): number {
  if (counted === null || total === null) return 0
  const read = (index: number, column: TableColumn) => {
    const row = rows[index]
    return (row && readMeasured(cellOf(row, column), sign)?.value) ?? Number.NaN
  }
  return rows.filter((row, index) => {
    const next = rows[index + 1]
    if (next === undefined || cellOf(row, date) !== cellOf(next, date)) return false
    const difference = read(index, total) - read(index + 1, total)
    const water = read(difference > 0 ? index : index + 1, counted)
    return difference !== 0 && Math.abs(Math.abs(difference) - water) < Math.min(ROUNDING, water / 2)
  }).length
}
