import { describe, expect, test } from 'vitest'
import {
  type CrampFilter,
  everyCramp,
  filterCramps,
  getFilterKey,
  isEveryCramp,
  judgeCramp,
  selectCounted,
  selectStudied,
} from '../../../shared/analysis/cramp-filter.ts'
import { makeOverview } from '../../../shared/analysis/overview.ts'
import type { CrampDraft } from '../../../shared/kinds/cramp.ts'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import { dayNumber } from '../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { crampDraft } from '../kinds/drafts.ts'

let lastId = 0
const cramp = (date: string, clock: string, told: Partial<CrampDraft> = {}): EntryOf<'cramp'> => ({
  ...crampDraft(told),
  ...momentAt(date, clock, 'Europe/Berlin'),
  id: ++lastId,
  loggedAt: 0,
  editedAt: null,
})
const only = (chosen: Partial<CrampFilter>): CrampFilter => ({ ...everyCramp, ...chosen })

const leftCalf = cramp('2026-11-03', '03:10', {
  sites: [{ muscle: 'calf', side: 'left' }],
  stateAtOnset: 'asleep',
})
const rightArch = cramp('2026-11-04', '15:00', {
  sites: [{ muscle: 'arch', side: 'right' }],
  stateAtOnset: 'exercising',
})
const untold = cramp('2026-11-06', '22:00', { sites: [], stateAtOnset: null })

describe('a cramp under a filter', () => {
  test.each([
    [{}, 'counted', 'counted', 'counted'],
    [{ muscle: 'calf' }, 'counted', 'not-counted', 'unknown'],
    [{ side: 'right' }, 'not-counted', 'counted', 'unknown'],
    [{ time: 'night' }, 'counted', 'not-counted', 'counted'],
    [{ time: 'day' }, 'not-counted', 'counted', 'not-counted'],
    [{ state: 'asleep' }, 'counted', 'not-counted', 'unknown'],
    // A criterion that fails decides, even if another is unknown.
    [{ state: 'asleep', time: 'day' }, 'not-counted', 'not-counted', 'not-counted'],
  ] as const)('%o', (chosen, ...answers) => {
    expect([leftCalf, rightArch, untold].map(one => judgeCramp(only(chosen), one))).toEqual(answers)
  })

  test.each([
    ['small-hours', '03:00', 'counted', 'not-counted'],
    ['morning', '09:00', 'unknown', 'unknown'],
    ['afternoon', '15:00', 'not-counted', 'counted'],
    ['evening', '21:00', 'unknown', 'unknown'],
    ['date', '12:00', 'unknown', 'unknown'],
  ] as const)('known as %s is of the night or of the day only as a whole', (precision, clock, night, day) => {
    const rough = cramp('2026-11-05', clock, { onsetPrecision: precision })
    const judge = (time: CrampFilter['time']) => judgeCramp(only({ time }), rough)
    expect([judge('night'), judge('day'), judge(null)]).toEqual([night, day, 'counted'])
  })

  test('known by its date leaves neither of its days known, unless one has another cramp', () => {
    const dated = cramp('2026-11-05', '12:00', { onsetPrecision: 'date' })
    const unknownDays = (...cramps: EntryOf<'cramp'>[]) => filterCramps(cramps, everyCramp).unknownDays
    const [before, day] = [dayNumber('2026-11-04'), dayNumber('2026-11-05')]
    expect(unknownDays(dated)).toEqual(new Set([before, day]))
    expect(unknownDays(dated, cramp('2026-11-05', '03:00'))).toEqual(new Set([day]))
    const { answeredCrampDays } = selectStudied([dated], [before - 1, before, day, day + 1], everyCramp)
    expect(answeredCrampDays).toEqual([before - 1, day + 1])
    // Rates need the day of the cramp as well as the cramp.
    expect(selectCounted([dated], [before, day], everyCramp).answeredCrampDays).toEqual([day])
  })

  test('in both legs is one of either side, and only with its own muscle', () => {
    const both = cramp('2026-11-05', '04:00', {
      sites: [
        { muscle: 'calf', side: 'both' },
        { muscle: 'toes', side: 'left' },
      ],
    })
    expect(judgeCramp(only({ muscle: 'calf', side: 'right' }), both)).toBe('counted')
    expect(judgeCramp(only({ muscle: 'toes', side: 'right' }), both)).toBe('not-counted')
  })

  test('known only as "in the night" is one of the night, whatever clock time stands beside it', () => {
    const atNight = cramp('2026-11-05', '12:30', { onsetPrecision: 'night' })
    expect(judgeCramp(only({ time: 'night' }), atNight)).toBe('counted')
  })

  test('begins at night from 21:00 until just before 09:00', () => {
    const answers = ['20:59', '21:00', '08:59', '09:00'].map(clock =>
      judgeCramp(only({ time: 'night' }), cramp('2026-11-05', clock)),
    )
    expect(answers).toEqual(['not-counted', 'counted', 'counted', 'not-counted'])
  })
})

describe('the days of a filter', () => {
  const cramps = [leftCalf, rightArch, untold]
  const answered = [dayNumber('2026-11-06'), dayNumber('2026-11-10')]

  test('with a cramp that may be asked for are unknown, unless another on them is', () => {
    const filter = only({ muscle: 'calf' })
    expect(filterCramps(cramps, filter).unknownDays).toEqual(new Set([dayNumber('2026-11-06')]))
    const alsoCalf = cramp('2026-11-06', '23:00', { sites: [{ muscle: 'calf', side: 'left' }] })
    expect(filterCramps([...cramps, alsoCalf], filter).unknownDays.size).toBe(0)
  })

  test('with other cramps are days without these', () => {
    const filter = only({ muscle: 'calf' })
    const studied = selectStudied(cramps, answered, filter)
    expect(studied.episodes.map(({ isElsewhere }) => isElsewhere)).toEqual([false, true])
    expect(studied.answeredCrampDays).toEqual([dayNumber('2026-11-10')])
    const counted = selectCounted(cramps, answered, filter)
    expect(counted.episodes).toHaveLength(1)
    expect(counted.answeredCrampDays.toSorted((a, b) => a - b)).toEqual(
      ['2026-11-02', '2026-11-04', '2026-11-10'].map(dayNumber),
    )
  })

  test('are the same in the overview', () => {
    const overview = makeOverview({
      dayStartMinutes: 0,
      period: { fromDate: '2026-11-02', toDate: '2026-11-08' },
      entries: cramps,
      checkIns: [],
      filter: only({ muscle: 'calf' }),
    })
    expect(overview.weeks[0]).toMatchObject({ crampTrackedDays: 2, cramps: 1, crampDays: 1 })
  })

  test('with a cramp that nobody placed are unknown to the study of legs and feet, and counted elsewhere', () => {
    const day = dayNumber('2026-11-06')
    const studied = selectStudied([leftCalf, untold], [day], everyCramp)
    expect(studied.episodes).toHaveLength(1)
    expect(studied.answeredCrampDays).not.toContain(day)
    const alsoCalf = cramp('2026-11-06', '23:00', { sites: [{ muscle: 'calf', side: 'left' }] })
    expect(selectStudied([untold, alsoCalf], [], everyCramp).episodes).toHaveLength(1)
    expect(selectCounted([leftCalf, untold], [], everyCramp).episodes).toHaveLength(2)
  })

  test('of the hand are studied when the hand is asked for', () => {
    const hand = cramp('2026-11-12', '10:00', { sites: [{ muscle: 'hand', side: 'left' }] })
    const isElsewhere = (filter: CrampFilter) => selectStudied([hand], [], filter).episodes[0]?.isElsewhere
    expect(isElsewhere(everyCramp)).toBe(true)
    expect(isElsewhere(only({ muscle: 'hand' }))).toBe(false)
  })

  test('of a side are studied by the legs of that side', () => {
    const crossed = cramp('2026-11-12', '10:00', {
      sites: [
        { muscle: 'hand', side: 'left' },
        { muscle: 'calf', side: 'right' },
      ],
    })
    expect(selectStudied([crossed], [], only({ side: 'left' })).episodes[0]?.isElsewhere).toBe(true)
  })
})

test('filters have different names when they differ', () => {
  const filters = [everyCramp, only({ side: 'left' }), only({ time: 'night' }), only({ muscle: 'calf' })]
  expect(new Set(filters.map(getFilterKey)).size).toBe(filters.length)
  expect(filters.map(isEveryCramp)).toEqual([true, false, false, false])
})
