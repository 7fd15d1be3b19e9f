import { expect, test } from 'vitest'
import { findGaps } from '../../../shared/analysis/gaps.ts'
import type { CheckIn, TrackedKind } from '../../../shared/kinds/check-in.ts'
import type { Entry } from '../../../shared/kinds/entry.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { fluidDraft } from '../kinds/drafts.ts'

const ZONE = 'Europe/Berlin'

function listGaps(
  kinds: readonly TrackedKind[],
  {
    entries = [],
    checkIns = [],
    lastCrampDay = '2026-11-18',
    firstDate = '2026-11-01',
    dayStartMinutes = 0,
  }: {
    entries?: readonly Entry[]
    checkIns?: readonly CheckIn[]
    dayStartMinutes?: number
    lastCrampDay?: string
    firstDate?: string | null
  } = {},
) {
  return findGaps({
    today: '2026-11-20',
    lastCrampDay,
    trackedKinds: kinds,
    entries,
    checkIns,
    firstDate,
    dayStartMinutes,
  }).map(({ date, kind }) => `${kind} ${date}`)
}

const loggedAt = momentAt('2026-11-20', '08:00', ZONE).at

function toBed(date: string, clock: string): Entry {
  return {
    id: 1,
    loggedAt,
    editedAt: null,
    kind: 'night',
    ...momentAt(date, clock, ZONE),
    note: '',
    wakeAt: null,
    coldLegs: null,
    bedding: null,
    position: null,
    roomFeel: null,
    roomTemperatureC: null,
    sleepDisturbance: null,
  }
}

test('the three days before today are asked about, newest first, and none before the first entry', () => {
  expect(listGaps(['fluid'])).toEqual(['fluid 2026-11-19', 'fluid 2026-11-18', 'fluid 2026-11-17'])
  expect(listGaps(['fluid'], { firstDate: '2026-11-19' })).toEqual(['fluid 2026-11-19'])
  expect(listGaps(['fluid'], { firstDate: null })).toEqual([])
})

test('a drink does not make its day complete, a check-in does', () => {
  const drink: Entry = {
    id: 1,
    loggedAt,
    editedAt: null,
    ...fluidDraft(momentAt('2026-11-19', '12:00', ZONE)),
  }
  expect(listGaps(['fluid'], { entries: [drink] })).toContain('fluid 2026-11-19')
  expect(
    listGaps(['fluid'], { checkIns: [{ date: '2026-11-19', kind: 'fluid', dayStartMinutes: 0 }] }),
  ).not.toContain('fluid 2026-11-19')
})

test('a cramp-day is asked about once it has ended', () => {
  expect(listGaps(['cramp'])).toEqual(['cramp 2026-11-18', 'cramp 2026-11-17'])
  expect(listGaps(['cramp'], { lastCrampDay: '2026-11-19' })[0]).toBe('cramp 2026-11-19')
})

test('to bed after midnight tells of the night of the date before, and not of the next', () => {
  expect(listGaps(['night'], { entries: [toBed('2026-11-19', '00:30')] })).toEqual([
    'night 2026-11-19',
    'night 2026-11-17',
  ])
  expect(listGaps(['night'], { entries: [toBed('2026-11-18', '23:30')] })).toEqual([
    'night 2026-11-19',
    'night 2026-11-17',
  ])
})
