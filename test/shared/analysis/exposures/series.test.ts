/**
 * Golden test of the series: sizes and sums of every exposure in two demo journals with added variety. Only a change of
 * an exposure's meaning may change these numbers.
 */
import { expect, test } from 'vitest'
import { createWindowReader } from '../../../../shared/analysis/diary/windows.ts'
import { createDiary } from '../../../../shared/analysis/diary-of-journal.ts'
import { getWindow } from '../../../../shared/analysis/exposures/exposure.ts'
import { exposures } from '../../../../shared/analysis/exposures/exposures.ts'
import { makeDemoJournal } from '../../../../shared/demo/demo-journal.ts'
import type { CheckIn } from '../../../../shared/kinds/check-in.ts'
import type { Entry } from '../../../../shared/kinds/entry.ts'
import { dateOfDayNumber, dayNumber } from '../../../../shared/time/calendar-date.ts'
import { MS_PER_DAY, MS_PER_HOUR } from '../../../../shared/time/moment.ts'
import { dayDraft, foodDraft, stretchDraft } from '../../kinds/drafts.ts'

const journals = {
  Berlin: {
    lastDate: '2026-11-20',
    timeZone: 'Europe/Berlin',
    seed: 156,
    dayStartMinutes: 240,
    isByTheClock: false,
  },
  'New York': {
    lastDate: '2026-03-31',
    timeZone: 'America/New_York',
    seed: 77,
    dayStartMinutes: 0,
    isByTheClock: true,
  },
} as const

const someDrinks = ['water', 'tea', 'beer', 'spirits', 'soup', 'other', 'sparkling-water', 'coffee'] as const

/** Varies an entry: drinks of every kind, strength and caffeine; other sessions; gaps in nights and days. */
function vary(entry: Entry, isByTheClock: boolean): Entry {
  const turn = entry.id % 7
  if (entry.kind === 'fluid') {
    const drink = someDrinks[entry.id % someDrinks.length] ?? entry.drink
    if (turn === 0) return { ...entry, alcoholPercent: entry.id % 2 === 0 ? 0.4 : 12 }
    return turn < 4 ? { ...entry, drink, alcoholPercent: null, caffeineMg: null } : entry
  }
  if (entry.kind === 'activity')
    return {
      ...entry,
      ...(turn === 1 && { exertion: null }),
      ...(turn === 2 && { warmUpMinutes: 0 }),
      ...(turn === 3 && { cold: true, newOrHarder: true }),
      ...(turn < 3 && { sweat: 'heavy' as const }),
      ...(isByTheClock && { wholeDay: false, at: entry.at - 4 * MS_PER_HOUR }),
    }
  return entry.kind === 'night' && turn === 4 ? { ...entry, position: 'back' } : entry
}

/** Entries of the kinds that the demo lacks, on one day of UTC. */
function makeHabits(day: number, i: number): Entry[] {
  const noon = { at: day * MS_PER_DAY + 12 * MS_PER_HOUR, offsetMinutes: 0 }
  const evening = { ...noon, at: noon.at + (i % 4) * 3 * MS_PER_HOUR }
  const drafts = [
    dayDraft({
      ...noon,
      heat: i % 5 === 0 ? 'hot' : null,
      maxTemperatureC: i % 3 === 0 ? 24 + (i % 8) : null,
      illnessWithFluidLoss: i % 11 === 0 ? true : null,
      saltAfterSweat: i % 4 === 0 ? i % 8 === 0 : null,
      footExerciseMinutes: i % 6 === 0 ? i % 12 : null,
    }),
    ...(i % 3 === 0
      ? [stretchDraft({ ...evening, muscles: i % 2 === 0 ? ['calf'] : ['hand'], beforeBed: i % 9 === 0 })]
      : []),
    ...(i % 2 === 0
      ? [foodDraft({ ...evening, potassiumServings: i % 3, magnesiumServings: 1.5, calciumServings: i % 5 })]
      : []),
  ]
  return drafts.map((draft, j) => ({
    ...draft,
    id: 1_000_000 + 10 * i + j,
    loggedAt: draft.at,
    editedAt: null,
  }))
}

/** Check-ins with some days left out, so that not all windows are known. */
const checkHabits = (day: number, dayStartMinutes: number): CheckIn[] =>
  (['day', 'food', 'stretch'] as const)
    .filter((_kind, i) => (day + i) % 13 > 0)
    .map(kind => ({ date: dateOfDayNumber(day), kind, dayStartMinutes }))

/** Counts of entries, tracked dates and known windows (half a year, every third hour), and the sum of the values. */
function measure({ dayStartMinutes, isByTheClock, ...options }: (typeof journals)[keyof typeof journals]) {
  const journal = makeDemoJournal(options)
  const { timeZone, lastDate } = options
  const last = dayNumber(lastDate)
  const made = Array.from({ length: 100 }, (_, i) => makeHabits(last - i, i)).flat()
  const shoes = journal.shoes.map((shoe, index) => (index === 1 ? { ...shoe, archSupport: null } : shoe))
  const entries = [...journal.entries.map(entry => vary(entry, isByTheClock)), ...made]
  const checkIns = [
    ...journal.checkIns,
    ...Array.from({ length: 90 }, (_, i) => checkHabits(last - i, dayStartMinutes)).flat(),
  ]
  const diary = createDiary({
    ...journal,
    entries,
    checkIns,
    shoes,
    offWeekdays: [5, 6],
    dayStartMinutes,
    timeZone,
  })
  return Object.fromEntries(
    exposures.map(exposure => {
      const { key } = exposure
      const read = createWindowReader(diary, getWindow(exposure, diary))
      const values = Array.from({ length: 182 * 8 }, (_, i) =>
        read(last - Math.floor(i / 8), (i % 8) * 180),
      ).filter(value => value !== null)
      const sum = values.reduce((total, value) => total + value, 0)
      return [
        key,
        [
          diary.entries[key]?.length ?? diary.nightValues[key]?.size ?? 0,
          diary.trackedDates[key]?.length ?? 0,
          values.length,
          Math.round(sum),
        ],
      ]
    }),
  )
}

test.each(['Berlin', 'New York'] as const)('the series of the demo journal in %s', place => {
  expect(measure(journals[place])).toEqual(expected[place])
})

const expected: Record<keyof typeof journals, Record<string, readonly number[]>> = {
  Berlin: {
    'fluids-low': [1251, 156, 1163, 2292230],
    'fluids-excess': [648, 156, 1163, 8],
    'electrolyte-drink': [70, 156, 1163, 414],
    'sweat-salt': [76, 148, 1071, 358],
    'activity-load': [134, 153, 952, 150871],
    'hard-session': [9, 130, 868, 61],
    'activity-new': [25, 153, 1057, 350],
    warmup: [117, 153, 1131, 756],
    'footwear-unsupportive': [68, 74, 387, 200],
    'footwear-tight': [49, 162, 1230, 434],
    standing: [0, 152, 1213, 78480],
    sitting: [0, 158, 1261, 280],
    'cold-exposure': [20, 153, 1169, 85],
    alcohol: [243, 163, 1271, 666],
    caffeine: [353, 156, 691, 449],
    'stretch-evening': [11, 89, 694, 44],
    'stretch-regular': [34, 89, 696, 1727],
    'foot-strength': [8, 86, 692, 437],
    'diet-potassium': [33, 83, 598, 605],
    'diet-magnesium': [50, 83, 598, 896],
    'diet-calcium': [40, 83, 598, 1220],
    'cold-bedroom': [146, 0, 414, 52],
    'cold-feet': [134, 0, 382, 99],
    'bedding-tight': [142, 0, 403, 151],
    'sleep-position': [136, 0, 387, 90],
    'heat-day': [0, 92, 733, 205],
    'illness-loss': [10, 85, 614, 133],
  },
  'New York': {
    'fluids-low': [1124, 153, 1124, 1975240],
    'fluids-excess': [560, 153, 1124, 0],
    'electrolyte-drink': [57, 153, 1124, 318],
    'sweat-salt': [51, 145, 1030, 301],
    'activity-load': [132, 153, 1017, 134871],
    'hard-session': [10, 140, 970, 69],
    'activity-new': [27, 153, 1046, 301],
    warmup: [118, 153, 1124, 712],
    'footwear-unsupportive': [36, 56, 263, 48],
    'footwear-tight': [43, 164, 1262, 396],
    standing: [95, 152, 1106, 77490],
    sitting: [132, 161, 1223, 280],
    'cold-exposure': [62, 153, 1164, 251],
    alcohol: [235, 163, 1271, 636],
    caffeine: [326, 153, 747, 475],
    'stretch-evening': [11, 89, 685, 42],
    'stretch-regular': [34, 89, 694, 1702],
    'foot-strength': [8, 86, 691, 435],
    'diet-potassium': [33, 83, 592, 600],
    'diet-magnesium': [50, 83, 592, 888],
    'diet-calcium': [40, 83, 592, 1201],
    'cold-bedroom': [141, 0, 408, 134],
    'cold-feet': [132, 0, 384, 97],
    'bedding-tight': [135, 0, 391, 125],
    'sleep-position': [116, 0, 336, 60],
    'heat-day': [0, 92, 733, 205],
    'illness-loss': [10, 85, 609, 134],
  },
}
