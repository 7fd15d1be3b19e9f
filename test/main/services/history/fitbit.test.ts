import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { interpretFitbit } from '../../../../shared/history/fitbit.ts'
import type { FitbitScan, LocalExercise, UtcSleep } from '../../../../shared/history/fitbit-records.ts'
import { addDays } from '../../../../shared/time/calendar-date.ts'
import { type Moment, MS_PER_HOUR, MS_PER_MINUTE, wallClockMs } from '../../../../shared/time/moment.ts'
import { momentAt, momentOfInstant, momentOfWallClock } from '../../../../shared/time/time-zone.ts'
import { describeDraft, historyContext, readHistory, scanHistory } from '../../../support/read-history.ts'
import { makeZip } from '../../../support/zip.ts'

const TAKEOUT = 'test/fixtures/history/google-health-takeout/SYNTHETIC'
const BERLIN = { zone: 'Europe/Berlin' }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unknot-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const saveAll = (name: string, contents: Readonly<Record<string, string>>) => {
  for (const [file, content] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, name, file)), { recursive: true })
    writeFileSync(join(folder, name, file), content)
  }
  return join(folder, name)
}

describe('the sample, as read by hand', () => {
  test('layers are one, the night shows its true offset, and the exercise is by UTC', async () => {
    const { reader, entries, leftOut, ignored, questions, notes } = await readHistory([TAKEOUT], BERLIN)
    expect(entries.map(({ loggedAt, draft }) => [describeDraft(draft), loggedAt])).toEqual([
      ['2026-09-11 23:30 +2, night, wakeAt 07:00', Date.UTC(2026, 8, 11, 21, 30)],
      [
        '2026-09-12 17:00 +2, activity, activity run, durationMinutes 40, distanceKm 7.12',
        Date.UTC(2026, 8, 12, 15, 40),
      ],
    ])
    expect(leftOut).toEqual([
      { reason: 'a nap in the daytime', what: 'Sleep', when: '2026-09-12 14:00' },
      { reason: 'noticed by the tracker alone', what: 'Outdoor Walk', when: '2026-09-13 14:54' },
    ])
    expect([...ignored]).toEqual([
      ['Files of other measurements', 1],
      ['Nights a second time, in another format', 1],
      ['Exercises a second time, in another format', 1],
    ])
    expect(notes).toEqual(['Times of exercises are read as UTC, and put into the time zone you gave.'])
    expect([reader, questions.map(({ id, suggested }) => [id, suggested])]).toEqual([
      'fitbit',
      [
        ['zone', 'Europe/London'],
        ['auto-detected', 'no'],
      ],
    ])
  })

  test('what the tracker noticed by itself comes along if the person says so', async () => {
    const { entries } = await readHistory([TAKEOUT], { ...BERLIN, 'auto-detected': 'yes' })
    expect(entries.map(({ draft }) => describeDraft(draft)).at(-1)).toBe(
      '2026-09-13 14:54 +2, activity, activity walk, durationMinutes 16',
    )
  })

  test('each layer alone gives the same night', async () => {
    const base = `${TAKEOUT}/Takeout/Google Health`
    const night = ['2026-09-11 23:30 +2, night, wakeAt 07:00']
    const local = await readHistory([`${base}/Global Export Data/sleep-2026-09-11.json`], BERLIN)
    expect(local.entries.map(({ draft }) => describeDraft(draft))).toEqual(night)
    const utc = await readHistory(
      [`${base}/Health Fitness Data_GoogleData/UserSleeps_2026-09-01.csv`],
      BERLIN,
    )
    expect(utc.entries.map(({ draft }) => describeDraft(draft))).toEqual(night)
    expect(utc.entries.map(({ key }) => key)).toEqual(local.entries.map(({ key }) => key))
  })

  test('in a zip under other names it is recognised by its content', async () => {
    const content = readFileSync(`${TAKEOUT}/Takeout/Google Health/Global Export Data/sleep-2026-09-11.json`)
    const path = join(folder, 'renamed.zip')
    writeFileSync(path, makeZip([{ name: 'a/b.json', content }]))
    expect((await readHistory([path], BERLIN)).entries).toHaveLength(1)
  })
})

const sleepJson = (logId: number, startTime: string, hours: number, more = {}) => ({
  ...{
    logId,
    dateOfSleep: startTime.slice(0, 10),
    startTime,
    duration: hours * MS_PER_HOUR,
    type: 'classic',
  },
  ...more,
})
const exerciseJson = (logId: number, startTime: string, more = {}) => ({
  ...{
    logId,
    activityName: 'Walk',
    startTime,
    duration: 2_400_000,
    activeDuration: 1_800_000,
    logType: 'tracker',
  },
  ...more,
})

describe('archives after their description', () => {
  test('a night in two files is one, a nap is none, and a part of the night belongs to it', async () => {
    const night = sleepJson(1, '2018-03-01T23:10:30.000', 6, { mainSleep: true })
    const path = saveAll('naps', {
      'sleep-2018-02-01.json': JSON.stringify([night]),
      'sleep-2018-03-01.json': JSON.stringify([
        night,
        sleepJson(2, '2018-03-02T06:00:00.000', 1, { mainSleep: false }),
        sleepJson(3, '2018-03-02T18:00:00.000', 3, { mainSleep: false }),
        { logId: 4, dateOfSleep: '2018-03-05', startTime: 'yesterday' },
      ]),
    })
    const { entries, leftOut } = await readHistory([path], BERLIN)
    expect(entries.map(({ draft }) => describeDraft(draft))).toEqual([
      '2018-03-01 23:10 +1, night, wakeAt 07:00',
    ])
    expect(leftOut).toEqual([
      { reason: 'a damaged record', what: 'Sleep', when: '' },
      { reason: 'not the main sleep of its day', what: 'Sleep', when: '2018-03-02 18:00' },
    ])
  })

  test('units of distance, pauses, unknown names', async () => {
    const path = saveAll('units', {
      'exercise-0.json': JSON.stringify([
        exerciseJson(1, '07/01/17 10:00:00', { distance: 2, distanceUnit: 'Mile', elevationGain: 12.192 }),
        exerciseJson(2, '07/02/17 10:00:00', { distance: 2.5, distanceUnit: 'Kilometer', elevationGain: 0 }),
        exerciseJson(4, '07/04/17 10:00:00', { distance: 1, distanceUnit: 'Mile', elevationGain: 42.001312 }),
        exerciseJson(3, '07/03/17 10:00:00', {
          distance: 2.5,
          distanceUnit: 'Parsec',
          activityName: 'Sport',
        }),
      ]),
    })
    const { interpret } = await scanHistory([path])
    const { entries, questions } = interpret({ zone: 'UTC', 'activity:Sport': 'court-or-field-sport' })
    expect(entries.map(({ draft }) => describeDraft(draft))).toEqual([
      '2017-07-01 10:00 +0, activity, activity walk, durationMinutes 30, distanceKm 3.219, climbM 12',
      '2017-07-02 10:00 +0, activity, activity walk, durationMinutes 30, distanceKm 2.5',
      '2017-07-04 10:00 +0, activity, activity walk, durationMinutes 30, distanceKm 1.609',
      '2017-07-03 10:00 +0, activity, activity court-or-field-sport, durationMinutes 30',
    ])
    expect(questions.map(({ id }) => id)).toEqual(['zone', 'activity:Sport'])
  })

  test('the clock of exercises is that by which they are not in bed, else it is asked with examples', async () => {
    const nights = [1, 2, 3, 4].map(day => sleepJson(day, `2017-07-0${day}T22:00:00.000`, 9))
    // By UTC 17:00 in Sydney, by the wall clock 07:00 and asleep at 06:30.
    const exercises = [2, 3, 4].map(day => exerciseJson(day, `07/0${day}/17 06:30:00`))
    const path = saveAll('clock', {
      'sleep-2017-07-01.json': JSON.stringify(nights),
      'exercise-0.json': JSON.stringify(exercises),
    })
    const found = await readHistory([path], { zone: 'Australia/Sydney' })
    expect(found.questions.map(({ id }) => id)).toEqual(['zone'])
    expect(found.entries.map(({ draft }) => describeDraft(draft)).slice(-1)).toEqual([
      '2017-07-04 16:30 +10, activity, activity walk, durationMinutes 30',
    ])
    const alone = saveAll('clock-alone', { 'exercise-0.json': JSON.stringify(exercises) })
    const { interpret } = await scanHistory([alone])
    const asked = interpret({ zone: 'Australia/Sydney' })
    expect([asked.entries, asked.leftOut.length]).toEqual([[], 3])
    expect(asked.questions.find(({ id }) => id === 'exercise-clock')?.answer).toMatchObject({
      options: [
        { label: expect.stringContaining('Walk 2017-07-04 16:30') },
        { label: expect.stringContaining('Walk 2017-07-04 06:30') },
      ],
    })
    const { entries } = interpret({ zone: 'Australia/Sydney', 'exercise-clock': 'local' })
    expect(entries.map(({ draft }) => describeDraft(draft))[0]).toMatch(/^2017-07-02 06:30 \+10/)
  })

  test.each([
    ['ends too early', '[{"logId": 1, "dateOfSleep": "2018-03-01", "startTime": "2018-03', /incomplete/],
    ['is nested without end', `[{"logId": 1, "dateOfSleep": ${'['.repeat(100_000)}`, /damaged/],
    ['is no JSON inside', '[{"logId": 1, "dateOfSleep": 2018-03-01}]', /damaged/],
  ])('a file that %s is refused as a whole', async (name, text, sentence) => {
    await expect(readHistory([saveAll(name, { 'sleep-2018-03-01.json': text })], BERLIN)).rejects.toThrow(
      sentence,
    )
  })

  test('a file that is read in small pieces gives the same records', async () => {
    const nights = Array.from({ length: 40 }, (_, index) =>
      sleepJson(index, `${addDays('2018-01-01', index)}T23:00:00.000`, 8, {
        note: '{"}[\\é'.repeat(index * 300),
      }),
    )
    const path = saveAll('large', { 'sleep-2018-01-01.json': JSON.stringify(nights, null, 1) })
    expect((await readHistory([path], BERLIN)).entries).toHaveLength(40)
  })
})

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Asia/Kolkata',
  'Pacific/Auckland',
]

interface Life {
  readonly zone: string
  readonly sleeps: readonly { readonly start: Moment; readonly length: number }[]
  readonly exercises: readonly { readonly start: Moment; readonly seconds: number }[]
}

/** A life of two weeks around a clock change: nights at 22:00 to 01:00 that last 6 to 9 hours, an exercise in the afternoon. */
const arbitraryLife = fc
  .record({
    zone: fc.constantFrom(...zones),
    from: fc.constantFrom('2026-03-01', '2026-03-22', '2025-09-21', '2025-10-19'),
    nights: fc.array(
      fc.record({ late: fc.integer({ min: 0, max: 180 }), minutes: fc.integer({ min: 360, max: 540 }) }),
      {
        minLength: 14,
        maxLength: 14,
      },
    ),
  })
  .map(({ zone, from, nights }): Life => {
    const sleeps = nights.map(({ late, minutes }, index) => {
      const start = momentOfWallClock(
        wallClockMs(momentAt(addDays(from, index), '22:00', zone)) + late * MS_PER_MINUTE,
        zone,
      )
      return { start, length: minutes * MS_PER_MINUTE }
    })
    const exercises = nights.map(({ late }, index) => {
      const start = momentOfInstant(
        momentAt(addDays(from, index), '15:00', zone).at + late * MS_PER_MINUTE,
        zone,
      )
      return { start, seconds: 1800 }
    })
    return { zone, sleeps, exercises }
  })

const noRecords: FitbitScan = {
  ...{ localSleeps: [], utcSleeps: [], localExercises: [], utcExercises: [] },
  ...{ damaged: [], waterFiles: 0, otherFiles: 0 },
}

describe('in six zones and at both clock changes', () => {
  const localSleeps = ({ sleeps }: Life) =>
    sleeps.map(({ start, length }, index) => ({
      ...{ logId: String(index), length, isMain: true },
      // The old layer cuts off nothing; the new one is 30 seconds off.
      startWallMs: wallClockMs(start),
    }))
  const utcSleeps = ({ sleeps }: Life): UtcSleep[] =>
    sleeps.map(({ start, length }) => ({ start: start.at + 30_000, end: start.at + length, offset: 0 }))
  const exercisesBy = (clock: 'utc' | 'local', { exercises }: Life): LocalExercise[] =>
    exercises.map(({ start, seconds }, index) => ({
      ...{ logId: String(index), name: 'Run', seconds, distanceM: null, climbM: null, isAutoDetected: false },
      startMs: clock === 'utc' ? start.at : wallClockMs(start),
    }))
  const startsOf = (scan: Partial<FitbitScan>, answers: Readonly<Record<string, string>>, kind: string) =>
    interpretFitbit({ ...noRecords, ...scan }, answers, historyContext).entries.flatMap(({ draft }) =>
      draft.kind === kind ? [{ at: draft.at, offsetMinutes: draft.offsetMinutes }] : [],
    )

  test('the old layer, the new one and both give the same nights', () => {
    fc.assert(
      fc.property(arbitraryLife, life => {
        const { zone, sleeps } = life
        const starts = sleeps.map(({ start }) => start)
        expect(startsOf({ localSleeps: localSleeps(life) }, { zone }, 'night')).toEqual(starts)
        const inUtc = starts.map(({ at, offsetMinutes }) => ({ at: at + 30_000, offsetMinutes }))
        expect(startsOf({ utcSleeps: utcSleeps(life) }, { zone }, 'night')).toEqual(inUtc)
        const both = { localSleeps: localSleeps(life), utcSleeps: utcSleeps(life) }
        expect(startsOf(both, { zone }, 'night')).toEqual(inUtc)
        // With both layers the offset is in the file, whatever the person answers.
        expect(startsOf(both, { zone: 'Pacific/Honolulu' }, 'night')).toEqual(inUtc)
      }),
      { numRuns: 30 },
    )
  })

  test('exercises of both layers are found to be by UTC, and come in once', () => {
    fc.assert(
      fc.property(arbitraryLife, life => {
        const { zone, exercises } = life
        const scan = {
          localExercises: exercisesBy('utc', life),
          utcExercises: exercises.map(({ start, seconds }, index) => ({
            ...{
              id: `g${index}`,
              name: 'Outdoor Run',
              start: start.at,
              end: start.at + seconds * 1000,
              offset: 0,
            },
            ...{ typedAt: null, distanceM: null, climbM: null, isAutoDetected: false },
          })),
        }
        const starts = exercises.map(({ start }) => start)
        expect(startsOf(scan, { zone }, 'activity')).toEqual(starts)
        const local = { ...scan, localExercises: exercisesBy('local', life) }
        expect(startsOf(local, { zone }, 'activity')).toEqual(starts)
      }),
      { numRuns: 30 },
    )
  })

  test('the answer about the clock decides where the archive does not', () => {
    fc.assert(
      fc.property(arbitraryLife, fc.constantFrom('utc' as const, 'local' as const), (life, clock) => {
        const { zone, exercises } = life
        const scan = { localExercises: exercisesBy(clock, life) }
        const starts = exercises.map(({ start }) => start)
        expect(startsOf(scan, { zone, 'exercise-clock': clock }, 'activity')).toEqual(starts)
      }),
      { numRuns: 30 },
    )
  })
})
