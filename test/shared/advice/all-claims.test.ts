import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { claimGroups, listAllClaims, nameStrength } from '../../../shared/advice/all-claims.ts'
import { conditionGroups } from '../../../shared/advice/knowledge/conditions.ts'
import { explanations } from '../../../shared/advice/knowledge/explanations.ts'
import { medicinesWithCramps } from '../../../shared/advice/knowledge/medicines.ts'
import { describeReference, referenceIds } from '../../../shared/advice/knowledge/references.ts'
import { modulePurposes, openReviews, purpose } from '../../../shared/advice/purpose.ts'
import { namedReliefs } from '../../../shared/advice/relief/named-reliefs.ts'
import { protocols } from '../../../shared/advice/relief/protocols.ts'
import { suggestions } from '../../../shared/advice/suggestions/suggestions.ts'
import { warningRules } from '../../../shared/advice/warning-signs/warning-rules.ts'

const claims = listAllClaims(true)

test.each(claims)('$group $key rests on a source, on the articles, or is marked as our own', claim => {
  const { sources, isInArticles, ownJudgement, grade } = claim
  expect(sources.length + Number(isInArticles) + Number(ownJudgement !== null)).toBeGreaterThan(0)
  expect(nameStrength(claim)).toBeTruthy()
  // Every grade but D needs studies.
  if (grade !== null && grade !== 'D') expect(sources.length).toBeGreaterThan(0)
  if (grade === null && sources.length === 0 && !isInArticles)
    expect(nameStrength(claim)).toBe('Our own judgement')
})

test('no advice, step, sign, explanation, medicine or condition is missing from the list', () => {
  const listed = new Set(claims.map(({ group, key }) => `${group} ${key}`))
  const texts = new Set(claims.filter(({ group }) => group === 'relief').map(({ text }) => text))
  for (const { id, evidence } of suggestions)
    for (const index of evidence.keys()) expect(listed).toContain(`advice ${id}/${index}`)
  for (const { steps } of protocols) for (const { text } of steps) expect(texts).toContain(text)
  for (const { evidence } of namedReliefs)
    for (const { finding } of evidence) expect(texts).toContain(finding)
  for (const { id } of warningRules) expect(listed).toContain(`signs ${id}`)
  for (const { id } of explanations) expect(listed).toContain(`explanations ${id}`)
  for (const key of Object.keys(medicinesWithCramps)) expect(listed).toContain(`medicines ${key}`)
  for (const { conditions } of conditionGroups)
    for (const key of Object.keys(conditions)) expect(listed).toContain(`conditions ${key}`)
})

test('each claim is listed once, in a group that is shown', () => {
  const names = claims.map(({ group, key }) => `${group} ${key}`)
  expect(new Set(names).size).toBe(names.length)
  expect(new Set(claims.map(({ group }) => group))).toEqual(new Set(claimGroups))
})

test('every reference says what it was studied on, and from when or that it carries no date', () => {
  for (const id of referenceIds) {
    const { line, year, studiedOn } = describeReference(id)
    expect(line.length, id).toBeGreaterThan(10)
    expect(studiedOn.length, id).toBeGreaterThan(10)
    if (year !== null) expect(year, id).toBeGreaterThan(1990)
  }
})

test('what is for whom is said of each module, and never that it does nothing', () => {
  expect(modulePurposes.map(({ id }) => id)).toEqual([
    'diary',
    'findings',
    'suggestions',
    'relief',
    'warning-signs',
    'report',
  ])
  const all = JSON.stringify([purpose, modulePurposes])
  expect(all).not.toMatch(/does not monitor|medical device/i)
  expect(purpose.limits).toMatch(/not meant to diagnose, treat or monitor a disease/)
  expect(purpose.notAssessed).toMatch(/No regulator/)
})

test('the open reviews of the guide are those of the file', () => {
  const file = readFileSync(new URL('../../../shared/advice/REVIEWS.md', import.meta.url), 'utf8')
  const lines = file
    .split(/\n- /)
    .slice(1)
    .map(line => line.replaceAll(/\s+/g, ' ').trim())
  expect(lines).toEqual(openReviews)
})
