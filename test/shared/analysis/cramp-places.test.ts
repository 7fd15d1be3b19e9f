import { describe, expect, it } from 'vitest'
import { computePlacesPattern, crampPlaces, getPeriodBefore } from '../../../shared/analysis/cramp-places.ts'
import {
  writePlacesSentence as sayPlaces,
  writePlaceChangesSentence,
  writePlacesLeftOutSentence,
} from '../../../shared/analysis/cramp-places-sentences.ts'
import type { CrampSite } from '../../../shared/kinds/cramp.ts'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { complete, crampOn, track } from './pattern-entries.ts'
import { formats } from './plain-formats.ts'

const now = { fromDate: '2026-06-01', toDate: '2026-06-28' }
const before = { fromDate: '2026-05-04', toDate: '2026-05-31' }

const at = (date: string, ...sites: CrampSite[]): EntryOf<'cramp'> =>
  crampOn(`${date} 20:00`, { sites, needsDetails: sites.length === 0 })
const calf = (side: CrampSite['side']): CrampSite => ({ muscle: 'calf', side })
const arch: CrampSite = { muscle: 'arch', side: 'left' }

/** `count` days in a row with a cramp at a site. */
const daysFrom = (from: string, count: number, site: CrampSite) =>
  Array.from({ length: count }, (_, index) => at(addDays(from, index), site))

const placesOf = (
  cramps: readonly EntryOf<'cramp'>[],
  checkIns = complete('cramp', before.fromDate, now.toDate),
) => {
  const places = computePlacesPattern(
    { period: now, tracked: track(cramps, checkIns, now) },
    { period: before, tracked: track(cramps, checkIns, before) },
  )
  expect(crampPlaces.parse(places)).toEqual(places)
  return places
}

describe('the places', () => {
  it('count a cramp at each of its places, and one on both sides for each side', () => {
    const places = placesOf([
      at('2026-06-02', calf('both'), arch),
      at('2026-06-02', calf('left')),
      at('2026-06-05', calf('right')),
      at('2026-06-06'),
    ])
    expect(places.now).toMatchObject({ trackedDays: 28, cramps: 4, withoutPlace: 1 })
    expect(places.now.places).toEqual([
      { muscle: 'arch', left: 1, right: 0, cramps: 1, days: 1 },
      { muscle: 'calf', left: 2, right: 2, cramps: 3, days: 2 },
    ])
    expect(sayPlaces(places, formats)).toBe(
      'Most often: calf, 3 of 3 cramps (left 2, right 2, 1 of them on both sides).',
    )
    expect(writePlacesLeftOutSentence(places, formats)).toBe('Left out: 1 cramp without a place.')
  })

  it('say when two share the first rank, or when there is none', () => {
    const shared = placesOf([at('2026-06-02', arch), at('2026-06-03', calf('left'))])
    expect(sayPlaces(shared, formats)).toBe(
      'Equally often in arch of the foot and calf: 1 each, of 2 cramps.',
    )
    expect(sayPlaces(placesOf([]), formats)).toBe('There was no cramp in this period that could be shown.')
    expect(sayPlaces(placesOf([at('2026-06-02')]), formats)).toBe('No cramp in this period has a place yet.')
  })
})

describe('the change', () => {
  it('is a ratio of days per tracked day with exact limits', () => {
    // R: poisson.test(c(12, 3), c(28, 28)): 4, 1.081 to 22.09
    const places = placesOf([
      ...daysFrom(now.fromDate, 12, calf('left')),
      ...daysFrom(before.fromDate, 3, calf('left')),
      ...daysFrom('2026-06-20', 3, arch),
      ...daysFrom(before.fromDate, 4, arch),
    ])
    const [ofArch, ofCalf] = places.changes ?? []
    expect(ofArch).toMatchObject({ muscle: 'arch', days: 3, daysBefore: 4, ratio: 0.75 })
    expect(ofCalf).toMatchObject({ muscle: 'calf', days: 12, daysBefore: 3, ratio: 4 })
    // R: poisson.test(c(12, 3), c(28, 28))$conf.int
    expect(ofCalf?.lower).toBeCloseTo(1.079473, 5)
    expect(ofCalf?.upper).toBeCloseTo(22.088287, 5)
    expect(writePlaceChangesSentence(places, formats)).toBe(
      'Compared with the period before (2026-05-04 to 2026-05-31): more often in calf; no clear change in arch of the foot.',
    )
  })

  it('is open-ended, never infinite, where there was none before', () => {
    const [ofCalf] = placesOf(daysFrom(now.fromDate, 8, calf('left'))).changes ?? []
    expect(ofCalf).toMatchObject({ days: 8, daysBefore: 0, ratio: null, upper: null })
  })

  it('needs days with a cramp and tracked days', () => {
    expect(placesOf(daysFrom(now.fromDate, 5, calf('left'))).changes).toEqual([])
    const untracked = placesOf(
      daysFrom(now.fromDate, 8, calf('left')),
      complete('cramp', now.fromDate, now.toDate),
    )
    expect(untracked.changes).toBeNull()
    expect(writePlaceChangesSentence(untracked, formats)).toMatch(
      /it has 0 answered days, and 14 are needed\.$/,
    )
  })

  it('has nothing to compare where everything is shown', () => {
    expect(getPeriodBefore(now)).toEqual(before)
    expect(getPeriodBefore({ fromDate: '1900-01-01', toDate: '2026-06-28' })).toBeNull()
    const all = computePlacesPattern({ period: now, tracked: track([at('2026-06-02', arch)], [], now) }, null)
    expect(writePlaceChangesSentence(all, formats)).toBe(
      'Choose a shorter period to compare it with the one before.',
    )
  })
})
