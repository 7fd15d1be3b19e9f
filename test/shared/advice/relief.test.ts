import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFluidForTheClinician } from '../../../shared/advice/knowledge/fluid-limits.ts'
import { isHeatUnsafe } from '../../../shared/advice/knowledge/heat-limits.ts'
import { type SafetyNoteId, safetyNotes } from '../../../shared/advice/knowledge/safety-notes.ts'
import { protocols } from '../../../shared/advice/relief/protocols.ts'
import {
  closing,
  doNot,
  getMilestone,
  getReliefSteps,
  milestones,
  opening,
  selectSteps,
  writeClosing,
  writeMilestone,
} from '../../../shared/advice/relief/relief.ts'
import { positions, type ReliefStep, reliefPhases } from '../../../shared/advice/relief/relief-step.ts'
import { findRule } from '../../../shared/advice/warning-signs/warning-rules.ts'
import { type Condition, conditions } from '../../../shared/kinds/conditions.ts'
import type { CrampSite } from '../../../shared/kinds/cramp.ts'
import { muscles } from '../../../shared/kinds/muscles.ts'

const left = (...where: CrampSite['muscle'][]): CrampSite[] => where.map(muscle => ({ muscle, side: 'left' }))
const idsOf = (found: ReturnType<typeof getReliefSteps>) => found.map(({ id }) => id)
const stepIds = (steps: readonly ReliefStep[]) => steps.map(({ id }) => id)
const everyStep = protocols.flatMap(({ id, steps }) => steps.map(step => [`${id} ${step.id}`, step] as const))
const words = (text: string) => text.split(/\s+/).length

describe('the protocols', () => {
  test('every muscle stands in exactly one', () => {
    expect(protocols.flatMap(one => one.muscles).toSorted()).toEqual([...muscles.ids].sort())
  })

  test('every relief claim of the articles is followed by a step', () => {
    const reliefClaims = [
      ...['02', '03', '04', '05', '06', '07', '08', '09', '10'].map(number => `000-${number}`),
      ...['09', '10', '11', '12', '13'].map(number => `001-${number}`),
      ...['02', '06', '07', '08', '09', '10'].map(number => `002-${number}`),
      '003-13',
      ...['13', '14', '15', '16'].map(number => `004-${number}`),
    ]
    const followed = new Set<string>(everyStep.flatMap(([, { claims }]) => claims))
    expect(reliefClaims.filter(claim => !followed.has(claim))).toEqual([])
  })

  test.each(protocols)(
    '$id stretches first, then eases, then rests; what the articles say comes first',
    ({ steps }) => {
      const phases = steps.map(({ phase }) => reliefPhases.indexOf(phase))
      expect(phases).toEqual(phases.toSorted((a, b) => a - b))
      expect(steps[0]?.phase).toBe('stretch')
      const stretches = steps
        .filter(({ phase }) => phase === 'stretch')
        .map(({ claims }) => claims.length > 0)
      expect(stretches).toEqual(stretches.toSorted((a, b) => Number(b) - Number(a)))
    },
  )

  test.each(protocols)('$id has a different id for each step', ({ steps }) => {
    expect(new Set(stepIds(steps)).size).toBe(steps.length)
  })

  test('every position is one that a step takes', () => {
    const taken = new Set(everyStep.map(([, { position }]) => position))
    expect(positions.filter(position => !taken.has(position))).toEqual([])
  })

  test('every hold is half a minute, three times', () => {
    const holds = everyStep.filter(([, { phase }]) => phase === 'stretch').map(([, { timer }]) => timer)
    expect(new Set(holds.map(timer => JSON.stringify(timer)))).toEqual(
      new Set([JSON.stringify({ seconds: 30, rounds: 3, pauseSeconds: 5 })]),
    )
  })

  test('cold lasts 15 minutes and warmth no longer', () => {
    for (const [, { id, timer }] of everyStep) {
      if (id === 'cold') expect(timer?.seconds).toBe(15 * 60)
      if (id === 'warmth') expect(timer?.seconds).toBeLessThanOrEqual(15 * 60)
    }
  })
})

describe('every step', () => {
  test.each(everyStep)('%s can be read at night', (_name, { title, text }) => {
    expect(words(title)).toBeLessThanOrEqual(7)
    expect(words(text)).toBeLessThanOrEqual(36)
  })

  const needs: [RegExp, SafetyNoteId][] = [
    [/\bstand|heels|hold on\b|face the wall|chair/i, 'falls'],
    [/warm/i, 'heat'],
    [/cold pack|frozen/i, 'cold'],
    [/knees go apart/i, 'hip-replacement'],
  ]
  test.each(needs)('that says %s carries the note "%s"', (pattern, note) => {
    const found = everyStep.filter(([, { title, text }]) => pattern.test(`${title} ${text}`))
    expect(found.length).toBeGreaterThan(0)
    for (const [name, { safety }] of found) expect(safety, name).toContain(note)
  })
  test('that stretches says how far to go, and that rubs a leg says which one not to', () => {
    for (const [name, { phase, safety }] of everyStep)
      if (phase === 'stretch') expect(safety, name).toContain('stretch')
    const rubs = everyStep.filter(
      ([name, { position }]) => !name.startsWith('hand') && /^(rubbing|thumb)/.test(position ?? ''),
    )
    expect(rubs.length).toBe(7)
    for (const [name, { safety }] of rubs) expect(safety, name).toContain('not-on-a-swollen-leg')
  })
  test('has a note that exists, once', () => {
    for (const [name, { safety }] of everyStep) {
      expect(new Set(safety).size, name).toBe(safety.length)
      for (const note of safety) expect(safetyNotes[note].text).toMatch(/\.$/)
    }
  })

  test('promises nothing that nobody has shown', () => {
    const myths = /lactic|by-?product|waste|flush|toxin|break(s|ing)? up|lack of oxygen|circulation|cure/i
    for (const [name, { title, text }] of everyStep) expect(`${title} ${text}`, name).not.toMatch(myths)
    expect(`${opening.text} ${closing.text}`).not.toMatch(myths)
  })
})

describe('getReliefSteps', () => {
  test('gives one protocol per kind of muscle, in the order of the sites', () => {
    expect(idsOf(getReliefSteps(left('calf')))).toEqual(['calf'])
    expect(idsOf(getReliefSteps(left('arch', 'toes', 'calf')))).toEqual(['foot', 'calf'])
    expect(idsOf(getReliefSteps(left('calf', 'toes')))).toEqual(['calf', 'foot'])
  })
  test('gives the shin steps of its own', () => {
    expect(idsOf(getReliefSteps(left('shin')))).toEqual(['shin'])
  })
  test('rubs the front of the thigh and its back, where both cramp', () => {
    const ids = getReliefSteps(left('hamstring', 'front-thigh')).flatMap(({ steps }) => stepIds(steps))
    expect(ids).toEqual(expect.arrayContaining(['rub-back-of-thigh', 'rub-front-thigh']))
  })
  test.each(['arm', 'trunk', 'face', 'other'] as const)('gives the common one for %s', muscle => {
    expect(idsOf(getReliefSteps(left(muscle)))).toEqual(['common'])
  })
  test('gives the common one until a place is chosen', () => {
    expect(idsOf(getReliefSteps([]))).toEqual(['common'])
  })
  test('says what two muscles share only once', () => {
    const [calf, foot] = getReliefSteps(left('calf', 'arch'))
    expect(stepIds(calf?.steps ?? [])).toEqual(expect.arrayContaining(['warmth', 'cold', 'rest']))
    expect(stepIds(foot?.steps ?? [])).toEqual([
      'pull-toes',
      'stand-on-it',
      'stroke-sole',
      'press-spot',
      'roll-sole',
    ])
  })
  test.each(['neuropathy', 'peripheral-artery-disease'] as const)(
    'offers no heat and no cold with %s',
    condition => {
      for (const muscle of muscles.ids)
        for (const { steps } of getReliefSteps(left(muscle), [condition]))
          for (const { safety } of steps) {
            expect(safety).not.toContain('heat')
            expect(safety).not.toContain('cold')
          }
      expect(stepIds(getReliefSteps(left('calf'), ['diabetes'])[0]?.steps ?? [])).toContain('warmth')
    },
  )
})

describe('for every set of conditions', () => {
  const anyConditions = fc.uniqueArray(fc.constantFrom(...conditions.ids))
  const textFor = (told: readonly Condition[]) => [
    ...protocols.flatMap(one => selectSteps(one, told).flatMap(({ title, text }) => [title, text])),
    ...milestones.map(one => writeMilestone(one, told).text),
    writeClosing(told),
  ]

  test('nothing is said about drinking where a clinician says how much', () => {
    fc.assert(
      fc.property(anyConditions, told => {
        const isTold = textFor(told).some(text => /drink|thirst|\bsip\b/i.test(text))
        expect(isTold).toBe(!isFluidForTheClinician(told))
      }),
    )
  })

  test('nothing warm or cold is put on skin that may not feel it', () => {
    fc.assert(
      fc.property(anyConditions, told => {
        const isTold = textFor(told).some(text => /\bwarm|heat|cold pack|frozen/i.test(text))
        expect(isTold).toBe(!isHeatUnsafe(told))
        const notes = milestones.flatMap(one => writeMilestone(one, told).safety)
        expect(notes.includes('heat')).toBe(!isHeatUnsafe(told))
      }),
    )
  })
})

describe('when it does not let go', () => {
  test('another way is tried at 5 minutes, and somebody asked at 10', () => {
    expect(getMilestone(4.99)).toBeUndefined()
    expect(getMilestone(5)?.afterMinutes).toBe(5)
    expect(getMilestone(9.99)?.afterMinutes).toBe(5)
    expect(getMilestone(10)?.rule).toBe('S1')
    expect(getMilestone(90)?.rule).toBe('S1')
  })
  test('the rule that it hands over to is there', () => {
    for (const { rule } of milestones) if (rule !== null) expect(findRule(rule)?.id).toBe(rule)
  })
  test('nobody is sent to walk or warm it without the notes', () => {
    expect(getMilestone(5)?.safety).toEqual(expect.arrayContaining(['falls', 'heat']))
  })
})

test('what not to do is five short things', () => {
  expect(doNot.length).toBe(5)
  for (const line of doNot) expect(`Do not ${line}.`).toMatch(/^Do not [a-z][^.]*\.$/)
})
