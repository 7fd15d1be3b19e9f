import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTable } from '../../../../main/services/history/read-table.ts'
import { interpretTable } from '../../../../shared/history/table-mapping.ts'
import { roundToHundredthMl } from '../../../../shared/kinds/volume.ts'
import { type CalendarDate, dateOfDayNumber, dayNumber } from '../../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { propertyRuns } from '../../../host/matrix.ts'
import { answerHistory } from '../../../support/answer-history.ts'
import { historyContext } from '../../../support/read-history.ts'

/** Spelling of a region. Dates with D, M and Y; their number is the least number of digits. */
interface Region {
  readonly delimiter: ',' | ';' | '\t'
  readonly date: string
  readonly decimal: '.' | ','
  readonly group: string
  readonly has12Hours?: true
}

const regions: Readonly<Record<string, Region>> = {
  'en-US': { delimiter: ',', date: 'M/D/YYYY', decimal: '.', group: ',', has12Hours: true },
  'en-GB': { delimiter: ',', date: 'DD/MM/YYYY', decimal: '.', group: ',' },
  'en-IN': { delimiter: '\t', date: 'DD-MM-YY', decimal: '.', group: '', has12Hours: true },
  'de-DE': { delimiter: ';', date: 'DD.MM.YYYY', decimal: ',', group: '.' },
  'fr-FR': { delimiter: ';', date: 'DD/MM/YYYY', decimal: ',', group: '\u202f' },
  'sv-SE': { delimiter: ';', date: 'YYYY-MM-DD', decimal: ',', group: '\u00a0' },
  'tr-TR': { delimiter: ',', date: 'D.MM.YY', decimal: ',', group: '.' },
  'ja-JP': { delimiter: ',', date: 'YYYY/M/D', decimal: '.', group: ',' },
  'nl-NL': { delimiter: ';', date: 'D-M-YYYY', decimal: ',', group: '.' },
}
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Apia',
]

function writeDate(date: CalendarDate, form: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return form
    .replace('YYYY', year)
    .replace('YY', year.slice(2))
    .replace('MM', month)
    .replace('DD', day)
    .replace(/M(?!\d)/, String(Number(month)))
    .replace(/D/, String(Number(day)))
}

function writeClock(clock: string, { has12Hours }: Region): string {
  if (has12Hours === undefined) return clock
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')}\u202f${hour < 12 ? 'AM' : 'PM'}`
}

function writeNumber(value: number, { decimal, group }: Region): string {
  const [whole = '', fraction] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group)
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`
}

const quoteCell = (text: string) => `"${text.replaceAll('"', '""')}"`

const drink = fc.record({
  date: fc.integer({ min: dayNumber('2012-01-01'), max: dayNumber('2026-11-18') }).map(dateOfDayNumber),
  clock: fc
    .integer({ min: 0, max: 1439 })
    .map(minutes =>
      [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':'),
    ),
  volumeMl: fc.integer({ min: 100, max: 500_000 }).map(hundredths => roundToHundredthMl(hundredths / 100)),
  note: fc.constantFrom('', 'with "lemon"', 'two\nlines; one, cell', 'ä\tb'),
})

test('a table in the spelling of any region comes back with its values, in any zone', () => {
  fc.assert(
    fc.property(
      fc.array(drink, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(...Object.values(regions)),
      fc.constantFrom(...zones),
      fc.constantFrom('utf-8', 'utf-8 with mark', 'utf16le'),
      fc.boolean(),
      (drinks, region, zone, encoding, isCrlf) => {
        const lines = drinks.map(({ date, clock, volumeMl, note }) =>
          [writeDate(date, region.date), writeClock(clock, region), writeNumber(volumeMl, region), note]
            .map(quoteCell)
            .join(region.delimiter),
        )
        const text = [['Date', 'Time', 'Amount', 'Note'].join(region.delimiter), ...lines, ''].join(
          isCrlf ? '\r\n' : '\n',
        )
        const mark = encoding === 'utf-8' ? '' : '\uFEFF'
        const table = parseTable(
          'list.csv',
          Buffer.from(mark + text, encoding === 'utf16le' ? encoding : 'utf8'),
        )
        const isMonthFirst = region.date.startsWith('M')
        const { entries, leftOut, questions, answers } = answerHistory(
          given => interpretTable({ tables: [table] }, given, historyContext),
          {
            ...{ zone, source: 'A list', rows: 'fluid', 'drink:row': 'tea', unit: 'ml', notes: ['Note'] },
            ...{ 'column:clock': 'Time', 'column:value': 'Amount', 'column:date': 'Date' },
            'date-order:Date': isMonthFirst ? 'month-first' : 'day-first',
            'decimal-sign:Amount': region.decimal === '.' ? 'point' : 'comma',
          },
        )
        expect(
          questions.filter(({ id, isNeeded }) => isNeeded && !(id in answers)).map(({ id }) => id),
        ).toEqual([])
        expect(leftOut).toEqual([])
        expect(
          entries.map(({ draft }) => [
            { at: draft.at, offsetMinutes: draft.offsetMinutes },
            draft.kind === 'fluid' && draft.volumeMl,
            draft.note,
          ]),
        ).toEqual(
          drinks.map(({ date, clock, volumeMl, note }) => [momentAt(date, clock, zone), volumeMl, note]),
        )
      },
    ),
    { numRuns: propertyRuns(80, 2000) },
  )
})

test('an export that holds more rows has the same keys for those it held before', () => {
  const table = (rows: readonly string[]) =>
    parseTable('a.csv', Buffer.from(['full_date,time,mood,activities', ...rows].join('\n')))
  const keysOf = (rows: readonly string[]) =>
    answerHistory(given => interpretTable({ tables: [table(rows)] }, given, historyContext), {
      ...{ zone: 'Europe/Paris', 'portion:tea': '200', 'portion:coffee': '100' },
    }).entries.map(({ key }) => key)
  fc.assert(
    fc.property(
      fc.array(
        fc
          .record({
            date: fc.constantFrom('2025-03-01', '2025-03-02'),
            names: fc.constantFrom('tea', 'coffee', 'tea | coffee'),
          })
          .map(({ date, names }) => `${date},8:00 am,good,${names}`),
        { maxLength: 8 },
      ),
      fc.nat(8),
      (rows, taken) => {
        const all = keysOf(rows)
        expect(new Set(all).size).toBe(all.length)
        // The newest come first in the file, and older rows are not renumbered by them.
        expect(keysOf(rows.slice(taken)).filter(key => !all.includes(key))).toEqual([])
      },
    ),
    { numRuns: propertyRuns(25, 500) },
  )
})
