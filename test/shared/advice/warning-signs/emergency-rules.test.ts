import { describe, expect, test } from 'vitest'
import type { Symptom } from '../../../../shared/kinds/symptoms.ts'
import {
  cardFor,
  cramp,
  DAY,
  drinkBefore,
  HOUR,
  MINUTE,
  onset,
  rulesFor,
  site,
  urgentRulesFor,
} from './situation.ts'

test('an ordinary cramp raises nothing', () => {
  expect(rulesFor(cramp())).toEqual([])
  expect(rulesFor(cramp({ intensity: 10, sorenessHours: 24, symptoms: ['lump', 'twitching'] }))).toEqual([])
})

describe('E1, chest', () => {
  test.each(['chest-pain', 'breathless', 'coughing-blood'] as const)('%s alone is enough', symptom => {
    expect(urgentRulesFor(cramp({ symptoms: [symptom] }))).toEqual(['E1'])
  })

  test('fever, feeling ill and a fast pain elsewhere are not it', () => {
    expect(urgentRulesFor(cramp({ symptoms: ['fever', 'unwell', 'back-pain'] }))).not.toContain('E1')
  })

  describe('says more when a leg was in trouble in the last two weeks', () => {
    const legs = /leg that was swollen/
    const breathless = cramp({ symptoms: ['breathless'], sites: [site('hand')] })
    const crampBefore = (ms: number, fields: Parameters<typeof cramp>[0]) => ({
      entries: [cramp({ at: onset - ms, ...fields })],
    })

    test('swelling 14 days before', () => {
      expect(cardFor('E1', breathless, crampBefore(14 * DAY, { symptoms: ['swelling'] })).why).toMatch(legs)
    })
    test('not when it was a minute more', () => {
      const earlier = crampBefore(14 * DAY + MINUTE, { symptoms: ['swelling'] })
      expect(cardFor('E1', breathless, earlier).why).not.toMatch(legs)
    })
    test('leg pain that stayed', () => {
      expect(cardFor('E1', breathless, crampBefore(DAY, { sorenessHours: 1 })).why).toMatch(legs)
      expect(cardFor('E1', breathless, crampBefore(DAY, { sorenessHours: 0 })).why).not.toMatch(legs)
    })
    test('not a swollen hand', () => {
      const hand = crampBefore(DAY, { sites: [site('hand')], symptoms: ['swelling'] })
      expect(cardFor('E1', breathless, hand).why).not.toMatch(legs)
    })
    test('this very cramp', () => {
      expect(cardFor('E1', cramp({ symptoms: ['breathless', 'swelling'] })).why).toMatch(legs)
    })
  })
})

describe('E2, a limb', () => {
  const limb = (fields: Parameters<typeof cramp>[0] = {}) =>
    cramp({
      durationSeconds: 601,
      symptoms: ['pale-or-blue', 'cold-limb'],
      circumstances: ['new-today'],
      ...fields,
    })

  test('holds for two signs, new today, with pain of more than 10 minutes', () => {
    expect(urgentRulesFor(limb())).toEqual(['E2', 'S1'])
    expect(urgentRulesFor(limb({ symptoms: ['numb', 'weakness'] }))).toContain('E2')
    expect(urgentRulesFor(limb({ sites: [site('arm')] }))).toContain('E2')
  })

  test('not when the pain went within 10 minutes', () => {
    expect(urgentRulesFor(limb({ durationSeconds: 600 }))).toEqual([])
  })
  test('not with one sign', () => {
    expect(urgentRulesFor(limb({ symptoms: ['cold-limb'] }))).not.toContain('E2')
  })
  test('holds where nobody has said whether it is new', () => {
    expect(urgentRulesFor(limb({ circumstances: [] }))).toEqual(['E2', 'S1'])
    expect(urgentRulesFor(limb({ circumstances: ['long-travel'], durationSeconds: null }))).toEqual(['E2'])
  })
  test.each(['longer-than-a-day', 'longer-than-4-weeks'] as const)('not when it lasted %s', circumstance => {
    expect(urgentRulesFor(limb({ circumstances: [circumstance] }))).not.toContain('E2')
  })
  test('holds when one sign is old and another new today', () => {
    expect(urgentRulesFor(limb({ circumstances: ['longer-than-4-weeks', 'new-today'] }))).toContain('E2')
  })
  test('not in the face or the trunk, but where the place is still unknown', () => {
    expect(urgentRulesFor(limb({ sites: [site('face'), site('trunk')] }))).not.toContain('E2')
    expect(urgentRulesFor(limb({ sites: [], needsDetails: true }))).toContain('E2')
  })
  test('a cramp that is still going on counts from its onset until now', () => {
    const ongoing = limb({ durationSeconds: null, ongoing: true })
    expect(urgentRulesFor(ongoing, { now: onset + 10 * MINUTE })).toEqual([])
    expect(urgentRulesFor(ongoing, { now: onset + 10 * MINUTE + 1000 })).toEqual(['E2', 'S1'])
  })
  test('an unknown length is not known to be short', () => {
    expect(urgentRulesFor(limb({ durationSeconds: null }))).toEqual(['E2'])
  })
})

describe('E3, the base of the spine', () => {
  test.each(['saddle-numbness', 'bladder-or-bowel-change'] as const)('%s alone is enough', symptom => {
    expect(urgentRulesFor(cramp({ symptoms: [symptom] }))).toEqual(['E3'])
  })
  test.each(['both-legs-weak', 'both-legs-numb'] as const)('%s only with back pain', symptom => {
    expect(urgentRulesFor(cramp({ symptoms: [symptom, 'back-pain'] }))).toEqual(['E3'])
    expect(urgentRulesFor(cramp({ symptoms: [symptom] }))).toEqual([])
  })
  test('numbness with cramps in both legs counts as both legs', () => {
    const symptoms: Symptom[] = ['numb', 'back-pain']
    expect(urgentRulesFor(cramp({ symptoms, sites: [site('calf', 'both')] }))).toEqual(['E3'])
    expect(urgentRulesFor(cramp({ symptoms, sites: [site('calf', 'left')] }))).toEqual([])
    expect(urgentRulesFor(cramp({ symptoms, sites: [site('hand', 'both')] }))).toEqual([])
  })
  test('back pain alone is not it', () => {
    expect(urgentRulesFor(cramp({ symptoms: ['back-pain', 'radiating'] }))).toEqual([])
  })
})

describe('E4, muscles that lock', () => {
  test.each(['stiff-jaw', 'rigid-neck-or-back', 'trouble-swallowing'] as const)('%s is enough', symptom => {
    expect(urgentRulesFor(cramp({ symptoms: [symptom] }))).toEqual(['E4'])
  })
  test('a cramp in the face or the trunk is not it', () => {
    expect(urgentRulesFor(cramp({ sites: [site('face'), site('trunk')] }))).toEqual([])
  })
  test('names a wound of the last four weeks', () => {
    const jaw = cramp({ symptoms: ['stiff-jaw'] })
    const woundBefore = (ms: number) => ({
      entries: [cramp({ at: onset - ms, circumstances: ['dirty-wound'] })],
    })
    expect(cardFor('E4', jaw, woundBefore(28 * DAY)).why).toMatch(/wound/)
    expect(cardFor('E4', jaw, woundBefore(28 * DAY + MINUTE)).why).not.toMatch(/wound/)
    expect(cardFor('E4', cramp({ symptoms: ['stiff-jaw', 'wound'] })).why).toMatch(/wound/)
  })
})

describe('E5, salt and heat', () => {
  const headache = cramp({ symptoms: ['severe-headache'] })

  test.each(['confused', 'seizure'] as const)('%s alone is enough', symptom => {
    expect(urgentRulesFor(cramp({ symptoms: [symptom] }))).toEqual(['E5'])
  })
  test.each(['severe-headache', 'repeated-vomiting'] as const)(
    '%s after 3 litres within 6 hours',
    symptom => {
      const entries = [drinkBefore(7 * HOUR, 1500), drinkBefore(HOUR, 1500)]
      expect(urgentRulesFor(cramp({ symptoms: [symptom] }), { entries })).toEqual(['E5'])
    },
  )
  test('not after a little less', () => {
    const entries = [drinkBefore(7 * HOUR, 1500), drinkBefore(HOUR, 1499)]
    expect(urgentRulesFor(headache, { entries })).toEqual([])
  })
  test('not when it took a minute longer than 6 hours', () => {
    const entries = [drinkBefore(7 * HOUR + MINUTE, 1500), drinkBefore(HOUR, 1500)]
    expect(urgentRulesFor(headache, { entries })).toEqual([])
  })
  test('not when it was longer ago than a day', () => {
    const litres = (ms: number) => [drinkBefore(ms, 1500), drinkBefore(ms, 1500)]
    const short = cramp({ symptoms: ['severe-headache'], durationSeconds: null })
    expect(urgentRulesFor(short, { entries: litres(DAY) })).toEqual(['E5'])
    expect(urgentRulesFor(short, { entries: litres(DAY + MINUTE) })).toEqual([])
  })
  test('a drink after the cramp does not explain it, unless nobody knows when in the night it was', () => {
    const entries = [drinkBefore(-5 * HOUR, 3000)]
    expect(urgentRulesFor(headache, { entries })).toEqual([])
    expect(urgentRulesFor({ ...headache, onsetPrecision: 'night' }, { entries })).toEqual(['E5'])
  })
  test('a drink in the same part of the day may have come before, a later one cannot', () => {
    const inSmallHours = { ...headache, onsetPrecision: 'small-hours' } as const
    const drinkAt = (ms: number) => [drinkBefore(-ms, 3000)]
    // The onset of these tests is 03:05: the small hours end at 06:00.
    expect(urgentRulesFor(inSmallHours, { entries: drinkAt(2 * HOUR) })).toEqual(['E5'])
    expect(urgentRulesFor(inSmallHours, { entries: drinkAt(4 * HOUR) })).toEqual([])
    expect(urgentRulesFor({ ...headache, onsetPrecision: 'date' }, { entries: drinkAt(4 * HOUR) })).toEqual([
      'E5',
    ])
  })
  test('after exertion in the heat', () => {
    expect(
      urgentRulesFor(cramp({ symptoms: ['repeated-vomiting'], circumstances: ['exertion-in-heat'] })),
    ).toEqual(['E5'])
  })
  test('not vomiting once, nor 3 litres alone', () => {
    const entries = [drinkBefore(2 * HOUR, 3000)]
    expect(urgentRulesFor(cramp({ symptoms: ['vomiting'] }), { entries })).toEqual([])
    expect(urgentRulesFor(cramp(), { entries })).toEqual([])
  })
  test('says to stop drinking water', () => {
    expect(cardFor('E5', cramp({ symptoms: ['seizure'] })).whatToDo).toMatch(/stop drinking water/i)
  })
})
