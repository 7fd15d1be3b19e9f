import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { interpretGarmin } from '../../../../shared/history/garmin-archive.ts'
import { addDays } from '../../../../shared/time/calendar-date.ts'
import { MS_PER_HOUR } from '../../../../shared/time/moment.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { describeDraft, historyContext, readHistory, scanHistory } from '../../../support/read-history.ts'

const FIXTURES = 'test/fixtures/history/garmin'
const WATER = { 'drink:Garmin Connect': 'water' }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unknot-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const saveAll = (name: string, contents: Readonly<Record<string, unknown>>) => {
  mkdirSync(join(folder, name), { recursive: true })
  for (const [file, content] of Object.entries(contents))
    writeFileSync(join(folder, name, file), typeof content === 'string' ? content : JSON.stringify(content))
  return join(folder, name)
}

test('the sample, as read by hand: a run, a night by its offset, and a glass that was taken back', async () => {
  const { reader, entries, leftOut, ignored, questions } = await readHistory([FIXTURES], WATER)
  expect(entries.map(({ draft }) => describeDraft(draft))).toEqual([
    '2025-10-12 08:20 +2, activity, activity run, durationMinutes 45, distanceKm 8.123, climbM 41, Morning run',
    '2025-10-11 23:14 +2, night, wakeAt 07:02',
  ])
  expect(entries[0]?.key).toBe('123')
  expect(leftOut).toEqual([
    { reason: 'the watch was not worn', what: 'Sleep', when: '2025-10-13' },
    { reason: 'taken back later', what: 'Drink, 250 ml', when: '2025-10-12 09:05' },
  ])
  expect([reader, [...ignored], questions]).toEqual(['garmin', [['Estimates of sweat', 1]], []])
})

test('a night without anything else on its date is asked about', async () => {
  const path = `${FIXTURES}/gdpr-2025_sleepData-SYNTHETIC.json`
  const { interpret } = await scanHistory([path])
  expect(interpret({})).toMatchObject({ entries: [], questions: [{ id: 'zone', isNeeded: true }] })
  const { entries } = interpret({ zone: 'America/New_York' })
  expect(entries.map(({ draft }) => describeDraft(draft))).toEqual([
    '2025-10-11 17:14 -4, night, wakeAt 01:02',
  ])
})

const activityJson = (activityId: number, more = {}) => ({
  ...{ activityId, name: '', activityType: 'lap_swimming', beginTimestamp: Date.UTC(2025, 5, 1, 8) },
  ...{ startTimeLocal: Date.UTC(2025, 5, 1, 10), duration: 600_000 },
  ...more,
})
const drinkJson = (hour: number, valueInML: number, more = {}) => ({
  ...{ hydrationSource: 'GARMIN_GCM', valueInML },
  persistedTimestampGMT: { date: `2025-06-01T${String(hour).padStart(2, '0')}:00:00.0` },
  timestampLocal: `2025-06-01T${String(hour + 2).padStart(2, '0')}:00:00.0`,
  ...more,
})

describe('archives after their description', () => {
  test('an activity that is listed twice comes in once, and a triathlon by its parts', async () => {
    const path = saveAll('activities', {
      'a_0_summarizedActivities.json': [
        {
          summarizedActivitiesExport: [
            activityJson(1, { distance: 100_000, workoutRpe: 70, workoutFeel: 50 }),
            activityJson(1, { distance: 100_000, workoutRpe: 70, workoutFeel: 50 }),
            activityJson(2, { activityType: 'multi_sport' }),
            activityJson(3, { parentId: 2, activityType: 'road_biking', elevationGain: 12_345 }),
            activityJson(4, { parentId: 2, activityType: 'quidditch_v2', startTimeLocal: null }),
            { activityId: 5 },
          ],
        },
      ],
    })
    const answers = { zone: 'Europe/Paris', 'activity:Quidditch v2': 'other' }
    const { entries, leftOut } = await readHistory([path], answers)
    expect(entries.map(({ key, draft }) => `${key}: ${describeDraft(draft)}`)).toEqual([
      '1: 2025-06-01 10:00 +2, activity, activity swim, durationMinutes 10, exertion 7, distanceKm 1',
      '3: 2025-06-01 10:00 +2, activity, activity cycle, durationMinutes 10, climbM 123',
      '4: 2025-06-01 10:00 +2, activity, activity other, durationMinutes 10, Quidditch v2',
    ])
    expect(leftOut).toEqual([{ reason: 'a damaged record', what: 'Activity', when: '' }])
  })

  test.each([
    ['an equal one', [250, 330, 250, -330], [250, 250]],
    ['parts of the last ones', [250, 330, -400], [180]],
    ['more than there was', [250, -300, 100], [100]],
    ['the later of equal ones', [250, 250, -250], [250]],
  ])('a negative amount takes back %s', async (_, amounts, expected) => {
    const path = saveAll('drinks', {
      'HydrationLogFile_2025.json': amounts.map((amount, index) => drinkJson(6 + index, amount)),
    })
    const { entries, notes } = await readHistory([path], WATER)
    expect(entries.map(({ draft }) => draft.kind === 'fluid' && draft.volumeMl)).toEqual(expected)
    expect(notes).toEqual(['Times of drinks are those of logging them.'])
  })

  test('drinks are asked about, and keep their own ids', async () => {
    const path = saveAll('ids', {
      'HydrationLogFile_2025.json': [
        drinkJson(6, 250, { uuid: { uuid: 'abc' } }),
        drinkJson(7, 250),
        drinkJson(7, 250),
      ],
    })
    const { interpret } = await scanHistory([path])
    expect(interpret({})).toMatchObject({ entries: [], questions: [{ id: 'drink:Garmin Connect' }] })
    const { entries } = interpret(WATER)
    expect(entries.map(({ draft }) => describeDraft(draft))).toEqual([
      '2025-06-01 08:00 +2, fluid, drink water, volumeMl 250',
      '2025-06-01 09:00 +2, fluid, drink water, volumeMl 250',
      '2025-06-01 09:00 +2, fluid, drink water, volumeMl 250',
    ])
    expect(new Set(entries.map(({ key }) => key)).size).toBe(3)
    expect(entries[0]?.key).toBe('abc')
  })

  test('a file that ends too early is refused as a whole', async () => {
    const path = saveAll('cut', {
      'a_0_summarizedActivities.json': '[{"summarizedActivitiesExport":[{"activityId":1},',
    })
    await expect(readHistory([path], {})).rejects.toThrow(/incomplete/)
  })
})

test('in six zones and at both clock changes a night takes the offset of its date, without being asked', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(
        ...['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'],
        ...['America/St_Johns', 'Asia/Kolkata', 'Pacific/Auckland'],
      ),
      fc.constantFrom('2026-03-01', '2026-03-22', '2025-09-21', '2025-10-19'),
      fc.array(fc.integer({ min: 5, max: 9 }), { minLength: 14, maxLength: 14 }),
      (zone, from, hours) => {
        const days = hours.map((length, index) => {
          const date = addDays(from, index + 1)
          return { date, length, bed: momentAt(date, '00:05', zone), run: momentAt(date, '13:00', zone) }
        })
        const { entries, questions } = interpretGarmin(
          {
            activities: days.map(({ run }, index) => ({
              ...{
                id: String(index),
                parentId: null,
                title: '',
                type: 'running',
                at: run.at,
                offset: run.offsetMinutes,
              },
              ...{ seconds: 1800, distanceM: null, climbM: null, exertion: null },
            })),
            sleeps: days.map(({ date, length, bed }) => ({
              ...{ date, start: bed.at, end: bed.at + length * MS_PER_HOUR, confirmation: '' },
            })),
            ...{ drinks: [], sweatEstimates: 0, damaged: [], otherFiles: 0 },
          },
          {},
          { ...historyContext, timeZone: zone },
        )
        const nights = entries.flatMap(({ draft }) => (draft.kind === 'night' ? [draft] : []))
        expect(nights.map(({ at, offsetMinutes }) => ({ at, offsetMinutes }))).toEqual(
          days.map(({ bed }) => bed),
        )
        expect(questions).toEqual([])
      },
    ),
    { numRuns: 30 },
  )
})
