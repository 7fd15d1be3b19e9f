import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safetyNotes } from '../../../shared/advice/knowledge/safety-notes.ts'
import { draftOf, type Entry, type EntryDraft } from '../../../shared/kinds/entry.ts'
import { isTooMuchWater } from '../../../shared/kinds/fluid.ts'
import { findUnlikelyShoe } from '../../../shared/kinds/footwear.ts'
import type { MedicineClass } from '../../../shared/kinds/medicines.ts'
import type { NightDraft } from '../../../shared/kinds/night.ts'
import { emptyProfile, findUnlikelyProfile } from '../../../shared/kinds/profile.ts'
import { findUnlikely, findUnlikelyCheckIn, type UnlikelyFacts } from '../../../shared/kinds/unlikely.ts'
import { anyJournalFile } from '../../fixtures/arbitrary-journals.ts'
import {
  activityDraft,
  crampDraft,
  dayDraft,
  fluidDraft,
  foodDraft,
  footwearDraft,
  nightDraft,
  noonish,
  shoeDraft,
  stretchDraft,
} from './drafts.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const stored = (...drafts: EntryDraft[]): Entry[] =>
  drafts.map((draft, index) => ({ ...draft, id: index + 1, loggedAt: draft.at, editedAt: null }))

/** The fields that are asked about. */
const asked = (draft: EntryDraft, facts: Partial<UnlikelyFacts> = {}) =>
  findUnlikely(draft, {
    now: draft.at + HOUR,
    others: [],
    profile: emptyProfile,
    medicines: new Set(),
    ...facts,
  })
const fieldsAsked = (...args: Parameters<typeof asked>) => asked(...args).map(({ field }) => field)
const cautions = (...args: Parameters<typeof asked>) => asked(...args).flatMap(({ caution }) => caution ?? [])

describe('what is usual', () => {
  test('is not asked about', () => {
    for (const draft of [crampDraft(), fluidDraft(), activityDraft(), footwearDraft()])
      expect(asked(draft)).toEqual([])
  })
})

describe('shoes', () => {
  const { at } = noonish
  /** Put on and taken off, in minutes after noon; null while it is on. */
  const worn = (from: number, to: number | null) =>
    footwearDraft({ at: at + from * MINUTE, takenOffAt: to === null ? null : at + to * MINUTE })
  const fieldsBeside = (draft: EntryDraft, ...others: EntryDraft[]) =>
    fieldsAsked(draft, { others: stored(...others) })

  test('that were on at the same time are asked about', () => {
    expect(fieldsBeside(worn(0, 60), worn(30, 90))).toEqual(['at'])
    expect(fieldsBeside(worn(0, 60), worn(10, 20))).toEqual(['at'])
    expect(fieldsBeside(worn(30, null), worn(0, 60))).toEqual(['at'])
    expect(fieldsBeside(worn(0, 60), worn(30, null))).toEqual(['at'])
  })
  test('that follow one another are not', () => {
    expect(fieldsBeside(worn(0, 60), worn(60, 90), worn(-60, 0))).toEqual([])
    expect(fieldsBeside(worn(60, null), worn(0, 60))).toEqual([])
    expect(fieldsBeside(worn(60, null), worn(0, null))).toEqual([])
    expect(fieldsBeside(worn(0, 60))).toEqual([])
  })
})

describe('a time', () => {
  const ago = (draft: EntryDraft, ms: number) => fieldsAsked(draft, { now: draft.at + ms })
  test('of a cramp more than a week ago is from memory', () => {
    expect(ago(crampDraft(), 7 * DAY)).toEqual([])
    expect(ago(crampDraft(), 7 * DAY + MINUTE)).toEqual(['at'])
    expect(ago(fluidDraft(), 8 * DAY)).toEqual([])
  })
  test('of more than ten years ago may be a slip of the year, for any kind', () => {
    expect(ago(fluidDraft(), 3652.5 * DAY)).toEqual([])
    expect(ago(fluidDraft(), 3652.5 * DAY + MINUTE)).toEqual(['at'])
    const [question] = asked(crampDraft(), { now: crampDraft().at + 4000 * DAY })
    expect(question?.question).toMatch(/year/)
  })
})

describe('a cramp', () => {
  const lasting = (minutes: number) => asked(crampDraft({ durationSeconds: minutes * 60 }))
  test('of more than 10 minutes is asked about, of more than an hour differently', () => {
    expect(lasting(10)).toEqual([])
    expect(asked(crampDraft({ durationSeconds: 601 }))).toMatchObject([{ field: 'durationSeconds' }])
    expect(lasting(60)[0]?.question).toMatch(/more than 10 minutes/)
    expect(lasting(61)[0]?.question).toMatch(/minutes and seconds in the right place/)
    expect(lasting(61)).toHaveLength(1)
  })
  test('sore for more than 48 hours', () => {
    expect(fieldsAsked(crampDraft({ sorenessHours: 48 }))).toEqual([])
    expect(fieldsAsked(crampDraft({ sorenessHours: 49 }))).toEqual(['sorenessHours'])
  })
  test('relieved after more than 10 minutes', () => {
    const relief = [10, 11].map(minutesToRelief => ({
      technique: 'heat' as const,
      helped: null,
      startedAfterMinutes: null,
      minutesToRelief,
    }))
    expect(fieldsAsked(crampDraft({ relief }))).toEqual(['relief.1.minutesToRelief'])
  })
})

describe('a drink', () => {
  const tea = (volumeMl: number, msLater = 0) =>
    fluidDraft({ drink: 'tea', volumeMl, at: noonish.at + msLater })
  const water = (volumeMl: number, msLater = 0) => fluidDraft({ volumeMl, at: noonish.at + msLater })

  test('of more than a litre', () => {
    expect(fieldsAsked(tea(1000))).toEqual([])
    expect(fieldsAsked(tea(1001))).toEqual(['volumeMl'])
  })

  test('that makes more than 4 litres in the day', () => {
    const others = stored(tea(1000, -9 * HOUR), tea(1000, -6 * HOUR), tea(1000, -3 * HOUR))
    expect(asked(tea(1000), { others })).toEqual([])
    expect(cautions(tea(1000), { others: [...others, ...stored(tea(1, -HOUR))] })).toEqual(['too-much-water'])
  })

  test('counts with its own day, which ends when the person says', () => {
    // Thursday 14:00; at 03:00 of the same date it is still Wednesday's evening.
    const others = stored(tea(3500, -11 * HOUR))
    expect(asked(tea(900), { others })).toEqual([])
    expect(fieldsAsked(tea(900), { others, profile: { ...emptyProfile, dayStartMinutes: 0 } })).toEqual([
      'volumeMl',
    ])
  })

  describe('of plain water', () => {
    test('that makes more than a litre within an hour', () => {
      expect(cautions(water(500), { others: stored(water(500, -HOUR)) })).toEqual([])
      expect(cautions(water(500), { others: stored(water(501, -HOUR)) })).toEqual(['too-much-water'])
      expect(cautions(water(500), { others: stored(water(501, -HOUR - MINUTE)) })).toEqual([])
      expect(cautions(water(500), { others: stored(water(501, HOUR)) })).toEqual(['too-much-water'])
    })
    test('not when it takes two hours of which each holds less', () => {
      const others = stored(water(400, -45 * MINUTE), water(400, 45 * MINUTE))
      expect(cautions(water(400), { others })).toEqual([])
    })
    test('sparkling counts, tea does not', () => {
      const sparkling = { ...water(501, -HOUR), drink: 'sparkling-water' as const }
      expect(cautions(water(500), { others: stored(sparkling) })).toEqual(['too-much-water'])
      expect(cautions(water(500), { others: stored(tea(501, -HOUR)) })).toEqual([])
      expect(cautions(tea(500), { others: stored(water(501, -HOUR)) })).toEqual([])
    })
  })

  test('that makes more than 10 units of alcohol', () => {
    const beer = (volumeMl: number) => fluidDraft({ drink: 'beer', volumeMl, alcoholPercent: 5 })
    expect(fieldsAsked(beer(1000), { others: stored(beer(1000)) })).toEqual([])
    expect(fieldsAsked(beer(1000), { others: stored(beer(1000), beer(1)) })).toEqual(['alcoholPercent'])
    expect(fieldsAsked(water(100), { others: stored(beer(1000), beer(1001)) })).toEqual([])
  })

  test('that makes more than 400 mg of caffeine', () => {
    const coffee = (caffeineMg: number) => fluidDraft({ drink: 'coffee', caffeineMg })
    expect(fieldsAsked(coffee(200), { others: stored(coffee(200)) })).toEqual([])
    expect(fieldsAsked(coffee(200), { others: stored(coffee(201)) })).toEqual(['caffeineMg'])
  })
})

describe('an activity', () => {
  const minutes = (durationMinutes: number, activity: 'run' | 'standing' | 'sitting-or-travel' = 'run') =>
    activityDraft({ activity, durationMinutes })
  test('of more than 8 hours', () => {
    expect(fieldsAsked(minutes(480))).toEqual([])
    expect(fieldsAsked(minutes(481))).toEqual(['durationMinutes'])
  })
  test('in water of less than 10 °C', () => {
    const swim = (waterTemperatureC: number) => activityDraft({ activity: 'swim', waterTemperatureC })
    expect(fieldsAsked(swim(10))).toEqual([])
    expect(fieldsAsked(swim(9.9))).toEqual(['waterTemperatureC'])
  })
  test('standing or sitting for more than 16 hours of the day', () => {
    for (const still of ['standing', 'sitting-or-travel'] as const) {
      const others = stored(minutes(480, still))
      expect(fieldsAsked(minutes(480, still), { others })).toEqual([])
      expect(fieldsAsked(minutes(481, still), { others })).toEqual(['durationMinutes'])
    }
    expect(fieldsAsked(minutes(900, 'standing'), { others: stored(minutes(400, 'run')) })).toEqual([])
  })
})

describe('food', () => {
  const limits = [
    ['potassiumServings', 15],
    ['magnesiumServings', 15],
    ['calciumServings', 15],
    ['magnesiumSupplementMg', 400],
    ['calciumSupplementMg', 1500],
  ] as const
  test.each(limits)('%s of more than %i in the day', (field, limit) => {
    expect(fieldsAsked(foodDraft({ [field]: limit }))).toEqual([])
    expect(fieldsAsked(foodDraft({ [field]: limit + 1 }))).toEqual([field])
    expect(fieldsAsked(foodDraft({ [field]: limit }), { others: stored(foodDraft({ [field]: 1 })) })).toEqual(
      [field],
    )
    const yesterday = { ...foodDraft({ [field]: 1 }), at: noonish.at - DAY }
    expect(fieldsAsked(foodDraft({ [field]: limit }), { others: stored(yesterday) })).toEqual([])
  })

  describe('potassium as a supplement', () => {
    const tablet = foodDraft({ potassiumSupplementMg: 1 })
    const taking = (medicine: MedicineClass) => ({ medicines: new Set([medicine]) })
    test.each(['kidney-disease', 'dialysis'] as const)('with %s', condition => {
      const profile = { ...emptyProfile, conditions: [condition] }
      expect(cautions(tablet, { profile })).toEqual(['potassium'])
      expect(cautions(foodDraft({ potassiumSupplementMg: 0 }), { profile })).toEqual([])
      expect(cautions(foodDraft({ potassiumServings: 3 }), { profile })).toEqual([])
    })
    test.each(['ace-inhibitor', 'arb', 'diuretic-potassium-sparing'] as const)('with %s', medicine => {
      expect(cautions(tablet, taking(medicine))).toEqual(['potassium'])
    })
    test('not otherwise', () => {
      expect(asked(tablet, taking('diuretic-loop'))).toEqual([])
      expect(asked(foodDraft({ potassiumSupplementMg: 10_000 }))).toEqual([])
    })
  })
})

describe('a day', () => {
  test('colder than -30 °C or hotter than 45 °C', () => {
    for (const usual of [-30, 0, 45]) expect(asked(dayDraft({ maxTemperatureC: usual }))).toEqual([])
    for (const rare of [-30.1, 45.1])
      expect(fieldsAsked(dayDraft({ maxTemperatureC: rare }))).toEqual(['maxTemperatureC'])
  })
  test('with more than 6 g of salt', () => {
    expect(asked(dayDraft({ saltG: 6 }))).toEqual([])
    expect(fieldsAsked(dayDraft({ saltG: 6.1 }))).toEqual(['saltG'])
  })
  test('with brown urine', () => {
    expect(asked(dayDraft({ urineColour: '8' }))).toEqual([])
    expect(fieldsAsked(dayDraft({ urineColour: 'brown' }))).toEqual(['urineColour'])
  })
})

describe('a night', () => {
  const night = (hours: number | null, fields: Partial<NightDraft> = {}) =>
    nightDraft({ wakeAt: hours === null ? null : noonish.at + hours * HOUR, ...fields })
  test('of more than 14 or less than 2 hours', () => {
    for (const usual of [2, 14, null]) expect(asked(night(usual))).toEqual([])
    for (const rare of [1.9, 14.1]) expect(fieldsAsked(night(rare))).toEqual(['wakeAt'])
  })
  test('in a room of less than 8 or more than 35 °C', () => {
    for (const usual of [8, 35]) expect(asked(night(8, { roomTemperatureC: usual }))).toEqual([])
    for (const rare of [7.9, 35.1])
      expect(fieldsAsked(night(8, { roomTemperatureC: rare }))).toEqual(['roomTemperatureC'])
  })
})

test('stretching for more than an hour', () => {
  const stretch = (durationMinutes: number) => stretchDraft({ durationMinutes })
  expect(asked(stretch(60))).toEqual([])
  expect(fieldsAsked(stretch(60.1))).toEqual(['durationMinutes'])
})

test('"that is everything" after less than half a litre', () => {
  const drinks = (volumeMl: number) => stored(fluidDraft({ volumeMl }))
  expect(findUnlikelyCheckIn('fluid', drinks(500))).toEqual([])
  expect(findUnlikelyCheckIn('fluid', drinks(499))).toHaveLength(1)
  expect(findUnlikelyCheckIn('fluid', [])).toHaveLength(1)
  expect(findUnlikelyCheckIn('activity', [])).toEqual([])
})

test('a heel of more than 120 mm', () => {
  expect(findUnlikelyShoe(shoeDraft({ heelMm: 120 }))).toEqual([])
  expect(findUnlikelyShoe(shoeDraft({ heelMm: 121 }))).toMatchObject([{ field: 'heelMm' }])
})

test('a body mass index below 14 or above 60', () => {
  const body = (weightKg: number | null) =>
    findUnlikelyProfile({ ...emptyProfile, heightCm: 200, weightKg }).map(({ field }) => field)
  for (const usual of [56, 240, null]) expect(body(usual)).toEqual([])
  for (const rare of [55.9, 240.1]) expect(body(rare)).toEqual(['weightKg'])
})

test('every entry of any journal can be asked about; a caution has its note, a question its mark', () => {
  fc.assert(
    fc.property(anyJournalFile, ({ entries, profile }) => {
      for (const { deletedAt: _deletedAt, ...entry } of entries) {
        const facts = { now: entry.at, others: entries, profile, medicines: new Set<MedicineClass>() }
        for (const { question, caution } of findUnlikely(draftOf(entry), facts)) {
          expect(question).toMatch(/\?|today\.$/)
          if (caution !== null) expect(safetyNotes).toHaveProperty(caution)
        }
      }
    }),
    { numRuns: 50 },
  )
})

describe('too much water on a day', () => {
  const drink = (minutes: number, volumeMl: number, kind: 'water' | 'tea' = 'water') =>
    fluidDraft({ at: noonish.at + minutes * MINUTE, volumeMl, drink: kind })

  test('is more than a litre of plain water within an hour, however many clicks it took', () => {
    const halves = [drink(0, 500), drink(1, 500)]
    expect(isTooMuchWater(halves, [])).toBe(false)
    expect(isTooMuchWater([...halves, drink(60, 1)], [])).toBe(true)
    expect(isTooMuchWater([...halves, drink(61, 500)], [])).toBe(false)
    expect(isTooMuchWater([...halves, drink(30, 500, 'tea')], [])).toBe(false)
  })

  test('counts in the last hour of the day before, and only together with this one', () => {
    expect(isTooMuchWater([drink(0, 500)], [drink(-30, 750)])).toBe(true)
    expect(isTooMuchWater([], [drink(-60, 750), drink(-30, 750)])).toBe(false)
  })

  test('or more than four litres of anything', () => {
    const litres = (count: number) =>
      Array.from({ length: count }, (_, hour) => drink(hour * 120, 1000, 'tea'))
    expect(isTooMuchWater(litres(4), [])).toBe(false)
    expect(isTooMuchWater([...litres(4), drink(500, 1, 'tea')], [])).toBe(true)
    expect(isTooMuchWater(litres(3), litres(3))).toBe(false)
  })
})
