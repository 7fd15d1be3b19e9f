/**
 * Safety notes, shown next to a tip so that following it does no harm. A suggestion names its notes by id;
 * `suggestions.test.ts` checks that none lacks a note it needs.
 */

export interface SafetyNote {
  readonly title: string
  readonly text: string
}

export const safetyNotes = {
  'too-much-water': {
    title: 'Not too much',
    text: 'More is not better. A lot of plain water dilutes the salt in the blood, which can itself bring on cramps and can become dangerous. Do not drink more than 1 litre (34 fl oz) within an hour, or more than 4 litres (135 fl oz) in a day without hard exertion.',
  },
  'limited-fluid': {
    title: 'Heart, kidney or liver disease',
    text: 'With one of these, or if you were told how much to drink, skip this tip and keep to the amount your doctor or nurse told you.',
  },
  'limited-salt': {
    title: 'If you limit salt',
    text: 'Skip this tip if a clinician has asked you to eat less salt.',
  },
  brine: {
    title: 'Brine is very salty',
    text: 'One small swallow, about a tablespoon, and not several times a day. With heart, kidney or liver disease, high blood pressure, in pregnancy, or if you were told to eat less salt: ask your doctor first.',
  },
  spicy: {
    title: 'Hot in the mouth',
    text: 'It can burn in the mouth and stomach. Not with an ulcer, heartburn or trouble swallowing.',
  },
  heat: {
    title: 'Warm, not hot',
    text: 'Keep cloth between skin and anything heated. Switch an electric blanket off and take a heat pad or bottle out before you fall asleep. Do not heat numb skin, or feet with nerve damage, poor circulation, or less feeling because of diabetes.',
  },
  cold: {
    title: 'Cold, wrapped',
    text: 'Keep a cloth between skin and anything frozen: 15 minutes, never more than 20, and 2 to 3 hours until the next time. Rolling over a frozen bottle: 10 minutes at most. Not with poor circulation, numb skin or an allergy to cold.',
  },
  'not-on-a-swollen-leg': {
    title: 'Do not rub a swollen leg',
    text: 'If one leg is swollen, warm or discoloured, leave it alone and have it checked today.',
  },
  'hip-replacement': {
    title: 'With a new hip',
    text: 'Do not lie on your back and pull the knees apart, and ask which stretches your hip allows.',
  },
  falls: {
    title: 'Avoid a fall',
    text: 'Keep a hand on a wall, rail or heavy chair. When you get out of bed, switch on a light and sit on the edge for a moment before you stand.',
  },
  stretch: {
    title: 'How far to go',
    text: 'Pull firmly, never into sharp pain, and do not bounce. Stop if something pops, a bruise appears or the leg turns weak. After an operation or with a blood clot, do not stretch before you have asked your doctor.',
  },
  medicines: {
    title: 'Change nothing on your own',
    text: 'Keep taking what was prescribed. Talk to your doctor or pharmacist before you change, skip or stop any medicine.',
  },
  potassium: {
    title: 'Kidneys, heart and blood pressure medicines',
    text: 'With kidney disease, heart block, or medicines such as ACE inhibitors, ARBs or potassium-sparing diuretics, ask your doctor before you eat much more of these foods. Salt substitutes are potassium too.',
  },
  'daily-alcohol': {
    title: 'If you drink a lot every day',
    text: 'Stopping suddenly can be dangerous. Talk to your doctor about a safe way to cut down.',
  },
} as const satisfies Record<string, SafetyNote>

export type SafetyNoteId = keyof typeof safetyNotes
