/** What a cramp is, as far as it is known: for the guide, in a few lines each. What is only thought says so. */
import type { SourceId } from './sources.ts'
import type { ClaimId } from './suggestion.ts'

export interface Explanation {
  readonly id: string
  readonly question: string
  readonly text: string
  readonly claims: readonly ClaimId[]
  readonly sources: readonly SourceId[]
}

export const explanations: readonly Explanation[] = [
  {
    id: 'what-a-cramp-is',
    question: 'What is a cramp?',
    text: 'A muscle tightens by itself, hard and painfully, and does not let go right away. It can be the calf, the sole of the foot, the toes or the thigh. Most last from seconds to a few minutes; a sore muscle for a day or two afterwards is common. It can be frightening, and it is nearly always harmless.',
    claims: ['000-01', '002-01', '002-05', '003-01'],
    sources: ['allen-2012'],
  },
  {
    id: 'why-muscles-cramp',
    question: 'Why does a muscle cramp?',
    text: 'Nobody knows for certain. The nerves that tell a muscle to tighten are thought to fire too much, and those that calm it to do too little, above all when the muscle is tired or shortened. Usually several things come together, and what brings on a cramp differs from person to person. That is why your own journal is worth more than a list.',
    claims: ['000-11', '001-04'],
    sources: ['miller-2022'],
  },
  {
    id: 'the-knot-in-the-foot',
    question: 'What is the knot in my foot?',
    text: 'Small muscles in the sole hold up the arch and move the toes, and with every step they carry your weight. When one of them cramps, or stays tight in one place, it can feel like a ball under the skin. When you log a cramp, you can tick “a lump or knot”.',
    claims: ['001-01', '001-02', '001-03'],
    sources: [],
  },
  {
    id: 'the-inner-thigh',
    question: 'And on the inside of the thigh?',
    text: 'A group of muscles runs from the pelvis along the inside of the thigh. They draw the legs together and steady you when you walk, run or change direction. A cramp there can be anything from a pull to a sharp pain.',
    claims: ['004-01'],
    sources: [],
  },
  {
    id: 'minerals',
    question: 'Do I lack calcium, magnesium or salt?',
    text: 'A cramp at night does not mean that. Muscles do need minerals, but most people with cramps seem to have enough of them, and magnesium tablets did not clearly help older adults in trials. Only a blood test can tell whether you lack something.',
    claims: ['003-08', '003-14', '000-13'],
    sources: ['garrison-2020-review'],
  },
]
