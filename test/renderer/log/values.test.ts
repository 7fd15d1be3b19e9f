/** Round-trip properties: an entry that is opened in a form and saved unchanged stays the same. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDraftErrors } from '../../../renderer/log/draft-problems.ts'
import { blankForm, formOf, readForm } from '../../../renderer/log/kind-form.ts'
import { formZoneOf } from '../../../renderer/log/when.ts'
import { activities, sweatLevels } from '../../../shared/kinds/activities.ts'
import { type CrampDraft, restAnswers, statesAtOnset, untoldCramp } from '../../../shared/kinds/cramp.ts'
import { heats, urineColours } from '../../../shared/kinds/day.ts'
import { drinks } from '../../../shared/kinds/drinks.ts'
import type { EntryDraft } from '../../../shared/kinds/entry.ts'
import { kindsByName } from '../../../shared/kinds/kinds.ts'
import { medicationChanges, medicineClasses } from '../../../shared/kinds/medicines.ts'
import { muscles, sides } from '../../../shared/kinds/muscles.ts'
import { beddings, roomFeels, sleepPositions } from '../../../shared/kinds/night.ts'
import { helpedAnswers, reliefTechniques } from '../../../shared/kinds/reliefs.ts'
import { circumstances, symptoms } from '../../../shared/kinds/symptoms.ts'
import type { Moment } from '../../../shared/time/moment.ts'
import { momentAt, momentOfInstant } from '../../../shared/time/time-zone.ts'

const zone = { kind: 'fixed', offsetMinutes: 60 } as const
const moment = {
  at: fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) }),
  offsetMinutes: fc.constant(60),
  note: fc.string(),
}
const BERLIN = 'Europe/Berlin'
/** The draft with Berlin's UTC offset at its instant, in summer and in winter. */
const intoBerlin = <Draft extends Moment>(draft: Draft): Draft => ({
  ...draft,
  ...momentOfInstant(draft.at, BERLIN),
})
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const whole = (min: number, max: number) => fc.integer({ min, max })

const cramp = fc.record({
  kind: fc.constant('cramp' as const),
  ...moment,
  onsetPrecision: fc.constantFrom('exact' as const, 'about' as const),
  durationSeconds: maybe(whole(1, 86_400)),
  sites: fc.array(
    fc.record({ muscle: fc.constantFrom(...muscles.ids), side: fc.constantFrom(...sides.ids) }),
  ),
  intensity: maybe(whole(0, 10)),
  stateAtOnset: maybe(fc.constantFrom(...statesAtOnset.ids)),
  wokeMe: maybe(fc.boolean()),
  relief: fc.array(
    fc.record({
      technique: fc.constantFrom(...reliefTechniques.ids),
      helped: maybe(fc.constantFrom(...helpedAnswers.ids)),
      startedAfterMinutes: maybe(whole(0, 1440)),
      minutesToRelief: maybe(whole(0, 240)),
    }),
  ),
  ongoing: fc.constant(false),
  needsDetails: fc.constant(false),
  relievedByRest: maybe(fc.constantFrom(...restAnswers.ids)),
  symptoms: fc.array(fc.constantFrom(...symptoms.ids)),
  circumstances: fc.array(fc.constantFrom(...circumstances.ids)),
  sorenessHours: maybe(whole(0, 336)),
})

const fluid = fc.record({
  kind: fc.constant('fluid' as const),
  ...moment,
  drink: fc.constantFrom(...drinks.ids),
  volumeMl: whole(1, 5000),
  alcoholPercent: maybe(whole(0, 96)),
  caffeineMg: maybe(whole(0, 2000)),
  reliefOf: maybe(whole(1, 99)),
})

const activity = fc
  .record({
    kind: fc.constant('activity' as const),
    ...moment,
    activity: fc.constantFrom(...activities.ids),
    durationMinutes: whole(1, 1440),
    wholeDay: fc.constant(false),
    longestBoutMinutes: maybe(whole(1, 1440)),
    exertion: maybe(whole(0, 10)),
    newOrHarder: maybe(fc.boolean()),
    sweat: maybe(fc.constantFrom(...sweatLevels.ids)),
    cold: maybe(fc.boolean()),
    warmUpMinutes: maybe(whole(0, 240)),
    coolDownMinutes: maybe(whole(0, 240)),
    distanceKm: maybe(whole(0, 500)),
    climbM: maybe(whole(0, 10_000)),
    waterTemperatureC: maybe(whole(0, 45)),
    shoeId: maybe(whole(1, 9)),
  })
  .map(draft => ({ ...draft, waterTemperatureC: draft.activity === 'swim' ? draft.waterTemperatureC : null }))

const footwear = fc
  .record({
    kind: fc.constant('footwear' as const),
    ...moment,
    shoeId: whole(1, 99),
    wornMs: maybe(whole(60_000, 86_400_000 - 60_000)),
  })
  .map(({ wornMs, ...worn }) => ({ ...worn, takenOffAt: wornMs === null ? null : worn.at + wornMs }))

const stretch = fc.record({
  kind: fc.constant('stretch' as const),
  ...moment,
  muscles: fc.uniqueArray(fc.constantFrom(...muscles.ids), { minLength: 1 }),
  durationMinutes: whole(1, 240),
  beforeBed: fc.boolean(),
})

const food = fc.record({
  kind: fc.constant('food' as const),
  ...moment,
  potassiumServings: maybe(whole(0, 30)),
  magnesiumServings: maybe(whole(0, 30)),
  calciumServings: maybe(whole(0, 30)),
  potassiumSupplementMg: maybe(whole(0, 10_000)),
  magnesiumSupplementMg: maybe(whole(0, 2000)),
  calciumSupplementMg: maybe(whole(0, 5000)),
})

const day = fc.record({
  kind: fc.constant('day' as const),
  ...moment,
  heat: maybe(fc.constantFrom(...heats.ids)),
  maxTemperatureC: maybe(whole(-60, 60)),
  illnessWithFluidLoss: maybe(fc.boolean()),
  saltAfterSweat: maybe(fc.boolean()),
  footExerciseMinutes: maybe(whole(0, 240)),
  bother: maybe(whole(0, 10)),
  urineColour: maybe(fc.constantFrom(...urineColours.ids)),
  saltG: maybe(whole(0, 50)),
})

const night = fc
  .record({
    kind: fc.constant('night' as const),
    ...moment,
    coldLegs: maybe(fc.boolean()),
    bedding: maybe(fc.constantFrom(...beddings.ids)),
    position: maybe(fc.constantFrom(...sleepPositions.ids)),
    roomFeel: maybe(fc.constantFrom(...roomFeels.ids)),
    roomTemperatureC: maybe(whole(-10, 45)),
    sleepDisturbance: maybe(whole(0, 10)),
    inBedMs: maybe(whole(60_000, 86_400_000 - 60_000)),
  })
  .map(({ inBedMs, ...slept }) => ({ ...slept, wakeAt: inBedMs === null ? null : slept.at + inBedMs }))

const medication = fc.record({
  kind: fc.constant('medication' as const),
  ...moment,
  name: fc.string(),
  medicineClass: fc.constantFrom(...medicineClasses.ids),
  change: fc.constantFrom(...medicationChanges.ids),
  dose: fc.string(),
})

test('stretching that is opened and saved is the same', () => {
  fc.assert(
    fc.property(stretch, draft => {
      expect(readForm(kindsByName.stretch, formOf(kindsByName.stretch, draft, BERLIN), zone, draft)).toEqual(
        draft,
      )
    }),
  )
})

test('food that is opened and saved is the same', () => {
  fc.assert(
    fc.property(food, draft => {
      expect(readForm(kindsByName.food, formOf(kindsByName.food, draft, BERLIN), zone, draft)).toEqual(draft)
    }),
  )
})

test('a day that is opened and saved is the same', () => {
  fc.assert(
    fc.property(day, draft => {
      expect(readForm(kindsByName.day, formOf(kindsByName.day, draft, BERLIN), zone, draft)).toEqual(draft)
    }),
  )
})

test('a night that is opened and saved is the same, to the second', () => {
  fc.assert(
    fc.property(fc.oneof(night, night.map(intoBerlin)), draft => {
      expect(
        readForm(
          kindsByName.night,
          formOf(kindsByName.night, draft, BERLIN),
          formZoneOf(draft, BERLIN),
          draft,
        ),
      ).toEqual(draft)
    }),
  )
})

test('a night in which the clocks change ends by the clock that was changed', () => {
  for (const [evening, morning, hours] of [
    ['2026-03-28', '2026-03-29', 7],
    ['2026-10-24', '2026-10-25', 9],
  ] as const) {
    const values = { ...blankForm(kindsByName.night, { date: evening, clock: '23:00' }), wakeClock: '07:00' }
    const draft = readForm(kindsByName.night, values, formZoneOf(null, BERLIN), null)
    expect(draft.wakeAt).toBe(momentAt(morning, '07:00', BERLIN).at)
    expect((draft.wakeAt ?? 0) - draft.at).toBe(hours * 3_600_000)
    const when = { ...values.when, offsetMinutes: draft.offsetMinutes }
    expect(formOf(kindsByName.night, draft, BERLIN)).toEqual({ ...values, when })

    const longer = readForm(
      kindsByName.night,
      { ...values, wakeClock: '07:30' },
      formZoneOf(draft, BERLIN),
      draft,
    )
    expect(longer.wakeAt).toBe(momentAt(morning, '07:30', BERLIN).at)
  }
})

test('a night abroad ends by the clock it began by', () => {
  const from = momentAt('2026-10-24', '23:00', 'Asia/Tokyo')
  const blank = readForm(
    kindsByName.night,
    blankForm(kindsByName.night, { date: '2026-10-24', clock: '23:00' }),
    zone,
    null,
  )
  const draft = { ...blank, ...from, wakeAt: from.at + 8 * 3_600_000 }
  const values = formOf(kindsByName.night, draft, BERLIN)
  expect(values.wakeClock).toBe('07:00')
  const longer = readForm(
    kindsByName.night,
    { ...values, wakeClock: '07:30' },
    formZoneOf(draft, BERLIN),
    draft,
  )
  expect(longer.wakeAt).toBe(draft.wakeAt + 1_800_000)
})

test('a change of a medicine that is opened and saved is the same', () => {
  fc.assert(
    fc.property(medication, draft => {
      expect(
        readForm(kindsByName.medication, formOf(kindsByName.medication, draft, BERLIN), zone, draft),
      ).toEqual(draft)
    }),
  )
})

test('a day stands at the noon of its date', () => {
  const values = blankForm(kindsByName.day, { date: '2026-11-20', clock: '01:30' })
  const draft = readForm(kindsByName.day, values, { kind: 'named', timeZone: 'Europe/Berlin' }, null)
  expect(draft.at).toBe(Date.UTC(2026, 10, 20, 11))
})

test('a cramp that is opened and saved is the same', () => {
  fc.assert(
    fc.property(cramp, draft => {
      expect(readForm(kindsByName.cramp, formOf(kindsByName.cramp, draft, BERLIN), zone, draft)).toEqual(
        draft,
      )
    }),
  )
})

const fromTheNight = {
  ...untoldCramp,
  kind: 'cramp',
  at: Date.UTC(2026, 10, 20, 2, 12, 40),
  offsetMinutes: 60,
  onsetPrecision: 'exact',
  sites: [],
  needsDetails: true,
} as const satisfies CrampDraft

test('a cramp of the night has its details once they are saved', () => {
  const draft = { ...fromTheNight, sites: [{ muscle: 'calf' as const, side: 'left' as const }] }
  expect(readForm(kindsByName.cramp, formOf(kindsByName.cramp, draft, BERLIN), zone, draft)).toEqual({
    ...draft,
    needsDetails: false,
  })
})

test('a cramp whose clock is running goes on while it is edited, until a length is entered', () => {
  const draft: CrampDraft = { ...fromTheNight, sites: [], ongoing: true }
  const values = formOf(kindsByName.cramp, draft, BERLIN)
  expect(readForm(kindsByName.cramp, { ...values, intensity: 7 }, zone, draft)).toEqual({
    ...draft,
    intensity: 7,
  })
  expect(readForm(kindsByName.cramp, { ...values, minutes: 3 }, zone, draft)).toEqual({
    ...draft,
    ongoing: false,
    needsDetails: false,
    durationSeconds: 180,
  })
})

test('a drink that is opened and saved is the same', () => {
  fc.assert(
    fc.property(fluid, draft => {
      expect(readForm(kindsByName.fluid, formOf(kindsByName.fluid, draft, BERLIN), zone, draft)).toEqual(
        draft,
      )
    }),
  )
})

test('an activity that is opened and saved is the same', () => {
  fc.assert(
    fc.property(activity, draft => {
      expect(
        readForm(kindsByName.activity, formOf(kindsByName.activity, draft, BERLIN), zone, draft),
      ).toEqual(draft)
    }),
  )
})

test('footwear that is opened and saved is the same, to the second', () => {
  fc.assert(
    fc.property(fc.oneof(footwear, footwear.map(intoBerlin)), draft => {
      expect(
        readForm(
          kindsByName.footwear,
          formOf(kindsByName.footwear, draft, BERLIN),
          formZoneOf(draft, BERLIN),
          draft,
        ),
      ).toEqual(draft)
    }),
  )
})

test('a shoe taken off after midnight came off the next day', () => {
  const values = {
    ...blankForm(kindsByName.footwear, { date: '2026-11-20', clock: '19:00' }),
    shoeId: 3,
    takenOffClock: '01:10',
  }
  const draft = readForm(kindsByName.footwear, values, { kind: 'named', timeZone: 'Europe/Berlin' }, null)
  expect(draft.takenOffAt).toBe(Date.UTC(2026, 10, 21, 0, 10))
})

test('a part of the day whose clock time was jumped over is stored after the change', () => {
  const athens = formZoneOf(null, 'Europe/Athens')
  const values = {
    ...blankForm(kindsByName.cramp, { date: '2026-03-29', clock: '' }),
    onsetPrecision: 'small-hours' as const,
  }
  const draft = readForm(kindsByName.cramp, values, athens, null)
  expect({ at: draft.at, offsetMinutes: draft.offsetMinutes }).toEqual({
    at: Date.UTC(2026, 2, 29, 1),
    offsetMinutes: 180,
  })
})

test('a cramp of which only the night is known lies in that night', () => {
  const draft: EntryDraft = readForm(
    kindsByName.cramp,
    {
      ...formOf(
        kindsByName.cramp,
        {
          ...untoldCramp,
          kind: 'cramp',
          at: Date.UTC(2026, 10, 20, 6),
          offsetMinutes: 60,
          onsetPrecision: 'exact',
          sites: [{ muscle: 'calf', side: 'left' }],
        },
        BERLIN,
      ),
      onsetPrecision: 'night',
    },
    zone,
    null,
  )
  expect(draft.at).toBe(Date.UTC(2026, 10, 20, 2))
})

test('a problem is named by the field of the form that can put it right', () => {
  const errors = findDraftErrors(
    {
      kind: 'footwear',
      at: Number.NaN,
      offsetMinutes: 0,
      note: 'x'.repeat(10_001),
      shoeId: Number.NaN,
      takenOffAt: null,
    },
    Date.UTC(2026, 10, 20),
  )
  expect(errors).toEqual({
    'when.clock': 'Enter a date and time.',
    note: 'Shorten the note to 10000 characters.',
    shoeId: 'Choose a shoe.',
  })
})
