import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BackupName,
  backupReasons,
  formatBackupName,
  parseBackupName,
} from '../../../shared/keeping/backup.ts'
import {
  chooseKept,
  DAYS_KEPT,
  MONTHS_KEPT,
  SAFETY_COPIES_KEPT,
  WEEKS_KEPT,
} from '../../../shared/keeping/retention.ts'
import { calendarDate, MS_PER_DAY } from '../../../shared/time/moment.ts'
import { momentAtOffset } from '../../../shared/time/time-zone.ts'

const on = (date: string, clock = '12:00', reason: BackupName['reason'] = 'daily'): BackupName => ({
  moment: momentAtOffset(date, clock, 60),
  reason,
})
const datesOf = (kept: Iterable<BackupName>) => [...kept].map(({ moment }) => calendarDate(moment)).toSorted()

const anyName: fc.Arbitrary<BackupName> = fc.record({
  moment: fc.record({
    at: fc.integer({ min: Date.UTC(2020, 0, 1) / 1000, max: Date.UTC(2040, 0, 1) / 1000 }).map(s => s * 1000),
    offsetMinutes: fc.integer({ min: -48, max: 56 }).map(quarters => quarters * 15),
  }),
  reason: fc.constantFrom(...backupReasons),
})
const anyNames = fc.array(anyName, { maxLength: 80 })

describe('the name of a backup', () => {
  test('says when, where and why', () => {
    expect(formatBackupName(on('2026-11-20', '14:05:12'))).toBe(
      'unknot-2026-11-20T14-05-12+0100-daily.sqlite',
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
    }))
    expect(datesOf(chooseKept(year))).toEqual([
      ...['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30'],
      ...['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31'],
      // The Sundays of three weeks before, of which the last lies within the seven days.
      ...['2026-11-01', '2026-11-08'],
      ...['2026-11-14', '2026-11-15', '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'],
    ])
  })

  test('those before a long absence stay', () => {
    const before = ['2025-03-01', '2025-03-02', '2025-03-03'].map(date => on(date))
    expect(datesOf(chooseKept([...before, on('2026-11-20')]))).toEqual([
      '2025-03-01',
      '2025-03-02',
      '2025-03-03',
      '2026-11-20',
    ])
  })

  test('of several of a day the newest stays', () => {
    const [morning, evening] = [on('2026-11-20', '08:00'), on('2026-11-20', '20:00', 'by-hand')]
    expect([...chooseKept([morning, evening])]).toEqual([evening])
  })

  test('safety copies do not push out regular ones', () => {
    const safety = Array.from({ length: 30 }, (_, index) =>
      on('2026-11-20', `12:${String(index).padStart(2, '0')}`, 'before-import'),
    )
    const kept = chooseKept([on('2026-11-19'), ...safety])
    expect(kept.size).toBe(1 + SAFETY_COPIES_KEPT)
  })

  test('property: never more than promised, always the newest, whatever the order', () => {
    fc.assert(
      fc.property(anyNames, names => {
        const kept = chooseKept(names)
        const most = DAYS_KEPT + WEEKS_KEPT + MONTHS_KEPT + SAFETY_COPIES_KEPT
        expect(kept.size).toBeLessThanOrEqual(most)
        const regular = names.filter(({ reason }) => reason === 'daily' || reason === 'by-hand')
        const newest = Math.max(...regular.map(({ moment }) => moment.at))
        expect([...kept].some(({ moment }) => moment.at === newest)).toBe(regular.length > 0)
      }),
    )
  })

  test('property: what stayed stays, when nothing is added', () => {
    fc.assert(
      fc.property(anyNames, names => {
        const kept = chooseKept(names)
        expect(chooseKept([...kept])).toEqual(kept)
      }),
    )
  })
})
