import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { formatCsv, formatForPasting } from '../../../main/files/csv.ts'
import { tabulateReport } from '../../../shared/report/report-table.ts'
import { crampAt } from '../../shared/report/journal-facts.ts'
import { reportOf } from '../../shared/report/report-facts.ts'

const BOM = '\uFEFF'

test('commas, quotes and line breaks are quoted, lines end in CRLF, and the text says that it is UTF-8', () => {
  const text = formatCsv({
    columns: ['note', 'minutes'],
    rows: [
      ['calf, left', 3],
      ['he said "ouch"', null],
      ['two\nlines', -2.5],
      ['Größe Ångström 足', 0],
    ],
  })
  expect(text).toBe(
    `${BOM}note,minutes\r\n"calf, left",3\r\n"he said ""ouch""",\r\n"two\nlines",-2.5\r\nGröße Ångström 足,0\r\n`,
  )
})

test('a table without rows still has its header', () => {
  expect(formatCsv({ columns: ['a', 'b'], rows: [] })).toBe(`${BOM}a,b\r\n`)
})

describe('texts a spreadsheet would compute', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1+1',
    '＝1+1',
    '=HYPERLINK("http://example.org";"x")',
    // Papa Parse's own pattern ends in `.*$`, and so does not match a text of several lines.
    '=1+1\nand a second line',
    '-felt better\r\nlater worse',
  ])('%j gets an apostrophe', value => {
    const { data } = Papa.parse<string[]>(formatCsv({ columns: ['x'], rows: [[value]] }).slice(1))
    expect(data[1]).toEqual([`'${value}`])
  })

  test('numbers stay numbers, also below zero', () => {
    expect(formatCsv({ columns: ['x'], rows: [[-300]] })).toBe(`${BOM}x\r\n-300\r\n`)
  })

  test('other texts stay as they are', () => {
    const { data } = Papa.parse<string[]>(formatCsv({ columns: ['x'], rows: [['2 = two']] }).slice(1))
    expect(data[1]).toEqual(['2 = two'])
  })
})

test('whatever is written, the same cells are read back, and none starts a formula', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom('=', '+1\n2', '"', ',', ' x '),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, fc.integer()), { minLength: 1 }), rows => {
      const text = formatCsv({ columns: ['text', 'number'], rows })
      const { data, errors } = Papa.parse<[string, string]>(text.slice(1), {
        delimiter: ',',
        newline: '\r\n',
        skipEmptyLines: false,
      })
      expect(errors).toEqual([])
      expect(data).toHaveLength(rows.length + 2)
      rows.forEach(([written, number], index) => {
        const [read = '', readNumber] = data[index + 1] ?? []
        expect(readNumber).toBe(String(number))
        expect(read === written || read === `'${written}`).toBe(true)
        expect(read).not.toMatch(/^\s*[=+\-@]/)
      })
    }),
  )
})

test('every row of the journal has as many cells as there are columns', () => {
  const table = tabulateReport(
    reportOf({
      order: { fromDate: '2026-11-01', toDate: '2026-11-30', reveal: ['notes'] },
      entries: [crampAt('2026-11-05', '03:00', { note: '=cmd|calc\n, "quoted"' })],
    }),
  )
  const { data, errors } = Papa.parse<string[]>(formatCsv(table).slice(1).trimEnd())
  expect(errors).toEqual([])
  expect(data).toHaveLength(1 + 1 + 30)
  expect(new Set(data.map(row => row.length))).toEqual(new Set([table.columns.length]))
})

describe('a table for pasting', () => {
  test('is separated by tabs, with numbers as they are and nothing for what is unknown', () => {
    const text = formatForPasting({
      columns: ['calf, left', 'x'],
      rows: [
        ['"ouch"', -2.5],
        ['a', null],
      ],
    })
    expect(text).toBe('calf, left\tx\r\n"""ouch"""\t-2.5\r\na\t')
  })

  test.each(['a\t=1+1', 'a\r\n=1+1', '\t=1', '=1', ' =1', '＝1', "'=1"])(
    '%j fills one cell and is no formula',
    value => {
      const [, row = '', ...others] = formatForPasting({ columns: ['x', 'y'], rows: [[value, 7]] }).split(
        '\r\n',
      )
      expect(others).toEqual([])
      const [cell = '', ...next] = row.split('\t')
      expect(next).toEqual(['7'])
      expect(cell.replaceAll('"', '')).not.toMatch(/^\s*[=＝]/)
    },
  )
})
