import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listUnprintable, writeUnprintableSentence } from '../../../shared/report/printable.ts'
import { SNAPSHOT, writeCoverage } from './font-coverage.ts'
import { crampAt } from './journal-facts.ts'
import { medicineAt, reportOf } from './report-facts.ts'

test('the table of characters is what the fonts hold', () => {
  expect(
    readFileSync(SNAPSHOT, 'utf8') === writeCoverage(),
    'after a change of fonts run: npx node test/shared/report/write-printable-ranges.ts',
  ).toBe(true)
})

test.each([
  'Zoë Ångström-Łukasiewicz',
  'Nguyễn Thị Ánh',
  'Жанна Ђорђевић',
  'Ελένη Παπαδοπούλου',
  'آدا محمد',
  'עדה לוי',
  'अदा शर्मा',
  'আদা রহমান',
  'ஆதா குமார்',
  'ఆదా రావు',
  'ಆದಾ ರಾವ್',
  'ആദാ നായർ',
  'ਅਦਾ ਸਿੰਘ',
  'અદા પટેલ',
  'ଅଦା ଦାସ',
  'අදා පෙරේරා',
  'อาดา สุขใจ',
  'ອາດາ ສຸກໃຈ',
  'អាដា សុខ',
  'အာဒါ မောင်',
  'ადა ბერიძე',
  'Ադա Պետրոսյան',
  'አዳ ተስፋዬ',
  'އަދާ މޫސާ',
  '王小明',
  '陳靜儀',
  '山田 花子',
  '髙橋 﨑子',
  '김민준',
])('%s can be printed', name => {
  expect(listUnprintable(name)).toEqual([])
})

test('what cannot is told whole, and once', () => {
  expect(listUnprintable('Ada 🦄 and 👩🏽‍⚕️, 🦄')).toEqual(['🦄', '👩🏽‍⚕️'])
  expect(listUnprintable('\t\n\u200d\u2068\ufe0f')).toEqual([])
})

test('a report says what it cannot print of the name, or of what was written', () => {
  const profile = (name: string) => ({ ...reportOf(), name })
  expect(writeUnprintableSentence(profile('Ada'))).toBeNull()
  expect(writeUnprintableSentence(profile('Ada 🦄'))).toBe(
    'Some characters of the name cannot be printed with the program’s fonts: “🦄”. On paper they may appear as boxes, or be missing.',
  )
  const written = reportOf({ medication: [medicineAt('2026-11-05', { name: 'Mg 𓀀' })] })
  expect(writeUnprintableSentence(written)).toMatch(/^Some characters of what you wrote .+: “𓀀”\./)
  const unseen = reportOf({ entries: [crampAt('2026-11-05', '03:00', { note: '🦄' })] })
  expect(writeUnprintableSentence(unseen)).toBeNull()
})
