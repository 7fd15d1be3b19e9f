/** Clinical update of November 2026: each result in the record that the screens read, with its source. */
import { describe, expect, test } from 'vitest'
import { listAllClaims } from '../../../shared/advice/all-claims.ts'
import {
  mayTellRatio,
  tellAboutClass,
  tellAboutStatins,
} from '../../../shared/advice/knowledge/before-and-after.ts'
import { conditionGroups } from '../../../shared/advice/knowledge/conditions.ts'
import { explanations } from '../../../shared/advice/knowledge/explanations.ts'
import { medicinesWithCramps } from '../../../shared/advice/knowledge/medicines.ts'
import { type SourceId, sources } from '../../../shared/advice/knowledge/sources.ts'
import { muscleHarmSigns } from '../../../shared/advice/knowledge/statin-trials.ts'
import { openReviews } from '../../../shared/advice/purpose.ts'
import { getNamedRelief } from '../../../shared/advice/relief/named-reliefs.ts'
import { suggestions } from '../../../shared/advice/suggestions/suggestions.ts'
import {
  gatherAnswers,
  noAnswers,
  type SymptomAnswers,
} from '../../../shared/advice/warning-signs/symptom-check.ts'
import { findWarnings, writeCard } from '../../../shared/advice/warning-signs/warnings.ts'
import { medicineClasses } from '../../../shared/kinds/medicines.ts'
import { site } from './warning-signs/situation.ts'

const explanation = (id: string) => {
  const found = explanations.find(one => one.id === id)
  if (found === undefined) throw new Error(`no explanation ${id}`)
  return found
}
const evidenceOf = (id: string) => suggestions.find(one => one.id === id)?.evidence ?? []
const textOf = (id: string) =>
  evidenceOf(id)
    .map(({ finding }) => finding)
    .join(' ')
const sourcesOf = (id: string): readonly SourceId[] => evidenceOf(id).flatMap(line => line.sources)

describe('1 and 2: statins', () => {
  test('both trials stand beside the 1.2 of the health records, with whom they studied', () => {
    const { text, sources: named } = tellAboutStatins(true)
    expect(named).toEqual(expect.arrayContaining(['howard-2021', 'ctt-2022', 'garrison-2012']))
    expect(text).toMatch(/1\.2 times/)
    expect(text).toMatch(/60 people who had stopped a statin because of side effects/)
    expect(text).toMatch(/did not tell the statin from a dummy/)
    expect(text).toMatch(/over 120,000 people, 27\.1% .* 26\.6%/)
    expect(text).toMatch(/muscle pain, not cramps/)
    expect(text).toMatch(/no reason to take one again/)
    expect(text).toMatch(/Ask your doctor; do not stop by yourself/)
  })

  test('the 1.2 stands nowhere else', () => {
    const elsewhere = listAllClaims(false).filter(
      ({ text }) => /statin/i.test(text) && /1\.2 times/.test(text),
    )
    expect(elsewhere).toEqual([])
  })

  test('where they may not be told, neither a figure nor the ratio is, and the advice to ask stays', () => {
    const { text } = tellAboutStatins(false)
    expect(text).not.toMatch(/\d/)
    expect(text).toMatch(/Ask your doctor or pharmacist/)
    expect(text).toMatch(/do not stop by yourself/)
    expect(mayTellRatio('statin', false)).toBe(false)
    expect(mayTellRatio('statin', true)).toBe(true)
    expect(mayTellRatio('diuretic-loop', false)).toBe(true)
    expect(listAllClaims(false).some(({ sources: named }) => named.includes('howard-2021'))).toBe(false)
  })

  const cardOfMedicine = (answers: Partial<SymptomAnswers>, mayTell = true) => {
    const all = { ...noAnswers, sites: [site('calf')], medicinesBeforeRise: ['statin' as const], ...answers }
    const facts = gatherAnswers(all, Date.UTC(2026, 10, 20), mayTell)
    const rule = findWarnings(facts).find(({ id }) => id === 'R10')
    if (rule === undefined) throw new Error('R10 does not hold')
    return JSON.stringify(writeCard(rule, facts, 'uk'))
  }

  test('they are on R10, and on no card beside a sign of harm, S4 or an emergency', () => {
    expect(cardOfMedicine({})).toContain('120,000')
    expect(cardOfMedicine({}, false)).not.toContain('120,000')
    for (const sign of muscleHarmSigns)
      expect(cardOfMedicine({ symptoms: [sign] }), sign).not.toContain('120,000')
    expect(cardOfMedicine({ symptoms: ['chest-pain'] })).not.toContain('120,000')
    expect(cardOfMedicine({ symptoms: ['dark-urine'], exertedHard: true })).not.toContain('120,000')
  })

  test('of every class something is said, and of a statin the trials', () => {
    for (const one of medicineClasses.ids) expect(tellAboutClass(one, true).length, one).toBeGreaterThan(0)
    expect(tellAboutClass('statin', true).flatMap(({ sources: named }) => named)).toContain('ctt-2022')
  })
})

test('3: pickle brine is B in cirrhosis and C in the laboratory, with the salt warning, and can be logged', () => {
  const brine = getNamedRelief('pickle-brine')
  expect(brine?.safety).toEqual(['brine'])
  const [cirrhosis, laboratory] = brine?.evidence ?? []
  expect(cirrhosis).toMatchObject({ grade: 'B', sources: ['tapper-2022'] })
  expect(cirrhosis?.about).toMatch(/cirrhosis/)
  expect(cirrhosis?.finding).toMatch(/open trial.*69%.*40%/)
  expect(laboratory).toMatchObject({ grade: 'C' })
  expect(laboratory?.about).toMatch(/in the laboratory/)
})

test('4 and 7: the laboratory and the marathon stand on both sides of one card', () => {
  const sport = evidenceOf('drink-to-thirst').find(({ grade }) => grade === 'X')
  expect(sport?.finding).toMatch(/On one side: .*marathon.* no drier .*On the other side: in the laboratory/)
  expect(sport?.sources).toEqual(expect.arrayContaining(['martinez-navarro-2022', 'lau-2019', 'lau-2021']))
  expect(sourcesOf('electrolytes-after-sweat')).toEqual(['lau-2019', 'lau-2021', 'martinez-navarro-2022'])
  expect(sourcesOf('gradual-load')).toContain('martinez-navarro-2022')
})

test('5: magnesium keeps its grade, and the one later trial is named with the others', () => {
  expect(explanation('magnesium')).toMatchObject({
    grade: 'X',
    sources: ['garrison-2020-review', 'roguin-maor-2017', 'barna-2021'],
  })
  expect(explanation('magnesium').text).toMatch(/One later trial found a small difference/)
  expect(textOf('mineral-rich-food')).toMatch(/One later trial found a small difference/)
})

test('6: vitamin K2 names who was left out, that nothing repeated it, and not the published interval', () => {
  const { grade, text, sources: named } = explanation('vitamin-k2')
  expect(grade).toBe('H')
  expect(named).toEqual(['tan-2024'])
  for (const said of [
    /diuretic/,
    /vitamin K antagonists/,
    /Nothing has repeated it/,
    /narrower than its own figures/,
  ])
    expect(text).toMatch(said)
  expect(text).not.toMatch(/2\.86|2\.49|3\.19|2\.15/)
})

test('8: spicy drinks are conflicting laboratory studies, to read and to log', () => {
  expect(explanation('pungent-drinks')).toMatchObject({
    grade: 'C',
    sources: ['craighead-2017', 'behringer-2017'],
  })
  expect(getNamedRelief('pungent-drink')?.evidence[0].grade).toBe('C')
})

test('9: the third trial of stretching is named', () => {
  expect(sourcesOf('evening-stretch')).toContain('gholizadeh-2017')
  expect(textOf('evening-stretch')).toMatch(/24 women with metabolic syndrome/)
  expect(textOf('evening-stretch')).toMatch(/May 2020/)
})

test('10: two weeks of stretching in pregnancy made no difference', () => {
  expect(explanation('pregnancy-stretching')).toMatchObject({ grade: 'X', sources: ['seejph-2337'] })
  const pregnant = conditionGroups.flatMap(({ conditions }) => conditions.pregnant ?? [])[0]
  expect(pregnant?.text).toMatch(/Two weeks of stretching made no difference/)
  expect(pregnant?.sources).toContain('seejph-2337')
})

test('11: heat cramps are an inaccurate name, and the conflict with the summer is told', () => {
  const { text, sources: named } = explanation('heat')
  expect(named).toEqual(['miller-2022', 'garrison-2015'])
  expect(text).toMatch(/not accurate/)
  expect(text).toMatch(/peak in summer/)
})

test('12: the report names no questionnaire, and says why it has the line', () => {
  const line = listAllClaims(true).find(({ key }) => key === 'report-line')
  expect(line?.title).toMatch(/got in the way of my day, 0 to 10/)
  expect(line?.sources).toEqual(['katzberg-2019'])
  const everything = JSON.stringify([listAllClaims(true), sources])
  expect(everything).not.toMatch(/Toronto Cramp|Muscle Cramp Scale|\bTCII\b|\bMCS\b|NLC-QoL/i)
})

test('13: the definition has a second source', () => {
  expect(explanation('what-a-cramp-is').sources).toEqual(
    expect.arrayContaining(['hallegraeff-2017', 'rabbitt-2016']),
  )
})

test('14: the classes of reference lists can be chosen with their source, and calcium blockers say both', () => {
  const added = [
    'methotrexate',
    'cholinesterase-inhibitor',
    'lithium',
    'beta-blocker',
    'corticosteroid',
    'chemotherapy',
  ] as const
  for (const one of added) {
    expect(medicineClasses.ids).toContain(one)
    expect(medicineClasses.words[one]).toBeTruthy()
    expect(medicinesWithCramps[one]?.sources.length, one).toBeGreaterThan(0)
  }
  const calcium = medicinesWithCramps['calcium-channel-blocker']
  expect(calcium?.sources).toEqual(['allen-2012', 'katzberg-2010'])
  expect(calcium?.text).toMatch(
    /nifedipine.*side effects\. Of diltiazem: .*fewer.*Neither is a reason to start or to stop/,
  )
})

test('15: shoes are judged after a day', () => {
  const shoes = suggestions.find(({ id }) => id === 'supportive-shoes')
  expect(shoes?.steps.join(' ')).toMatch(/after a whole day in it/)
  expect(sourcesOf('supportive-shoes')).toContain('anderson-2020')
  expect(shoes?.evidence[0].grade).toBe('D')
})

test('16: the current NICE CKS page waits for a reader', () => {
  expect(openReviews[0]).toMatch(/NICE CKS.*2012/)
})
