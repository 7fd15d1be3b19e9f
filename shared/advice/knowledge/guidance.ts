/** Public guidance behind warning rules and relief steps: publisher and subject. */

export interface Guidance {
  readonly publisher: string
  readonly about: string
  /** Year of publication; null where the copy that was read has no date. */
  readonly year: number | null
  readonly studiedOn: string
}

const ADVICE = 'advice of a health service or society; no study of its own'

export const guidance = {
  'nhs-leg-cramps': {
    publisher: 'National Health Service (NHS)',
    about: 'leg cramps, and when to see a doctor',
    year: null,
    studiedOn: ADVICE,
  },
  'nhs-leg-cramps-earlier': {
    publisher: 'National Health Service (NHS), earlier edition',
    about: 'leg cramps and the conditions behind them',
    year: null,
    studiedOn: ADVICE,
  },
  'nidirect-leg-cramps': {
    publisher: 'nidirect, Northern Ireland',
    about: 'leg cramps, and when to seek advice',
    year: null,
    studiedOn: ADVICE,
  },
  'nhs-clots': {
    publisher: 'National Health Service (NHS)',
    about: 'signs of a blood clot in the leg or the lungs',
    year: null,
    studiedOn: ADVICE,
  },
  'rcem-limb': {
    publisher: 'Royal College of Emergency Medicine, RCEMLearning',
    about: 'a limb that suddenly lacks blood: the six signs',
    year: null,
    studiedOn: ADVICE,
  },
  'nhs-circulation': {
    publisher: 'National Health Service (NHS) and nidirect',
    about: 'poor circulation in the legs',
    year: null,
    studiedOn: ADVICE,
  },
  'bnssg-circulation': {
    publisher: 'Bristol, North Somerset and South Gloucestershire Integrated Care Board',
    about: 'poor circulation in the legs: whom to refer, and how soon',
    year: null,
    studiedOn: ADVICE,
  },
  'cauda-equina': {
    publisher: 'backes.org.uk',
    about: 'warning signs of pressure on the nerves at the base of the spine',
    year: null,
    studiedOn: ADVICE,
  },
  'exertion-sodium': {
    publisher: 'German Journal of Sports Medicine (2018), issue 10',
    about: 'too little sodium after exertion: signs, causes and treatment',
    year: 2018,
    studiedOn: 'a review of athletes with too little sodium after exertion',
  },
  'nhs-statins': {
    publisher: 'National Health Service (NHS)',
    about: 'statins: muscle pain, weakness and dark urine',
    year: null,
    studiedOn: ADVICE,
  },
  'mpft-cold': {
    publisher: 'Midlands Partnership University NHS Foundation Trust',
    about: 'how to use cold safely on muscles and joints',
    year: null,
    studiedOn: ADVICE,
  },
  'training-matters-heat': {
    publisher: 'Training Matters magazine, for pharmacy teams',
    about: 'heat and cold against pain, and when to use neither',
    year: null,
    studiedOn: ADVICE,
  },
  'mnda-guideline': {
    publisher: 'Motor Neurone Disease Association',
    about: 'signs of motor neurone disease and when to refer',
    year: null,
    studiedOn: ADVICE,
  },
  'diabetes-uk-feet': {
    publisher: 'Diabetes UK',
    about: 'signs of a serious foot problem',
    year: null,
    studiedOn: ADVICE,
  },
  'mhra-quinine': {
    publisher: 'Medicines and Healthcare products Regulatory Agency (MHRA)',
    about: 'quinine for leg cramps: limits and side effects',
    year: 2010,
    studiedOn: 'the review of a regulator: trials, and reports of harm',
  },
  'who-methotrexate': {
    publisher: 'Uppsala Monitoring Centre, for the World Health Organization',
    about: 'methotrexate and muscle spasm, a signal from reports of side effects',
    year: 2020,
    studiedOn: '47 detailed reports from 18 countries; no group to compare them with',
  },
  'medicine-lists': {
    publisher: 'Medical Algorithms and RxList, reference lists for doctors',
    about: 'medicines with muscle cramps among their reported side effects',
    year: null,
    studiedOn: 'lists drawn from reports and package leaflets; no study of their own',
  },
} as const satisfies Record<string, Guidance>

export type GuidanceId = keyof typeof guidance
