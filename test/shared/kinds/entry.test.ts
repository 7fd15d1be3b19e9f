import { describe, expect, test } from 'vitest'
import { checkIn, findCheckInProblems, findDayAhead } from '../../../shared/kinds/check-in.ts'
import { entryDraft } from '../../../shared/kinds/entry.ts'
import { findTimeProblems } from '../../../shared/kinds/entry-time.ts'
import { shoeDraft as shoeSchema } from '../../../shared/kinds/footwear.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { activityDraft, crampDraft, fluidDraft, footwearDraft, noonish, shoeDraft } from './drafts.ts'

/** The first sentence and its field; undefined when the draft is right. */
function complaint(draft: unknown) {
  const issue = entryDraft.safeParse(draft).error?.issues[0]
  return issue && { field: issue.path.join('.'), message: issue.message }
}

describe('a draft', () => {
  test.each([crampDraft(), fluidDraft(), footwearDraft(), activityDraft()])(
    'of a $kind is accepted as it is',
    draft => {
      expect(entryDraft.parse(draft)).toEqual(draft)
    },
  )

  test.each([
    ['a negative volume', fluidDraft({ volumeMl: -250 }), 'volumeMl', 'Enter a number from 1 to 5000 ml.'],
    ['an empty glass', fluidDraft({ volumeMl: 0 }), 'volumeMl', 'Enter a number from 1 to 5000 ml.'],
    ['a bathtub', fluidDraft({ volumeMl: 5001 }), 'volumeMl', 'Enter a number from 1 to 5000 ml.'],
    ['half a millilitre', fluidDraft({ volumeMl: 0.5 }), 'volumeMl', 'Enter a number from 1 to 5000 ml.'],
    [
      'more than pure alcohol',
      fluidDraft({ alcoholPercent: 97 }),
      'alcoholPercent',
      'Enter a number from 0 to 96 %.',
    ],
    ['pain beyond ten', crampDraft({ intensity: 11 }), 'intensity', 'Enter a whole number from 0 to 10.'],
    ['a cramp nowhere', crampDraft({ sites: [] }), 'sites', 'Choose at least one place that cramped.'],
    [
      'the same place twice',
      crampDraft({ sites: Array(2).fill({ muscle: 'calf', side: 'left' }) }),
      'sites',
      'The same place is listed twice.',
    ],
    [
      'a cramp of two days',
      crampDraft({ durationSeconds: 172_800 }),
      'durationSeconds',
      'Enter a length of at most 24 hours.',
    ],
    [
      'shoes off before on',
      footwearDraft({ takenOffAt: noonish.at - 60_000 }),
      'takenOffAt',
      'The shoe must be taken off after it was put on.',
    ],
    [
      'shoes on for two days',
      footwearDraft({ takenOffAt: noonish.at + 48 * 3_600_000 }),
      'takenOffAt',
      'A shoe can be worn for at most 24 hours at a stretch.',
    ],
    ['no shoe', footwearDraft({ shoeId: 0 }), 'shoeId', 'Choose a shoe.'],
    [
      'a run of no time',
      activityDraft({ durationMinutes: 0 }),
      'durationMinutes',
      'Enter a whole number from 1 to 1440 minutes.',
    ],
    [
      'a bout longer than the whole',
      activityDraft({ activity: 'standing', longestBoutMinutes: 41 }),
      'longestBoutMinutes',
      'The longest stretch cannot be longer than the whole activity.',
    ],
    [
      'a run all day',
      activityDraft({ wholeDay: true }),
      'wholeDay',
      'Only standing and sitting can be entered for a whole day.',
    ],
    [
      'a run in the water',
      activityDraft({ waterTemperatureC: 18 }),
      'waterTemperatureC',
      'Only a swim has a water temperature.',
    ],
    [
      'a swim in hot water',
      activityDraft({ activity: 'swim', waterTemperatureC: 45.1 }),
      'waterTemperatureC',
      'Enter a number from 0 to 45 °C.',
    ],
    [
      'a megabyte of note',
      fluidDraft({ note: 'x'.repeat(1_000_000) }),
      'note',
      'Shorten the note to 10000 characters.',
    ],
  ])('with %s gets a sentence at its field', (_what, draft, field, message) => {
    expect(complaint(draft)).toEqual({ field, message })
  })

  test.each([
    ['an unknown kind', { ...fluidDraft(), kind: 'dream' }],
    ['a field nobody knows', { ...fluidDraft(), admin: true }],
    ['a missing field', (({ volumeMl: _volumeMl, ...rest }) => rest)(fluidDraft())],
    ['an instant that is no number', { ...fluidDraft(), at: Number.NaN }],
    ['nothing', null],
  ])('with %s is refused', (_what, draft) => {
    expect(entryDraft.safeParse(draft).success).toBe(false)
  })
})

describe('time, seen from now', () => {
  const now = noonish.at

  test('an entry may lie five minutes ahead, since clocks differ, and no more', () => {
    expect(findTimeProblems(crampDraft({ at: now + 5 * 60_000 }), now)).toEqual([])
    expect(findTimeProblems(crampDraft({ at: now + 5 * 60_000 + 1 }), now)).toEqual([
      { field: 'at', message: 'This is in the future. Enter a time that has passed.' },
    ])
  })

  test('a shoe cannot have been taken off tomorrow', () => {
    const problems = findTimeProblems(footwearDraft({ takenOffAt: now + 3_600_000 }), now)
    expect(problems.map(problem => problem.field)).toEqual(['takenOffAt'])
  })

  test('hours stood in a day that is not over yet may be entered in its morning', () => {
    const noon = momentAt('2026-11-19', '12:00', 'Europe/Berlin')
    const morning = momentAt('2026-11-19', '07:00', 'Europe/Berlin').at
    const draft = activityDraft({ ...noon, activity: 'standing', wholeDay: true, longestBoutMinutes: null })
    expect(findTimeProblems(draft, morning)).toEqual([])
    expect(findTimeProblems(draft, morning - 24 * 3_600_000)).toHaveLength(1)
  })
})

describe('a check-in', () => {
  const at = (date: string, clock: string) => momentAt(date, clock, 'Europe/Berlin')

  test('"no cramp" for a cramp-day is taken from 05:00 of its last morning on, not in the evening before the night', () => {
    const thursday = checkIn.parse({ date: '2026-11-19', kind: 'cramp' })
    expect(findCheckInProblems(thursday, at('2026-11-19', '22:00'))).toHaveLength(1)
    expect(findCheckInProblems(thursday, at('2026-11-20', '04:59'))).toHaveLength(1)
    expect(findCheckInProblems(thursday, at('2026-11-20', '05:00'))).toEqual([])
  })

  test('a day of drinks can be complete in its evening, but not before it has begun', () => {
    const thursday = checkIn.parse({ date: '2026-11-19', kind: 'fluid' })
    expect(findCheckInProblems(thursday, at('2026-11-19', '22:00'))).toEqual([])
    expect(findDayAhead(thursday, at('2026-11-18', '23:59'))).toHaveLength(1)
    expect(findDayAhead(thursday, at('2026-11-19', '00:00'))).toEqual([])
  })

  test('a day that has begun somewhere on earth is not refused: people fly west', () => {
    const thursday = checkIn.parse({ date: '2026-11-19', kind: 'fluid' })
    const furthest = Date.UTC(2026, 10, 18, 10)
    expect(findCheckInProblems(thursday, { at: furthest, offsetMinutes: -600 })).toEqual([])
    expect(findCheckInProblems(thursday, { at: furthest - 60_000, offsetMinutes: -600 })).toHaveLength(1)
  })
})

describe('a shoe', () => {
  test('needs a name that is more than blanks', () => {
    expect(shoeSchema.safeParse(shoeDraft({ name: '   ' })).error?.issues[0]?.message).toBe(
      'Enter a name for the shoe.',
    )
    expect(shoeSchema.parse(shoeDraft({ name: '  Clogs ' })).name).toBe('Clogs')
  })
})
