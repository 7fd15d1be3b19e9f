import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BackupName,
  backupReasons,
  formatBackupName,
  parseBackupName,
} from '../../../shared/archive/backup.ts'
import {
  chooseKept,
  DAYS_KEPT,
  MONTHS_KEPT,
  SAFETY_COPIES_KEPT,
  WEEKS_KEPT,
} from '../../../shared/archive/retention.ts'
import { calendarDate, MS_PER_DAY } from '../../../shared/time/moment.ts'
import { momentAtOffset } from '../../../shared/time/time-zone.ts'

const on = (date: string, clock = '12:00', reason: BackupName['reason'] = 'daily'): BackupName => ({
  moment: momentAtOffset(date, clock, 60),
  reason,
  origin: null,
})
/** Later than all that these tests name. */
const LATER = Date.UTC(2041, 0, 1)
const keep = (names: readonly BackupName[], now = LATER) => chooseKept(names, now)
const datesOf = (kept: Iterable<BackupName>) => [...kept].map(({ moment }) => calendarDate(moment)).toSorted()

const anyName: fc.Arbitrary<BackupName> = fc.record({
  moment: fc.record({
    at: fc.integer({ min: Date.UTC(2020, 0, 1) / 1000, max: Date.UTC(2040, 0, 1) / 1000 }).map(s => s * 1000),
    offsetMinutes: fc.integer({ min: -48, max: 56 }).map(quarters => quarters * 15),
  }),
  reason: fc.constantFrom(...backupReasons),
  origin: fc.option(fc.constantFrom('00c0ffee', 'deadbeef')),
})
const anyNames = fc.array(anyName, { maxLength: 80 })

test('a backup made by a clock that was sixty years behind is cleared away once there are enough newer ones', () => {
  const wrong = on('1966-11-20')
  const months = Array.from({ length: 12 * 10 }, (_, month) =>
    on(`${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`),
  )
  expect(keep([wrong])).toContain(wrong)
  expect(keep([wrong, ...months])).not.toContain(wrong)
})

describe('the name of a backup', () => {
  test('says when, where and why', () => {
    expect(formatBackupName(on('2026-11-20', '14:05:12'))).toBe(
      'unknot-2026-11-20T14-05-12+0100-daily.sqlite',
    )
    // A clock that is sixty years behind.
    expect(formatBackupName(on('1966-11-20', '14:05:12'))).toBe(
      'unknot-1966-11-20T14-05-12+0100-daily.sqlite',
    )
    expect(formatBackupName({ ...on('2026-11-20', '14:05:12'), origin: '00c0ffee' })).toBe(
      'unknot-2026-11-20T14-05-12+0100-daily-00c0ffee.sqlite',
    )
  })

  test('property: is read as it was written', () => {
    fc.assert(
      fc.property(anyName, name => {
        expect(parseBackupName(formatBackupName(name))).toEqual(name)
      }),
    )
  })

  test.each([
    'journal.sqlite',
    'unknot-2026-02-30T14-05-12+0100-daily.sqlite',
    'unknot-2026-02-03T25-05-12+0100-daily.sqlite',
    'unknot-2026-11-20T14-05-12+0100-whenever.sqlite',
    'unknot-2026-11-20T14-05-12+0100-daily.sqlite.draft',
    'unknot-2026-11-20T14-05-12+0100-daily-00COFFEE.sqlite',
    'unknot-2026-11-20T14-05-12+0100-daily-.sqlite',
  ])('is not %s', name => {
    expect(parseBackupName(name)).toBeNull()
  })
})

describe('of the backups', () => {
  test('of a year of days, 7 days, 4 weeks and 12 months stay', () => {
    const first = Date.UTC(2025, 10, 21, 12)
    const year = Array.from({ length: 365 }, (_, day) => ({
      moment: { at: first + day * MS_PER_DAY, offsetMinutes: 0 },
      reason: 'daily' as const,
      origin: null,
    }))
    expect(datesOf(keep(year))).toEqual([
      ...['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'],
      ...['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31'],
      // The Sundays of three weeks before, of which the last lies within the seven days.
      ...['2026-11-01', '2026-11-08'],
      ...['2026-11-14', '2026-11-15', '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'],
    ])
  })

  test('those before a long absence stay', () => {
    const before = ['2025-03-01', '2025-03-02', '2025-03-03'].map(date => on(date))
    expect(datesOf(keep([...before, on('2026-11-20')]))).toEqual([
      '2025-03-01',
      '2025-03-02',
      '2025-03-03',
      '2026-11-20',
    ])
  })

  test('of several of a day the newest stays', () => {
    const [morning, evening] = [on('2026-11-20', '08:00'), on('2026-11-20', '20:00')]
    expect([...keep([morning, evening])]).toEqual([evening])
  })

  test('those made by hand stay, however many, and push none of the others out', () => {
    const byHand = Array.from({ length: 40 }, (_, index) =>
      on('2026-11-20', `12:${String(index).padStart(2, '0')}`, 'by-hand'),
    )
    const daily = on('2026-11-20', '08:00')
    expect(keep([...byHand, daily, on('2026-11-20', '07:00')])).toEqual(new Set([...byHand, daily]))
  })

  test('those of a clock that ran ahead stay, and push none out that is dated right', () => {
    const ahead = Array.from({ length: 8 }, (_, day) => on(`2036-11-${10 + day}`))
    const names = [...ahead, on('2026-11-19'), on('2026-11-20', '12:00', 'before-import')]
    expect(keep(names, momentAtOffset('2026-11-20', '12:00', 60).at)).toEqual(new Set(names))
    // Once their time has come, they are as any others.
    expect(keep(ahead)).not.toEqual(new Set(ahead))
  })

  test('safety copies do not push out regular ones', () => {
    const safety = Array.from({ length: 30 }, (_, index) =>
      on('2026-11-20', `12:${String(index).padStart(2, '0')}`, 'before-import'),
    )
    const kept = keep([on('2026-11-19'), ...safety])
    expect(kept.size).toBe(1 + SAFETY_COPIES_KEPT)
  })

  const anyNow = fc.integer({ min: Date.UTC(2019, 0, 1), max: LATER })

  test('property: of what is made automatically never more than promised, always the newest, whatever the order', () => {
    fc.assert(
      fc.property(anyNames, anyNow, (names, now) => {
        const kept = keep(names, now)
        const judged = names.filter(({ moment, reason }) => moment.at <= now && reason !== 'by-hand')
        const most = DAYS_KEPT + WEEKS_KEPT + MONTHS_KEPT + SAFETY_COPIES_KEPT
        expect(judged.filter(name => kept.has(name)).length).toBeLessThanOrEqual(most)
        const daily = judged.filter(({ reason }) => reason === 'daily')
        const newest = Math.max(...daily.map(({ moment }) => moment.at))
        expect(daily.some(name => kept.has(name) && name.moment.at === newest)).toBe(daily.length > 0)
        expect(names.every(name => judged.includes(name) || kept.has(name))).toBe(true)
      }),
    )
  })

  test('property: what stayed stays, when nothing is added', () => {
    fc.assert(
      fc.property(anyNames, anyNow, (names, now) => {
        const kept = keep(names, now)
        expect(keep([...kept], now)).toEqual(kept)
      }),
    )
  })
})
