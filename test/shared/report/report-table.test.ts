import { expect, test } from 'vitest'
import { tabulateReport } from '../../../shared/report/report-table.ts'
import { activityAt, crampAt, drinkAt, shoeWorn } from './journal-facts.ts'
import { reportOf, type TestFacts } from './report-facts.ts'

const twoDays = { fromDate: '2026-11-05', toDate: '2026-11-06' }

function tabulate(facts: TestFacts) {
  const { columns, rows } = tabulateReport(reportOf({ order: { ...twoDays, reveal: ['notes'] }, ...facts }))
  return rows.map(row => Object.fromEntries(columns.map((column, index) => [column, row[index]])))
}

test('a cramp is one row, in its own local time', () => {
  const [row] = tabulate({
    entries: [
      crampAt(
        '2026-11-06',
        '03:05',
        {
          durationSeconds: 95,
          intensity: 7,
          sites: [
            { muscle: 'calf', side: 'left' },
            { muscle: 'toes', side: 'both' },
          ],
          stateAtOnset: 'asleep',
          wokeMe: true,
          symptoms: ['numb', 'tingling'],
          relief: [{ technique: 'stretch', helped: 'yes', startedAfterMinutes: null, minutesToRelief: 1 }],
          sorenessHours: 6,
          note: 'after the long run',
        },
        -300,
      ),
    ],
  })
  expect(row).toMatchObject({
    record: 'cramp',
    date: '2026-11-06',
    time: '03:05',
    utc_offset_minutes: -300,
    cramp_day: '2026-11-05',
    onset_known: 'exact',
    places: 'left calf; both toes',
    intensity_0_to_10: 7,
    length_seconds: 95,
    state_at_onset: 'asleep',
    woke_me: 'yes',
    symptoms: 'numb; tingling',
    tried: 'stretch',
    soreness_hours: 6,
    note: 'after the long run',
    fluid_ml: null,
  })
})

test('a cramp known only by its night has no time', () => {
  const [row] = tabulate({ entries: [crampAt('2026-11-06', '02:00', { onsetPrecision: 'night' })] })
  expect(row).toMatchObject({ date: '2026-11-06', time: null, onset_known: 'night', woke_me: null })
})

test('a cramp known as a part of the day has no time, and by its date no cramp-day either', () => {
  const rows = tabulate({
    entries: [
      crampAt('2026-11-06', '09:00', { onsetPrecision: 'morning' }),
      crampAt('2026-11-06', '12:00', { onsetPrecision: 'date' }),
    ],
  })
  expect(rows.slice(0, 2)).toMatchObject([
    { date: '2026-11-06', time: null, cramp_day: '2026-11-05', onset_known: 'morning' },
    { date: '2026-11-06', time: null, cramp_day: null, onset_known: 'date' },
  ])
})

test('a day adds up what is known of it', () => {
  const [, , first, second] = tabulate({
    entries: [
      crampAt('2026-11-05', '23:00'),
      crampAt('2026-11-06', '03:00'),
      drinkAt('2026-11-05', '08:00', 250),
      drinkAt('2026-11-05', '13:00', 500),
      shoeWorn('2026-11-05', '08:00', 90),
      shoeWorn('2026-11-05', '18:00', 30),
      activityAt('2026-11-05', '18:00', 'run', 40),
      activityAt('2026-11-05', '09:00', 'standing', 180),
    ],
    checkIns: [{ kind: 'fluid', date: '2026-11-05', dayStartMinutes: 0 }],
  })
  expect(first).toMatchObject({
    record: 'day',
    date: '2026-11-05',
    cramps_noon_to_noon: 2,
    cramps_complete: 'yes',
    fluid_ml: 750,
    fluid_complete: 'yes',
    footwear_minutes: 120,
    active_minutes: 40,
    standing_minutes: 180,
    sitting_minutes: 0,
    activity_complete: 'yes',
    note: null,
  })
  expect(second).toMatchObject({ date: '2026-11-06', cramps_noon_to_noon: null, cramps_complete: 'no' })
})

test('nothing logged is empty, nothing confirmed is zero', () => {
  const [first, second] = tabulate({
    checkIns: (['cramp', 'fluid', 'footwear', 'activity'] as const).map(kind => ({
      kind,
      date: '2026-11-05',
      dayStartMinutes: 0,
    })),
  })
  const amounts = [
    'cramps_noon_to_noon',
    'fluid_ml',
    'footwear_minutes',
    'active_minutes',
    'standing_minutes',
    'sitting_minutes',
  ]
  for (const amount of amounts) {
    expect(first?.[amount], amount).toBe(0)
    expect(second?.[amount], amount).toBeNull()
  }
})

test('drinks of a day nobody completed are given, and marked as perhaps not all', () => {
  const [first] = tabulate({ entries: [drinkAt('2026-11-05', '08:00', 250)] })
  expect(first).toMatchObject({ fluid_ml: 250, fluid_complete: 'no' })
})

test('a shoe that is still on makes the minutes unknown', () => {
  const [first] = tabulate({
    entries: [shoeWorn('2026-11-05', '08:00', 90), shoeWorn('2026-11-05', '18:00', null)],
  })
  expect(first).toMatchObject({ footwear_minutes: null, footwear_complete: 'yes' })
})

test('what lies outside the period has no row', () => {
  const rows = tabulate({
    entries: [
      crampAt('2026-11-05', '11:59'),
      crampAt('2026-11-07', '12:00'),
      drinkAt('2026-11-04', '08:00', 250),
      drinkAt('2026-11-07', '08:00', 250),
    ],
  })
  expect(rows.map(({ record, date }) => [record, date])).toEqual([
    ['day', '2026-11-05'],
    ['day', '2026-11-06'],
  ])
  expect(rows.every(({ fluid_ml }) => fluid_ml === null)).toBe(true)
})
