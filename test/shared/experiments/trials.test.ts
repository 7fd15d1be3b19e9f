import { describe, expect, it, test } from 'vitest'
import { isFluidForTheClinician } from '../../../shared/advice/knowledge/fluid-limits.ts'
import { suggestions } from '../../../shared/advice/suggestions/suggestions.ts'
import { designs } from '../../../shared/experiments/design.ts'
import {
  findObstacle,
  isTrialId,
  listDesigns,
  mayBeTooShort,
  reasonsNotToTry,
  trialIds,
  trials,
} from '../../../shared/experiments/trials.ts'
import { conditions } from '../../../shared/kinds/conditions.ts'

test('every suggestion can be tried, or says why not', () => {
  for (const { id } of suggestions) expect(isTrialId(id) !== id in reasonsNotToTry, id).toBe(true)
  const ids = suggestions.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining([...trialIds, ...Object.keys(reasonsNotToTry)]))
})

test('a trial is about fluids where its suggestion is', () => {
  for (const { id, aboutFluids } of suggestions)
    if (isTrialId(id)) expect(trials[id].aboutFluids, id).toBe(aboutFluids)
})

test('no arm speaks of medicines, supplements, alcohol, or of drinking less', () => {
  const text = JSON.stringify(trials).toLowerCase()
  expect(text).not.toMatch(/medicine|tablet|supplement|magnesium|quinine|alcohol|drink less/)
  expect(trials['drink-to-thirst'].arms[1].instruction).toContain('no less than usual')
})

describe('findObstacle', () => {
  it('offers nothing about fluids to anybody whose fluids are for the clinician', () => {
    const limiting = conditions.ids.filter(condition => isFluidForTheClinician([condition]))
    expect(limiting.length).toBeGreaterThan(3)
    for (const id of trialIds)
      for (const condition of conditions.ids)
        if (trials[id].aboutFluids)
          expect(findObstacle(trials[id], [condition]) !== null, `${id} ${condition}`).toBe(
            limiting.includes(condition),
          )
  })

  it('sends somebody with sore or numb feet to ask before they change shoes', () => {
    expect(findObstacle(trials['supportive-shoes'], ['neuropathy'])).toMatch(/ask your doctor/)
    expect(findObstacle(trials['loose-bedding'], ['neuropathy'])).toBeNull()
    expect(findObstacle(trials['supportive-shoes'], [])).toBeNull()
  })
})

describe('designs of a trial', () => {
  it('give what acts over weeks a fortnight, or say that a week may be too short', () => {
    const stretch = trials['evening-stretch']
    for (const name of listDesigns(stretch))
      expect(mayBeTooShort(stretch, name)).toBe(designs[name].periodDays < 14)
    expect(listDesigns(stretch).some(name => !mayBeTooShort(stretch, name))).toBe(true)
  })

  it('are never too short for what acts at once', () => {
    const bedding = trials['loose-bedding']
    for (const name of listDesigns(bedding)) expect(mayBeTooShort(bedding, name)).toBe(false)
  })
})
