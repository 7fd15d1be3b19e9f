import { describe, expect, test } from 'vitest'
import {
  type ClaimUser,
  findAccountProblems,
  listClaimUsers,
  notRepeated,
  partsLeftOut,
} from '../../../shared/advice/claims.ts'
import { conditionGroups } from '../../../shared/advice/knowledge/conditions.ts'
import { explanations } from '../../../shared/advice/knowledge/explanations.ts'
import { medicinesWithCramps } from '../../../shared/advice/knowledge/medicines.ts'
import { protocols } from '../../../shared/advice/relief/protocols.ts'
import { suggestions } from '../../../shared/advice/suggestions/suggestions.ts'
import { findRule } from '../../../shared/advice/warning-signs/warning-rules.ts'
import { exposures } from '../../../shared/analysis/exposures/exposures.ts'
import { conditions } from '../../../shared/kinds/conditions.ts'
import { claimIds } from '../../fixtures/claim-ids.ts'

test('there are 97 claims: 23, 18, 21, 14 and 21', () => {
  expect(new Set(claimIds).size).toBe(97)
  const counts = ['000', '001', '002', '003', '004'].map(
    article => claimIds.filter(id => id.startsWith(article)).length,
  )
  expect(counts).toEqual([23, 18, 21, 14, 21])
})

test('every claim is used, or left out for a reason, and none is both', () => {
  expect(findAccountProblems(claimIds, listClaimUsers(), notRepeated)).toEqual([])
})

test('the account fails for what is missing, unknown or contradictory', () => {
  const user: ClaimUser = { kind: 'explanation', key: 'x', claims: ['000-01', '009-01' as '004-01'] }
  const omitted = { '000-01': 'because', '007-07': 'because' }
  expect(findAccountProblems(['000-01', '000-02'], [user], omitted)).toEqual([
    '000-02: nobody accounts for it',
    '009-01: used by explanation x, and no claim',
    '007-07: left out, and no claim',
    '000-01: left out, and used by explanation x',
  ])
})

test('what uses a claim is there under its key', () => {
  const has: Record<ClaimUser['kind'], (key: string) => boolean> = {
    suggestion: key => suggestions.some(({ id }) => id === key),
    'relief-step': key => protocols.some(({ id, steps }) => steps.some(step => `${id}/${step.id}` === key)),
    'relief-closing': key => key === 'closing',
    'warning-rule': key => findRule(key) !== undefined,
    exposure: key => exposures.some(exposure => exposure.key === key),
    explanation: key => explanations.some(({ id }) => id === key),
    condition: key => conditions.ids.some(condition => condition === key),
    medicine: key => key in medicinesWithCramps,
  }
  const missing = listClaimUsers().filter(({ kind, key }) => !has[kind](key))
  expect(missing).toEqual([])
  const names = listClaimUsers().map(({ kind, key }) => `${kind} ${key}`)
  expect(new Set(names).size).toBe(names.length)
})

test('no part is left out of a claim that is left out as a whole', () => {
  expect(Object.keys(partsLeftOut).filter(id => id in notRepeated)).toEqual([])
  expect(Object.keys(partsLeftOut).filter(id => !claimIds.some(known => known === id))).toEqual([])
})

describe('what is only for reading', () => {
  const texts = [
    ...explanations.map(({ id, text }) => [id, text] as const),
    ...conditionGroups.flatMap(group =>
      Object.entries(group.conditions).map(([key, { text }]) => [key, text] as const),
    ),
    ...Object.entries(medicinesWithCramps).map(([key, { text }]) => [key, text] as const),
  ]
  /** Explanations with grade X or H may name a remedy in order to advise against it. */
  const spokenAgainst = new Set(
    explanations.filter(({ grade }) => grade === 'X' || grade === 'H').map(({ id }) => id),
  )
  test.each(texts)('%s tells no myth as a fact, advises no tablet and stops no medicine', (key, text) => {
    expect(text).toMatch(/\.$/)
    expect(text).not.toMatch(
      /lactic|by-?product|flush|toxin|break(s|ing)? up|lack of oxygen|deficien|paraly|quinine/i,
    )
    if (!spokenAgainst.has(key)) expect(text).not.toMatch(/vitamin/i)
    expect(text).not.toMatch(/\b(take|try|buy)\b[^.]*\b(tablet|supplement|magnesium|calcium)/i)
    expect(text).not.toMatch(/\b(stop|skip|change|lower)\b[^.]*\b(medicine|statin|inhaler|tablet|dose)/i)
    expect(text).not.toMatch(/\byou have\b/i)
  })

  test('no condition stands in two groups', () => {
    const all = conditionGroups.flatMap(group => Object.keys(group.conditions))
    expect(new Set(all).size).toBe(all.length)
  })
})
