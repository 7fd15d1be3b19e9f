import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFluidForTheClinician } from '../../../shared/advice/knowledge/fluid-limits.ts'
import { grades } from '../../../shared/advice/knowledge/grades.ts'
import { medicinesWithCramps } from '../../../shared/advice/knowledge/medicines.ts'
import { findNameObstacle } from '../../../shared/advice/suggestions/sensitive-names.ts'
import {
  type Facts,
  nameYourPattern,
  patternKinds,
  publishedGrade,
  suggest,
  yourPatternWords,
} from '../../../shared/advice/suggestions/suggest.ts'
import { eases } from '../../../shared/advice/suggestions/suggestion.ts'
import {
  describeChangeOfMind,
  describeYourPattern,
} from '../../../shared/advice/suggestions/suggestion-sentences.ts'
import { suggestions } from '../../../shared/advice/suggestions/suggestions.ts'
import { builtInKeys, exposures } from '../../../shared/analysis/exposures/exposures.ts'
import { finding as findingSchema, verdicts } from '../../../shared/analysis/finding.ts'
import { conditions } from '../../../shared/kinds/conditions.ts'
import { medicineClasses } from '../../../shared/kinds/medicines.ts'
import { adviceText, neverAdvised } from './advice-text.ts'
import { type FindingFields, makeFinding } from './make-finding.ts'

const untold: Facts = { conditions: [], medicines: null, findings: [] }
const idsFor = (facts: Partial<Facts>) =>
  suggest({ ...untold, ...facts }).map(({ suggestion }) => suggestion.id)
const rankedFor = (id: string, facts: Partial<Facts>) => {
  const ranked = suggest({ ...untold, ...facts }).find(({ suggestion }) => suggestion.id === id)
  if (ranked === undefined) throw new Error(`${id} is not shown`)
  return ranked
}

/** Arbitrary conditions, medicines and findings. */
const anyFacts: fc.Arbitrary<Facts> = fc.record({
  conditions: fc.uniqueArray(fc.constantFrom(...conditions.ids), { maxLength: 6 }),
  medicines: fc.option(
    fc.uniqueArray(fc.constantFrom(...medicineClasses.ids), { maxLength: 4 }).map(list => new Set(list)),
    { nil: null },
  ),
  findings: fc.uniqueArray(
    fc
      .record({
        key: fc.constantFrom(...builtInKeys),
        verdict: fc.constantFrom(...verdicts),
        ratio: fc.option(fc.double({ min: 0.05, max: 30, noNaN: true }), { nil: null }),
        daysWith: fc.nat(60),
        daysWithout: fc.nat(60),
      })
      .map(({ key, ...fields }) => makeFinding(key, fields)),
    { selector: ({ key }) => key },
  ),
})

test('the findings of these tests are such as the analysis hands on', () => {
  expect(() =>
    findingSchema.parse(makeFinding('bedding-tight', { verdict: 'likely', ratio: 2 })),
  ).not.toThrow()
})

describe('for every journal and profile', () => {
  test('no tip about fluids with heart, kidney or liver disease or a limit on fluids', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom(
          'heart-disease' as const,
          'kidney-disease' as const,
          'dialysis' as const,
          'liver-disease' as const,
          'fluid-restriction' as const,
        ),
        (facts, condition) => {
          const shown = suggest({ ...facts, conditions: [...new Set([...facts.conditions, condition])] })
          for (const { suggestion } of shown) {
            expect(suggestion.aboutFluids).toBe(false)
            expect(adviceText(suggestion)).not.toMatch(
              /thirst|rehydrat|sports drink|\bfluids?\b|a drink within|coconut water/i,
            )
          }
        },
      ),
    )
  })

  test('nothing to warm with numb skin or poor circulation, and else a warmed bed', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom('neuropathy' as const, 'peripheral-artery-disease' as const),
        (facts, condition) => {
          const shown = suggest({ ...facts, conditions: [...new Set([...facts.conditions, condition])] })
          for (const { suggestion } of shown)
            expect(adviceText(suggestion)).not.toMatch(/blanket|warm the bed|heat pad|hot water|bottle/i)
        },
      ),
    )
    expect(adviceText(rankedFor('warm-feet', {}).suggestion)).toMatch(/warm the bed/)
    expect(adviceText(rankedFor('mineral-rich-food', {}).suggestion)).toMatch(/coconut water/i)
  })

  test('no mineral-rich food with kidney disease', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom('kidney-disease' as const, 'dialysis' as const),
        (facts, condition) => {
          const shown = suggest({ ...facts, conditions: [...new Set([...facts.conditions, condition])] })
          for (const { suggestion } of shown) expect(adviceText(suggestion)).not.toMatch(/potassium/i)
        },
      ),
    )
  })

  test.each(neverAdvised)('never %s', (_what, pattern) => {
    fc.assert(
      fc.property(anyFacts, facts => {
        for (const { suggestion } of suggest(facts)) expect(adviceText(suggestion)).not.toMatch(pattern)
      }),
    )
  })

  test('ranked by verdict, then effect, then published grade, then ease', () => {
    fc.assert(
      fc.property(anyFacts, facts => {
        const shown = suggest(facts)
        shown.slice(1).forEach((later, index) => {
          const earlier = shown[index]
          if (earlier === undefined) throw new Error('no earlier one')
          const [a, b] = [earlier, later].map(({ yourPattern, publishedGrade: grade, suggestion }) => {
            const isLink = yourPattern.kind === 'likely' || yourPattern.kind === 'possible'
            const ratio = yourPattern.finding?.measurement.contrast?.ratio ?? 1
            return [
              patternKinds.indexOf(yourPattern.kind),
              isLink ? -Math.abs(Math.log(ratio)) : 0,
              grades.indexOf(grade),
              suggestion.ease === null ? eases.length : eases.indexOf(suggestion.ease),
            ]
          })
          const differing = a?.findIndex((value, at) => value !== b?.[at]) ?? -1
          if (differing >= 0) expect(a?.[differing]).toBeLessThan(b?.[differing] ?? Number.NaN)
        })
      }),
    )
  })

  test('a pattern is told only where the analysis tells one, and only for what it speaks for', () => {
    fc.assert(
      fc.property(anyFacts, facts => {
        for (const { suggestion, yourPattern } of suggest(facts)) {
          if (yourPattern.kind !== 'likely' && yourPattern.kind !== 'possible') continue
          expect(yourPattern.finding?.verdict).toBe(yourPattern.kind)
          const change = suggestion.changes.find(({ exposure }) => exposure === yourPattern.finding?.key)
          const ratio = yourPattern.finding?.measurement.contrast?.ratio ?? Number.NaN
          expect(change?.helps === 'less' ? ratio > 1 : ratio < 1).toBe(true)
        }
      }),
    )
  })

  test('says why, and what would change it, in whole sentences', () => {
    fc.assert(
      fc.property(anyFacts, facts => {
        for (const ranked of suggest(facts)) {
          expect(describeYourPattern(ranked)).toMatch(/\.$/)
          expect(describeChangeOfMind(ranked, '1 December 2026')).toMatch(/\.$/)
        }
      }),
    )
  })
})

describe('each suggestion', () => {
  const judged = suggestions.flatMap(({ id, changes }) => changes.map(change => ({ id, ...change })))

  test.each(suggestions)('$id is shown to somebody of whom nothing is known', ({ id }) => {
    expect(idsFor({})).toContain(id)
    expect(rankedFor(id, {}).yourPattern).toEqual({ kind: 'not-enough-yet', finding: null })
    expect(nameYourPattern(rankedFor(id, {}))).toBe(
      id === 'medication-review' ? 'Cannot be compared' : 'Not enough yet',
    )
  })

  test.each(judged)('$id comes first with a likely link of $exposure ($helps helps)', change => {
    const ratio = change.helps === 'less' ? 2.5 : 0.4
    const findings = [makeFinding(change.exposure, { verdict: 'likely', ratio })]
    expect(idsFor({ findings })[0]).toBe(change.id)
    expect(rankedFor(change.id, { findings }).yourPattern.kind).toBe('likely')
  })

  test.each(judged)('$id comes last when $exposure points the other way', change => {
    const ratio = change.helps === 'less' ? 0.4 : 2.5
    const findings = [makeFinding(change.exposure, { verdict: 'likely', ratio })]
    expect(idsFor({ findings }).at(-1)).toBe(change.id)
    expect(describeYourPattern(rankedFor(change.id, { findings }))).toMatch(/opposite of what this advice/)
  })

  const yesNo = suggestions.filter(
    ({ changes }) =>
      changes.length > 0 &&
      changes.every(change => exposures.find(({ key }) => key === change.exposure)?.scale.kind === 'yes-no'),
  )
  test.each(yesNo)(
    '$id is not shown to somebody who does so already, and is on a single day of doubt',
    one => {
      const findingsOf = (unwantedDays: number, wantedDays: number) =>
        one.changes.map(({ exposure, helps }) =>
          makeFinding(exposure, {
            verdict: 'does-not-vary',
            daysWith: helps === 'less' ? unwantedDays : wantedDays,
            daysWithout: helps === 'less' ? wantedDays : unwantedDays,
          }),
        )
      expect(idsFor({ findings: findingsOf(0, 28) })).not.toContain(one.id)
      expect(idsFor({ findings: findingsOf(1, 28) })).toContain(one.id)
      expect(idsFor({ findings: findingsOf(0, 27) })).toContain(one.id)
    },
  )

  test('at least five can be done already', () => {
    expect(yesNo.length).toBeGreaterThanOrEqual(5)
  })

  test('a medication review only where a medicine is taken that is known for it, or nobody has said', () => {
    expect(idsFor({ medicines: null })).toContain('medication-review')
    expect(idsFor({ medicines: new Set() })).not.toContain('medication-review')
    expect(idsFor({ medicines: new Set(['ace-inhibitor', 'supplement']) })).not.toContain('medication-review')
    for (const medicine of medicineClasses.ids)
      expect(idsFor({ medicines: new Set([medicine]) }).includes('medication-review'), medicine).toBe(
        medicine in medicinesWithCramps,
      )
  })

  test.each(conditions.ids)('about fluids, with %s', condition => {
    const about = suggestions.filter(({ aboutFluids }) => aboutFluids).map(({ id }) => id)
    expect(about.length).toBeGreaterThan(0)
    const shown = idsFor({ conditions: [condition] }).filter(id => about.includes(id))
    expect(shown.length).toBe(isFluidForTheClinician([condition]) ? 0 : about.length)
  })

  test('about food, with kidney disease and without', () => {
    expect(idsFor({ conditions: ['kidney-disease'] })).not.toContain('mineral-rich-food')
    expect(idsFor({ conditions: ['heart-disease'] })).toContain('mineral-rich-food')
  })
})

describe('of several', () => {
  test('the bigger effect comes first, a halving counting as much as a doubling', () => {
    const findings = [
      makeFinding('alcohol', { verdict: 'possible', ratio: 1.5 }),
      makeFinding('stretch-evening', { verdict: 'possible', ratio: 0.4 }),
      makeFinding('bedding-tight', { verdict: 'likely', ratio: 1.3 }),
    ]
    expect(idsFor({ findings }).slice(0, 3)).toEqual([
      'loose-bedding',
      'evening-stretch',
      'alcohol-free-evenings',
    ])
  })
  test('what speaks for it counts, where another finding says nothing', () => {
    const findings = [
      makeFinding('footwear-unsupportive', { verdict: 'no-clear-link', ratio: 1.1 }),
      makeFinding('footwear-tight', { verdict: 'possible', ratio: 2 }),
    ]
    const { yourPattern } = rankedFor('supportive-shoes', { findings })
    expect(yourPattern).toMatchObject({ kind: 'possible', finding: { key: 'footwear-tight' } })
  })
  test('with no finding at all the best evidence comes first, and the easier of two', () => {
    expect(idsFor({})[0]).toBe('evening-stretch')
    expect(idsFor({}).at(-1)).toBe('drink-to-thirst')
  })
  test('a tip with two grades is ranked by the lower one', () => {
    const drinking = suggestions.find(({ id }) => id === 'drink-to-thirst')
    expect(drinking?.evidence.map(({ grade }) => grade)).toEqual(['C', 'X'])
    expect(drinking && publishedGrade(drinking)).toBe('X')
  })
  test('the catalogue itself stays as it is', () => {
    const before = suggestions.map(({ id }) => id)
    idsFor({ findings: [makeFinding('alcohol', { verdict: 'likely', ratio: 9 })] })
    expect(suggestions.map(({ id }) => id)).toEqual(before)
  })
})

describe('the words', () => {
  test('tell the person’s own numbers, and the next checkpoint', () => {
    const findings = [makeFinding('alcohol', { verdict: 'possible', ratio: 2 })]
    const ranked = rankedFor('alcohol-free-evenings', { findings })
    expect(describeYourPattern(ranked)).toBe('Alcohol. Counted about alcohol.')
    expect(describeChangeOfMind(ranked, '1 December 2026')).toContain('on 1 December 2026')
    expect(describeChangeOfMind(ranked, null)).toContain('at the next four-week check')
  })
  test('say what is missing, in days', () => {
    const ranked = rankedFor('loose-bedding', { findings: [makeFinding('bedding-tight')] })
    expect(describeChangeOfMind(ranked, null)).toBe(
      'Enough days to compare: 12 more answered days. Log your nights with both times, and how the bedding was.',
    )
  })
  test('differ from pattern to pattern', () => {
    expect(new Set(Object.values(yourPatternWords)).size).toBe(patternKinds.length)
  })
})

describe('an own factor', () => {
  const ofOwn = (fields: FindingFields) =>
    suggest({ ...untold, findings: [makeFinding('own-factor:3', fields)] }).filter(
      ({ suggestion }) => suggestion.id === 'own-factor:3',
    )

  test('with a possible or likely link is a suggestion: what the person wanted to know, and not studied', () => {
    const [socks] = ofOwn({ verdict: 'likely', ratio: 0.4 })
    expect(socks).toMatchObject({
      publishedGrade: 'O',
      yourPattern: { kind: 'likely' },
      suggestion: {
        title: 'You wanted to know: Compression socks',
        changes: [{ exposure: 'own-factor:3', helps: 'more' }],
        steps: [expect.anything(), expect.stringMatching(/^If it does you no harm, do it more often/)],
      },
    })
    expect(socks && describeYourPattern(socks)).toBe('Compression socks. Counted about own-factor:3.')
    expect(socks && describeChangeOfMind(socks, '29 November')).toMatch(/^It moves down if/)
    const [drive] = ofOwn({ verdict: 'possible', ratio: 2, factor: { name: 'Long drive' } })
    expect(drive?.suggestion.steps[1]).toMatch(/^If you can do without it, leave it out/)
  })

  test('with another verdict is none', () => {
    for (const verdict of ['not-sure-yet', 'no-clear-link', 'need-more-data', 'does-not-vary'] as const)
      expect(ofOwn({ verdict, ratio: 2 })).toEqual([])
  })

  test.each([
    'Magnesium citrate',
    'Ramipril 5 mg',
    'My evening pill',
    'Less to drink',
    'No water after 8',
    'Two beers',
  ])('called %s is never to be changed without asking', name => {
    const [one] = ofOwn({ verdict: 'likely', ratio: 0.4, factor: { name } })
    expect(one?.suggestion.steps).toEqual([
      expect.stringMatching(/^Keep writing down/),
      'Talk to your doctor or pharmacist before you change anything about it.',
    ])
  })

  test.each([
    'Compression socks',
    'Pickle brine',
    'Warm water bottle',
    'Hill route',
    'Ironing',
    'Pillow under the knees',
  ])('called %s may be tried', name => expect(findNameObstacle(name)).toBeNull())
})
