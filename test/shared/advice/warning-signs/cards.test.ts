import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canRaise, gatherFacts, isSubject, reachDays } from '../../../../shared/advice/warning-signs/facts.ts'
import { warningRules } from '../../../../shared/advice/warning-signs/warning-rules.ts'
import { findWarnings, warningCard, writeCard } from '../../../../shared/advice/warning-signs/warnings.ts'
import { suggestRegion } from '../../../../shared/advice/warning-signs/whom-to-call.ts'
import { urineColours } from '../../../../shared/kinds/day.ts'
import type { Entry } from '../../../../shared/kinds/entry.ts'
import { regions } from '../../../../shared/kinds/profile.ts'
import { type Symptom, symptoms } from '../../../../shared/kinds/symptoms.ts'
import { anyJournalFile } from '../../../fixtures/arbitrary-journals.ts'
import { routineSituations, type Situation } from './routine-situations.ts'
import {
  cardFor,
  cramp,
  DAY,
  day,
  HOUR,
  onset,
  quinine,
  rulesFor,
  type Surroundings,
  site,
  statin,
} from './situation.ts'

/** Situation in which each rule holds, by rule id. */
const situations: Record<string, Situation> = {
  E1: { subject: cramp({ symptoms: ['chest-pain'] }) },
  E2: {
    subject: cramp({
      durationSeconds: 900,
      symptoms: ['pale-or-blue', 'cold-limb'],
      circumstances: ['new-today'],
    }),
  },
  E3: { subject: cramp({ symptoms: ['saddle-numbness'] }) },
  E4: { subject: cramp({ symptoms: ['stiff-jaw'] }) },
  E5: { subject: cramp({ symptoms: ['seizure'] }) },
  S1: { subject: cramp({ durationSeconds: 900 }) },
  S2: { subject: cramp({ symptoms: ['swelling'] }) },
  S3: { subject: cramp({ sites: [site('arch')], symptoms: ['warmth', 'swelling'] }) },
  S4: { subject: cramp({ symptoms: ['dark-urine'] }), around: { entries: [statin] } },
  S5: { subject: cramp({ circumstances: ['dirty-wound'] }) },
  S6: {
    subject: cramp({ symptoms: ['foot-skin-change'] }),
    around: { profile: { conditions: ['diabetes'] } },
  },
  S7: { subject: cramp({ symptoms: ['bruising-or-bleeding'] }), around: { entries: [quinine] } },
  S8: { subject: cramp({ symptoms: ['cannot-bear-weight'] }) },
  S9: { subject: cramp({ symptoms: ['diarrhoea'], circumstances: ['longer-than-a-day'] }) },
  S10: { subject: cramp({ symptoms: ['sore-not-healing'] }) },
  ...routineSituations,
}
const cardOf = (id: string, more: Surroundings = {}) => {
  const situation = situations[id]
  if (situation === undefined) throw new Error(`no situation for ${id}`)
  return cardFor(id, situation.subject, { ...situation.around, ...more })
}
const emergencies = warningRules.filter(({ level }) => level === 'emergency').map(({ id }) => id)
const sameDays = warningRules.filter(({ level }) => level === 'same-day').map(({ id }) => id)

test('the rules are E1 to E5, S1 to S10 and R1 to R15, each once', () => {
  expect(emergencies).toEqual(['E1', 'E2', 'E3', 'E4', 'E5'])
  expect(sameDays).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10'])
  const routine = warningRules.slice(15).map(({ id }) => id)
  expect(routine).toEqual(Array.from({ length: 15 }, (_, index) => `R${index + 1}`))
})

test.each(warningRules)('$id stands on guidance, on the articles, or says that it is our own', rule => {
  expect(rule.sources.length + rule.claims.length + (rule.ownJudgement === null ? 0 : 1)).toBeGreaterThan(0)
})

describe('a card', () => {
  test.each(warningRules)('of $id says what was recorded, that it is no diagnosis, and why', ({ id }) => {
    const card = cardOf(id)
    expect(card.recorded).toMatch(/^You recorded: .+\. This is not a diagnosis\.$/)
    expect(card.why).toMatch(/\.$/)
    expect(card.title.length).toBeLessThanOrEqual(60)
  })

  test('names the symptom, the place and the medicine in the words that were chosen', () => {
    expect(cardOf('S2').recorded).toBe(
      'You recorded: a cramp (left calf); swelling. This is not a diagnosis.',
    )
    expect(cardOf('S4').recorded).toBe(
      'You recorded: a statin among the medicines; brown or cola-coloured urine. This is not a diagnosis.',
    )
  })

  test.each(warningRules)('of $id names no disease as the cause, and stops no medicine', ({ id }) => {
    const text = Object.values(cardOf(id)).join(' ')
    expect(text).not.toMatch(/thrombos|\bDVT\b|embol|tetanus|ischaemi|rhabdo|cauda|sepsis|gangren/i)
    expect(text).not.toMatch(/\b(stop|skip)\b[^.]*\b(statin|medicine|tablet|quinine|dose)/i)
  })
})

describe('whom to call', () => {
  const numbers = { uk: '999', eu: '112', us: '911' } as const

  const anywhere = 'your local emergency number (112 in Europe, 999 in the UK, 911 in North America)'

  test.each(emergencies)('%s: the number of the region, and all of them where it is not confirmed', id => {
    for (const [region, number] of Object.entries(numbers)) {
      const { whatToDo } = cardOf(id, { region: region as keyof typeof numbers })
      expect(whatToDo).toContain(`all ${number}`)
      expect(whatToDo).not.toMatch(/local emergency number/)
    }
    for (const region of ['other', null] as const) {
      const { whatToDo } = cardOf(id, { region })
      expect(whatToDo).toContain(`all ${anywhere}`)
    }
  })

  test.each(sameDays)('%s: today, and the number in case it gets worse', id => {
    for (const region of [...regions.ids, null]) {
      const { whatToDo, watchFor } = cardOf(id, { region })
      expect(whatToDo).toMatch(/\btoday\b/)
      const number = region === null || region === 'other' ? anywhere : numbers[region]
      expect(watchFor).toContain(`call ${number}`)
    }
    expect(cardOf(id, { region: 'uk' }).whatToDo).toMatch(/NHS 111/)
    expect(cardOf(id, { region: 'eu' }).whatToDo).not.toMatch(/NHS/)
  })

  test('the hospital in its own words', () => {
    expect(cardOf('E3', { region: 'uk' }).whatToDo).toMatch(/A&E/)
    expect(cardOf('E3', { region: 'us' }).whatToDo).toMatch(/emergency room/)
    expect(cardOf('E3').whatToDo).toMatch(/nearest emergency department/)
  })
})

describe('what is found out later', () => {
  test('is told from what is so now', () => {
    const at = (now: number) => cardOf('E1', { now, region: 'uk' }).whatToDo
    const short = 240_000
    expect(at(onset + short + DAY)).toBe('Call 999 now. Do not drive yourself.')
    expect(at(onset + short + DAY + HOUR)).toBe(
      'If it is still there, or comes back: call 999 now. Do not drive yourself. If it has passed and nobody has looked at it: contact your GP surgery or NHS 111 today.',
    )
    expect(cardOf('S8', { now: onset + 3 * DAY }).whatToDo).toMatch(
      /^If nobody has looked at it since: contact/,
    )
  })
})

/**
 * Arbitrary journal with its entries moved into twelve days, so that they fall into each other's windows, and with
 * drinks, sessions and cramps that the rules with a window count.
 */
const tellingJournal = anyJournalFile.map(({ entries, profile }) => ({
  profile,
  entries: entries.map(({ deletedAt: _deletedAt, ...stored }): Entry => {
    const entry = { ...stored, at: stored.at % (12 * DAY) }
    if (entry.kind === 'cramp')
      return {
        ...entry,
        symptoms: [...new Set<Symptom>([...entry.symptoms, 'dark-urine', 'severe-headache'])],
      }
    if (entry.kind === 'fluid') return { ...entry, volumeMl: 3000 }
    if (entry.kind === 'activity') return { ...entry, exertion: 9 }
    return entry
  }),
}))

const unknown = { crampFreeDays: [], patternFound: null, mayTellStatinTrials: true }

describe('in any journal', () => {
  test('every rule can be asked and every card written; what happens later cancels nothing', () => {
    fc.assert(
      fc.property(tellingJournal, fc.constantFrom(...regions.ids, null), ({ entries, profile }, region) => {
        for (const subject of entries.filter(isSubject)) {
          const facts = gatherFacts({ ...unknown, subject, entries, profile, now: subject.at + HOUR })
          const found = findWarnings(facts)
          for (const rule of found) warningCard.parse(writeCard(rule, facts, region))
          const goodYear = gatherFacts({ ...unknown, subject, entries, profile, now: subject.at + 365 * DAY })
          const later = findWarnings(goodYear).map(({ id }) => id)
          expect(later).toEqual(expect.arrayContaining(found.map(({ id }) => id)))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('only what lies within reach is asked for', () => {
    fc.assert(
      fc.property(tellingJournal, ({ entries, profile }) => {
        for (const subject of entries.filter(isSubject)) {
          const now = subject.at + HOUR
          const near = entries.filter(
            ({ kind, at }) =>
              kind === 'medication' ||
              kind === 'day' ||
              (kind in reachDays &&
                Math.abs(at - subject.at) <= reachDays[kind as keyof typeof reachDays] * DAY),
          )
          const idsOf = (known: typeof entries) =>
            findWarnings(gatherFacts({ ...unknown, subject, entries: known, profile, now })).map(
              ({ id }) => id,
            )
          expect(idsOf(near)).toEqual(idsOf(entries))
        }
      }),
      { numRuns: 300 },
    )
  })
})

test('of a day nothing but brown urine raises a card, so that others need not be judged', () => {
  expect(canRaise(cramp())).toBe(true)
  expect(canRaise(day({ urineColour: 'brown' }))).toBe(true)
  const telling = cramp({
    symptoms: [...symptoms.ids],
    circumstances: ['dirty-wound', 'new-today', 'longer-than-a-day'],
    intensity: 9,
    wokeMe: true,
  })
  const surroundings = {
    entries: [telling, statin, quinine],
    profile: { conditions: ['diabetes' as const, 'pregnant' as const], dateOfBirth: '2015-01-01' },
    patternFound: false,
  }
  for (const urineColour of [null, ...urineColours.ids.filter(colour => colour !== 'brown')]) {
    const quiet = day({ urineColour, bother: 10, heat: 'hot', illnessWithFluidLoss: true })
    expect(canRaise(quiet)).toBe(false)
    expect(rulesFor(quiet, surroundings)).toEqual([])
  }
})

test.each([
  ['en-GB', 'uk'],
  ['de-DE', 'eu'],
  ['en-IE', 'eu'],
  ['de-CH', 'eu'],
  ['en-US', 'us'],
  ['fr-CA', 'us'],
  ['hi-IN', null],
  ['fa-IR', null],
  [null, null],
])('a system of %s proposes the region %s, to be confirmed', (locale, region) => {
  expect(suggestRegion(locale)).toBe(region)
})
