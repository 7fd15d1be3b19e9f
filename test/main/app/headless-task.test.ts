import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { asksForReport, readHeadlessTask } from '../../../main/app/headless-task.ts'

const read = (...words: string[]) => readHeadlessTask(words, '2026-11-20', 'A4')

test('a start without --report is none', () => {
  expect(asksForReport(['electron', '.', '--demo'])).toBe(false)
  expect(asksForReport(['electron', '.', '--report', 'out.pdf'])).toBe(true)
  expect(asksForReport(['Unknot', '--report=out.pdf'])).toBe(true)
})

test('names file, days and paper, among words for others', () => {
  expect(
    read(
      'electron',
      '--no-sandbox',
      '--ozone-platform=headless',
      '--user-data-dir=/tmp/x',
      '.',
      '--demo',
      '--report',
      'out.pdf',
      '--from',
      '2026-08-01',
      '--to=2026-10-31',
    ),
  ).toMatchObject({
    path: resolve('out.pdf'),
    format: 'pdf',
    order: { fromDate: '2026-08-01', toDate: '2026-10-31', paper: 'A4', pages: [], reveal: [] },
  })
  expect(read('--report', 'a.CSV', '--paper', 'Letter', '--all-pages')).toMatchObject({
    format: 'csv',
    order: { paper: 'Letter', pages: ['charts', 'days', 'episodes', 'own-things', 'method'] },
  })
})

test('twelve weeks up to today, or up to the last day that is named', () => {
  expect(read('--report', 'a.json')).toMatchObject({
    order: { fromDate: '2026-08-29', toDate: '2026-11-20' },
  })
  expect(read('--report', 'a.json', '--to', '2026-01-31')).toMatchObject({
    order: { fromDate: '2025-11-09', toDate: '2026-01-31' },
  })
})

test.each([
  ['out.pdf', 'pdf'],
  ['out.csv', 'csv'],
  ['out.json', 'json'],
  ['out.fhir.json', 'fhir.json'],
])('%s is %s', (file, format) => {
  expect(read('--report', file)).toMatchObject({ format })
})

describe('what is wrong is a sentence', () => {
  test.each([
    [['--report'], /^Name a file after --report/],
    [
      ['--report', 'out.docx'],
      /^The name of the file must end in one of \.pdf, \.csv, \.json, \.fhir\.json\.$/,
    ],
    [['--report', 'a.pdf', '--from', 'August'], /^--from: Enter a date\.$/],
    [['--report', 'a.pdf', '--to', '31.10.2026'], /^--to: Enter a date\.$/],
    [
      ['--report', 'a.pdf', '--from', '2026-11-01', '--to', '2026-10-01'],
      /^--to: The last day must not be before the first\.$/,
    ],
    [['--report', 'a.pdf', '--paper', 'A3'], /^--paper \(A4 or Letter\): /],
    [
      ['--report', 'a.pdf', '--form', '2026-08-01'],
      /^--form is not a known option\. The options are --report, --from, --to, --paper, --all-pages\.$/,
    ],
    [['--report', 'a.pdf', '--allpages=yes'], /^--allpages is not a known option\./],
  ])('%j', (words, sentence) => {
    expect(read(...words)).toMatch(sentence)
  })
})
