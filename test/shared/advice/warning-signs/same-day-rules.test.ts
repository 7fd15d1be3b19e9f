import { describe, expect, test } from 'vitest'
import type { Circumstance } from '../../../../shared/kinds/symptoms.ts'
import {
  cardFor,
  cramp,
  DAY,
  day,
  HOUR,
  MINUTE,
  medicineBefore,
  onset,
  quinine,
  rulesFor,
  sessionBefore,
  site,
  statin,
  urgentRulesFor,
} from './situation.ts'

describe('S1, a long cramp', () => {
  test('more than 10 minutes, and not 10', () => {
    expect(urgentRulesFor(cramp({ durationSeconds: 601 }))).toEqual(['S1'])
    expect(urgentRulesFor(cramp({ durationSeconds: 600 }))).toEqual([])
    expect(urgentRulesFor(cramp({ durationSeconds: null }))).toEqual([])
  })
  test('also while it is going on', () => {
    const ongoing = cramp({ durationSeconds: null, ongoing: true })
    expect(urgentRulesFor(ongoing, { now: onset + 10 * MINUTE })).toEqual([])
    expect(urgentRulesFor(ongoing, { now: onset + 10 * MINUTE + 1000 })).toEqual(['S1'])
    expect(cardFor('S1', ongoing).recorded).toMatch(/so far/)
  })
  test('says so when stretching was tried', () => {
    const stretched = cramp({
      durationSeconds: 601,
      relief: [{ technique: 'stretch', helped: 'no', startedAfterMinutes: null, minutesToRelief: null }],
    })
    expect(cardFor('S1', stretched).title).toMatch(/despite stretching/)
    const rubbed = cramp({
      durationSeconds: 601,
      relief: [{ technique: 'massage', helped: 'no', startedAfterMinutes: null, minutesToRelief: null }],
    })
    expect(cardFor('S1', rubbed).title).not.toMatch(/stretching/)
  })
})

describe('S2, one leg', () => {
  test.each(['swelling', 'warmth', 'redness-or-darker-skin', 'hard-veins', 'throbbing'] as const)(
    '%s of one calf',
    symptom => {
      expect(urgentRulesFor(cramp({ symptoms: [symptom] }))).toEqual(['S2'])
    },
  )
  test.each(['inner-thigh', 'hamstring', 'front-thigh'] as const)('a swollen %s', muscle => {
    expect(urgentRulesFor(cramp({ sites: [site(muscle, 'right')], symptoms: ['swelling'] }))).toEqual(['S2'])
  })
  test('calf and thigh of the same leg are one side', () => {
    const sites = [site('calf'), site('hamstring')]
    expect(urgentRulesFor(cramp({ sites, symptoms: ['swelling'] }))).toEqual(['S2'])
  })
  test('not on both sides', () => {
    expect(urgentRulesFor(cramp({ sites: [site('calf', 'both')], symptoms: ['swelling'] }))).toEqual([])
    const sites = [site('calf', 'left'), site('front-thigh', 'right')]
    expect(urgentRulesFor(cramp({ sites, symptoms: ['swelling'] }))).toEqual([])
  })
  test('not in the foot or the hand, and not for tingling', () => {
    expect(urgentRulesFor(cramp({ sites: [site('arch')], symptoms: ['swelling'] }))).toEqual([])
    expect(urgentRulesFor(cramp({ sites: [site('hand')], symptoms: ['swelling'] }))).toEqual([])
    expect(urgentRulesFor(cramp({ symptoms: ['tingling'] }))).toEqual([])
  })

  describe('is more urgent', () => {
    const urgent = /within hours/
    const swollen = cramp({ symptoms: ['swelling'] })
    const because: Circumstance[] = [
      'surgery-or-plaster',
      'lying-still',
      'long-travel',
      'pregnant-or-just-gave-birth',
    ]
    test.each(because)('with %s', circumstance => {
      const card = cardFor('S2', cramp({ symptoms: ['swelling'], circumstances: [circumstance] }))
      expect(card.whatToDo).toMatch(urgent)
    })
    test('in pregnancy and with cancer', () => {
      expect(cardFor('S2', swollen, { profile: { conditions: ['cancer'] } }).whatToDo).toMatch(urgent)
      expect(cardFor('S2', swollen, { profile: { conditions: ['pregnant'] } }).whatToDo).toMatch(urgent)
      expect(cardFor('S2', swollen, { profile: { pregnancyWeek: 12 } }).whatToDo).toMatch(urgent)
    })
    test('and not otherwise', () => {
      expect(cardFor('S2', swollen, { profile: { conditions: ['diabetes'] } }).whatToDo).not.toMatch(urgent)
    })
    test('a pregnancy that was told twice is named once', () => {
      const told = cramp({ symptoms: ['swelling'], circumstances: ['pregnant-or-just-gave-birth'] })
      const { recorded } = cardFor('S2', told, { profile: { conditions: ['pregnant'] } })
      expect(recorded.match(/pregnant/g)).toHaveLength(1)
    })
  })

  test('sends the leg to be checked before anybody rubs it', () => {
    expect(cardFor('S2', cramp({ symptoms: ['warmth'] })).whatToDo).toMatch(/do not massage/i)
  })
})

describe('S3, skin', () => {
  const foot = [site('arch')]
  test('two of redness, warmth and swelling', () => {
    expect(urgentRulesFor(cramp({ sites: foot, symptoms: ['redness-or-darker-skin', 'warmth'] }))).toEqual([
      'S3',
    ])
    expect(
      urgentRulesFor(cramp({ sites: [site('shin', 'both')], symptoms: ['warmth', 'swelling'] })),
    ).toEqual(['S3'])
  })
  test('one is not enough', () => {
    expect(urgentRulesFor(cramp({ sites: foot, symptoms: ['redness-or-darker-skin'] }))).toEqual([])
  })
  test.each(['fever', 'unwell', 'spreading', 'wound'] as const)('one with %s', company => {
    expect(urgentRulesFor(cramp({ sites: foot, symptoms: ['swelling', company] }))).toEqual(['S3'])
    expect(urgentRulesFor(cramp({ sites: foot, symptoms: [company] }))).toEqual([])
  })
  test('the ankle is somewhere else, the hand is not a leg', () => {
    expect(urgentRulesFor(cramp({ sites: [site('other')], symptoms: ['warmth', 'swelling'] }))).toEqual([
      'S3',
    ])
    expect(urgentRulesFor(cramp({ sites: [site('hand')], symptoms: ['warmth', 'swelling'] }))).toEqual([])
  })
})

describe('S4, muscle harmed', () => {
  const dark = cramp({ symptoms: ['dark-urine'] })

  test.each(['dark-urine', 'yellow-skin-or-eyes', 'weakness', 'both-legs-weak'] as const)(
    '%s on a statin, and not without',
    symptom => {
      expect(urgentRulesFor(cramp({ symptoms: [symptom] }), { entries: [statin] })).toEqual(['S4'])
      expect(urgentRulesFor(cramp({ symptoms: [symptom] }))).toEqual([])
    },
  )
  test('weakness of more than four weeks is not new', () => {
    const old = cramp({ symptoms: ['weakness'], circumstances: ['longer-than-4-weeks'] })
    expect(urgentRulesFor(old, { entries: [statin] })).toEqual([])
  })
  test('pain in many places only for more than a day', () => {
    const sore = (circumstances: Circumstance[]) => cramp({ symptoms: ['widespread-pain'], circumstances })
    expect(urgentRulesFor(sore(['longer-than-a-day']), { entries: [statin] })).toEqual(['S4'])
    expect(urgentRulesFor(sore(['new-today']), { entries: [statin] })).toEqual([])
  })
  test('an ordinary cramp on a statin is none of it', () => {
    expect(urgentRulesFor(cramp(), { entries: [statin] })).toEqual([])
  })
  test('a statin that was stopped before does not count', () => {
    const stop = medicineBefore(MINUTE, {
      name: 'Simvastatin',
      medicineClass: 'statin',
      change: 'stop',
    })
    expect(urgentRulesFor(dark, { entries: [statin, stop] })).toEqual([])
  })
  test('one that was written down within the week after it does', () => {
    const written = (ms: number) => medicineBefore(-ms, { name: 'Simvastatin', medicineClass: 'statin' })
    const now = onset + 20 * DAY
    const unknownLength = cramp({ symptoms: ['dark-urine'], durationSeconds: null })
    expect(urgentRulesFor(unknownLength, { entries: [written(7 * DAY)], now })).toEqual(['S4'])
    expect(urgentRulesFor(unknownLength, { entries: [written(7 * DAY + MINUTE)], now })).toEqual([])
  })

  test('dark urine after hard exertion', () => {
    expect(urgentRulesFor(dark, { entries: [sessionBefore(DAY, { exertion: 7 })] })).toEqual(['S4'])
    expect(urgentRulesFor(dark, { entries: [sessionBefore(DAY, { exertion: 6 })] })).toEqual([])
    expect(urgentRulesFor(dark, { entries: [sessionBefore(DAY, { newOrHarder: true })] })).toEqual(['S4'])
    expect(urgentRulesFor(cramp({ symptoms: ['dark-urine'], stateAtOnset: 'after-exercise' }))).toEqual([
      'S4',
    ])
    expect(urgentRulesFor(cramp({ symptoms: ['dark-urine'], circumstances: ['exertion-in-heat'] }))).toEqual([
      'S4',
    ])
  })
  test('of the last 72 hours', () => {
    const short = cramp({ symptoms: ['dark-urine'], durationSeconds: null })
    expect(urgentRulesFor(short, { entries: [sessionBefore(72 * HOUR, { exertion: 9 })] })).toEqual(['S4'])
    expect(urgentRulesFor(short, { entries: [sessionBefore(72 * HOUR + MINUTE, { exertion: 9 })] })).toEqual(
      [],
    )
  })
  test('hard exertion alone is none of it', () => {
    expect(urgentRulesFor(cramp(), { entries: [sessionBefore(DAY, { exertion: 10 })] })).toEqual([])
  })

  test('a day with brown urine raises it too, and the darkest of the chart does not', () => {
    expect(urgentRulesFor(day({ urineColour: 'brown' }), { entries: [statin] })).toEqual(['S4'])
    expect(urgentRulesFor(day({ urineColour: '8' }), { entries: [statin] })).toEqual([])
    expect(urgentRulesFor(day({ urineColour: 'brown' }))).toEqual([])
  })
  test('but not a second time when a cramp of that date has told of it', () => {
    // A cramp of the same date with dark urine does not suppress the day's rule: screens show one of the two cards.
    expect(urgentRulesFor(day({ urineColour: 'brown' }), { entries: [statin, dark] })).toEqual(['S4'])
    const dayBefore = cramp({ at: onset - DAY, symptoms: ['dark-urine'] })
    expect(urgentRulesFor(day({ urineColour: 'brown' }), { entries: [statin, dayBefore] })).toEqual(['S4'])
  })

  test('asks about the next dose and changes nothing', () => {
    const { whatToDo } = cardFor('S4', dark, { entries: [statin] })
    expect(whatToDo).toMatch(/ask whether you should take it/)
    expect(whatToDo).not.toMatch(/\bstop\b/i)
  })
})

describe('S5, wound and poison', () => {
  test('a dirty wound or a poison', () => {
    expect(urgentRulesFor(cramp({ circumstances: ['dirty-wound'] }))).toEqual(['S5'])
    expect(urgentRulesFor(cramp({ circumstances: ['poison-contact'] }))).toEqual(['S5'])
  })
  test('a wound told with a cramp up to 21 days before', () => {
    const woundBefore = (ms: number) => [cramp({ at: onset - ms, circumstances: ['dirty-wound'] })]
    expect(urgentRulesFor(cramp(), { entries: woundBefore(21 * DAY) })).toEqual(['S5'])
    expect(urgentRulesFor(cramp(), { entries: woundBefore(21 * DAY + MINUTE) })).toEqual([])
    expect(urgentRulesFor(cramp(), { entries: woundBefore(-DAY) })).toEqual([])
  })
  test('a clean wound is not it, nor a day without a cramp', () => {
    expect(urgentRulesFor(cramp({ symptoms: ['wound'] }))).toEqual([])
    expect(urgentRulesFor(day(), { entries: [cramp({ circumstances: ['dirty-wound'] })] })).toEqual([])
  })
})

describe('S6, a diabetic foot', () => {
  const diabetes = { profile: { conditions: ['diabetes' as const] } }
  test('a change of the foot, wherever it cramped', () => {
    expect(urgentRulesFor(cramp({ symptoms: ['foot-skin-change'] }), diabetes)).toEqual(['S6'])
  })
  test.each(['pale-or-blue', 'redness-or-darker-skin', 'warmth', 'cold-limb', 'swelling', 'wound'] as const)(
    '%s of a foot that cramped',
    symptom => {
      const foot = cramp({ sites: [site('toes', 'both')], symptoms: [symptom] })
      expect(urgentRulesFor(foot, diabetes)).toEqual(['S6'])
      expect(urgentRulesFor(foot)).toEqual([])
    },
  )
  test('not of a cold calf, nor for tingling', () => {
    expect(urgentRulesFor(cramp({ symptoms: ['cold-limb'] }), diabetes)).toEqual([])
    expect(urgentRulesFor(cramp({ sites: [site('arch')], symptoms: ['tingling'] }), diabetes)).toEqual([])
  })
})

describe('S7, quinine', () => {
  test.each(['bruising-or-bleeding', 'hearing-or-vision-change'] as const)('%s, and not without', symptom => {
    expect(urgentRulesFor(cramp({ symptoms: [symptom] }), { entries: [quinine] })).toEqual(['S7'])
    expect(urgentRulesFor(cramp({ symptoms: [symptom] }), { entries: [statin] })).toEqual([])
  })
  test('quinine alone is none of it', () => {
    expect(urgentRulesFor(cramp({ symptoms: ['severe-headache'] }), { entries: [quinine] })).toEqual([])
  })
})

describe('S8, weight', () => {
  test.each(['cannot-bear-weight', 'pop-or-injury'] as const)('%s', symptom => {
    expect(urgentRulesFor(cramp({ symptoms: [symptom] }))).toEqual(['S8'])
  })
  test('limping is less', () => {
    expect(urgentRulesFor(cramp({ symptoms: ['limping'] }))).toEqual([])
  })
})

describe('S9, salts', () => {
  test('hands and feet, and tingling round the mouth', () => {
    const sites = [site('hand', 'both'), site('toes', 'both')]
    expect(urgentRulesFor(cramp({ sites, symptoms: ['mouth-tingling'] }))).toEqual(['S9'])
    expect(urgentRulesFor(cramp({ sites }))).toEqual([])
    expect(urgentRulesFor(cramp({ sites: [site('hand')], symptoms: ['mouth-tingling'] }))).toEqual([])
    expect(urgentRulesFor(cramp({ sites: [site('toes')], symptoms: ['mouth-tingling'] }))).toEqual([])
  })
  test('told as two cramps of the same day, once', () => {
    const foot = (ms: number) =>
      cramp({ at: onset - ms, sites: [site('arch')], symptoms: ['mouth-tingling'] })
    const hand = cramp({ sites: [site('hand')], symptoms: ['mouth-tingling'] })
    expect(urgentRulesFor(hand, { entries: [foot(DAY)] })).toEqual(['S9'])
    expect(urgentRulesFor(hand, { entries: [foot(DAY + MINUTE)] })).toEqual([])
    // A foot cramp of the small hours, stored 24 hours before: it may have begun three hours earlier.
    const roughly = { ...foot(DAY), onsetPrecision: 'small-hours' as const }
    expect(urgentRulesFor(hand, { entries: [roughly] })).toEqual([])
    expect(urgentRulesFor(foot(DAY), { entries: [hand] })).toEqual([])
  })
  test.each(['vomiting', 'repeated-vomiting', 'diarrhoea'] as const)('%s for more than a day', symptom => {
    expect(urgentRulesFor(cramp({ symptoms: [symptom], circumstances: ['longer-than-a-day'] }))).toEqual([
      'S9',
    ])
    expect(urgentRulesFor(cramp({ symptoms: [symptom], circumstances: ['new-today'] }))).toEqual([])
  })
})

describe('S10, circulation', () => {
  test.each(['pain-at-rest-better-hanging-down', 'sore-not-healing'] as const)('%s', symptom => {
    expect(urgentRulesFor(cramp({ symptoms: [symptom] }))).toEqual(['S10'])
  })
  test('an ordinary night cramp of the foot is not it, nor a fresh wound', () => {
    expect(urgentRulesFor(cramp({ sites: [site('arch')], stateAtOnset: 'asleep' }))).toEqual([])
    expect(urgentRulesFor(cramp({ symptoms: ['wound'] }))).toEqual([])
  })
})

describe('a place that nobody has named', () => {
  const nowhere = (fields: Parameters<typeof cramp>[0]) => cramp({ sites: [], needsDetails: true, ...fields })

  test('may be a leg: two signs of the skin, or one with fever, are for today', () => {
    expect(urgentRulesFor(nowhere({ symptoms: ['swelling', 'warmth'] }))).toEqual(['S3'])
    expect(urgentRulesFor(nowhere({ symptoms: ['redness-or-darker-skin', 'fever'] }))).toEqual(['S3'])
  })
  test('may be a leg: swelling alone is for an appointment', () => {
    expect(rulesFor(nowhere({ symptoms: ['swelling'] }))).toEqual(['R12'])
    expect(rulesFor(nowhere({ symptoms: ['warmth'] }))).toEqual([])
  })
  test('is one, once it is named, and an arm is none', () => {
    expect(urgentRulesFor(cramp({ sites: [site('arm')], symptoms: ['swelling', 'warmth'] }))).toEqual([])
    expect(rulesFor(cramp({ sites: [site('hand')], symptoms: ['swelling'] }))).toEqual([])
  })
})
