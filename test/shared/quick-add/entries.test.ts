/** Complete lines, each with its entry. Now is Friday, 20 November 2026, 14:00. */
import { describe, expect, test } from 'vitest'
import type { EntryDraft } from '../../../shared/kinds/entry.ts'
import { readQuickAdd } from '../../../shared/quick-add/quick-add.ts'
import { contextAt } from './contexts.ts'
import {
  activity,
  cramp,
  day,
  dose,
  fluid,
  food,
  footwear,
  medication,
  night,
  stretch,
} from './expected-drafts.ts'

const NOW = '2026-11-20 14:00'
const leftCalf = { muscle: 'calf', side: 'left' } as const

const entries: readonly (readonly [line: string, draft: EntryDraft])[] = [
  ['500 ml water 14:00', fluid(NOW, 'water', 500)],
  ['500ml water', fluid(NOW, 'water', 500)],
  ['2 cups coffee', fluid(NOW, 'coffee', 400)],
  ['pint of beer last night 9pm', fluid('2026-11-19 21:00', 'beer', 568)],
  ['half a pint of ale', fluid(NOW, 'beer', 284)],
  ['2 x 330 ml beer 5%', fluid(NOW, 'beer', 660, { alcoholPercent: 5 })],
  ['3 cans of 500 ml beer', fluid(NOW, 'beer', 1500)],
  ['alcohol-free beer 0.5 l', fluid(NOW, 'beer', 500, { alcoholPercent: 0 })],
  ['small glass of wine 20:00', fluid('2026-11-19 20:00', 'wine', 125)],
  ['33 cl cola 80 mg caffeine', fluid(NOW, 'soft-drink', 330, { caffeineMg: 80 })],
  ['coke zero can', fluid(NOW, 'diet-drink', 330)],
  ['1,5 l sparkling water at noon', fluid('2026-11-20 12:00', 'sparkling-water', 1500)],
  ['1.000 ml water', fluid(NOW, 'water', 1000)],
  ['12 oz juice', fluid(NOW, 'juice', 340.96)],
  ['mug of tea 7am', fluid('2026-11-20 07:00', 'tea', 300)],
  ['espresso', fluid(NOW, 'coffee', 30)],
  ['double espresso 8am', fluid('2026-11-20 08:00', 'coffee', 60)],
  ['single whisky yesterday 22:00', fluid('2026-11-19 22:00', 'spirits', 25)],
  ['ors sachet', fluid(NOW, 'oral-rehydration', 200)],
  ['had a bowl of soup 30 min ago', fluid('2026-11-20 13:30', 'soup', 250)],
  ['2026-11-18 08:15 water 500 ml', fluid('2026-11-18 08:15', 'water', 500)],
  ['500 ml water Nov 18 15:00', fluid('2026-11-18 15:00', 'water', 500)],
  ['500 ml water 18/11/2026 15:00', fluid('2026-11-18 15:00', 'water', 500)],
  ['500 ml water 20 december 15:00', fluid('2025-12-20 15:00', 'water', 500)],
  ['500 ml water on friday 15:00', fluid('2026-11-13 15:00', 'water', 500)],
  ['500 ml water // 14:00 with ice', fluid(NOW, 'water', 500, { note: '14:00 with ice' })],
  [
    'cramp left calf 3am 7/10 4 min',
    cramp('2026-11-20 03:00', [leftCalf], { intensity: 7, durationSeconds: 240 }),
  ],
  [
    'cramp both arches last night',
    cramp('2026-11-20 03:00', [{ muscle: 'arch', side: 'both' }], { onsetPrecision: 'night' }),
  ],
  ['cramp left calf monday night', cramp('2026-11-17 03:00', [leftCalf], { onsetPrecision: 'night' })],
  ['cramp left calf around 3am', cramp('2026-11-20 03:00', [leftCalf], { onsetPrecision: 'about' })],
  ['cramp left calf last night at 3', cramp('2026-11-20 03:00', [leftCalf])],
  ['cramp left calf at 3 in the morning', cramp('2026-11-20 03:00', [leftCalf])],
  ['cramp left calf 15:30', cramp('2026-11-19 15:30', [leftCalf])],
  ['cramp l calf 2 days ago 3am', cramp('2026-11-18 03:00', [leftCalf])],
  ['cramp left calf now', cramp(NOW, [leftCalf])],
  [
    'cramp left calf just now 4 min',
    cramp('2026-11-20 13:56', [leftCalf], { onsetPrecision: 'about', durationSeconds: 240 }),
  ],
  ['cramp left calf 13:50 until now', cramp('2026-11-20 13:50', [leftCalf], { durationSeconds: 600 })],
  ['cramp left calf 2:50am to 3:05am', cramp('2026-11-20 02:50', [leftCalf], { durationSeconds: 900 })],
  ['cramp in my left and right calf 3am', cramp('2026-11-20 03:00', [{ muscle: 'calf', side: 'both' }])],
  ['cramp left calf, right calf 3am', cramp('2026-11-20 03:00', [{ muscle: 'calf', side: 'both' }])],
  ['cramp calf 3am left', cramp('2026-11-20 03:00', [leftCalf])],
  [
    'knot in the left arch 20 min ago while sitting',
    cramp('2026-11-20 13:40', [{ muscle: 'arch', side: 'left' }], {
      onsetPrecision: 'about',
      stateAtOnset: 'sitting',
    }),
  ],
  [
    'charley horse right hamstring 4am asleep, woke me up, sore 5 h',
    cramp('2026-11-20 04:00', [{ muscle: 'hamstring', side: 'right' }], {
      stateAtOnset: 'asleep',
      wokeMe: true,
      sorenessHours: 5,
    }),
  ],
  ['sandals 9 to 17', footwear('2026-11-19 09:00', '2026-11-19 17:00', 1)],
  ['9:00-12:00 sandals', footwear('2026-11-20 09:00', '2026-11-20 12:00', 1)],
  ['pegasus 41 yesterday 22:00 to 1:30', footwear('2026-11-19 22:00', '2026-11-20 01:30', 2)],
  ['put on hiking boots', footwear(NOW, null, 3)],
  ['chelsea since 9:15', footwear('2026-11-20 09:15', null, 4)],
  ['put on sandals 9:00, took off 12:00', footwear('2026-11-20 09:00', '2026-11-20 12:00', 1)],
  ['old clogs 8:00 to 8:30', footwear('2026-11-20 08:00', '2026-11-20 08:30', 5)],
  ['#4 9:00 to 10:00', footwear('2026-11-20 09:00', '2026-11-20 10:00', 4)],
  ['ran 40 min', activity('2026-11-20 13:20', 'run', 40)],
  ['ran 40 min 8/10', activity('2026-11-20 13:20', 'run', 40, { exertion: 8 })],
  ['ran 10 km 9:00 to 9:55', activity('2026-11-20 09:00', 'run', 55, { distanceKm: 10 })],
  [
    'hiked 5 miles 3 h yesterday 10:00, 300 m up, harder than usual',
    activity('2026-11-19 10:00', 'walk', 180, { distanceKm: 8.05, climbM: 300, newOrHarder: true }),
  ],
  ['cycled 1h30 on tuesday at 9am', activity('2026-11-17 09:00', 'cycle', 90)],
  ['swam half an hour in cold water', activity('2026-11-20 13:30', 'swim', 30, { cold: true })],
  [
    'gym 1 h 18:00 heavy sweat warm-up 10 min',
    activity('2026-11-19 18:00', 'strength', 60, { sweat: 'heavy', warmUpMinutes: 10 }),
  ],
  ['stood 5 h today', activity('2026-11-20 12:00', 'standing', 300, { wholeDay: true })],
  [
    'sat 8 h yesterday longest 3 h',
    activity('2026-11-19 12:00', 'sitting-or-travel', 480, { wholeDay: true, longestBoutMinutes: 180 }),
  ],
  ['stood 2 h until now', activity('2026-11-20 12:00', 'standing', 120)],
  ['stretched calves and hamstrings 5 min 21:30', stretch('2026-11-19 21:30', ['calf', 'hamstring'], 5)],
  ['stretched calves 3 min before bed last night 22:00', stretch('2026-11-19 22:00', ['calf'], 3, true)],
  ['stretched arches 120 s', stretch('2026-11-20 13:58', ['arch'], 2)],
  ['slept 23:30 to 7', night('2026-11-19 23:30', '2026-11-20 07:00')],
  ['slept last night 11 to 7', night('2026-11-19 23:00', '2026-11-20 07:00')],
  ['went to bed 23:00, woke 7:00', night('2026-11-19 23:00', '2026-11-20 07:00')],
  ['went to bed 11pm', night('2026-11-19 23:00', null)],
  [
    'slept 23:30 to 7 cold legs loose blanket',
    night('2026-11-19 23:30', '2026-11-20 07:00', { coldLegs: true, bedding: 'loose' }),
  ],
  ['started atorvastatin 20 mg', medication(NOW, 'start', 'atorvastatin', 'statin', '20 mg')],
  [
    'raised ramipril to 5 mg in the evening',
    medication(NOW, 'dose-up', 'ramipril', 'ace-inhibitor', '5 mg in the evening'),
  ],
  [
    'stopped indapamide yesterday',
    medication('2026-11-19 12:00', 'stop', 'indapamide', 'diuretic-thiazide-like', ''),
  ],
  ['ibuprofen 400 mg 13:10', dose('2026-11-20 13:10', 'ibuprofen', '400 mg')],
  ['took 2 paracetamol at 3am', dose('2026-11-20 03:00', 'paracetamol', '2')],
  ['2 x 200 mg Nurofen', dose(NOW, 'Nurofen', '2 x 200 mg')],
  ['dose: magnesium 300 mg', dose(NOW, 'magnesium', '300 mg')],
  ['dose Wonderol 5 mg', dose(NOW, 'Wonderol', '5 mg')],
  ['I already take Lipitor 20 mg', medication(NOW, 'taking', 'Lipitor', 'statin', '20 mg')],
  ['started Wonderol 20 mg', medication(NOW, 'start', 'Wonderol', 'other', '20 mg')],
  ['started Wonderol 20 mg (other)', medication(NOW, 'start', 'Wonderol', 'other', '20 mg')],
  ['magnesium 300 mg', food(NOW, { magnesiumSupplementMg: 300 })],
  ['2 bananas 13:00', food('2026-11-20 13:00', { potassiumServings: 2 })],
  ['1 serving of spinach', food(NOW, { potassiumServings: 1, magnesiumServings: 1 })],
  ['hot day yesterday', day('2026-11-19', { heat: 'hot' })],
  ['fever and vomiting today', day('2026-11-20', { illnessWithFluidLoss: true })],
  ['foot exercises 10 min', day('2026-11-20', { footExerciseMinutes: 10 })],
  ['max 86 f yesterday', day('2026-11-19', { maxTemperatureC: 30 })],
]

describe('a line that says everything', () => {
  test.each(entries)('%s', (line, draft) => {
    const reading = readQuickAdd(line, contextAt())
    expect(reading).toMatchObject({ kind: 'entry', changes: null })
    expect(reading.kind === 'entry' && reading.draft).toEqual(draft)
  })

  test('is read the same in capitals and with more spaces', () => {
    for (const [line, draft] of entries) {
      // Names and amounts of medicines are kept as typed.
      if (line.includes('//') || draft.kind === 'medication' || draft.kind === 'dose') continue
      const shouted = readQuickAdd(`  ${line.toUpperCase().replaceAll(' ', '  ')} `, contextAt())
      expect(shouted.kind === 'entry' && shouted.draft, line).toEqual(draft)
    }
  })
})

describe('what was understood', () => {
  test('points to its words in the line', () => {
    const line = 'Cramp left calf 3am 7/10 4 min note: odd'
    const reading = readQuickAdd(line, contextAt())
    expect(reading.kind === 'entry' && reading.understood).toEqual([
      { role: 'kind', text: 'Cramp', start: 0, end: 5 },
      { role: 'place', text: 'left calf', start: 6, end: 15 },
      { role: 'time', text: '3am', start: 16, end: 19 },
      { role: 'strength', text: '7/10', start: 20, end: 24 },
      { role: 'length', text: '4 min', start: 25, end: 30 },
      { role: 'note', text: 'odd', start: 37, end: 40 },
    ])
  })

  test('never overlaps and always says what stands there', () => {
    for (const [line] of entries) {
      const reading = readQuickAdd(line, contextAt())
      const parts = reading.kind === 'entry' ? reading.understood : []
      expect(parts.length, line).toBeGreaterThan(0)
      parts.forEach((part, index) => {
        expect(line.slice(part.start, part.end), line).toBe(part.text)
        expect(part.start, line).toBeGreaterThanOrEqual(parts[index - 1]?.end ?? 0)
      })
    }
  })
})
