import { describe, expect, it } from 'vitest'
import type { DayNumber, Diary } from '../../../shared/analysis/diary/diary.ts'
import { createDiary, type JournalForAnalysis } from '../../../shared/analysis/diary-of-journal.ts'
import type { ActivityDraft } from '../../../shared/kinds/activity.ts'
import type { Entry, EntryDraft } from '../../../shared/kinds/entry.ts'
import type { FluidDraft } from '../../../shared/kinds/fluid.ts'
import type { Shoe } from '../../../shared/kinds/footwear.ts'
import { dayNumber } from '../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { activityDraft, crampDraft, dayDraft, fluidDraft, footwearDraft, shoeDraft } from '../kinds/drafts.ts'
import { local } from './make-diary.ts'

const at = (text: string, timeZone = 'Europe/Berlin') => {
  const [date = '', clock = ''] = text.split(' ')
  return momentAt(date, clock, timeZone)
}
const store = (drafts: readonly EntryDraft[]): Entry[] =>
  drafts.map((draft, index) => ({ ...draft, id: index + 1, loggedAt: draft.at, editedAt: null }))

const read = (drafts: readonly EntryDraft[], more: Partial<JournalForAnalysis> = {}): Diary =>
  createDiary({
    dayStartMinutes: 0,
    entries: store(drafts),
    checkIns: [],
    shoes: [],
    offWeekdays: [5, 6],
    timeZone: 'Europe/Berlin',
    ...more,
  })

const drink = (time: string, fields: Partial<FluidDraft> = {}) => fluidDraft({ ...at(time), ...fields })
const session = (time: string, fields: Partial<ActivityDraft> = {}) =>
  activityDraft({ ...at(time), ...fields })
const trackedOf = (diary: Diary, key: string): string[] =>
  (diary.trackedDates[key] ?? []).toSorted((a, b) => a - b).map(formatDay)
const formatDay = (day: DayNumber) => new Date(day * 86_400_000).toISOString().slice(0, 10)
const amountsOf = (diary: Diary, series: string) => diary.entries[series]?.map(({ amount }) => amount)

const MONDAY = '2026-11-16'
const TUESDAY = '2026-11-17'

describe('cramps', () => {
  it('stand at the clock time of the place where they were written down', () => {
    const diary = read([crampDraft({ ...at('2026-11-17 03:10', 'Asia/Tokyo') })])
    expect(diary.episodes).toEqual([
      { onset: local('2026-11-17 03:10'), precision: 'exact', isElsewhere: false },
    ])
  })

  it('of hand, arm, trunk or face are no events of legs and feet, unless those cramped as well', () => {
    const diary = read([
      crampDraft({ sites: [{ muscle: 'hand', side: 'left' }] }),
      crampDraft({
        sites: [
          { muscle: 'hand', side: 'left' },
          { muscle: 'toes', side: 'right' },
        ],
      }),
    ])
    expect(diary.episodes.map(({ isElsewhere }) => isElsewhere)).toEqual([true, false])
  })

  it('are denied for a cramp-day by its check-in', () => {
    const diary = read([], { checkIns: [{ date: MONDAY, kind: 'cramp', dayStartMinutes: 0 }] })
    expect(diary.answeredCrampDays).toEqual([dayNumber(MONDAY)])
  })
})

describe('the clock of a cramp-day', () => {
  const clockOf = (drafts: readonly EntryDraft[]) => read(drafts).utcOffsetMinutes.get(dayNumber(MONDAY))
  const home = drink(`${MONDAY} 13:00`)
  const evening = drink(`${MONDAY} 19:00`)
  const abroad = fluidDraft({ ...at(`${MONDAY} 22:00`, 'Asia/Tokyo') })

  it('is the one most entries were written by', () => {
    expect(clockOf([home, evening, abroad])).toBe(60)
  })

  it('is the later one where two are as common, in whatever order the entries come', () => {
    const landed = fluidDraft({ ...at(`${TUESDAY} 08:00`, 'America/New_York') })
    expect(clockOf([home, landed])).toBe(-300)
    expect(clockOf([landed, home])).toBe(-300)
  })
})

describe('a date is tracked', () => {
  it('for drinks by the word that they are all there, never by a drink', () => {
    const diary = read([drink(`${MONDAY} 09:00`)], {
      checkIns: [{ date: TUESDAY, kind: 'fluid', dayStartMinutes: 0 }],
    })
    for (const key of ['fluids-low', 'fluids-excess', 'caffeine'])
      expect(trackedOf(diary, key)).toEqual([TUESDAY])
  })

  it('for alcohol by an alcoholic drink too', () => {
    const diary = read([drink(`${MONDAY} 19:00`, { drink: 'beer' })], {
      checkIns: [{ date: TUESDAY, kind: 'fluid', dayStartMinutes: 0 }],
    })
    expect(trackedOf(diary, 'alcohol')).toEqual([MONDAY, TUESDAY])
  })

  it('for sport by a session of which the answer is known', () => {
    const diary = read([
      session(`${MONDAY} 18:00`, { newOrHarder: null, warmUpMinutes: null, cold: null, sweat: null }),
      session(`${TUESDAY} 18:00`, { cold: false }),
    ])
    expect(trackedOf(diary, 'activity-load')).toEqual([MONDAY, TUESDAY])
    for (const key of ['activity-new', 'warmup', 'cold-exposure'])
      expect(trackedOf(diary, key)).toEqual([TUESDAY])
  })

  it('for the warm-up although nobody wrote one down for a walk', () => {
    const walk = session(`${MONDAY} 10:00`, { activity: 'walk', warmUpMinutes: null })
    expect(trackedOf(read([walk]), 'warmup')).toEqual([MONDAY])
    expect(read([walk]).entries.warmup).toEqual([])
  })

  it('for sweat and salt only with the drinks of the day', () => {
    const diary = read([session(`${MONDAY} 18:00`), session(`${TUESDAY} 18:00`)], {
      checkIns: [{ date: TUESDAY, kind: 'fluid', dayStartMinutes: 0 }],
    })
    expect(trackedOf(diary, 'sweat-salt')).toEqual([TUESDAY])
  })

  it('for standing by standing or a complete day, not by a run', () => {
    const diary = read(
      [
        session(`${MONDAY} 18:00`),
        session(`${TUESDAY} 10:00`, { activity: 'standing', durationMinutes: 90 }),
      ],
      { checkIns: [{ date: '2026-11-18', kind: 'activity', dayStartMinutes: 0 }] },
    )
    expect(trackedOf(diary, 'standing')).toEqual([TUESDAY, '2026-11-18'])
  })
})

describe('answers of one press', () => {
  const marked = { dayStartMinutes: 0, inOnePress: true } as const

  it('make their days known, and the diary without them has these days unknown', () => {
    const diary = read([], {
      checkIns: [
        { date: MONDAY, kind: 'cramp', ...marked },
        { date: TUESDAY, kind: 'cramp', dayStartMinutes: 0 },
        { date: MONDAY, kind: 'fluid', ...marked },
        { date: TUESDAY, kind: 'fluid', dayStartMinutes: 0 },
      ],
    })
    expect(diary.answeredCrampDays.map(formatDay)).toEqual([MONDAY, TUESDAY])
    expect(trackedOf(diary, 'alcohol')).toEqual([MONDAY, TUESDAY])
    const { withoutOnePress } = diary
    if (withoutOnePress === undefined) throw new Error('there are answers of one press')
    expect(withoutOnePress.answeredCrampDays.map(formatDay)).toEqual([TUESDAY])
    expect(trackedOf(withoutOnePress, 'alcohol')).toEqual([TUESDAY])
  })

  it('are no reason to leave out a day that an entry proves', () => {
    const diary = read([session(`${MONDAY} 18:00`)], {
      checkIns: [{ date: MONDAY, kind: 'activity', ...marked }],
    })
    expect(trackedOf(diary.withoutOnePress ?? diary, 'activity-load')).toEqual([MONDAY])
  })

  it('that there are none of take no second reading', () => {
    expect(read([], { checkIns: [{ date: MONDAY, kind: 'cramp', dayStartMinutes: 0 }] })).not.toHaveProperty(
      'withoutOnePress',
    )
  })
})

describe('shoes', () => {
  const closet: Shoe[] = [
    { ...shoeDraft({ archSupport: 'none', fit: 'narrow' }), id: 1 },
    { ...shoeDraft({ archSupport: 'good', fit: 'comfortable' }), id: 2 },
    { ...shoeDraft({ archSupport: null, fit: 'tight' }), id: 3 },
  ]
  const wear = (from: string, to: string | null, shoeId: number) =>
    footwearDraft({ ...at(from), shoeId, takenOffAt: to === null ? null : at(to).at })
  const readWorn = (...worn: ReturnType<typeof wear>[]) => read(worn, { shoes: closet })

  it('count from on to off where support or fit is poor', () => {
    const diary = readWorn(
      wear(`${MONDAY} 08:00`, `${MONDAY} 17:30`, 1),
      wear(`${TUESDAY} 08:00`, `${TUESDAY} 17:30`, 2),
    )
    const span = [{ start: local(`${MONDAY} 08:00`), end: local(`${MONDAY} 17:30`) }]
    expect(diary.entries['footwear-unsupportive']).toMatchObject(span)
    expect(diary.entries['footwear-tight']).toMatchObject(span)
    expect(trackedOf(diary, 'footwear-unsupportive')).toEqual([MONDAY, TUESDAY])
  })

  it('of unknown support leave their dates unknown for support, not for fit', () => {
    const diary = readWorn(wear(`${MONDAY} 08:00`, `${MONDAY} 17:30`, 3))
    expect(trackedOf(diary, 'footwear-unsupportive')).toEqual([])
    expect(trackedOf(diary, 'footwear-tight')).toEqual([MONDAY])
  })

  it('that nobody took off leave their date unknown', () => {
    const diary = readWorn(wear(`${MONDAY} 08:00`, null, 1))
    expect(trackedOf(diary, 'footwear-unsupportive')).toEqual([])
    expect(diary.entries['footwear-unsupportive']).toEqual([])
  })

  it('worn past midnight say nothing of what was worn on the day that begins then', () => {
    expect(
      trackedOf(readWorn(wear(`${MONDAY} 20:00`, `${TUESDAY} 01:00`, 2)), 'footwear-unsupportive'),
    ).toEqual([MONDAY])
  })

  it('taken off as the day begins leave that day known', () => {
    const diary = readWorn(
      wear(`${MONDAY} 20:00`, `${TUESDAY} 00:00`, 3),
      wear(`${TUESDAY} 08:00`, `${TUESDAY} 17:00`, 2),
    )
    expect(trackedOf(diary, 'footwear-unsupportive')).toEqual([TUESDAY])
  })

  it('worn past midnight make both dates unknown if their support is', () => {
    const diary = readWorn(
      wear(`${MONDAY} 20:00`, `${TUESDAY} 01:00`, 3),
      wear(`${TUESDAY} 08:00`, `${TUESDAY} 17:00`, 2),
    )
    expect(trackedOf(diary, 'footwear-unsupportive')).toEqual([])
  })
})

describe('drinks', () => {
  it('count with their whole volume, and against a cramp as relief', () => {
    const [cramp, drinkAgainstIt] = [
      crampDraft({ ...at(`${TUESDAY} 03:00`) }),
      drink(`${TUESDAY} 03:10`, { volumeMl: 300, reliefOf: 1 }),
    ]
    const diary = read([cramp, drinkAgainstIt, drink(`${TUESDAY} 08:00`, { drink: 'coffee', volumeMl: 200 })])
    expect(diary.entries['fluids-low']?.map(({ amount, isRelief }) => [amount, isRelief])).toEqual([
      [300, true],
      [200, false],
    ])
    expect(amountsOf(diary, 'fluids-excess')).toEqual([300])
  })

  it('of beer are no alcohol when they say that they hold none', () => {
    const diary = read([
      drink(`${MONDAY} 19:00`, { drink: 'beer' }),
      drink(`${MONDAY} 20:00`, { drink: 'beer', alcoholPercent: 0 }),
      drink(`${MONDAY} 21:00`, { drink: 'wine', alcoholPercent: 0.5 }),
      drink(`${MONDAY} 22:00`, { drink: 'other', alcoholPercent: 4.5 }),
    ])
    expect(diary.entries.alcohol?.map(({ start }) => start)).toEqual([
      local(`${MONDAY} 19:00`),
      local(`${MONDAY} 22:00`),
    ])
  })

  it('hold caffeine, or none, or nobody knows', () => {
    const diary = read([
      drink(`${MONDAY} 08:00`, { drink: 'coffee' }),
      drink(`${MONDAY} 09:00`, { drink: 'coffee', caffeineMg: 0 }),
      drink(`${MONDAY} 10:00`, { drink: 'tea', caffeineMg: 45 }),
      drink(`${MONDAY} 11:00`, { drink: 'tea', caffeineMg: 0 }),
      drink(`${MONDAY} 12:00`, { drink: 'tea' }),
      drink(`${MONDAY} 13:00`),
    ])
    expect(amountsOf(diary, 'caffeine')).toEqual([1, 1, null])
  })
})

describe('heavy sweat', () => {
  const madeGood = (...drafts: EntryDraft[]) =>
    read([session(`${MONDAY} 18:00`, { sweat: 'heavy', durationMinutes: 60 }), ...drafts]).entries[
      'sweat-salt'
    ]?.map(({ compensatedAt }) => compensatedAt)

  it('is made good for by the first electrolyte drink from an hour before to four hours after it', () => {
    const salty = (time: string, more: Partial<FluidDraft> = {}) =>
      drink(time, { drink: 'sports-drink', ...more })
    expect(madeGood()).toEqual([undefined])
    expect(madeGood(drink(`${MONDAY} 18:30`))).toEqual([undefined])
    expect(madeGood(salty(`${MONDAY} 16:59`), salty(`${MONDAY} 23:01`))).toEqual([undefined])
    expect(madeGood(salty(`${MONDAY} 22:00`), salty(`${MONDAY} 20:00`))).toEqual([local(`${MONDAY} 20:00`)])
    expect(madeGood(salty(`${MONDAY} 17:00`))).toEqual([local(`${MONDAY} 17:00`)])
    expect(madeGood(salty(`${MONDAY} 23:00`))).toEqual([local(`${MONDAY} 23:00`)])
  })

  it('is not made good for by a drink against a cramp', () => {
    const cramp = crampDraft({ ...at(`${MONDAY} 19:30`) })
    const relief = drink(`${MONDAY} 19:35`, { drink: 'sports-drink', reliefOf: 2 })
    expect(madeGood(cramp, relief)).toEqual([undefined])
  })

  it('is made good for by something salty that the day tells of, and known without the drinks', () => {
    const answer = (saltAfterSweat: boolean | null) =>
      dayDraft({ ...at(`${MONDAY} 12:00`), heat: null, saltAfterSweat, bother: 2 })
    expect(madeGood(answer(true))).toEqual([local(`${MONDAY} 19:00`)])
    expect(madeGood(answer(false))).toEqual([undefined])
    expect(madeGood(answer(false), drink(`${MONDAY} 19:30`, { drink: 'sports-drink' }))).toEqual([
      local(`${MONDAY} 19:30`),
    ])
    const sweaty = session(`${MONDAY} 18:00`, { sweat: 'heavy' })
    expect(trackedOf(read([sweaty, answer(false)]), 'sweat-salt')).toEqual([MONDAY])
    expect(trackedOf(read([sweaty, answer(null)]), 'sweat-salt')).toEqual([])
  })

  it('of moderate kind is none', () => {
    expect(read([session(`${MONDAY} 18:00`)]).entries['sweat-salt']).toEqual([])
  })
})

describe('sessions', () => {
  it('carry minutes times exertion, unknown where the exertion is', () => {
    const diary = read([
      session(`${MONDAY} 18:00`, { durationMinutes: 40, exertion: 6 }),
      session(`${TUESDAY} 18:00`, { durationMinutes: 40, exertion: null }),
      session(`${TUESDAY} 20:00`, { activity: 'standing', durationMinutes: 40, exertion: 5 }),
    ])
    expect(amountsOf(diary, 'activity-load')).toEqual([240, null])
  })

  it('are hard from an exertion of 7 for 20 minutes, and unknown only where that is open', () => {
    const hard = (durationMinutes: number, exertion: number | null) => {
      const diary = read([session(`${MONDAY} 18:00`, { durationMinutes, exertion })])
      return trackedOf(diary, 'hard-session').length === 0 ? null : diary.entries['hard-session']?.length
    }
    expect(hard(20, 7)).toBe(1)
    expect(hard(19, 10)).toBe(0)
    expect(hard(90, 6)).toBe(0)
    expect(hard(20, null)).toBeNull()
    expect(hard(19, null)).toBe(0)
  })
})

describe('sports and rehydration drinks', () => {
  it('are read from the record of the drink, and known on days whose drinks are complete', () => {
    const diary = read(
      [
        drink(`${MONDAY} 19:00`, { drink: 'oral-rehydration' }),
        drink(`${TUESDAY} 10:00`, { drink: 'sports-drink' }),
        drink(`${TUESDAY} 11:00`, { drink: 'water' }),
      ],
      { checkIns: [{ date: TUESDAY, kind: 'fluid', dayStartMinutes: 0 }] },
    )
    expect(diary.entries['electrolyte-drink']?.map(({ start }) => start)).toEqual([
      local(`${MONDAY} 19:00`),
      local(`${TUESDAY} 10:00`),
    ])
    expect(trackedOf(diary, 'electrolyte-drink')).toEqual([TUESDAY])
  })

  it('against a cramp are a consequence of it', () => {
    const diary = read([drink(`${MONDAY} 03:00`, { drink: 'sports-drink', reliefOf: 9 })])
    expect(diary.entries['electrolyte-drink']).toMatchObject([{ isRelief: true }])
  })
})

describe('standing and sitting', () => {
  const still = (time: string, durationMinutes: number, fields: Partial<ActivityDraft> = {}) =>
    session(time, { activity: 'standing', durationMinutes, ...fields })

  it('are read by the clock as long as all of it was written down by the clock', () => {
    const diary = read([still(`${MONDAY} 10:00`, 90)])
    expect(diary.entries.standing).toMatchObject([
      { start: local(`${MONDAY} 10:00`), end: local(`${MONDAY} 11:30`) },
    ])
    expect(diary.dateValues.standing?.size).toBe(0)
  })

  it('are read as totals of dates as soon as one date has nothing else', () => {
    const diary = read([
      still(`${MONDAY} 10:00`, 90),
      still(`${MONDAY} 15:00`, 30),
      still(`${TUESDAY} 12:00`, 300, { wholeDay: true }),
    ])
    expect(diary.entries.standing).toEqual([])
    expect(
      [...(diary.dateValues.standing ?? [])].map(([date, { value }]) => [formatDay(date), value]),
    ).toEqual([
      [MONDAY, 120],
      [TUESDAY, 300],
    ])
  })

  it('say when the later of two entries of a date was written, in whatever order they come', () => {
    const drafts = [still(`${MONDAY} 12:00`, 60, { wholeDay: true }), still(`${MONDAY} 15:00`, 60)]
    const loggedAt = (order: readonly EntryDraft[]) =>
      read(order).dateValues.standing?.get(dayNumber(MONDAY))?.loggedAt
    expect(loggedAt(drafts)).toBe(local(`${MONDAY} 15:00`))
    expect(loggedAt(drafts.toReversed())).toBe(local(`${MONDAY} 15:00`))
  })

  it('count as long sitting from two hours without a break; a whole day must say how long that was', () => {
    const sitting = (time: string, fields: Partial<ActivityDraft>) =>
      session(time, { activity: 'sitting-or-travel', durationMinutes: 300, ...fields })
    const timed = read([
      sitting(`${MONDAY} 09:00`, { longestBoutMinutes: 119 }),
      sitting(`${TUESDAY} 09:00`, { longestBoutMinutes: 120 }),
      sitting('2026-11-18 09:00', {}),
    ])
    expect(timed.entries.sitting?.map(({ start, end }) => end - start)).toEqual([119, 120, 300])
    const byDate = read([
      sitting(`${MONDAY} 12:00`, { wholeDay: true }),
      sitting(`${TUESDAY} 12:00`, { wholeDay: true, longestBoutMinutes: 60 }),
    ])
    expect(trackedOf(byDate, 'sitting')).toEqual([TUESDAY])
    expect(byDate.dateValues.sitting?.get(dayNumber(TUESDAY))?.value).toBe(0)
  })

  it('take the longest of the bouts of a date, not their sum', () => {
    const diary = read(
      ['10:00', '14:00'].map(time =>
        session(`${MONDAY} ${time}`, {
          activity: 'sitting-or-travel',
          durationMinutes: 100,
          longestBoutMinutes: 70,
          wholeDay: time === '10:00',
        }),
      ),
    )
    expect(diary.dateValues.sitting?.get(dayNumber(MONDAY))?.value).toBe(0)
  })
})

it('is the same whatever order the entries come in', () => {
  const drafts = [
    drink(`${MONDAY} 09:00`),
    fluidDraft({ ...at(`${MONDAY} 15:00`, 'Asia/Tokyo'), drink: 'sports-drink' }),
    session(`${MONDAY} 18:00`, { sweat: 'heavy' }),
    session(`${MONDAY} 12:00`, { activity: 'standing', wholeDay: true }),
    session(`${MONDAY} 13:00`, { activity: 'standing' }),
    crampDraft({ ...at(`${TUESDAY} 03:10`) }),
  ]
  const entries = store(drafts)
  const rest = { checkIns: [], shoes: [], offWeekdays: [5, 6], timeZone: 'Europe/Berlin' }
  const { utcOffsetMinutes, dateValues } = createDiary({ dayStartMinutes: 0, entries, ...rest })
  const turned = createDiary({ dayStartMinutes: 0, entries: entries.toReversed(), ...rest })
  expect(turned.utcOffsetMinutes.get(dayNumber(MONDAY))).toBe(utcOffsetMinutes.get(dayNumber(MONDAY)))
  expect(turned.dateValues.standing).toEqual(dateValues.standing)
})

it('of an empty journal holds every series, and nothing in it', () => {
  const diary = read([])
  expect(Object.values(diary.entries).flat()).toEqual([])
  expect(Object.values(diary.trackedDates).flat()).toEqual([])
})
