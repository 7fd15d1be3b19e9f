/** Contexts in which the tests read lines: person, place, time and closet. */
import type { Shoe, ShoeKind } from '../../../shared/kinds/footwear.ts'
import { builtInLists } from '../../../shared/kinds/journal-lists.ts'
import type { OwnFactor } from '../../../shared/kinds/own-factor.ts'
import type { OwnThing } from '../../../shared/kinds/own-thing.ts'
import type { QuickAddContext } from '../../../shared/quick-add/reading.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { listedFactor } from '../kinds/drafts.ts'

export const LONDON = 'Europe/London'

export const shoe = (id: number, name: string, kind: ShoeKind, retired = false): Shoe => ({
  id,
  name,
  kind,
  archSupport: null,
  fit: null,
  heelMm: null,
  cushioning: null,
  insole: null,
  retired,
})

export const closet = [
  shoe(1, 'Sandals', 'sandal'),
  shoe(2, 'Pegasus 41', 'running'),
  shoe(3, 'Hiking boots', 'boot'),
  shoe(4, 'Chelsea boots', 'boot'),
  shoe(5, 'Old clogs', 'other', true),
]

export const socks: OwnFactor = { ...listedFactor({ name: 'Compression socks' }), id: 1 }
export const stress: OwnFactor = { ...socks, id: 4, name: 'Stress', answer: 'scale' }
export const brine: OwnFactor = { ...socks, id: 5, name: 'Pickle brine', answer: 'amount', unit: 'ml' }

const ofMine = { createdOn: '2026-11-01', archived: false }
/** One own thing of each list. */
export const ownThings: readonly OwnThing[] = [
  {
    ...{ ...ofMine, id: 1, list: 'drink', name: 'Pickle water' },
    ...{ usualMl: 80, alcoholPercent: 0, caffeine: 'no', hasElectrolytes: true },
  },
  { ...ofMine, id: 2, list: 'activity', name: 'Slow yoga', isStill: false },
  { ...ofMine, id: 3, list: 'relief', name: 'Tape' },
  { ...ofMine, id: 4, list: 'symptom', name: 'Fizzing' },
]

/** By default Friday, 20 November 2026, 14:00 in London, with a British closet. */
export function contextAt(
  when = '2026-11-20 14:00',
  changes: Partial<QuickAddContext> = {},
): QuickAddContext {
  const timeZone = changes.timeZone ?? LONDON
  const [date = '', clock = ''] = when.split(' ')
  const now = momentAt(date, clock, timeZone)
  return {
    now,
    timeZone,
    today: calendarDate(now),
    shoes: closet,
    ownFactors: [],
    lists: builtInLists,
    wearing: null,
    volumeUnit: 'ml',
    region: 'uk',
    dateOrder: 'dmy',
    hourCycle: 24,
    decimalSign: '.',
    usualDrinks: [],
    ...changes,
  }
}
