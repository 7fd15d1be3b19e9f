/**
 * Publications behind the advice. Each is the primary source, with enough detail to be found without a link: this
 * program opens no connection.
 */

export interface Source {
  readonly authors: string
  /** Year of publication; null where the page that was read has none. */
  readonly year: number | null
  readonly title: string
  readonly journal: string
  /** Identifier for a library search: `PMID 22341378`, `doi:10.1002/mus.27359`. */
  readonly identifier: string
  /** Studied people and circumstances, in a few words for a layperson. */
  readonly studiedOn: string
}

export const sources = {
  'hallegraeff-2012': {
    authors: 'Hallegraeff JM, van der Schans CP, de Ruiter R, de Greef MHG',
    year: 2012,
    title:
      'Stretching before sleep reduces the frequency and severity of nocturnal leg cramps in older adults: a randomised trial',
    journal: 'Journal of Physiotherapy 58:17-22',
    identifier: 'PMID 22341378',
    studiedOn: '80 people over 55 with night cramps, six weeks, not blinded',
  },
  'coppin-2005': {
    authors: 'Coppin RJ, Wicke DM, Little PS',
    year: 2005,
    title:
      'Managing nocturnal leg cramps: calf-stretching exercises and cessation of quinine treatment. A factorial randomised controlled trial',
    journal: 'British Journal of General Practice 55:186-191',
    identifier: 'PMC1463088',
    studiedOn: '191 people of 60 and over who took quinine for night cramps, twelve weeks',
  },
  'hawke-2021-review': {
    authors: 'Hawke F, Sadler SG, Katzberg HD, Pourkazemi F, Chuter V, Burns J',
    year: 2021,
    title: 'Non-drug therapies for the secondary prevention of lower limb muscle cramps',
    journal: 'Cochrane Database of Systematic Reviews',
    identifier: 'doi:10.1002/14651858.CD008496.pub3',
    studiedOn: 'three trials of stretching, 201 people of 50 and over; searched up to May 2020',
  },
  'allen-2012': {
    authors: 'Allen RE, Kirby KA',
    year: 2012,
    title: 'Nocturnal leg cramps',
    journal: 'American Family Physician 86:350-355',
    identifier: 'PMID 22963024',
    studiedOn: 'a review for family doctors',
  },
  'schwellnus-2009': {
    authors: 'Schwellnus MP',
    year: 2009,
    title:
      'Cause of exercise associated muscle cramps (EAMC): altered neuromuscular control, dehydration or electrolyte depletion?',
    journal: 'British Journal of Sports Medicine 43:401-408',
    identifier: 'doi:10.1136/bjsm.2008.050401',
    studiedOn: 'a review of cramps in sport',
  },
  'miller-2022': {
    authors: 'Miller KC, McDermott BP, Yeargin SW, Fiol A, Schwellnus MP',
    year: 2022,
    title:
      'An evidence-based review of the pathophysiology, treatment, and prevention of exercise-associated muscle cramps',
    journal: 'Journal of Athletic Training 57:5-15',
    identifier: 'PMID 34185846',
    studiedOn: 'a review of cramps in sport',
  },
  'miller-2015': {
    authors: 'Miller KC',
    year: 2015,
    title:
      'Rethinking the cause of exercise-associated muscle cramping: moving beyond dehydration and electrolyte losses',
    journal: 'Current Sports Medicine Reports 14(5)',
    identifier: 'doi:10.1249/JSR.0000000000000183',
    studiedOn: 'a review of cramps in sport, with case reports',
  },
  'lau-2019': {
    authors: 'Lau WY, Kato H, Nosaka K',
    year: 2019,
    title:
      'Water intake after dehydration makes muscles more susceptible to cramp but electrolytes reverse that effect',
    journal: 'BMJ Open Sport & Exercise Medicine 5:e000478',
    identifier: 'PMID 30899546',
    studiedOn: '10 men in a laboratory; provoked cramps after exercise in heat',
  },
  'panza-2017': {
    authors: 'Panza G and colleagues',
    year: 2017,
    title: 'Acute passive static stretching and cramp threshold frequency',
    journal: 'Journal of Athletic Training 52(10)',
    identifier: 'PMC5687236',
    studiedOn: 'healthy adults in a laboratory; provoked cramps',
  },
  'hawke-2013': {
    authors: 'Hawke F, Chuter V, Burns J',
    year: 2013,
    title: 'Factors associated with night-time calf muscle cramps: a case-control study',
    journal: 'Muscle & Nerve 47:339-343',
    identifier: 'PMID 23169577',
    studiedOn: '80 people with night cramps and 80 without, compared once',
  },
  'hawke-2013-abstract': {
    authors: 'Hawke F, Chuter V, Burns J',
    year: 2013,
    title: 'Factors associated with night-time calf cramps (conference abstract of the same study)',
    journal: 'Journal of Foot and Ankle Research 6 (Suppl 1):O14',
    identifier: 'doi:10.1186/1757-1146-6-S1-O14',
    studiedOn: 'the same 80 and 80 people',
  },
  'hawke-2021': {
    authors: 'Hawke F, McKay MJ, Baldwin JN, Chiu S, Sadler S, Oldmeadow C, Chuter V, Burns J',
    year: 2021,
    title: 'Correlates of night-time and exercise-associated lower limb cramps in healthy adults',
    journal: 'Muscle & Nerve',
    identifier: 'doi:10.1002/mus.27359',
    studiedOn: '491 healthy adults, asked and measured once',
  },
  'bahk-2012': {
    authors: 'Bahk JW, Kim H, Jung-Choi K, Jung MC, Lee I',
    year: 2012,
    title:
      'Relationship between prolonged standing and symptoms of varicose veins and nocturnal leg cramps among women and men',
    journal: 'Ergonomics 55:133-139',
    identifier: 'doi:10.1080/00140139.2011.582957',
    studiedOn: '2,165 Korean workers, asked once',
  },
  'delacour-2020': {
    authors:
      'Delacour C, Chambe J, Lefebvre F, Bodot C, Bigerel E, Epifani L, Granda C, Haller DM, Maisonneuve H',
    year: 2020,
    title:
      'Association between physical activity and nocturnal leg cramps in patients over 60 years old: a case-control study',
    journal: 'Scientific Reports 10:2638',
    identifier: 'doi:10.1038/s41598-020-59312-9',
    studiedOn: '136 matched pairs of people over 60, compared once',
  },
  'delacour-2018': {
    authors: 'Delacour C and colleagues',
    year: 2018,
    title:
      'Association between alcohol consumption and nocturnal leg cramps in patients over 60 years old: a case-control study',
    journal: 'Annals of Family Medicine 16:296-301',
    identifier: 'doi:10.1370/afm.2238',
    studiedOn: 'matched patients of 60 and over, compared once',
  },
  'garrison-2015': {
    authors: 'Garrison SR, Dormuth CR, Morrow RL, Carney GA, Khan KM',
    year: 2015,
    title: 'Seasonal effects on the occurrence of nocturnal leg cramps: a prospective cohort study',
    journal: 'CMAJ 187:248-253',
    identifier: 'PMID 25623650',
    studiedOn: 'prescriptions and searches of whole populations over the year',
  },
  'garrison-2012': {
    authors: 'Garrison SR, Dormuth CR, Morrow RL, Carney GA, Khan KM',
    year: 2012,
    title: 'Nocturnal leg cramps and prescription use that precedes them: a sequence symmetry analysis',
    journal: 'Archives of Internal Medicine 172:120-126',
    identifier: 'PMID 22157068',
    studiedOn: 'health records of people of 50 and over, out of 4.2 million residents',
  },
  'luo-2020-review': {
    authors: 'Luo L, Zhou K, Zhang J, Xu L, Yin W',
    year: 2020,
    title: 'Interventions for leg cramps in pregnancy',
    journal: 'Cochrane Database of Systematic Reviews',
    identifier: 'CD010655',
    studiedOn: 'eight trials, 576 pregnant women',
  },
  'garrison-2020-review': {
    authors: 'Garrison SR and colleagues',
    year: 2020,
    title: 'Magnesium for skeletal muscle cramps',
    journal: 'Cochrane Database of Systematic Reviews',
    identifier: 'CD009402',
    studiedOn: 'eleven trials, 735 people, most of them older adults',
  },
  'howard-2021': {
    authors: 'Howard JP, Wood FA, Finegold JA, Nowbar AN, Thompson DM, Francis DP and colleagues (SAMSON)',
    year: 2021,
    title: 'Side effect patterns in a crossover trial of statin, placebo, and no treatment',
    journal: 'Journal of the American College of Cardiology 78:1210-1222',
    identifier: 'PMC8453640',
    studiedOn:
      '60 people who had stopped a statin because of side effects; a year of statin, dummy and no tablets, blinded',
  },
  'ctt-2022': {
    authors: 'Cholesterol Treatment Trialists’ Collaboration',
    year: 2022,
    title:
      'Effect of statin therapy on muscle symptoms: an individual participant data meta-analysis of large-scale, randomised, double-blind trials',
    journal: 'Lancet 400:832-845',
    identifier: 'doi:10.1016/S0140-6736(22)01545-8',
    studiedOn: '123,940 people in 19 blinded trials; muscle pain or weakness, not cramps',
  },
  'tapper-2022': {
    authors: 'Tapper EB, Salim N, Baki J, Zhao Z, Sundaram V, Patwardhan V, Nikirk SJ (PICCLES)',
    year: 2022,
    title:
      'Pickle juice intervention for cirrhotic cramps reduction: the PICCLES randomized controlled trial',
    journal: 'American Journal of Gastroenterology 117:895-901',
    identifier: 'doi:10.14309/ajg.0000000000001781',
    studiedOn: '82 people with cirrhosis of the liver, 28 days, not blinded',
  },
  'miller-2010': {
    authors: 'Miller KC, Mack GW, Knight KL, Hopkins JT, Draper DO, Fields PJ, Hunter I',
    year: 2010,
    title: 'Reflex inhibition of electrically induced muscle cramps in hypohydrated humans',
    journal: 'Medicine & Science in Sports & Exercise 42:953-961',
    identifier: 'doi:10.1249/MSS.0b013e3181c0647e',
    studiedOn: 'men in a laboratory; cramps of a toe muscle provoked by electricity',
  },
  'georgieva-2021': {
    authors: 'Georgieva J, Brade CJ, Ducker KJ, Davey P, Jacques A, Ohno M, Lavender AP',
    year: 2021,
    title:
      'Effectiveness of mouth rinsing versus ingesting pickle juice for alleviating electrically induced cramp in physically active adults',
    journal: 'Applied Sciences 11:12096',
    identifier: 'doi:10.3390/app112412096',
    studiedOn: '11 adults in a laboratory; cramps of a toe muscle provoked by electricity',
  },
  'lau-2021': {
    authors: 'Lau WY, Kato H, Nosaka K',
    year: 2021,
    title:
      'Effect of oral rehydration solution versus spring water intake during exercise in the heat on muscle cramp susceptibility of young men',
    journal: 'Journal of the International Society of Sports Nutrition 18:22',
    identifier: 'doi:10.1186/s12970-021-00414-8',
    studiedOn: '10 men in a laboratory; provoked cramps during exercise in heat; the group of 2019',
  },
  'barna-2021': {
    authors: 'Barna O, Lohoida P, Holovchenko Y and colleagues',
    year: 2021,
    title:
      'A randomized, double-blind, placebo-controlled, multicenter study assessing the efficacy of magnesium oxide monohydrate in the treatment of nocturnal leg cramps',
    journal: 'Nutrition Journal 20:90',
    identifier: 'doi:10.1186/s12937-021-00747-9',
    studiedOn: 'the 175 of 216 screened adults with night cramps who finished 60 days; registered afterwards',
  },
  'roguin-maor-2017': {
    authors: 'Roguin Maor N, Alperin M, Shturman E, Khairaldeen H, Friedman M, Karkabi K, Milman U',
    year: 2017,
    title: 'Effect of magnesium oxide supplementation on nocturnal leg cramps: a randomized clinical trial',
    journal: 'JAMA Internal Medicine 177:617-623',
    identifier: 'PMID 28241153',
    studiedOn: 'adults with night cramps, four weeks, blinded',
  },
  'tan-2024': {
    authors: 'Tan J, Zhu R, Li Y, Wang L, Liao S, Cheng L, Mao L, Jing D',
    year: 2024,
    title: 'Vitamin K2 in managing nocturnal leg cramps: a randomized clinical trial',
    journal: 'JAMA Internal Medicine',
    identifier: 'PMID 39466236',
    studiedOn:
      '199 people of 65 and over, eight weeks, blinded; nobody on a diuretic or a vitamin K antagonist',
  },
  'martinez-navarro-2022': {
    authors: 'Martínez-Navarro I, Montoya-Vieco A, Collado E, Hernando B, Panizo N, Hernando C',
    year: 2022,
    title: 'Muscle cramping in the marathon: dehydration and electrolyte depletion vs. muscle damage',
    journal: 'Journal of Strength and Conditioning Research 36:1629-1635',
    identifier: 'PMID 32796418',
    studiedOn: '88 runners who finished a marathon, 20 of them with cramps',
  },
  'craighead-2017': {
    authors: 'Craighead DH, Shank SW, Gottschall JS, Passe DH, Murray B, Alexander LM, Kenney WL',
    year: 2017,
    title: 'Ingestion of TRP channel agonists attenuates exercise-induced muscle cramps',
    journal: 'Muscle & Nerve 56:379-385',
    identifier: 'PMC5554746',
    studiedOn: '39 adults in a laboratory; cramps provoked by holding the calf tight',
  },
  'behringer-2017': {
    authors: 'Behringer M, Nowak S, Leyendecker J, Mester J',
    year: 2017,
    title:
      'Effects of TRPV1 and TRPA1 activators on the cramp threshold frequency: a randomized, double-blind placebo-controlled trial',
    journal: 'European Journal of Applied Physiology 117:1641-1647',
    identifier: 'doi:10.1007/s00421-017-3653-6',
    studiedOn: '22 healthy men in a laboratory; cramps provoked by electricity over 24 hours',
  },
  'gholizadeh-2017': {
    authors: 'Gholizadeh R, Hasani A, Arazi H',
    year: 2017,
    title:
      'Effects of stretching training on pain severity and frequency of leg cramps in middle-aged women with metabolic syndrome',
    journal: 'Iranian Journal of Obstetrics, Gynecology and Infertility 20(7):50-60',
    identifier: 'DOAJ 535b5f143fbb481ba2722c2ba1b7e1e3',
    studiedOn: '24 women with metabolic syndrome, six weeks of 45 minutes on five days a week',
  },
  'seejph-2337': {
    authors: 'HRH Maha Chakri Sirindhorn Medical Center, Thailand',
    year: null,
    title:
      'A randomized controlled trial of the effects of reducing cramps in pregnancy between the stretching-exercise versus no stretching-exercise groups',
    journal: 'South Eastern European Journal of Public Health',
    identifier: 'doi:10.70135/seejph.vi.2337',
    studiedOn: '86 pregnant women with cramps, two weeks',
  },
  'anderson-2020': {
    authors: 'Anderson J, Williams AE, Nester C',
    year: 2020,
    title:
      'Development and evaluation of a dual density insole for people standing for long periods of time at work',
    journal: 'Journal of Foot and Ankle Research 13:42',
    identifier: 'PMC7341629',
    studiedOn: '22 people who stand at work; comfort of insoles, not cramps',
  },
  'hallegraeff-2017': {
    authors: 'Hallegraeff J, de Greef M, Krijnen W, van der Schans C',
    year: 2017,
    title: 'Criteria in diagnosing nocturnal leg cramps: a systematic review',
    journal: 'BMC Family Practice 18:29',
    identifier: 'doi:10.1186/s12875-017-0600-x',
    studiedOn: 'eight trials and ten other studies, and a panel of experts',
  },
  'rabbitt-2016': {
    authors: 'Rabbitt L, Mulkerrin EC, O’Keeffe ST',
    year: 2016,
    title: 'A review of nocturnal leg cramps in older people',
    journal: 'Age and Ageing 45:776-782',
    identifier: 'doi:10.1093/ageing/afw139',
    studiedOn: 'a review; quotes the three criteria of the sleep disorders classification of 2014',
  },
  'katzberg-2010': {
    authors: 'Katzberg HD, Khan AH, So YT',
    year: 2010,
    title: 'Assessment: symptomatic treatment for muscle cramps (an evidence-based review)',
    journal: 'Neurology 74:691-696',
    identifier: 'doi:10.1212/WNL.0b013e3181d0ccca',
    studiedOn: '24 trials of medicines and stretching; report of the American Academy of Neurology',
  },
  'katzberg-2019': {
    authors: 'Katzberg HD, Bril V, Riaz S, Barnett C',
    year: 2019,
    title: 'Qualitative, patient-centered assessment of muscle cramp impact and severity',
    journal: 'Canadian Journal of Neurological Sciences',
    identifier: 'Cambridge Core BD9378489271C4590A307DAFC657257E',
    studiedOn: 'interviews with people who have cramps of many origins',
  },
} as const satisfies Record<string, Source>

export type SourceId = keyof typeof sources

/** A source as one line of a reference list. */
export function formatSource(source: Source): string {
  return `${source.authors} (${source.year ?? 'year not noted'}). ${source.title}. ${source.journal}. ${source.identifier}`
}
