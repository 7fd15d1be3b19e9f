/** The public guidance behind warning rules and relief steps: who publishes it, and what it is about. */

export interface Guidance {
  readonly publisher: string
  readonly about: string
}

export const guidance = {
  'nhs-leg-cramps': {
    publisher: 'National Health Service (NHS)',
    about: 'leg cramps, and when to see a doctor',
  },
  'nhs-leg-cramps-earlier': {
    publisher: 'National Health Service (NHS), earlier edition',
    about: 'leg cramps and the conditions behind them',
  },
  'nidirect-leg-cramps': {
    publisher: 'nidirect, Northern Ireland',
    about: 'leg cramps, and when to seek advice',
  },
  'nhs-clots': {
    publisher: 'National Health Service (NHS)',
    about: 'signs of a blood clot in the leg or the lungs',
  },
  'rcem-limb': {
    publisher: 'Royal College of Emergency Medicine, RCEMLearning',
    about: 'a limb that suddenly lacks blood: the six signs',
  },
  'nhs-circulation': {
    publisher: 'National Health Service (NHS) and nidirect',
    about: 'poor circulation in the legs',
  },
  'bnssg-circulation': {
    publisher: 'Bristol, North Somerset and South Gloucestershire Integrated Care Board',
    about: 'poor circulation in the legs: whom to refer, and how soon',
  },
  'cauda-equina': {
    publisher: 'backes.org.uk',
    about: 'warning signs of pressure on the nerves at the base of the spine',
  },
  'exertion-sodium': {
    publisher: 'German Journal of Sports Medicine (2018), issue 10',
    about: 'too little sodium after exertion: signs, causes and treatment',
  },
  'nhs-statins': {
    publisher: 'National Health Service (NHS)',
    about: 'statins: muscle pain, weakness and dark urine',
  },
  'mpft-cold': {
    publisher: 'Midlands Partnership University NHS Foundation Trust',
    about: 'how to use cold safely on muscles and joints',
  },
  'training-matters-heat': {
    publisher: 'Training Matters magazine, for pharmacy teams',
    about: 'heat and cold against pain, and when to use neither',
  },
  'mnda-guideline': {
    publisher: 'Motor Neurone Disease Association',
    about: 'signs of motor neurone disease and when to refer',
  },
  'diabetes-uk-feet': { publisher: 'Diabetes UK', about: 'signs of a serious foot problem' },
  'mhra-quinine': {
    publisher: 'Medicines and Healthcare products Regulatory Agency (MHRA)',
    about: 'quinine for leg cramps: limits and side effects',
  },
} as const satisfies Record<string, Guidance>

export type GuidanceId = keyof typeof guidance
