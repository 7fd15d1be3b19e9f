import { describe, expect, test } from 'vitest'
import { findCrampAnswer, listOfferedDrinks, listOfferedShoes } from '../../../renderer/log/day-state.ts'
import type { Day, UsualDrink } from '../../../shared/contract.ts'
import type { CheckIn } from '../../../shared/kinds/check-in.ts'
import type { Entry } from '../../../shared/kinds/entry.ts'
import type { Shoe } from '../../../shared/kinds/footwear.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { crampAt } from '../../support/cramp-at.ts'

const at = (date: string, clock: string) => momentAt(date, clock, 'Europe/Berlin')

function makeDay(date: string, entries: Entry[] = [], checkIns: CheckIn[] = []): Day {
  return {
    date,
    entries,
    checkIns,
    factorCheckIns: [],
    shoes: [],
    wearing: null,
    usualDrinks: [],
    usualShoeIds: [],
    usualStretch: null,
    usualAmounts: [],
    medicines: [],
  }
}

const cramp = (date: string, clock: string) => crampAt(date, clock)

describe('findCrampAnswer, for the cramp-day that ends at noon of Friday', () => {
  const thursday = makeDay('2026-11-19')
  const friday = makeDay('2026-11-20')

  test('it is too early to say none before 05:00 of that morning', () => {
    expect(findCrampAnswer(friday, thursday, at('2026-11-20', '04:59')).state).toBe('too-early')
  })

  test('from 05:00 on it is unknown until somebody answers', () => {
    expect(findCrampAnswer(friday, thursday, at('2026-11-20', '05:00')).state).toBe('unknown')
  })

  test('the answer counts that names the Thursday it began on', () => {
    const answered = makeDay('2026-11-20', [], [{ date: '2026-11-19', kind: 'cramp', dayStartMinutes: 0 }])
    expect(findCrampAnswer(answered, thursday, at('2026-11-20', '18:00')).state).toBe('none')
    const other = makeDay('2026-11-20', [], [{ date: '2026-11-20', kind: 'cramp', dayStartMinutes: 0 }])
    expect(findCrampAnswer(other, thursday, at('2026-11-20', '18:00')).state).toBe('unknown')
  })

  test('a cramp of the night is found under the day before, one of the morning under the day itself', () => {
    const night = makeDay('2026-11-19', [cramp('2026-11-20', '03:00')])
    expect(findCrampAnswer(friday, night, at('2026-11-20', '18:00'))).toEqual({ state: 'cramps', count: 1 })
    const morning = makeDay('2026-11-20', [cramp('2026-11-20', '06:00')])
    expect(findCrampAnswer(morning, thursday, at('2026-11-20', '18:00'))).toEqual({
      state: 'cramps',
      count: 1,
    })
  })

  test('cramps of the noon-to-noon days before and after do not count', () => {
    const before = makeDay('2026-11-19', [cramp('2026-11-19', '11:00')])
    const after = makeDay('2026-11-20', [cramp('2026-11-20', '12:30')])
    expect(findCrampAnswer(after, before, at('2026-11-20', '18:00')).state).toBe('unknown')
  })
})

const drink = (name: UsualDrink['drink'], volumeMl: number): UsualDrink => ({
  drink: name,
  volumeMl,
  alcoholPercent: null,
  caffeineMg: null,
})

test('drinks offered are the usual ones, filled up with common ones that are not among them', () => {
  const offered = listOfferedDrinks([drink('juice', 330), drink('water', 250)], 4)
  expect(offered.map(({ drink: name, volumeMl }) => `${name} ${volumeMl}`)).toEqual([
    'juice 330',
    'water 250',
    'water 500',
    'tea 200',
  ])
})

test('shoes offered are the most worn first, without the one that is on and the retired', () => {
  const shoe = (id: number, retired = false): Shoe => ({
    id,
    name: `Shoe ${id}`,
    kind: 'trainer',
    archSupport: null,
    fit: null,
    heelMm: null,
    cushioning: null,
    insole: null,
    retired,
  })
  const offered = listOfferedShoes([shoe(1), shoe(2), shoe(3), shoe(4, true), shoe(5)], [5, 4, 2], 2, 3)
  expect(offered.map(({ id }) => id)).toEqual([5, 1, 3])
})
