import { expect, test } from 'vitest'
import { getUrgency } from '../../../../shared/advice/warning-signs/symptom-urgency.ts'
import { type Circumstance, type Symptom, symptoms } from '../../../../shared/kinds/symptoms.ts'
import { cramp, quinine, rulesFor, site, statin } from './situation.ts'

const surroundings = { entries: [statin, quinine], profile: { conditions: ['diabetes' as const] } }
const moments: Circumstance[][] = [[], ['new-today'], ['longer-than-a-day'], ['exertion-in-heat']]

const raised = (told: Symptom[]) =>
  ['calf' as const, 'toes' as const].flatMap(muscle =>
    moments.flatMap(circumstances =>
      rulesFor(cramp({ symptoms: told, circumstances, sites: [site(muscle)] }), surroundings),
    ),
  )

/** Compares the rank with the rules, so that a symptom that a new rule reads cannot stay at the end of a list. */
test.each(symptoms.ids)('%s stands as early as what it raises by itself', symptom => {
  const anyway = new Set(raised([]))
  const own = raised([symptom]).filter(rule => !anyway.has(rule))
  if (own.some(rule => rule.startsWith('E'))) expect(getUrgency(symptom)).toBe(0)
  else if (own.some(rule => rule.startsWith('S'))) expect(getUrgency(symptom)).toBeLessThanOrEqual(1)
})

test('what can only be frequent comes last', () => {
  for (const symptom of ['lump', 'twitching', 'limping'] as const) expect(getUrgency(symptom)).toBe(2)
})
