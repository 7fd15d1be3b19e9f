/**
 * Catalogue of the prevention advice, one record per suggestion, in one file: the order breaks ties in the ranking.
 *
 * Excluded on purpose: supplements, quinine, vitamin K2, changes of medicine, amounts to drink. An advice between two
 * grades gets the lower.
 */
import { clinicianSays } from '../knowledge/fluid-limits.ts'
import { numbWith } from '../knowledge/heat-limits.ts'
import type { Suggestion } from './suggestion.ts'

export const suggestions: readonly Suggestion[] = [
  {
    id: 'evening-stretch',
    title: 'Stretch calves and thighs before bed',
    summary: 'Three minutes every evening, for six weeks',
    steps: [
      'Calf: stand facing a wall, one leg behind you, its heel down and knee straight. Lean in until the calf pulls.',
      'Back of the thigh: rest one heel on a low step, knee straight, and bend forward from the hips.',
      'Both: sit with straight legs and lean towards your toes, pulling them towards you.',
      'Hold each for 10 seconds, three times, with 10 seconds in between, on both legs, right before you go to sleep.',
      'Keep it up for six weeks before you judge it. If you are unsteady, do only the sitting one; by day, letting the heels sink below the edge of a step while you hold the rail stretches the same muscles.',
    ],
    reason:
      'A muscle that is stretched shortly before sleep is thought to cramp less easily. Muscles that are seldom stretched are often tight.',
    claims: ['000-22', '002-13', '002-14', '004-06', '004-20'],
    evidence: [
      {
        about: null,
        grade: 'B',
        finding:
          'In a trial with 80 people over 55, six weeks of this routine meant 1.2 cramps fewer per night (95% interval 0.6 to 1.8) and milder pain. Another, with 191 people on a cramp medicine who stretched only the calf, saw no difference in number. A third had 24 women with metabolic syndrome who stretched 45 minutes on five days a week. Reviewers of the three (201 people aged 50 or more, searched up to May 2020) found that cramps may become milder, with low certainty. In pregnancy, two weeks of stretching made no difference in one trial with 86 women.',
        sources: ['hallegraeff-2012', 'coppin-2005', 'gholizadeh-2017', 'hawke-2021-review', 'seejph-2337'],
      },
    ],
    ownJudgement: null,
    safety: ['stretch', 'falls'],
    ease: 'easy',
    changes: [
      { exposure: 'stretch-evening', helps: 'more' },
      { exposure: 'stretch-regular', helps: 'more' },
    ],
    notWith: [],
    aboutFluids: false,
  },
  {
    id: 'warm-feet',
    title: 'Keep legs and feet warm',
    summary: 'Dry, warm shoes by day, loose socks at night',
    steps: [
      'By day in the cold months, wear warm, dry socks and shoes, and change them when they get wet.',
      'On cool nights wear loose socks, under a cover that reaches well over your feet.',
      'Keep the bedroom above about 16 °C (61 °F). Try it for four weeks, and note whether your feet were cold.',
    ],
    stepsUnless: {
      steps: ['You can warm the bed before you get in. Then switch the blanket off or take the bottle out.'],
      conditions: numbWith,
    },
    reason: 'Some people notice their cramps on cold nights.',
    claims: ['002-04', '002-18', '003-03', '003-05'],
    evidence: [
      {
        about: null,
        grade: 'C',
        finding:
          'The studies point in two directions. Cold legs or feet in bed were more common among people with night cramps in a comparison of 80 with 80. Across whole populations, though, cramps peak in midsummer, at about twice the winter level. Your own journal will tell you more.',
        sources: ['hawke-2013-abstract', 'garrison-2015'],
      },
    ],
    ownJudgement: 'The 16 °C, and the four weeks.',
    safety: ['heat'],
    ease: 'easy',
    changes: [
      { exposure: 'cold-feet', helps: 'less' },
      { exposure: 'cold-bedroom', helps: 'less' },
    ],
    notWith: [],
    aboutFluids: false,
  },
  {
    id: 'break-up-sitting',
    title: 'Break up long sitting',
    summary: 'On your feet for a minute once an hour',
    steps: [
      'At least once an hour, get up and walk for a minute or two.',
      'Where you cannot get up, in a car or on a plane, move both feet up and down for half a minute.',
      'Do it on every working or travelling day for four weeks, and write down your longest time in the seat.',
    ],
    reason: 'Long hours without moving are thought to leave leg muscles more ready to cramp later.',
    claims: ['000-17'],
    evidence: [
      {
        about: null,
        grade: 'C',
        finding:
          'Among 136 matched pairs of people over 60, an inactive life went with night cramps (odds ratio 9.8, 95% interval 1.7 to 102, so how strongly is very uncertain). Whether getting up more often helps was not studied.',
        sources: ['delacour-2020'],
      },
    ],
    ownJudgement: 'How often to get up, and the four weeks.',
    safety: [],
    ease: 'easy',
    changes: [{ exposure: 'sitting', helps: 'less' }],
    notWith: [],
    aboutFluids: false,
  },
  {
    id: 'electrolytes-after-sweat',
    title: 'After heavy sweating, drink something with salts',
    summary: 'A rehydration or sports drink, or water with a salty snack',
    steps: [
      'When sport, work or heat has soaked your clothes, choose a rehydration drink or a sports drink, or have water together with something salty to eat.',
      'Have it within the next hour or two, and drink as thirst tells you.',
      'After light sweat or none there is no need for it.',
    ],
    reason: 'Sweat contains salt, and plain water replaces only the water.',
    claims: ['003-07', '004-03', '004-17'],
    evidence: [
      {
        about: null,
        // Between B and C in the literature: a small crossover trial, but of provoked cramps in the laboratory.
        grade: 'C',
        finding:
          'Ten men ran in the heat until they had lost 2% of their weight. After plain water an electrically provoked cramp came more easily (threshold down 4.3 to 5.1 Hz), after a rehydration drink less easily (up 3.7 to 5.4 Hz). The same group saw the same in ten men who drank during the exercise. But of 88 people who finished a marathon, the 20 with cramps had lost no more salt than the others. Cramps of everyday life were not studied.',
        sources: ['lau-2019', 'lau-2021', 'martinez-navarro-2022'],
      },
    ],
    ownJudgement: 'Within an hour or two.',
    safety: ['limited-fluid', 'limited-salt', 'too-much-water'],
    ease: 'easy',
    changes: [{ exposure: 'sweat-salt', helps: 'less' }],
    notWith: [],
    aboutFluids: true,
  },
  {
    id: 'break-up-standing',
    title: 'Break up long standing',
    summary: 'A short break every 30 to 60 minutes',
    steps: [
      'Every 30 to 60 minutes, sit down or walk about for a couple of minutes.',
      'Where the floor is hard, stand on a cushioned mat or use cushioned insoles.',
      'Do it on every day of standing for four weeks, and write down your longest time without a break.',
    ],
    reason:
      'Standing in one place for hours is thought to tire the muscles that hold up the arch and the heel.',
    claims: ['000-21', '001-07'],
    evidence: [
      {
        about: null,
        grade: 'C',
        finding:
          'Among 2,165 Korean workers, those who stood for long had higher odds of night cramps; the difference was clear in men only. Breaks and mats were not studied.',
        sources: ['bahk-2012'],
      },
    ],
    ownJudgement: 'How often to take a break, and the four weeks.',
    safety: [],
    ease: 'some-effort',
    changes: [{ exposure: 'standing', helps: 'less' }],
    notWith: [],
    aboutFluids: false,
  },
  {
    id: 'gradual-load',
    title: 'Raise your training in small steps',
    summary: 'Longer or harder, not both in the same week',
    steps: [
      'From one week to the next, add a little time or a little effort, not both.',
      'Follow a hard or unusually long day with an easy one.',
      'Start a new sport, or one you have paused, well below what you feel able to do, and build up over several weeks.',
    ],
    reason: 'Tired muscle is thought to cramp because the nerve signals that calm it weaken first.',
    claims: ['000-14', '001-07', '002-03', '002-18', '003-06', '004-04', '004-21'],
    evidence: [
      {
        about: null,
        grade: 'C',
        finding:
          'Reviews of cramps in sport favour fatigue and the control of the muscle by its nerves, among several causes that come together. Of 88 people who finished a marathon, the 20 with cramps showed more signs of muscle damage in the blood. Fewer of them had trained for strength (25% against 48%), which may be chance. No trial has tested slower training.',
        sources: ['miller-2022', 'schwellnus-2009', 'martinez-navarro-2022'],
      },
    ],
    ownJudgement: 'How small the steps are.',
    safety: [],
    ease: 'some-effort',
    changes: [
      { exposure: 'activity-new', helps: 'less' },
      { exposure: 'activity-load', helps: 'less' },
    ],
    notWith: [],
    aboutFluids: false,
  },
  {
    id: 'toe-strength',
    title: 'Train the muscles of your feet',
    summary: 'A few minutes on most days',
    steps: [
      'Sit barefoot. Roll each sole over a ball for a minute or two, then pull a towel towards you with your toes, ten times with each foot.',
      'Then draw the ball of the foot towards the heel so that the arch rises while the toes stay long: five seconds, ten times.',
      'On most days, for at least six weeks. Take a break when a muscle begins to tighten.',
    ],
    reason: 'Weak foot muscles are thought to be overworked with every step.',
    claims: ['001-08', '000-22'],
    evidence: [
      {
        about: null,
        grade: 'C',
        finding:
          'Among 491 healthy adults, those who passed three tests of toe strength had about half the odds of night cramps (odds ratio 0.50, 95% interval 0.32 to 0.78). Whether training lowers them was not tested.',
        sources: ['hawke-2021'],
      },
    ],
    ownJudgement:
      'Which exercises, how often and for how long: the study measured strength and trained nobody.',
    safety: [],
    ease: 'some-effort',
    changes: [{ exposure: 'foot-strength', helps: 'more' }],
    notWith: [],
    aboutFluids: false,
  },
  {
    id: 'medication-review',
    title: 'Ask whether a medicine may play a part',
    summary: 'A question for your doctor or pharmacist',
    steps: [
      'List everything you take, also what you buy yourself, with the date it was started or its dose changed.',
      'Bring the list and the report of this journal to your next appointment.',
      'Ask for a medication review: could one of these go with the cramps, and is there another way?',
    ],
    reason: 'Cramps can begin in the weeks after a medicine is started or its dose is raised.',
    claims: ['004-09', '004-10'],
    evidence: [
      {
        about: null,
        grade: 'C',
        finding:
          'In health records of people aged 50 and over, drawn from 4.2 million residents, treatment for cramps began more often after than before the start of inhaled long-acting beta-agonists (2.4 times), and of potassium-sparing (2.1) and thiazide-like diuretics (1.5). Most people who take them do not get cramps.',
        sources: ['garrison-2012'],
        aboutStatins: true,
      },
    ],
    ownJudgement: null,
    safety: ['medicines'],
    ease: 'some-effort',
    changes: [],
    notWith: [],
    aboutFluids: false,
  },
  {
    id: 'alcohol-free-evenings',
    title: 'Try evenings without alcohol',
    summary: 'Four weeks, then compare',
    steps: [
      'If you drink in the evening, leave it out for four weeks, or on fixed evenings of each week.',
      'Write down every drink, so that the nights with and without can be compared.',
    ],
    reason: 'People who drink alcohol report night cramps more often. Nobody knows why.',
    claims: [],
    evidence: [
      {
        about: null,
        grade: 'C',
        finding:
          'Among patients of 60 and over who were matched for age, sex, illnesses and medicines, drinking alcohol went with night cramps (odds ratio 6.5, 95% interval 1.7 to 38). Whether drinking less helps was not studied.',
        sources: ['delacour-2018'],
      },
    ],
    ownJudgement: 'The four weeks.',
    safety: ['daily-alcohol'],
    ease: 'a-change',
    changes: [{ exposure: 'alcohol', helps: 'less' }],
    notWith: [],
    aboutFluids: false,
  },
  {
    id: 'loose-bedding',
    title: 'Give your feet room in bed',
    summary: 'Loosen the foot end tonight',
    steps: [
      'Pull the cover out at the foot end so that nothing presses on your toes when you lie on your back.',
      'If you sleep on your front, let your feet hang over the end of the mattress.',
      'Keep it that way for four weeks.',
    ],
    reason: 'Bedding that pushes the toes down keeps calf and sole shortened for hours.',
    claims: ['002-12', '003-11'],
    evidence: [
      { about: null, grade: 'D', finding: 'We found no study of bedding or position.', sources: [] },
    ],
    ownJudgement: 'The four weeks.',
    safety: [],
    ease: 'easy',
    changes: [
      { exposure: 'bedding-tight', helps: 'less' },
      { exposure: 'sleep-position', helps: 'less' },
    ],
    notWith: [],
    aboutFluids: false,
  },
  {
    id: 'warm-up-and-cool-down',
    title: 'Warm up, and cool down',
    summary: 'Five to ten minutes before sport, and a stretch after',
    steps: [
      'Before sport, and before going out into the cold or into cold water: 5 to 10 minutes of easy movement.',
      'Afterwards slow down for a few minutes, then stretch the muscles you used, holding still for about half a minute each.',
      'With every session, for four weeks.',
    ],
    reason: 'A muscle that starts cold is thought to tire sooner.',
    claims: ['003-02', '003-04', '004-05', '004-19'],
    evidence: [
      {
        about: null,
        grade: 'D',
        finding:
          'No trial has counted cramps. In the laboratory, stretching a rested muscle beforehand did not make a provoked cramp harder to bring about.',
        sources: ['panza-2017'],
      },
    ],
    ownJudgement: 'The minutes, and the four weeks.',
    safety: ['stretch'],
    ease: 'easy',
    changes: [
      { exposure: 'warmup', helps: 'less' },
      { exposure: 'cold-exposure', helps: 'less' },
    ],
    notWith: [],
    aboutFluids: false,
  },
  {
    id: 'mineral-rich-food',
    title: 'Eat foods rich in minerals',
    summary: 'From the kitchen, not from a packet',
    steps: [
      'Every day some leafy greens, beans, potatoes, a banana or an avocado (potassium).',
      'A handful of nuts or seeds, or wholegrain bread (magnesium).',
      'Milk, yoghurt, green vegetables or sesame (calcium).',
    ],
    stepsUnless: { steps: ['Coconut water is another source of potassium.'], conditions: clinicianSays },
    reason:
      'Muscles need these minerals to tighten and to let go. Whether eating more of them prevents cramps is not known.',
    claims: ['000-13', '000-19', '001-05', '002-19', '004-18'],
    evidence: [
      {
        about: null,
        grade: 'D',
        finding:
          'We found no trial of foods. Magnesium as tablets, which is not what is advised here, made no clear difference to older adults in a review of 11 trials with 735 people, nor in a blinded trial of 2017. One later trial found a small difference.',
        sources: ['garrison-2020-review', 'roguin-maor-2017', 'barna-2021'],
      },
    ],
    ownJudgement: null,
    safety: ['potassium'],
    ease: 'some-effort',
    changes: [
      { exposure: 'diet-potassium', helps: 'more' },
      { exposure: 'diet-magnesium', helps: 'more' },
      { exposure: 'diet-calcium', helps: 'more' },
    ],
    notWith: ['kidney-disease', 'dialysis'],
    aboutFluids: false,
  },
  {
    id: 'supportive-shoes',
    title: 'Wear shoes with room and support',
    summary: 'A roomy, supportive pair for long days',
    steps: [
      'For days with much standing or walking, choose a pair with room for the toes, support under the arch and a cushioned sole.',
      'Judge a shoe or an insole after a whole day in it, not in the shop.',
      'Leave tight, narrow or flat, thin-soled pairs for short hours.',
      'Do so for four weeks and write down which pair you wore, so that they can be compared.',
    ],
    reason: 'In a tight or unsupportive shoe the small muscles of the foot are thought to work harder.',
    claims: ['000-15', '000-16', '000-20', '001-06', '002-11'],
    evidence: [
      {
        about: null,
        // Grade C would fit flat feet; the advice is about shoes, which no study tested.
        grade: 'D',
        finding:
          'No trial has tested shoes. When 80 people with night cramps and 80 without were asked about theirs, other things stood out: twitching, tingling, weakness in lifting the foot. In another study the quarter with the lowest arches had cramps with exercise about twice as often (2.1 times, 1.1 to 4.0). When 22 people who stand at work tried insoles, 65% preferred another one after a workday than at first; cramps were not counted.',
        sources: ['hawke-2013', 'hawke-2021', 'anderson-2020'],
      },
    ],
    ownJudgement: 'The four weeks.',
    safety: [],
    ease: 'some-effort',
    changes: [
      { exposure: 'footwear-unsupportive', helps: 'less' },
      { exposure: 'footwear-tight', helps: 'less' },
    ],
    notWith: [],
    aboutFluids: false,
  },
  {
    id: 'drink-to-thirst',
    title: 'Spread your drinks over the day',
    summary: 'To thirst, a little at a time',
    steps: [
      'Have something with each meal and whenever you are thirsty, rather than a lot at once.',
      'In heat, and on days of walking, gardening, housework or sport, have a drink within reach and let thirst guide you.',
      'Thirst fades with age. If yours does, tie a drink to fixed moments of the day, and have the last well before bed if the toilet wakes you.',
    ],
    reason: 'Many people are told to drink against cramps. The research is thinner than the advice.',
    claims: ['000-12', '000-18', '002-15', '002-16', '002-17', '004-02', '004-17'],
    evidence: [
      {
        about: 'night cramps',
        grade: 'C',
        finding:
          'Weak and disputed. Health services name dehydration as a cause; a review for family doctors thinks tired muscles and nerves the likelier one.',
        sources: ['allen-2012'],
      },
      {
        about: 'cramps with sport',
        grade: 'X',
        finding:
          'On one side: four studies that followed athletes did not find that dehydration leads to cramps. Of 88 people who finished a marathon, the 20 with cramps were no drier than the others and had more muscle damage. On the other side: in the laboratory, ten men cramped more easily after plain water, and less easily after a drink with salts. Reviewers advise against a general rule to drink more. Two football players died after drinking very large amounts to prevent cramps.',
        sources: [
          'schwellnus-2009',
          'martinez-navarro-2022',
          'lau-2019',
          'lau-2021',
          'miller-2022',
          'miller-2015',
        ],
      },
    ],
    ownJudgement: 'The limits of 1 litre an hour and 4 litres a day.',
    safety: ['limited-fluid', 'too-much-water'],
    ease: 'easy',
    changes: [
      { exposure: 'fluids-low', helps: 'more' },
      { exposure: 'fluids-excess', helps: 'less' },
    ],
    notWith: [],
    aboutFluids: true,
  },
]
