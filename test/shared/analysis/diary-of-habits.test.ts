import { describe, expect, it } from 'vitest'
import type { Diary } from '../../../shared/analysis/diary/diary.ts'
import { createWindowReader } from '../../../shared/analysis/diary/windows.ts'
import { createDiary } from '../../../shared/analysis/diary-of-journal.ts'
import { getWindow } from '../../../shared/analysis/exposures/exposure.ts'
import type { BuiltInKey } from '../../../shared/analysis/exposures/exposures.ts'
import { getExposure } from '../../../shared/analysis/exposures/exposures.ts'
import { type CheckIn, type TrackedKind, trackedKinds } from '../../../shared/kinds/check-in.ts'
import type { DayDraft } from '../../../shared/kinds/day.ts'
import type { EntryDraft } from '../../../shared/kinds/entry.ts'
import type { FoodDraft } from '../../../shared/kinds/food.ts'
import type { NightDraft } from '../../../shared/kinds/night.ts'
import type { StretchDraft } from '../../../shared/kinds/stretch.ts'
import { addDays, dayNumber } from '../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { dayDraft, foodDraft, nightDraft, stretchDraft } from '../kinds/drafts.ts'

const MONDAY = '2026-11-16'
const TUESDAY = '2026-11-17'
const THREE_AT_NIGHT = 15 * 60

const at = (text: string) => {
  const [date = '', clock = ''] = text.split(' ')
  return momentAt(date, clock, 'Europe/Berlin')
}

const stretch = (time: string, fields: Partial<StretchDraft> = {}) => stretchDraft({ ...at(time), ...fields })

const food = (time: string, fields: Partial<FoodDraft> = {}) => foodDraft({ ...at(time), ...fields })

const day = (date: string, fields: Partial<DayDraft> = {}) => dayDraft({ ...at(`${date} 12:00`), ...fields })

const night = (from: string, until: string | null, fields: Partial<NightDraft> = {}) =>
  nightDraft({ ...at(from), wakeAt: until === null ? null : at(until).at, ...fields })

const everyKind = (date: string): CheckIn[] => trackedKinds.map(kind => ({ date, kind, dayStartMinutes: 0 }))
const only = (date: string, kind: TrackedKind): CheckIn[] => [{ date, kind, dayStartMinutes: 0 }]

function read(drafts: readonly EntryDraft[], checkIns: readonly CheckIn[] = []): Diary {
  const entries = drafts.map((draft, i) => ({ ...draft, id: i + 1, loggedAt: draft.at, editedAt: null }))
  return createDiary({
    dayStartMinutes: 0,
    entries,
    checkIns,
    shoes: [],
    offWeekdays: [5, 6],
    timeZone: 'Europe/Berlin',
  })
}

/** Value of the exposure's window on the cramp-day that begins on Monday, by default for a cramp at 03:00. */
const readValue = (key: BuiltInKey, diary: Diary, offset = THREE_AT_NIGHT) =>
  createWindowReader(diary, getWindow(getExposure(key), diary))(dayNumber(MONDAY), offset)

describe('stretching in the evening', () => {
  const valueAfter = (...drafts: StretchDraft[]) =>
    readValue('stretch-evening', read(drafts, [...everyKind(MONDAY), ...everyKind(TUESDAY)]))

  it('is calf, back of the thigh or foot, a minute or more, from six on', () => {
    expect(valueAfter(stretch(`${MONDAY} 18:00`))).toBe(1)
    expect(valueAfter(stretch(`${MONDAY} 17:59`))).toBe(0)
    expect(valueAfter(stretch(`${MONDAY} 20:00`, { durationMinutes: 0.9 }))).toBe(0)
    expect(valueAfter(stretch(`${MONDAY} 20:00`, { muscles: ['shin', 'arch'] }))).toBe(1)
    expect(valueAfter(stretch(`${MONDAY} 20:00`, { muscles: ['hand', 'inner-thigh'] }))).toBe(0)
  })

  it('is also what was done before bed after midnight', () => {
    expect(valueAfter(stretch(`${TUESDAY} 00:20`))).toBe(0)
    expect(valueAfter(stretch(`${TUESDAY} 00:20`, { beforeBed: true }))).toBe(1)
  })

  it('is unknown on dates without an entry or a word', () => {
    expect(readValue('stretch-evening', read([]))).toBeNull()
    expect(readValue('stretch-evening', read([], only(MONDAY, 'stretch')))).toBeNull()
    expect(
      readValue('stretch-evening', read([], [...only(MONDAY, 'stretch'), ...only(TUESDAY, 'stretch')])),
    ).toBe(0)
  })
})

describe('regular habits', () => {
  const week = Array.from({ length: 9 }, (_, back) => addDays(TUESDAY, -back))

  it('count the days of the last seven with any stretching, whatever was stretched', () => {
    const drafts = [
      stretch('2026-11-14 09:00', { muscles: ['hand'] }),
      stretch('2026-11-14 21:00'),
      stretch(`${MONDAY} 22:00`),
      // More than seven days before.
      stretch('2026-11-09 12:00'),
    ]
    expect(readValue('stretch-regular', read(drafts, week.flatMap(everyKind)))).toBe(2)
  })

  it('count the days with foot exercises, of which 0 minutes is none', () => {
    const drafts = [
      day('2026-11-13', { footExerciseMinutes: 5 }),
      day('2026-11-14', { footExerciseMinutes: 0 }),
      day('2026-11-15', { footExerciseMinutes: 10 }),
      day(MONDAY, { heat: 'hot' }),
    ]
    expect(readValue('foot-strength', read(drafts, week.flatMap(everyKind)))).toBe(2)
    expect(readValue('foot-strength', read(drafts))).toBeNull()
  })
})

describe('food', () => {
  const eaten = [
    food('2026-11-15 08:00', { potassiumServings: 1.5 }),
    food(`${MONDAY} 19:00`, { potassiumServings: 1, magnesiumServings: 2, calciumSupplementMg: 500 }),
  ]
  const complete = ['2026-11-15', MONDAY, TUESDAY].flatMap(everyKind)

  it('is summed over two days, by mineral, without supplements', () => {
    const diary = read(eaten, complete)
    expect(readValue('diet-potassium', diary)).toBe(2.5)
    expect(readValue('diet-magnesium', diary)).toBe(2)
    expect(readValue('diet-calcium', diary)).toBe(0)
  })

  it('is known only by the word that it is all there, never by an entry', () => {
    expect(readValue('diet-potassium', read(eaten))).toBeNull()
    expect(
      readValue(
        'diet-potassium',
        read(
          eaten,
          complete.filter(({ date }) => date !== MONDAY),
        ),
      ),
    ).toBeNull()
  })
})

describe('the night', () => {
  const valueIn = (key: BuiltInKey, fields: Partial<NightDraft>, offset = THREE_AT_NIGHT) =>
    readValue(key, read([night(`${MONDAY} 23:00`, `${TUESDAY} 07:00`, fields)]), offset)

  it('counts only for a time in bed, and only with both its times', () => {
    expect(valueIn('cold-feet', { coldLegs: true })).toBe(1)
    expect(valueIn('cold-feet', { coldLegs: true }, 10 * 60)).toBeNull()
    expect(valueIn('cold-feet', { coldLegs: true }, 19 * 60)).toBeNull()
    expect(valueIn('cold-feet', { coldLegs: false })).toBe(0)
    expect(valueIn('cold-feet', {})).toBeNull()
    const awake = read([night(`${MONDAY} 23:00`, null, { coldLegs: true })])
    expect(readValue('cold-feet', awake)).toBeNull()
  })

  it('that began after midnight is the night of the day before', () => {
    const late = read([night(`${TUESDAY} 01:00`, `${TUESDAY} 08:00`, { coldLegs: true })])
    expect(readValue('cold-feet', late)).toBe(1)
  })

  it.each<[Partial<NightDraft>, number | null]>([
    [{ roomTemperatureC: 16 }, 1],
    [{ roomTemperatureC: 16.5 }, 0],
    [{ roomFeel: 'cold', roomTemperatureC: 20 }, 1],
    [{ roomFeel: 'warm' }, 0],
    [{}, null],
  ])('has a cold bedroom or not: %o', (fields, value) => {
    expect(valueIn('cold-bedroom', fields)).toBe(value)
  })

  it.each<[Partial<NightDraft>, number | null]>([
    [{ position: 'front-toes-pointed' }, 1],
    [{ position: 'front' }, 0],
    [{ position: 'side', bedding: 'tight' }, 0],
    [{ position: 'back', bedding: 'tight' }, 1],
    [{ position: 'back', bedding: 'cradle' }, 0],
    [{ position: 'back' }, null],
    [{ bedding: 'tight' }, null],
  ])('has pointed toes or not: %o', (fields, value) => {
    expect(valueIn('sleep-position', fields)).toBe(value)
  })

  it('has tight bedding or not', () => {
    expect(valueIn('bedding-tight', { bedding: 'tight' })).toBe(1)
    expect(valueIn('bedding-tight', { bedding: 'loose' })).toBe(0)
    expect(valueIn('bedding-tight', { position: 'back' })).toBeNull()
  })
})

describe('the time in bed', () => {
  const inBed = (draft: NightDraft) => {
    const [record] = read([draft]).nights.values()
    return record && record.until - record.from
  }

  it('is told by the clock on the wall, which is put back and forward in two nights of a year', () => {
    expect(inBed(night('2026-11-16 23:00', '2026-11-17 07:00'))).toBe(8 * 60)
    expect(inBed(night('2026-10-24 23:00', '2026-10-25 07:00'))).toBe(8 * 60)
    expect(inBed(night('2026-03-28 23:00', '2026-03-29 07:00'))).toBe(8 * 60)
  })

  it('is how long it was for a night that was written down by another clock', () => {
    const from = momentAt('2026-10-24', '23:00', 'Asia/Tokyo')
    const abroad = { ...night('2026-10-24 23:00', null), ...from, wakeAt: from.at + 9 * 3_600_000 }
    expect(inBed(abroad)).toBe(9 * 60)
  })
})

describe('heat', () => {
  it('is what was said of the date, else 30 degrees', () => {
    expect(readValue('heat-day', read([day(MONDAY, { heat: 'hot', maxTemperatureC: 12 })]))).toBe(1)
    expect(readValue('heat-day', read([day(MONDAY, { heat: 'normal', maxTemperatureC: 35 })]))).toBe(0)
    expect(readValue('heat-day', read([day(MONDAY, { maxTemperatureC: 30 })]))).toBe(1)
    expect(readValue('heat-day', read([day(MONDAY, { maxTemperatureC: 29.9 })]))).toBe(0)
    expect(readValue('heat-day', read([day(MONDAY, { saltAfterSweat: true })]))).toBeNull()
  })

  it('of a day that is said to be complete was none', () => {
    expect(readValue('heat-day', read([], only(MONDAY, 'day')))).toBe(0)
    expect(readValue('heat-day', read([], only(TUESDAY, 'day')))).toBeNull()
  })
})

describe('illness with loss of fluid', () => {
  const complete = ['2026-11-15', MONDAY, TUESDAY].flatMap(everyKind)
  const valueWith = (...drafts: DayDraft[]) => readValue('illness-loss', read(drafts, complete))

  it('counts from two days before until the cramp, never what came after it', () => {
    expect(valueWith(day('2026-11-15', { illnessWithFluidLoss: true }))).toBe(1)
    expect(valueWith(day('2026-11-14', { illnessWithFluidLoss: true }))).toBe(0)
    expect(valueWith(day(TUESDAY, { illnessWithFluidLoss: true }))).toBe(0)
    expect(valueWith(day(MONDAY, { illnessWithFluidLoss: false }))).toBe(0)
  })

  it('is unknown where nobody said', () => {
    expect(readValue('illness-loss', read([day(MONDAY, { illnessWithFluidLoss: true })]))).toBeNull()
  })
})
