/** Explanations of cramps for the guide. A hypothesis is worded as one. */

import type { ClaimId } from './claim-id.ts'
import type { Grade } from './grades.ts'
import type { ReferenceId } from './references.ts'

export interface Explanation {
  readonly id: string
  readonly question: string
  readonly text: string
  /** Grade of a text about something to take or to do; null for a description. */
  readonly grade: Grade | null
  readonly claims: readonly ClaimId[]
  readonly sources: readonly ReferenceId[]
}

export const explanations: readonly Explanation[] = [
  {
    id: 'what-a-cramp-is',
    question: 'What is a cramp?',
    text: 'A muscle tightens by itself, hard and painfully, and does not let go right away. It can be the calf, the sole of the foot, the toes or the thigh. Most last from seconds to a few minutes; a sore muscle for a day or two afterwards is common. It can be frightening, and it is nearly always harmless.',
    grade: null,
    claims: ['000-01', '002-01', '002-05', '003-01'],
    sources: ['hallegraeff-2017', 'rabbitt-2016', 'allen-2012'],
  },
  {
    id: 'why-muscles-cramp',
    question: 'Why does a muscle cramp?',
    text: 'Nobody knows for certain. The nerves that tell a muscle to tighten are thought to fire too much, and those that calm it to do too little, above all when the muscle is tired or shortened. Usually several things come together, and what brings on a cramp differs from person to person. That is why your own journal is worth more than a list.',
    grade: null,
    claims: ['000-11', '001-04'],
    sources: ['miller-2022'],
  },
  {
    id: 'the-knot-in-the-foot',
    question: 'What is the knot in my foot?',
    text: 'Small muscles in the sole hold up the arch and move the toes, and with every step they carry your weight. When one of them cramps, or stays tight in one place, it can feel like a ball under the skin. When you log a cramp, you can tick “a lump or knot”.',
    grade: null,
    claims: ['001-01', '001-02', '001-03'],
    sources: [],
  },
  {
    id: 'the-inner-thigh',
    question: 'And on the inside of the thigh?',
    text: 'A group of muscles runs from the pelvis along the inside of the thigh. They draw the legs together and steady you when you walk, run or change direction. A cramp there can be anything from a pull to a sharp pain.',
    grade: null,
    claims: ['004-01'],
    sources: [],
  },
  {
    id: 'minerals',
    question: 'Do I lack calcium, magnesium or salt?',
    text: 'A cramp at night does not mean that. Muscles do need minerals, but most people with cramps seem to have enough of them. Only a blood test can tell whether you lack something.',
    grade: null,
    claims: ['003-08', '003-14', '000-13'],
    sources: ['allen-2012'],
  },
  {
    id: 'magnesium',
    question: 'Does magnesium help?',
    text: 'A review of 11 trials found no clear difference for older adults. So did a blinded trial of 2017: 3.4 fewer cramps a week with magnesium, 3.0 fewer with a dummy, which may be chance. One later trial found a small difference: 3.4 fewer against 2.6. It counted only the people who finished, and was registered afterwards. All together, no clear benefit.',
    grade: 'X',
    claims: [],
    sources: ['garrison-2020-review', 'roguin-maor-2017', 'barna-2021'],
  },
  {
    id: 'vitamin-k2',
    question: 'I read that vitamin K2 works. Does it?',
    text: 'One trial found far fewer cramps with it: about 1 a week against 3.6, in 199 people of 65 and over. Nothing has repeated it. In the group on the dummy, cramps became more frequent than before. The range of uncertainty it published is narrower than its own figures allow, so we do not repeat it here. People on a water tablet (diuretic) were left out. So were people on blood thinners such as warfarin (vitamin K antagonists), for whom it can be dangerous. Ask a doctor or pharmacist first.',
    grade: 'H',
    claims: [],
    sources: ['tan-2024'],
  },
  {
    id: 'heat',
    question: 'Are there heat cramps?',
    text: 'The name is not accurate. Reviewers found no tie between cramps in sport and body temperature, and advise to look at each person. Yet across whole populations night cramps peak in summer. The two do not fit together, and nobody can say why.',
    grade: 'C',
    claims: [],
    sources: ['miller-2022', 'garrison-2015'],
  },
  {
    id: 'pungent-drinks',
    question: 'Do hot and spicy drinks help?',
    text: 'Drinks with ginger, cinnamon or chilli are sold against cramps. They are thought to calm the nerves from the mouth and throat. In one laboratory study with 39 people a provoked cramp came later (after 37 instead of 28 seconds). In another, with 22 people, the cramp came as easily as before over 24 hours. A trial at night was registered; we found no result.',
    grade: 'C',
    claims: [],
    sources: ['craighead-2017', 'behringer-2017'],
  },
  {
    id: 'pregnancy-stretching',
    question: 'Does stretching help in pregnancy?',
    text: 'In one trial with 86 pregnant women, two weeks of stretching, three times a week, made no difference: half of the women in either group had one cramp a week or fewer. Stretching did no harm. Two weeks are short. Ask your midwife.',
    grade: 'X',
    claims: [],
    sources: ['seejph-2337'],
  },
]
