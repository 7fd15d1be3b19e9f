/**
 * Remedies that people take against a cramp and that trials or laboratory studies have tested. They can be logged by
 * name. The program describes them and does not advise them.
 */

import type { ReliefTechnique } from '../../kinds/reliefs.ts'
import type { Evidence } from '../knowledge/evidence.ts'
import type { SafetyNoteId } from '../knowledge/safety-notes.ts'

export interface NamedRelief {
  readonly technique: ReliefTechnique
  readonly name: string
  readonly text: string
  readonly evidence: readonly [Evidence, ...Evidence[]]
  readonly safety: readonly [SafetyNoteId, ...SafetyNoteId[]]
}

export const namedReliefs: readonly NamedRelief[] = [
  {
    technique: 'pickle-brine',
    name: 'Pickle brine',
    text: 'Some people take a small swallow of the brine from a jar of pickles when a cramp begins.',
    evidence: [
      {
        about: 'people with cirrhosis, when a cramp begins',
        grade: 'B',
        finding:
          'In a small open trial, 82 people with cirrhosis of the liver took a tablespoon of brine or tap water at the onset of a cramp, for 28 days. Pain fell by 2.3 of 10 with brine and by 0.4 with water. Of those on brine 69% said that it stopped the cramp, of those on water 40%. Days with little pain were 46% against 35%, which may be chance. They knew what they took. It did not prevent cramps.',
        sources: ['tapper-2022'],
      },
      {
        about: 'cramps with sport, in the laboratory',
        grade: 'C',
        finding:
          'In one study a provoked cramp of a toe muscle was about a third shorter after brine than after water. In another, with 11 adults, brine did no better than water. Cramps of real sport were not studied.',
        sources: ['miller-2010', 'georgieva-2021'],
      },
    ],
    safety: ['brine'],
  },
  {
    technique: 'electrolyte-drink',
    name: 'A drink with salts',
    text: 'A rehydration or sports drink, in or after heavy sweating.',
    evidence: [
      {
        about: 'heavy sweating, in the laboratory',
        grade: 'C',
        finding:
          'In two studies with ten men each, by the same group, a provoked cramp came less easily after a drink with salts and more easily after plain water. Whether it ends a cramp was not studied.',
        sources: ['lau-2019', 'lau-2021'],
      },
    ],
    safety: ['limited-fluid', 'limited-salt', 'too-much-water'],
  },
  {
    technique: 'pungent-drink',
    name: 'A spicy drink',
    text: 'A drink with ginger, cinnamon or chilli, thought to calm the nerves from the mouth and throat.',
    evidence: [
      {
        about: 'cramps provoked in the laboratory',
        grade: 'C',
        finding:
          'In one study with 39 people a provoked cramp came later and was weaker. In another, with 22 people, it came as easily as before over 24 hours. Night cramps were not studied to an end that we could find.',
        sources: ['craighead-2017', 'behringer-2017'],
      },
    ],
    safety: ['spicy'],
  },
]

const byTechnique = new Map(namedReliefs.map(relief => [relief.technique, relief]))

/** Description of a technique; undefined for one without an entry here. */
export const getNamedRelief = (technique: ReliefTechnique): NamedRelief | undefined =>
  byTechnique.get(technique)
