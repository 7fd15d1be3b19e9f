/**
 * The publications behind the advice. Each is the primary source, named so that it can be found without a link: this
 * program opens no connection.
 */

export interface Source {
  readonly authors: string
  readonly year: number
  readonly title: string
  readonly journal: string
  /** One that a library search accepts: `PMID 22341378`, `doi:10.1002/mus.27359`. */
  readonly identifier: string
}

export const sources = {
  'hallegraeff-2012': {
    authors: 'Hallegraeff JM, van der Schans CP, de Ruiter R, de Greef MHG',
    year: 2012,
    title:
      'Stretching before sleep reduces the frequency and severity of nocturnal leg cramps in older adults: a randomised trial',
    journal: 'Journal of Physiotherapy 58:17-22',
    identifier: 'PMID 22341378',
  },
  'coppin-2005': {
    authors: 'Coppin RJ, Wicke DM, Little PS',
    year: 2005,
    title:
      'Managing nocturnal leg cramps: calf-stretching exercises and cessation of quinine treatment. A factorial randomised controlled trial',
    journal: 'British Journal of General Practice 55:186-191',
    identifier: 'PMC1463088',
  },
  'hawke-2021-review': {
    authors: 'Hawke F, Sadler SG, Katzberg HD, Pourkazemi F, Chuter V, Burns J',
    year: 2021,
    title: 'Non-drug therapies for the secondary prevention of lower limb muscle cramps',
    journal: 'Cochrane Database of Systematic Reviews',
    identifier: 'doi:10.1002/14651858.CD008496.pub3',
  },
  'allen-2012': {
    authors: 'Allen RE, Kirby KA',
    year: 2012,
    title: 'Nocturnal leg cramps',
    journal: 'American Family Physician 86:350-355',
    identifier: 'PMID 22963024',
  },
  'schwellnus-2009': {
    authors: 'Schwellnus MP',
    year: 2009,
    title:
      'Cause of exercise associated muscle cramps (EAMC): altered neuromuscular control, dehydration or electrolyte depletion?',
    journal: 'British Journal of Sports Medicine 43:401-408',
    identifier: 'doi:10.1136/bjsm.2008.050401',
  },
  'miller-2022': {
    authors: 'Miller KC, McDermott BP, Yeargin SW, Fiol A, Schwellnus MP',
    year: 2022,
    title:
      'An evidence-based review of the pathophysiology, treatment, and prevention of exercise-associated muscle cramps',
    journal: 'Journal of Athletic Training 57:5-15',
    identifier: 'PMID 34185846',
  },
  'miller-2015': {
    authors: 'Miller KC',
    year: 2015,
    title:
      'Rethinking the cause of exercise-associated muscle cramping: moving beyond dehydration and electrolyte losses',
    journal: 'Current Sports Medicine Reports 14(5)',
    identifier: 'doi:10.1249/JSR.0000000000000183',
  },
  'lau-2019': {
    authors: 'Lau WY, Kato H, Nosaka K',
    year: 2019,
    title:
      'Water intake after dehydration makes muscles more susceptible to cramp but electrolytes reverse that effect',
    journal: 'BMJ Open Sport & Exercise Medicine 5:e000478',
    identifier: 'PMID 30899546',
  },
  'panza-2017': {
    authors: 'Panza G and colleagues',
    year: 2017,
    title: 'Acute passive static stretching and cramp threshold frequency',
    journal: 'Journal of Athletic Training 52(10)',
    identifier: 'PMC5687236',
  },
  'hawke-2013': {
    authors: 'Hawke F, Chuter V, Burns J',
    year: 2013,
    title: 'Factors associated with night-time calf muscle cramps: a case-control study',
    journal: 'Muscle & Nerve 47:339-343',
    identifier: 'PMID 23169577',
  },
  'hawke-2013-abstract': {
    authors: 'Hawke F, Chuter V, Burns J',
    year: 2013,
    title: 'Factors associated with night-time calf cramps (conference abstract of the same study)',
    journal: 'Journal of Foot and Ankle Research 6 (Suppl 1):O14',
    identifier: 'doi:10.1186/1757-1146-6-S1-O14',
  },
  'hawke-2021': {
    authors: 'Hawke F, McKay MJ, Baldwin JN, Chiu S, Sadler S, Oldmeadow C, Chuter V, Burns J',
    year: 2021,
    title: 'Correlates of night-time and exercise-associated lower limb cramps in healthy adults',
    journal: 'Muscle & Nerve',
    identifier: 'doi:10.1002/mus.27359',
  },
  'bahk-2012': {
    authors: 'Bahk JW, Kim H, Jung-Choi K, Jung MC, Lee I',
    year: 2012,
    title:
      'Relationship between prolonged standing and symptoms of varicose veins and nocturnal leg cramps among women and men',
    journal: 'Ergonomics 55:133-139',
    identifier: 'doi:10.1080/00140139.2011.582957',
  },
  'delacour-2020': {
    authors:
      'Delacour C, Chambe J, Lefebvre F, Bodot C, Bigerel E, Epifani L, Granda C, Haller DM, Maisonneuve H',
    year: 2020,
    title:
      'Association between physical activity and nocturnal leg cramps in patients over 60 years old: a case-control study',
    journal: 'Scientific Reports 10:2638',
    identifier: 'doi:10.1038/s41598-020-59312-9',
  },
  'delacour-2018': {
    authors: 'Delacour C and colleagues',
    year: 2018,
    title:
      'Association between alcohol consumption and nocturnal leg cramps in patients over 60 years old: a case-control study',
    journal: 'Annals of Family Medicine 16:296-301',
    identifier: 'doi:10.1370/afm.2238',
  },
  'garrison-2015': {
    authors: 'Garrison SR, Dormuth CR, Morrow RL, Carney GA, Khan KM',
    year: 2015,
    title: 'Seasonal effects on the occurrence of nocturnal leg cramps: a prospective cohort study',
    journal: 'CMAJ 187:248-253',
    identifier: 'PMID 25623650',
  },
  'garrison-2012': {
    authors: 'Garrison SR, Dormuth CR, Morrow RL, Carney GA, Khan KM',
    year: 2012,
    title: 'Nocturnal leg cramps and prescription use that precedes them: a sequence symmetry analysis',
    journal: 'Archives of Internal Medicine 172:120-126',
    identifier: 'PMID 22157068',
  },
  'luo-2020-review': {
    authors: 'Luo L, Zhou K, Zhang J, Xu L, Yin W',
    year: 2020,
    title: 'Interventions for leg cramps in pregnancy',
    journal: 'Cochrane Database of Systematic Reviews',
    identifier: 'CD010655',
  },
  'garrison-2020-review': {
    authors: 'Garrison SR and colleagues',
    year: 2020,
    title: 'Magnesium for skeletal muscle cramps',
    journal: 'Cochrane Database of Systematic Reviews',
    identifier: 'CD009402',
  },
} as const satisfies Record<string, Source>

export type SourceId = keyof typeof sources

/** A source as one line of a reference list. */
export function formatSource(source: Source): string {
  return `${source.authors} (${source.year}). ${source.title}. ${source.journal}. ${source.identifier}`
}
