/**
 * Conditions that go with cramps, or that can be mistaken for one. Information only: the program never says that a
 * person has one of them, and gives no advice on a condition under treatment.
 */

import type { Condition } from '../../kinds/conditions.ts'
import type { ClaimId } from './claim-id.ts'
import type { ReferenceId } from './references.ts'

interface ConditionInformation {
  /** Relation of the condition to cramps. */
  readonly text: string
  readonly claims: readonly ClaimId[]
  /** Publications and guidance behind the text; empty where it is common knowledge of the field and we cite none. */
  readonly sources: readonly ReferenceId[]
}

export interface ConditionGroup {
  readonly title: string
  /** Information by condition of the profile, in display order. */
  readonly conditions: Partial<Record<Condition, ConditionInformation>>
}

const bloodAndSalts = 'It can change the salts or waste products in the blood, and cramps are common with it.'

export const conditionGroups: readonly ConditionGroup[] = [
  {
    title: 'The whole body',
    conditions: {
      diabetes: {
        text: 'Over the years it can affect nerves and circulation, and cramps are more common with it. Have a change in a foot looked at the same day.',
        claims: ['004-11'],
        sources: ['diabetes-uk-feet'],
      },
      'thyroid-disorder': {
        text: 'Too much or too little thyroid hormone can make muscles ache and cramp.',
        claims: ['004-11'],
        sources: [],
      },
      'kidney-disease': { text: bloodAndSalts, claims: ['004-11'], sources: [] },
      dialysis: {
        text: 'Cramps are common towards the end of a session. Tell the team; they can adjust it.',
        claims: [],
        sources: ['allen-2012'],
      },
      'liver-disease': {
        text: 'Cramps are common with scarring of the liver (cirrhosis). A small open trial of pickle brine was made in people who have it; brine is very salty, so ask the team first.',
        claims: [],
        sources: ['allen-2012', 'nhs-leg-cramps', 'tapper-2022'],
      },
      malnutrition: {
        text: 'A poorly nourished body can cramp more.',
        claims: ['003-12'],
        sources: [],
      },
      'calcium-deficiency': {
        text: 'Muscles need calcium to tighten and to let go. A blood test shows whether there is too little.',
        claims: ['003-08'],
        sources: [],
      },
      pregnant: {
        text: 'Calf cramps are common in the second half of pregnancy. The trials of treatments are small and uncertain. Two weeks of stretching made no difference in one of them. Ask your midwife.',
        claims: [],
        sources: ['luo-2020-review', 'seejph-2337', 'nhs-leg-cramps'],
      },
      'menopause-or-low-oestrogen': {
        text: 'Cramps in calves and toes are often reported in these years. Bones are the better reason to eat enough calcium.',
        claims: ['003-10', '002-19'],
        sources: [],
      },
      osteoporosis: {
        text: 'It often comes at the same age as cramps. The two need not be connected.',
        claims: ['003-10'],
        sources: [],
      },
      'adolescence-growth': {
        text: 'Cramps and aches at night are common while growing. If you are under 16, ask a parent to talk to a doctor.',
        claims: ['003-09'],
        sources: [],
      },
    },
  },
  {
    title: 'Nerves and back',
    conditions: {
      neuropathy: {
        text: 'Damaged nerves can tingle, burn and set off cramps.',
        claims: ['001-16'],
        sources: ['allen-2012', 'nhs-leg-cramps-earlier'],
      },
      'sciatica-or-pinched-nerve': {
        text: 'A nerve pressed in the back or the buttock can be felt as pain or spasm in the leg, often more when walking.',
        claims: ['004-07', '000-17'],
        sources: [],
      },
      'lumbar-disc-herniation': {
        text: 'A slipped disc can press on a nerve that runs to the leg.',
        claims: ['003-12'],
        sources: [],
      },
      'spinal-bony-overgrowth': {
        text: 'Extra bone on the spine can narrow the space for a nerve.',
        claims: ['003-12'],
        sources: [],
      },
      'lumbar-stenosis': {
        text: 'Leg pain that comes with walking or standing, and eases when you bend forward.',
        claims: [],
        sources: ['allen-2012'],
      },
      parkinsons: {
        text: 'Stiff muscles and cramps, often of the foot in the early morning, can go with it.',
        claims: [],
        sources: ['allen-2012'],
      },
      'motor-neurone-disease': {
        text: 'Rare. It shows as lasting weakness and thinner muscles; cramps alone do not point to it.',
        claims: [],
        sources: ['mnda-guideline', 'nhs-leg-cramps-earlier'],
      },
    },
  },
  {
    title: 'Circulation',
    conditions: {
      'peripheral-artery-disease': {
        text: 'With narrow arteries, a cramping pain comes after a certain walking distance and goes within minutes of standing still.',
        claims: ['004-08'],
        sources: ['nhs-circulation', 'bnssg-circulation'],
      },
      'varicose-veins': {
        text: 'Heavy legs and cramps in the evening or at night are often reported.',
        claims: [],
        sources: ['allen-2012', 'bahk-2012'],
      },
    },
  },
  {
    title: 'The foot, and what can be mistaken for a cramp',
    conditions: {
      'flat-feet': {
        text: 'A low arch asks more of the small muscles of the sole. A shoe that fits well may take over some of that.',
        claims: ['002-11'],
        sources: ['hawke-2021'],
      },
      'plantar-fasciitis': {
        text: 'A sore heel or sole, worst with the first steps of the morning.',
        claims: ['001-18'],
        sources: [],
      },
      'stress-fracture': {
        text: 'Pain at one spot of a bone that gets worse with every step.',
        claims: ['001-18'],
        sources: [],
      },
      'tarsal-tunnel': {
        text: 'A nerve pressed at the ankle: burning or tingling of the sole.',
        claims: ['001-18'],
        sources: [],
      },
      tendonitis: {
        text: 'A tendon that hurts when it is used, and may be swollen or warm.',
        claims: ['001-17'],
        sources: [],
      },
      'gout-or-inflammation': {
        text: 'A joint that is red, hot, swollen and very tender. It should be seen today.',
        claims: ['001-17'],
        sources: [],
      },
      infection: {
        text: 'Red, warm, swollen skin, perhaps with fever. It should be seen today.',
        claims: ['001-17'],
        sources: [],
      },
    },
  },
]
