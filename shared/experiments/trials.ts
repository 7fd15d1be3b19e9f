/**
 * Catalogue of trials: the suggestions that can be tested by an experiment, with the instructions of both arms.
 *
 * A trial must be harmless in either arm, show an effect within days or a few weeks, and wear off again. It is never a
 * medicine, a supplement, less to drink or more alcohol. A new trial is added here and nowhere else.
 */

import { isFluidForTheClinician } from '../advice/knowledge/fluid-limits.ts'
import type { Condition } from '../kinds/conditions.ts'
import { conditions } from '../kinds/conditions.ts'
import { type DesignName, designs, WITH, WITHOUT } from './design.ts'

/** Ids of the suggestions that have a trial. */
export const trialIds = [
  'evening-stretch',
  'warm-feet',
  'loose-bedding',
  'break-up-sitting',
  'break-up-standing',
  'supportive-shoes',
  'drink-to-thirst',
] as const
export type TrialId = (typeof trialIds)[number]

interface TrialArm {
  /** Name in a chart's legend and in sentences: "with the stretch". */
  readonly name: string
  /** Instruction for a day of this arm. */
  readonly instruction: string
  /** Question after such a day; a "yes" means that the day counts. */
  readonly question: string
}

export interface Trial {
  /** Question of the whole experiment. */
  readonly question: string
  readonly arms: { readonly [WITHOUT]: TrialArm; readonly [WITH]: TrialArm }
  /** Onset of the expected effect: `quick` from one day to the next, `slow` over weeks. */
  readonly pace: 'quick' | 'slow'
  readonly aboutFluids: boolean
  /** Conditions that need medical advice before either arm. Own judgement, on the safe side. */
  readonly conditionsToAskAbout: readonly Condition[]
}

/** Conditions with a sore or injured foot, or one with reduced sensation of pain. */
const vulnerableFeet = conditions.where(({ weakensFeet }) => weakensFeet)

export const trials: { readonly [Id in TrialId]: Trial } = {
  'evening-stretch': {
    question: 'Does stretching before bed keep cramps away?',
    arms: {
      [WITH]: {
        name: 'with the stretch',
        instruction: 'Stretch calves and thighs right before you go to sleep, as the suggestion describes.',
        question: 'Did you stretch before bed?',
      },
      [WITHOUT]: {
        name: 'without the stretch',
        instruction: 'Go to bed without stretching. If a cramp comes, you may of course stretch.',
        question: 'Did you go to bed without stretching?',
      },
    },
    pace: 'slow',
    aboutFluids: false,
    conditionsToAskAbout: ['stress-fracture', 'tendonitis'],
  },
  'warm-feet': {
    question: 'Do warm feet at night keep cramps away?',
    arms: {
      [WITH]: {
        name: 'with loose socks',
        instruction: 'Wear loose socks in bed, and a cover that reaches well over your feet.',
        question: 'Did you sleep with loose socks on?',
      },
      [WITHOUT]: {
        name: 'without socks',
        instruction: 'Sleep without socks, under your usual cover.',
        question: 'Did you sleep without socks?',
      },
    },
    pace: 'quick',
    aboutFluids: false,
    conditionsToAskAbout: [],
  },
  'loose-bedding': {
    question: 'Does room for the feet in bed keep cramps away?',
    arms: {
      [WITH]: {
        name: 'with loose bedding',
        instruction: 'Pull the cover out at the foot end, so that nothing presses on your toes.',
        question: 'Was the foot end of the bed loose?',
      },
      [WITHOUT]: {
        name: 'with the bed as before',
        instruction: 'Make the foot end of the bed the way you always had it.',
        question: 'Was the foot end the way you always had it?',
      },
    },
    pace: 'quick',
    aboutFluids: false,
    conditionsToAskAbout: [],
  },
  'break-up-sitting': {
    question: 'Does getting up every hour keep cramps away?',
    arms: {
      [WITH]: {
        name: 'with hourly breaks',
        instruction: 'After an hour of sitting at most, get up and walk for a minute or two.',
        question: 'Did you get up at least once an hour?',
      },
      [WITHOUT]: {
        name: 'as usual',
        instruction: 'Sit and get up as you usually do.',
        question: 'Did you sit and get up as you usually do?',
      },
    },
    pace: 'quick',
    aboutFluids: false,
    conditionsToAskAbout: [],
  },
  'break-up-standing': {
    question: 'Do breaks from standing keep cramps away?',
    arms: {
      [WITH]: {
        name: 'with breaks',
        instruction: 'When you stand for long, sit down or walk about for two minutes every half hour or so.',
        question: 'Did you break up your standing?',
      },
      [WITHOUT]: {
        name: 'as usual',
        instruction: 'Stand and rest as you usually do.',
        question: 'Did you stand and rest as you usually do?',
      },
    },
    pace: 'quick',
    aboutFluids: false,
    conditionsToAskAbout: [],
  },
  'supportive-shoes': {
    question: 'Do your roomier, more supportive shoes keep cramps away?',
    arms: {
      [WITH]: {
        name: 'in the supportive pair',
        instruction: 'Wear your roomy, supportive pair whenever you are on your feet for long.',
        question: 'Did you wear the supportive pair?',
      },
      [WITHOUT]: {
        name: 'in the other pair',
        instruction: 'Wear the pair you wore until now. If it hurts, take it off and answer “no”.',
        question: 'Did you wear the pair you wore until now?',
      },
    },
    pace: 'quick',
    aboutFluids: false,
    conditionsToAskAbout: vulnerableFeet,
  },
  'drink-to-thirst': {
    question: 'Does it matter whether you drink early or late in the day?',
    arms: {
      [WITH]: {
        name: 'drinking early',
        instruction:
          'Have most of your usual drinks before the evening. Drink no less than usual, and to thirst.',
        question: 'Did you have most of your drinks before the evening?',
      },
      [WITHOUT]: {
        name: 'drinking as before',
        instruction: 'Spread your drinks over the day as you always did.',
        question: 'Did you drink at the times you always did?',
      },
    },
    pace: 'quick',
    aboutFluids: true,
    conditionsToAskAbout: [],
  },
}

/** Sentences with the reason why a suggestion has no trial, by suggestion id. */
export const reasonsNotToTry: Readonly<Record<string, string>> = {
  'electrolytes-after-sweat': 'You cannot plan heavy sweating, so there would be too few days to compare.',
  'gradual-load': 'The effect of last month’s training carries over into the next period.',
  'toe-strength': 'Strength built up in one period stays for the next, so the two halves would blur.',
  'medication-review': 'Medicines are for you and your doctor to decide about, never for an experiment.',
  'alcohol-free-evenings':
    'Deciding by chance whether to drink is not harmless for everybody. Your journal can compare the evenings instead.',
  'warm-up-and-cool-down': 'You would go without a warm-up half of the time, and might get hurt.',
  'mineral-rich-food':
    'Food changes the body’s stores slowly, and the effect carries over from one period to the next.',
}

const offered = {
  quick: [
    '8-weeks-by-2-days',
    '12-weeks-by-2-days',
    '16-weeks-by-2-days',
    '8-weeks-by-weeks',
    '10-weeks-by-weeks',
    '12-weeks-by-weeks',
    '16-weeks-by-weeks',
    '12-weeks-in-pairs',
    '16-weeks-in-pairs',
  ],
  slow: [
    '16-weeks-by-fortnights',
    '24-weeks-by-fortnights',
    '12-weeks-by-weeks',
    '16-weeks-by-weeks',
    '12-weeks-in-pairs',
    '16-weeks-in-pairs',
  ],
} as const satisfies Record<Trial['pace'], readonly DesignName[]>

/** Designs offered for a trial. */
export function listDesigns({ pace }: Pick<Trial, 'pace'>): readonly DesignName[] {
  return offered[pace]
}

/** True if a period of the design may end before a slow effect shows. */
export function mayBeTooShort({ pace }: Pick<Trial, 'pace'>, design: DesignName): boolean {
  return pace === 'slow' && designs[design].periodDays < 14
}

export function isTrialId(suggestionId: string): suggestionId is TrialId {
  return trialIds.some(id => id === suggestionId)
}

/** Sentence with the reason why a person with these conditions is not offered a trial; null if there is none. */
export function findObstacle(trial: Trial, conditions: readonly Condition[]): string | null {
  if (trial.aboutFluids && isFluidForTheClinician(conditions))
    return 'Your doctor or nurse decides how much and when you drink, so this is not offered as an experiment.'
  if (trial.conditionsToAskAbout.some(condition => conditions.includes(condition)))
    return 'Because of a condition in your profile, please ask your doctor or physiotherapist before you try this.'
  return null
}
