import { describe, expect, test } from 'vitest'
import { QUIET_DAYS, routineRules } from '../../../../shared/advice/warning-signs/routine-rules.ts'
import { canSnooze, SNOOZE_DAYS } from '../../../../shared/advice/warning-signs/warnings.ts'
import { freeDays, nearMisses, routineSituations } from './routine-situations.ts'
import { cardFor, cramp, DAY, day, medicineBefore, nightBefore, onset, rulesFor, site } from './situation.ts'

describe('each rule', () => {
  test.each(Object.entries(routineSituations))('%s holds, and alone', (rule, { subject, around }) => {
    expect(rulesFor(subject, around)).toEqual([rule])
  })

  test.each(nearMisses)('%s does not hold: %s', (rule, _why, { subject, around }) => {
    expect(rulesFor(subject, around)).not.toContain(rule)
  })

  test('has a near miss beside its situation', () => {
    const missed = new Set(nearMisses.map(([rule]) => rule))
    expect(routineRules.map(({ id }) => id).filter(id => !missed.has(id))).toEqual([])
  })

  test('can be put off, and keeps quiet for as long at least', () => {
    for (const { level, quietDays } of routineRules) {
      expect(canSnooze(level)).toBe(true)
      expect(quietDays).toBeGreaterThanOrEqual(QUIET_DAYS)
    }
    expect(SNOOZE_DAYS).toBe(28)
    expect(canSnooze('emergency')).toBe(false)
    expect(canSnooze('same-day')).toBe(false)
  })
})

describe('more ways to the same rule', () => {
  test('R3: one that lasts', () => {
    expect(rulesFor(cramp({ symptoms: ['burning'], circumstances: ['longer-than-a-day'] }))).toEqual(['R3'])
  })
  test('R4: toes and arch are both the foot', () => {
    const walking = { stateAtOnset: 'exercising', relievedByRest: 'yes' } as const
    const entries = [1, 2].map(days =>
      cramp({ at: onset - days * DAY, ...walking, sites: [site('toes', 'right')] }),
    )
    expect(rulesFor(cramp({ ...walking, sites: [site('arch')] }), { entries })).toEqual(['R4'])
  })
  test('R6: two weeks of disturbed sleep', () => {
    const entries = [5, 5, 5, 5].map((one, nights) => nightBefore(nights, one))
    expect(rulesFor(cramp({ wokeMe: false }), { entries })).toEqual(['R6'])
    const longAgo = [5, 5, 5].map((one, nights) => nightBefore(nights, one))
    expect(rulesFor(cramp({ wokeMe: false }), { entries: [...longAgo, nightBefore(14, 10)] })).toEqual([])
  })
  test('R7: four severe ones, and twelve on 28 tracked days of more', () => {
    const severe = [1, 2, 3].map(days => cramp({ at: onset - days * DAY, wokeMe: false, intensity: 7 }))
    expect(rulesFor(cramp({ wokeMe: false, intensity: 7 }), { entries: severe })).toEqual(['R7'])
    // Eleven before it, every third day, and 16 tracked days without.
    const spread = Array.from({ length: 11 }, (_, index) =>
      cramp({ at: onset - 3 * (index + 1) * DAY, wokeMe: false }),
    )
    const crampFreeDays = [...freeDays(1, 2), ...freeDays(4, 2), ...freeDays(34, 12)]
    expect(rulesFor(cramp({ wokeMe: false }), { entries: spread, crampFreeDays })).toContain('R7')
    expect(rulesFor(cramp({ wokeMe: false }), { entries: spread })).toEqual([])
  })
  test('R9: thinner, twitching with weakness, tripping', () => {
    expect(rulesFor(cramp({ symptoms: ['wasting'], circumstances: ['longer-than-4-weeks'] }))).toEqual(['R9'])
    expect(rulesFor(cramp({ symptoms: ['twitching', 'weakness'] }))).toEqual(['R9'])
    expect(rulesFor(cramp({ symptoms: ['clumsy-or-tripping'] }))).toEqual(['R9'])
  })
  test('R10: more cramps than in the weeks before', () => {
    const water = medicineBefore(40 * DAY, {
      name: 'Furosemide',
      medicineClass: 'diuretic-loop',
      change: 'dose-up',
    })
    const since = [2, 5, 9].map(days => cramp({ at: onset - days * DAY, wokeMe: false }))
    const earlier = cramp({ at: onset - 50 * DAY, wokeMe: false })
    const around = {
      entries: [water, ...since, earlier],
      crampFreeDays: [...freeDays(1, 39), ...freeDays(41, 40)],
    }
    expect(rulesFor(cramp({ wokeMe: false }), around)).toEqual(['R10'])
    expect(cardFor('R10', cramp({ wokeMe: false }), around).recorded).toBe(
      'You recorded: water tablet, loop diuretic; Furosemide, dose raised 10 October 2026: 0.7 cramps per 4 weeks ' +
        'before (1 on 40 answered days), 2.8 after (4 on 40 answered days). This is not a diagnosis.',
    )
  })
  test('R11: a pregnancy told in weeks', () => {
    expect(rulesFor(cramp(), { profile: { pregnancyWeek: 20 } })).toEqual(['R11'])
  })
  test('R12: both calves', () => {
    const both = cramp({ sites: [site('calf', 'both')], symptoms: ['swelling'] })
    expect(rulesFor(both)).toEqual(['R12'])
  })
  test('R13: pain in many places', () => {
    expect(rulesFor(cramp({ symptoms: ['widespread-pain'] }))).toEqual(['R13'])
  })
  test('R14: bother as it was rated last', () => {
    const around = routineSituations.R14?.around ?? {}
    const later = { ...day({ bother: 4 }), at: onset + DAY }
    const entries = [...(around.entries ?? []), later]
    expect(rulesFor(cramp({ wokeMe: false }), { ...around, entries })).toEqual([])
  })
})

test('a day without a cramp raises nothing of this kind', () => {
  const around = { ...routineSituations.R7?.around, profile: { conditions: ['diabetes' as const] } }
  expect(rulesFor(day({ bother: 10 }), around)).toEqual([])
})

test('the appointment is with whom one sees in that region', () => {
  expect(cardFor('R1', cramp({ sorenessHours: 60 }), { region: 'uk' }).whatToDo).toContain('your GP surgery')
  expect(cardFor('R1', cramp({ sorenessHours: 60 })).whatToDo).toContain('with your doctor')
})

test('what can wait is told the same a week later', () => {
  const subject = cramp({ sorenessHours: 60 })
  expect(cardFor('R1', subject, { now: onset + 7 * DAY }).whatToDo).toMatch(/^Make an ordinary appointment/)
})
