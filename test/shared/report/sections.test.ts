/** Sections of page one: their content, and the sentence in place of a section with too few data. */
import { describe, expect, test } from 'vitest'
import type { Sign } from '../../../shared/advice/warning-signs/sign.ts'
import type { Finding, Verdict } from '../../../shared/analysis/finding.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import { cutList, getCaps, LAST_CUT_LEVEL } from '../../../shared/report/cuts.ts'
import { pageOneSections } from '../../../shared/report/order.ts'
import { report } from '../../../shared/report/report.ts'
import { addDays, datesFromTo } from '../../../shared/time/calendar-date.ts'
import { reasonOf as reasonOfVerdict } from '../advice/make-finding.ts'
import { makeCheckpoint } from '../analysis/make-finding.ts'
import { makeView } from '../experiments/make-view.ts'
import { crampAt, drinkAt } from './journal-facts.ts'
import { checkedIn, contentOf, doseAt, medicineAt, noFindings, reasonOf, reportOf } from './report-facts.ts'

const untold = [crampAt('2026-11-05', '03:00', { sites: [] })]

test('a period without entries is a sentence in each section, never zeros or NaN', () => {
  const made = reportOf()
  for (const name of pageOneSections) if (name !== 'questions') expect(reasonOf(made[name])).toMatch(/\.$/)
  expect(made.trackedDays).toMatchObject({ cramp: 0, fluid: 0 })
  expect(report.parse(made)).toEqual(made)
  expect(JSON.stringify(made)).not.toContain('NaN')
})

test('what was not asked for is not in the report', () => {
  const made = reportOf({ order: { sections: ['numbers'] }, entries: [crampAt('2026-11-05', '03:00')] })
  for (const name of pageOneSections)
    if (name !== 'numbers' && name !== 'questions') expect(made[name]).toBeNull()
  expect(made.numbers).not.toBeNull()
})

describe('trend', () => {
  const tracked = (weeks: number) => checkedIn('cramp', addDays('2026-11-28', 1 - 7 * weeks), '2026-11-28')

  test('needs four weeks that are tracked well enough', () => {
    expect(reasonOf(reportOf({ checkIns: tracked(3) }).trend)).toBe(
      'A trend needs at least 4 of the last 12 weeks with 3 answered days or more; there are 3.',
    )
    const { weeks, change } = contentOf(reportOf({ checkIns: tracked(4) }).trend)
    expect(weeks).toHaveLength(12)
    expect(weeks.map(({ cramps }) => cramps)).toEqual([...Array(8).fill(null), 0, 0, 0, 0])
    expect(change).toBeNull()
  })

  test('tells a change from six weeks on, also over weeks before the period', () => {
    const cramps = [5, 6, 4, 5, 2, 2, 1, 1].flatMap((count, week) =>
      Array.from({ length: count }, (_, day) => crampAt(addDays('2026-10-04', 7 * week + day), '23:00')),
    )
    const { weeks, change } = contentOf(reportOf({ entries: cramps, checkIns: tracked(8) }).trend)
    expect(weeks.slice(4).map(({ cramps: count }) => count)).toEqual([5, 6, 4, 5, 2, 2, 1, 1])
    expect(change?.weeks).toBe(8)
    expect(change?.upper).toBeLessThan(1)
  })
})

test('hours need eight cramps with a known time', () => {
  const cramps = datesFromTo('2026-11-02', '2026-11-09').map(date => crampAt(date, '03:30'))
  expect(reasonOf(reportOf({ entries: cramps.slice(1) }).hours)).toMatch(/at least 8 .* there are 7\./)
  const made = reportOf({ entries: [...cramps, crampAt('2026-11-12', '02:00', { onsetPrecision: 'night' })] })
  expect(contentOf(made.hours)).toMatchObject({ withoutHour: 1 })
  expect(contentOf(made.hours).counts[3]).toBe(8)
})

test('places count a cramp on both sides for each', () => {
  expect(reasonOf(reportOf({ entries: untold }).places)).toBe('No place was recorded for 1 cramp.')
  const made = reportOf({
    entries: [
      crampAt('2026-11-05', '03:00', { sites: [{ muscle: 'calf', side: 'both' }] }),
      crampAt('2026-11-06', '03:00', {
        sites: [
          { muscle: 'calf', side: 'left' },
          { muscle: 'toes', side: 'right' },
        ],
      }),
      ...untold,
    ],
  })
  expect(contentOf(made.places)).toEqual({
    counts: [
      { muscle: 'calf', left: 2, right: 1, either: 2 },
      { muscle: 'toes', left: 0, right: 1, either: 1 },
    ],
    crampCount: 2,
    unknown: 1,
  })
})

test('the onset tells what one was doing and whether rest helped, of those that said', () => {
  expect(reasonOf(reportOf({ entries: untold }).onset)).toMatch(/recorded for none of 1 cramp\.$/)
  const made = reportOf({
    entries: [
      crampAt('2026-11-05', '03:00', { stateAtOnset: 'asleep' }),
      crampAt('2026-11-06', '03:00', { stateAtOnset: 'asleep', relievedByRest: 'no' }),
      crampAt('2026-11-07', '18:00', { stateAtOnset: 'walking', relievedByRest: 'yes' }),
      ...untold,
    ],
  })
  expect(contentOf(made.onset)).toEqual({
    states: [
      { state: 'asleep', count: 2 },
      { state: 'walking', count: 1 },
    ],
    unknown: 1,
    rest: { yes: 1, no: 1, unknown: 2 },
  })
})

test('symptoms are counted with their last date', () => {
  expect(reasonOf(reportOf().symptoms)).toBe('No cramp was recorded in this period.')
  const made = reportOf({
    entries: [
      crampAt('2026-11-05', '03:00', { symptoms: ['numb'] }),
      crampAt('2026-11-09', '03:00', { symptoms: ['numb', 'swelling'] }),
    ],
  })
  expect(contentOf(made.symptoms)).toEqual({
    counts: [
      { symptom: 'swelling', count: 1, lastDate: '2026-11-09' },
      { symptom: 'numb', count: 2, lastDate: '2026-11-09' },
    ],
    crampCount: 2,
  })
})

test('symptoms that may have to be seen soon stand before those that are only frequent', () => {
  const often = Array.from({ length: 5 }, (_, index) =>
    crampAt(`2026-11-0${index + 2}`, '03:00', { symptoms: ['lump', 'twitching', 'swelling'] }),
  )
  const once = crampAt('2026-11-09', '03:00', {
    symptoms: ['lump', 'bladder-or-bowel-change', 'both-legs-weak'],
  })
  const { counts } = contentOf(reportOf({ entries: [...often, once] }).symptoms)
  expect(counts.map(({ symptom, count }) => [symptom, count])).toEqual([
    ['bladder-or-bowel-change', 1],
    ['both-legs-weak', 1],
    ['swelling', 5],
    ['lump', 6],
    ['twitching', 5],
  ])
})

test('what was tried stands in the order of the alphabet, with a median from five uses on', () => {
  expect(reasonOf(reportOf({ entries: untold }).relief)).toBe(
    'Nothing is recorded about what was tried for 1 cramp.',
  )
  const made = reportOf({
    entries: datesFromTo('2026-11-02', '2026-11-06').map((date, index) =>
      crampAt(date, '03:00', {
        relief: [
          {
            technique: 'stretch',
            helped: index === 0 ? 'no' : 'yes',
            startedAfterMinutes: null,
            minutesToRelief: index === 0 ? null : 2,
          },
          ...(index < 2
            ? [
                {
                  technique: 'massage' as const,
                  helped: null,
                  startedAfterMinutes: null,
                  minutesToRelief: null,
                },
              ]
            : []),
        ],
        durationSeconds: 600,
      }),
    ),
  })
  expect(contentOf(made.relief)).toEqual([
    { technique: 'massage', n: 2, helped: 0, medianMinutes: null },
    { technique: 'stretch', n: 5, helped: 4, medianMinutes: 2 },
  ])
})

describe('medicines and conditions', () => {
  const medication = [
    medicineAt('2026-03-01'),
    medicineAt('2026-10-10', { change: 'dose-up', dose: '40 mg' }),
    medicineAt('2026-01-05', { name: 'Indapamide', medicineClass: 'diuretic-thiazide-like', dose: '' }),
    medicineAt('2026-11-03', {
      name: 'Indapamide',
      medicineClass: 'diuretic-thiazide-like',
      change: 'stop',
      dose: '',
    }),
    medicineAt('2025-01-05', { name: 'Naproxen', medicineClass: 'naproxen' }),
    medicineAt('2025-02-05', { name: 'Naproxen', medicineClass: 'naproxen', change: 'stop' }),
  ]

  test('nothing written down is no "none"', () => {
    expect(reasonOf(reportOf().medicines)).toMatch(/does not mean that there is none/)
  })

  test('those of the period, with start and changes, the ones still taken first', () => {
    const { medicines } = contentOf(reportOf({ medication }).medicines)
    expect(medicines).toMatchObject([
      {
        name: 'Simvastatin',
        dose: '40 mg',
        startedOn: '2026-03-01',
        stoppedOn: null,
        changes: [{ date: '2026-10-10', change: 'dose-up', dose: '40 mg' }],
      },
      { name: 'Indapamide', startedOn: '2026-01-05', stoppedOn: '2026-11-03', changes: [] },
    ])
  })

  test('doses taken as needed are counted by medicine, those of the period alone', () => {
    const entries = [
      doseAt('2026-11-03', '22:00', { amount: '400 mg' }),
      doseAt('2026-11-03', '23:30', { name: 'IBUPROFEN ', amount: '400 mg' }),
      doseAt('2026-11-09', '22:00', { amount: '600 mg' }),
      doseAt('2026-11-10', '22:00', { name: 'Magnesium' }),
      doseAt('2026-10-20', '22:00'),
    ]
    expect(contentOf(reportOf({ entries }).medicines)).toMatchObject({
      medicines: [],
      doses: [
        { name: 'Ibuprofen', count: 3, days: 2, amounts: ['400 mg', '600 mg'] },
        { name: 'Magnesium', count: 1, days: 1, amounts: [] },
      ],
    })
  })

  test('pregnancy and alcohol are told only when they may be', () => {
    const wine = { ...drinkAt('2026-11-05', '20:00', 250), drink: 'wine' as const, alcoholPercent: 12 }
    const facts = {
      profile: { ...emptyProfile, conditions: ['diabetes' as const, 'pregnant' as const], pregnancyWeek: 20 },
      entries: [wine],
      checkIns: checkedIn('fluid', '2026-11-04', '2026-11-05'),
    }
    const hidden = reportOf(facts)
    expect(contentOf(hidden.medicines)).toMatchObject({
      conditions: ['diabetes'],
      pregnancyWeek: null,
      alcohol: null,
    })
    expect(hidden.days.every(({ alcoholUnits }) => alcoholUnits === null)).toBe(true)
    expect(JSON.stringify(hidden)).not.toMatch(/pregnant|wine/)
    const told = contentOf(reportOf({ ...facts, order: { reveal: ['alcohol', 'pregnancy'] } }).medicines)
    // 250 ml of 12% are 3 units, over two days.
    expect(told).toMatchObject({ conditions: ['diabetes', 'pregnant'], pregnancyWeek: 20 })
    expect(told.alcohol).toEqual({ unitsPerWeek: 10.5, trackedDays: 2 })
  })
})

test('notes stay out unless they are shared', () => {
  const entries = [crampAt('2026-11-05', '03:00', { note: 'a private note' })]
  expect(JSON.stringify(reportOf({ entries }))).not.toContain('a private note')
  expect(JSON.stringify(reportOf({ entries, order: { reveal: ['notes'] } }))).toContain('a private note')
})

test('warning signs stand with what was recorded and all their dates, the most urgent first', () => {
  expect(reasonOf(reportOf().warnings)).toMatch(/nothing to check for warning signs/)
  const entries = [crampAt('2026-11-05', '03:00')]
  expect(contentOf(reportOf({ entries }).warnings)).toEqual([])
  const see = (rule: string, level: Sign['level'], date: string, ...recorded: string[]): Sign => ({
    rule,
    level,
    date,
    recorded,
  })
  const signs = [
    see('R6', 'routine', '2026-11-20', 'woken by a cramp on 6 of 28 nights'),
    see('S2', 'same-day', '2026-11-12', 'swelling'),
    see('S1', 'same-day', '2026-11-10', 'a cramp (left calf)', 'a length of more than 10 minutes'),
    see('S1', 'same-day', '2026-11-04', 'a cramp (right calf)', 'a length of more than 10 minutes'),
    see('E1', 'emergency', '2026-11-02', 'chest pain'),
    see('R6', 'routine', '2026-11-01', 'woken by a cramp on 4 of 28 nights'),
  ]
  expect(contentOf(reportOf({ entries, signs }).warnings)).toEqual([
    { rule: 'E1', level: 'emergency', recorded: ['chest pain'], dates: ['2026-11-02'] },
    { rule: 'S2', level: 'same-day', recorded: ['swelling'], dates: ['2026-11-12'] },
    {
      rule: 'S1',
      level: 'same-day',
      recorded: ['a cramp (left calf)', 'a length of more than 10 minutes', 'a cramp (right calf)'],
      dates: ['2026-11-10', '2026-11-04'],
    },
    {
      rule: 'R6',
      level: 'routine',
      recorded: ['woken by a cramp on 6 of 28 nights'],
      dates: ['2026-11-20', '2026-11-01'],
    },
  ])
})

describe('findings', () => {
  const finding = (key: Finding['key'], verdict: Verdict, adjustedP: number): Finding => ({
    key,
    factor: null,
    verdict,
    reason: reasonOfVerdict[verdict],
    checkpoint: makeCheckpoint({ adjustedP }),
    isInterim: false,
    measurement: {
      estimate: null,
      contrast: { ratio: 2, lower: 1.1, upper: 4, from: null, to: null },
      pValue: null,
      factor: null,
      events: 20,
      comparisonDays: 60,
      withIt: null,
      withoutIt: null,
      compared: null,
      trackedDays: 80,
      missing: [],
      doseResponse: [],
      excluded: [],
    },
    sentence: `What was found of ${key}.`,
  })
  const findingsOf = (...list: Finding[]) => ({
    ...noFindings,
    firstDate: '2026-06-01',
    lastDate: '2026-11-27',
    trackedDays: 150,
    crampDays: 40,
    findings: list,
  })

  test('need something that was tested', () => {
    expect(reasonOf(reportOf().findings)).toMatch(/the diary has 0 answered days, 0 with a cramp\.$/)
    const untested = findingsOf(
      finding('standing', 'need-more-data', 1),
      finding('sitting', 'does-not-vary', 1),
    )
    expect(reasonOf(reportOf({ findings: untested }).findings)).toMatch(
      /the diary has 150 answered days, 40 with a cramp\.$/,
    )
  })

  test('are at most five links, the surest first, and the tested ones without', () => {
    const found = contentOf(
      reportOf({
        findings: findingsOf(
          finding('standing', 'possible', 0.2),
          finding('sitting', 'possible', 0.06),
          finding('alcohol', 'likely', 0.001),
          finding('footwear-tight', 'likely', 0.02),
          finding('caffeine', 'possible', 0.1),
          finding('heat-day', 'possible', 0.11),
          finding('cold-feet', 'possible', 0.12),
          finding('stretch-evening', 'no-clear-link', 0.6),
          finding('fluids-low', 'not-sure-yet', 0.5),
        ),
      }).findings,
    )
    expect(found.links.map(({ sentence }) => sentence)).toEqual(
      ['footwear-tight', 'sitting', 'caffeine', 'heat-day', 'cold-feet'].map(
        key => `What was found of ${key}.`,
      ),
    )
    expect(found.withoutLink).toMatchObject([{ verdict: 'no-clear-link' }])
    expect(found.unsure).toMatchObject([{ verdict: 'not-sure-yet' }])
    expect(found).toMatchObject({ fromDate: '2026-06-01', toDate: '2026-11-27' })
  })

  test('tell of alcohol only where it may be told', () => {
    const findings = findingsOf(finding('alcohol', 'likely', 0.001))
    expect(reportOf({ findings }).findings?.kind).toBe('withheld')
    expect(contentOf(reportOf({ findings, order: { reveal: ['alcohol'] } }).findings).links).toHaveLength(1)
  })
})

test('experiments of the period are told', () => {
  expect(reasonOf(reportOf().experiments)).toBe('No experiment was made in this period.')
  const [before, within, going] = [
    makeView('2026-07-01', '2026-11-28'),
    makeView('2026-09-15', '2026-11-28'),
    makeView('2026-11-14', '2026-11-28'),
  ]
  const { done, underWay } = contentOf(reportOf({ experiments: [going, within, before] }).experiments)
  expect(done).toMatchObject([{ fromDate: '2026-09-15', toDate: '2026-11-09' }])
  expect(underWay).toMatchObject([{ fromDate: '2026-11-14', toDate: '2027-01-08' }])
  expect(contentOf(reportOf({ experiments: [going] }).experiments).done).toEqual([])
})

test('lists are only ever cut further, and the last level is short whatever there is', () => {
  for (let level = 1; level <= LAST_CUT_LEVEL; level++) {
    const [before, after] = [getCaps(level - 1), getCaps(level)]
    for (const [list, cap] of Object.entries(after))
      expect(Number(cap)).toBeLessThanOrEqual(Number({ ...before }[list]))
    expect(after).not.toEqual(before)
  }
  const { questions, medicineCharacters, ...lists } = getCaps(LAST_CUT_LEVEL)
  expect(Math.max(...Object.values(lists).map(Number))).toBeLessThanOrEqual(3)
  expect({ questions, medicineCharacters }).toEqual({ questions: 120, medicineCharacters: 28 })
  // Intervals go first, and drawings before any warning sign.
  expect(getCaps(1)).toEqual({ ...getCaps(0), hasIntervals: false })
  const levelOf = (isCut: (caps: ReturnType<typeof getCaps>) => boolean) =>
    Array.from({ length: LAST_CUT_LEVEL + 1 }, (_, level) => level).find(level => isCut(getCaps(level)))
  expect(levelOf(caps => !caps.hasDrawings)).toBeLessThan(
    levelOf(({ warnings }) => warnings < getCaps(0).warnings) ?? 0,
  )
  expect(cutList(['a', 'b', 'c'], 2)).toEqual({ shown: ['a', 'b'], more: 1 })
})

test('the calendar weeks of the period come along for the charts alone', () => {
  const entries = [crampAt('2026-11-05', '03:00')]
  expect(reportOf({ entries }).weeks).toEqual([])
  expect(reportOf({ entries, order: { pages: ['charts'] } }).weeks.length).toBeGreaterThan(0)
})

test('the charts have the weeks of the trend', () => {
  const made = reportOf({
    order: { fromDate: '2026-09-06', toDate: '2026-11-28', pages: ['charts'] },
    entries: [crampAt('2026-11-25', '03:00'), crampAt('2026-11-18', '03:00'), crampAt('2026-10-02', '14:00')],
    checkIns: checkedIn('cramp', '2026-09-20', '2026-11-26'),
  })
  const weeks = made.weeks.map(({ fromDate, toDate, crampTrackedDays: trackedDays, cramps }) => ({
    fromDate,
    toDate,
    trackedDays,
    cramps,
  }))
  expect(weeks).toEqual(contentOf(made.trend).weeks)
})
