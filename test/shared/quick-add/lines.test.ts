/**
 * Lines as people type them, each with its entry or questions. Now is Friday, 20 November 2026, 14:00 in London. A second
 * expectation is for a 12-hour clock, where it differs.
 */
import { describe, expect, test } from 'vitest'
import { readQuickAdd } from '../../../shared/quick-add/quick-add.ts'
import { contextAt } from './contexts.ts'
import { tell } from './tell.ts'

type Row = readonly [line: string, by24: string, by12?: string]

const rows: Record<string, readonly Row[]> = {
  'two times, and which half of the day they are in': [
    [
      'went to bed at 11 got up at 6:30',
      '“at 11 got up at 6:30”: in which half of the day? [11:00 to 18:30 | 23:00 to 06:30]',
      '“at 11 got up at 6:30”: in which half of the day? [11:00 am to 6:30 pm | 11:00 pm to 6:30 am]',
    ],
    [
      'went to bed 10:30 woke up 6:15',
      '“10:30 woke up 6:15”: in which half of the day? [10:30 to 18:15 | 22:30 to 06:15]',
      '“10:30 woke up 6:15”: in which half of the day? [10:30 am to 6:15 pm | 10:30 pm to 6:15 am]',
    ],
    [
      'slept 11 to 6:30',
      '“11 to 6:30”: in which half of the day? [11:00 to 18:30 | 23:00 to 06:30]',
      '“11 to 6:30”: in which half of the day? [11:00 am to 6:30 pm | 11:00 pm to 6:30 am]',
    ],
    [
      'slept 10:30 to 6',
      '“10:30 to 6”: in which half of the day? [10:30 to 18:00 | 22:30 to 06:00]',
      '“10:30 to 6”: in which half of the day? [10:30 am to 6:00 pm | 10:30 pm to 6:00 am]',
    ],
    [
      'slept 11:30 to 7:15',
      '“11:30 to 7:15”: in which half of the day? [11:30 to 19:15 | 23:30 to 07:15]',
      '“11:30 to 7:15”: in which half of the day? [11:30 am to 7:15 pm | 11:30 pm to 7:15 am]',
    ],
    ['slept 22:30 to 6:45', 'night 11-19 22:30 wakeAt=06:45'],
    [
      'slept 11 to 7',
      '“11 to 7”: in which half of the day? [11:00 to 19:00 | 23:00 to 07:00]',
      '“11 to 7”: in which half of the day? [11:00 am to 7:00 pm | 11:00 pm to 7:00 am]',
    ],
    ['slept last night 11 to 6:30', 'night 11-19 23:00 wakeAt=06:30'],
    [
      'sandals 9 to 5:30',
      '“9 to 5:30”: in which half of the day? [09:00 to 17:30 | 21:00 to 05:30]',
      '“9 to 5:30”: in which half of the day? [9:00 am to 5:30 pm | 9:00 pm to 5:30 am]',
    ],
    [
      'sandals 9:00 to 5',
      '“9:00 to 5”: in which half of the day? [09:00 to 17:00 | 21:00 to 05:00]',
      '“9:00 to 5”: in which half of the day? [9:00 am to 5:00 pm | 9:00 pm to 5:00 am]',
    ],
    [
      'sandals 9-5',
      '“9-5”: in which half of the day? [09:00 to 17:00 | 21:00 to 05:00]',
      '“9-5”: in which half of the day? [9:00 am to 5:00 pm | 9:00 pm to 5:00 am]',
    ],
    ['sandals 9 to 17', 'footwear 11-19 09:00 shoeId=1 takenOffAt=17:00'],
    ['sandals 9am to 5:30pm', 'footwear 11-19 09:00 shoeId=1 takenOffAt=17:30'],
    [
      'sat 9 to 5:30',
      '“9 to 5:30”: in which half of the day? [09:00 to 17:30 | 21:00 to 05:30]',
      '“9 to 5:30”: in which half of the day? [9:00 am to 5:30 pm | 9:00 pm to 5:30 am]',
    ],
    [
      'gardened 2 to 4:30',
      '“2 to 4:30”: in which half of the day? [02:00 to 04:30 | 14:00 to 16:30]',
      '“2 to 4:30”: in which half of the day? [2:00 am to 4:30 am | 2:00 pm to 4:30 pm]',
    ],
    [
      'walked 3 to 4:15',
      '“3 to 4:15”: in which half of the day? [03:00 to 04:15 | 15:00 to 16:15]',
      '“3 to 4:15”: in which half of the day? [3:00 am to 4:15 am | 3:00 pm to 4:15 pm]',
    ],
    [
      'walked 9:30 to 10:45',
      'activity 11-20 09:30 activity=walk durationMinutes=75',
      '“9:30 to 10:45”: in which half of the day? [9:30 am to 10:45 am | 9:30 pm to 10:45 pm]',
    ],
    ['ran 7am to 7:40', 'activity 11-20 07:00 activity=run durationMinutes=40'],
    [
      'cramp left calf 3 to 3:05',
      '“3 to 3:05”: in which half of the day? [03:00 to 03:05 | 15:00 to 15:05]',
      '“3 to 3:05”: in which half of the day? [3:00 am to 3:05 am | 3:00 pm to 3:05 pm]',
    ],
    [
      'cramp left calf 3:15',
      'cramp 11-20 03:15 onsetPrecision=exact (left calf)',
      '“3:15”: in which half of the day? [3:15 am | 3:15 pm]',
    ],
  ],
  'fractions that may be dates': [
    [
      'cramp left calf 3am 7/10 4 min',
      'cramp 11-20 03:00 onsetPrecision=exact durationSeconds=240 (left calf) intensity=7',
    ],
    [
      'cramp left calf 3am 4/5',
      '“4/5”: is it a date? Or how strong, as a whole number from 0 to 10? [Monday 4 May 2026 | 0 | 1 | …]',
    ],
    [
      'cramp left calf 3am 5/5',
      '“5/5”: is it a date? Or how strong, as a whole number from 0 to 10? [Tuesday 5 May 2026 | 0 | 1 | …]',
    ],
    [
      'cramp left calf 3am 7/10 8/10',
      '“7/10” and “8/10”: only one of them can be right. How strong? [7 of 10 | 7 of 10, on Thursday 8 October 2026 | 8 of 10 | 8 of 10, on Wednesday 7 October 2026]',
    ],
    [
      'cramp left calf 3am 11/10',
      '“11/10”: is it a date? Or how strong, as a whole number from 0 to 10? [Sunday 11 October 2026 | 0 | 1 | …]',
    ],
    [
      'cramp left calf 3am 5-6/10',
      'How strong, as a whole number from 0 to 10? “5-6/10” is not one. [0 | 1 | 2 | …]',
    ],
    [
      'cramp left calf 3am pain 4/5',
      'How strong, as a whole number from 0 to 10? “pain 4/5” is not one. [0 | 1 | 2 | …]',
    ],
    ['cramp left calf on 5/10 at 3am', 'cramp 10-05 03:00 onsetPrecision=exact (left calf)'],
    ['cramp left calf on 5/10 at 3am 7/10', 'cramp 10-05 03:00 onsetPrecision=exact (left calf) intensity=7'],
    ['cramp left calf 5/11 at 3am', 'cramp 11-05 03:00 onsetPrecision=exact (left calf)'],
    [
      'ran 40 min on 5/10',
      'At what time did it begin? [08:00 | 12:00 | 16:00 | 20:00]',
      'At what time did it begin? [8:00 am | 12:00 pm | 4:00 pm | 8:00 pm]',
    ],
    ['ran 40 min 5/10', 'activity 11-20 13:20 activity=run durationMinutes=40 exertion=5'],
    [
      'ran 40 min 4/5',
      '“4/5”: is it a date? Or how hard was it, as a whole number from 0 to 10? [Monday 4 May 2026 | 0 | 1 | …]',
    ],
    [
      'hot day 4/5',
      '“4/5”: is it a date? Or how much did cramps bother you, as a whole number from 0 to 10? [Monday 4 May 2026 | 0 | 1 | …]',
    ],
    [
      'slept 23:00 to 7:00 8/10',
      '“8/10”: is it a date? Or how disturbed was your sleep, as a whole number from 0 to 10? [Thursday 8 October 2026 | 8 of 10 | Only note “8/10”]',
    ],
  ],
  'signs, and what was not': [
    ['cramp left calf 3am swelling', 'cramp 11-20 03:00 onsetPrecision=exact (left calf) symptoms=swelling'],
    [
      'cramp left calf 3am swollen and red skin',
      'cramp 11-20 03:00 onsetPrecision=exact (left calf) symptoms=swelling,redness-or-darker-skin',
    ],
    ['cramp left calf 3am numb toes', 'cramp 11-20 03:00 onsetPrecision=exact (left calf) symptoms=numb'],
    [
      'cramp left calf 3am brown urine',
      'cramp 11-20 03:00 onsetPrecision=exact (left calf) symptoms=dark-urine',
    ],
    [
      'cramp left calf 3am dark urine',
      '“dark urine”: was it brown, like cola? [Yes, brown | No, dark yellow]',
    ],
    [
      "cramp left calf 3am couldn't walk",
      "“couldn't walk”: could you put weight on it once the cramp had gone? [No, not even then | Yes, it was only during the cramp]",
    ],
    [
      "cramp left calf 3am can't put weight on it",
      'cramp 11-20 03:00 onsetPrecision=exact (left calf) symptoms=cannot-bear-weight',
    ],
    [
      'cramp left calf 3am throbbing',
      '“throbbing”: did the throbbing stay after the cramp had gone? [Yes, it stayed | No]',
    ],
    [
      'cramp left calf 3am swollen right ankle',
      '“swollen right ankle”: did it go with this cramp? [Yes: swelling | Keep it as the note]',
    ],
    [
      'cramp left calf 3am both legs weak',
      'cramp 11-20 03:00 onsetPrecision=exact (left calf) symptoms=both-legs-weak',
    ],
    [
      'cramp left calf 3am short of breath, chest pain',
      'cramp 11-20 03:00 onsetPrecision=exact (left calf) symptoms=chest-pain,breathless',
    ],
    [
      'cramp left calf 3am no swelling',
      '“no swelling”: an entry records what did happen. What should be done with these words? [Keep it as the note | Leave it out]',
    ],
    [
      'cramp left calf 3am no swelling or redness',
      '“no swelling or redness”: an entry records what did happen. What should be done with these words? [Keep it as the note | Leave it out]',
    ],
    [
      'cramp left calf 3am not right calf',
      '“not right calf”: an entry records what did happen. What should be done with these words? [Keep it as the note | Leave it out]',
    ],
    ["cramp left calf 3am didn't wake me", 'cramp 11-20 03:00 onsetPrecision=exact (left calf) wokeMe=false'],
    [
      'cramp left calf 3am it did not wake me up 4 min',
      'cramp 11-20 03:00 onsetPrecision=exact durationSeconds=240 (left calf) wokeMe=false',
    ],
    ['cramp left calf 3am woke me not', 'cramp 11-20 03:00 onsetPrecision=exact (left calf) wokeMe=false'],
    ['left calf swollen', 'none: A sign is written down with the cramp it went with'],
    ['brown urine', 'day 11-20 12:00 urineColour=brown'],
    ['urine brown', 'day 11-20 12:00 urineColour=brown'],
    ['cola-coloured pee yesterday', 'day 11-19 12:00 urineColour=brown'],
    [
      'dark urine',
      '“dark urine”: which colour of the chart was it? [1, nearly clear | 2, very pale | 3, pale yellow | …]',
    ],
    ['urine 5', 'day 11-20 12:00 urineColour=5'],
    ['no cramp last night', 'no cramp on 2026-11-19'],
    [
      'no cramps today',
      'For cramps, this day includes the night after it. Answer from 05:00 the next morning on. [No cramps until noon on Friday 20 November 2026]',
    ],
    ['cramp free night', 'no cramp on 2026-11-19'],
    ['did not run', 'none: This seems to say that something did not happen'],
    ["didn't drink anything", 'no fluid on 2026-11-20'],
    ['no water today', 'none: This seems to say that something did not happen'],
    ['not hot today', 'day 11-20 12:00 heat=normal'],
    [
      'no fever today',
      '“no fever”: an entry records what did happen. What should be done with these words? [Keep it as the note | Leave it out]',
    ],
    ['500 ml water no ice', '“no ice”: this was not understood. [Keep it as the note | Leave it out]'],
    [
      '500 ml water without sugar',
      '“without sugar”: this was not understood. [Keep it as the note | Leave it out]',
    ],
    ['ran 40 min without warm up', 'activity 11-20 13:20 activity=run durationMinutes=40 warmUpMinutes=0'],
    ['ran 40 min no warm-up', 'activity 11-20 13:20 activity=run durationMinutes=40 warmUpMinutes=0'],
    [
      'ran 40 min without stretching',
      '“without stretching”: this was not understood. [Keep it as the note | Leave it out]',
    ],
    ['ran 40 min, no cramps', '“no cramps”: this was not understood. [Keep it as the note | Leave it out]'],
  ],
  'what was hot, and what the cramp had to do with it': [
    ['hot tea', 'How much was it? [150 ml | 200 ml | 300 ml]'],
    ['hot tea 300 ml', 'fluid 11-20 14:00 drink=tea volumeMl=300'],
    ['hot water', 'How much was it? [200 ml | 250 ml | 500 ml | …]'],
    ['hot chocolate 200 ml', 'fluid 11-20 14:00 note=hot chocolate drink=other volumeMl=200'],
    ['hot bath 20 min', 'none: Say what it was'],
    ['hot yoga 60 min', '“hot”: this was not understood. [Keep it as the note | Leave it out]'],
    ['hot day', 'day 11-20 12:00 heat=hot'],
    ['hot today', 'day 11-20 12:00 heat=hot'],
    ['it was very hot yesterday', 'day 11-19 12:00 heat=hot'],
    ['hot', 'day 11-20 12:00 heat=hot'],
    ['cold water swim 20 min', 'activity 11-20 13:40 activity=swim durationMinutes=20 cold=true'],
    ['cold beer 500 ml', 'fluid 11-20 14:00 drink=beer volumeMl=500'],
    [
      '500 ml water for my cramp',
      '“for my cramp”: this was not understood. [Keep it as the note | Leave it out]',
    ],
    [
      'drank 500 ml water because of cramp',
      '“because of cramp”: this was not understood. [Keep it as the note | Leave it out]',
    ],
    [
      'magnesium 300 mg for leg cramps',
      '“for leg cramps”: this was not understood. [Keep it as the note | Leave it out]',
    ],
    [
      'started quinine for cramps',
      '“for cramps”: this was not understood. [Keep it as the note | Leave it out]',
    ],
  ],
  days: [
    [
      'vomiting since yesterday',
      'Each day is an entry of its own. Which one is this? [Friday 20 November 2026 | Thursday 19 November 2026]',
    ],
    ['vomiting yesterday', 'day 11-19 12:00 illnessWithFluidLoss=true'],
    [
      'fever since wednesday',
      'Each day is an entry of its own. Which one is this? [Friday 20 November 2026 | Thursday 19 November 2026 | Wednesday 18 November 2026]',
    ],
    ['35 C', 'day 11-20 12:00 maxTemperatureC=35'],
    ['90 F today', 'day 11-20 12:00 maxTemperatureC=32.2'],
    ['it was 33 degrees today', '“33 degrees”: in which degrees? [33 °C | 33 °F]'],
    ['max 30', '“max 30”: in which degrees? [30 °C | 30 °F]'],
    ['fever 38.5 C', '“38.5 C”: this was not understood. [Keep it as the note | Leave it out]'],
    ['stressed', 'none: Say what it was'],
    ['room 15 C', 'none: Say what it was'],
    ['salt 4 g', 'day 11-20 12:00 saltG=4'],
    ['bother 6/10', 'day 11-20 12:00 bother=6'],
    ['day: note: a bad one', 'day 11-20 12:00 note=a bad one'],
  ],
  'times and lengths': [
    [
      'cramp in left calf at 3am lasted 5 minutes, 8/10',
      'cramp 11-20 03:00 onsetPrecision=exact durationSeconds=300 (left calf) intensity=8',
    ],
    [
      'woke up with cramp in right calf at 2:30',
      'cramp 11-20 02:30 onsetPrecision=exact (right calf) wokeMe=true',
      '“at 2:30”: in which half of the day? [2:30 am | 2:30 pm]',
    ],
    [
      'cramp left calf while asleep 3am',
      'cramp 11-20 03:00 onsetPrecision=exact (left calf) stateAtOnset=asleep',
    ],
    ['cramp left calf 3am 1m30s', 'cramp 11-20 03:00 onsetPrecision=exact durationSeconds=90 (left calf)'],
    ['cramp l calf 0300 7/10', 'cramp 11-20 03:00 onsetPrecision=exact (left calf) intensity=7'],
    ['cramp left calf at 0315', 'cramp 11-20 03:15 onsetPrecision=exact (left calf)'],
    [
      'cramp left calf between 3 and 4 am',
      '“between 3 and 4 am”: when did it begin? [About 03:00 | About 03:30 | About 04:00]',
      '“between 3 and 4 am”: when did it begin? [About 3:00 am | About 3:30 am | About 4:00 am]',
    ],
    [
      'cramp left calf last night between 3 and 4',
      '“between 3 and 4”: when did it begin? [About 03:00 | About 03:30 | About 04:00]',
      '“between 3 and 4”: when did it begin? [About 3:00 am | About 3:30 am | About 4:00 am]',
    ],
    ['cramp left calf around 3:30am', 'cramp 11-20 03:30 onsetPrecision=about (left calf)'],
    [
      'sandals between 9:00 and 12:00',
      'footwear 11-20 09:00 shoeId=1 takenOffAt=12:00',
      '“9:00 and 12:00”: in which half of the day? [9:00 am to 12:00 am | 9:00 am to 12:00 pm | 9:00 pm to 12:00 am | 9:00 pm to 12:00 pm]',
    ],
    [
      '500 ml water between 9 and 12',
      'This needs one time, not a beginning and an end. Keep only the one you mean. []',
    ],
    ['ran 10k', 'How long was it? [10 min | 20 min | 30 min | …]'],
    ['ran 10k 50 min', 'activity 11-20 13:10 activity=run durationMinutes=50 distanceKm=10'],
    ['5k in 25:30', 'What did you do? [Walk | Run | Cycling | …]'],
    ['ran 5k in 25:30', 'activity 11-20 13:34 activity=run durationMinutes=26 distanceKm=5'],
    ['ran 10 km in 1:05:30 at 9am', 'activity 11-20 09:00 activity=run durationMinutes=66 distanceKm=10'],
    ['long run 2h15', 'activity 11-20 11:45 activity=run durationMinutes=135'],
    ['walked the dog 30 min', 'activity 11-20 13:30 activity=walk durationMinutes=30'],
    ['water 500ml x 3', 'fluid 11-20 14:00 drink=water volumeMl=1500'],
    ['3x500ml water', 'fluid 11-20 14:00 drink=water volumeMl=1500'],
    ['calf stretches 3 x 30 s', 'stretch 11-20 13:58 muscles=calf durationMinutes=1.5'],
    ['sandals all day', 'From when until when? Write it as “9:00 to 17:00”. []'],
    ['stood all day', 'How long was it? [30 min | 1 h | 2 h | …]'],
    ['stood all day 5 h', 'activity 11-20 12:00 activity=standing durationMinutes=300 wholeDay=true'],
    [
      'gardening all afternoon',
      'How long was it? [10 min | 20 min | 30 min | …] At what time did it begin? [13:00 | 14:00 | 15:00 | …]',
      'How long was it? [10 min | 20 min | 30 min | …] At what time did it begin? [1:00 pm | 2:00 pm | 3:00 pm | …]',
    ],
    ['magnesium 300', 'How many mg of magnesium? [300 mg]'],
    ['magnesium 300 mg', 'food 11-20 14:00 magnesiumSupplementMg=300'],
  ],
  'said in other words': [
    ['left calf 3am 7/10', 'cramp 11-20 03:00 onsetPrecision=exact (left calf) intensity=7'],
    ['calf left 3am', 'cramp 11-20 03:00 onsetPrecision=exact (left calf)'],
    ['left calf', 'When did it begin? [Now | 15 min ago | 30 min ago | …]'],
    ['night 23:00-06:45 cold legs', 'night 11-19 23:00 wakeAt=06:45 coldLegs=true'],
    ['night: 23:00-06:45', 'night 11-19 23:00 wakeAt=06:45'],
    ['drink 500 ml', 'What was it? [Water | Sparkling water | Tea | …]'],
    ['activity 40 min', 'What did you do? [Walk | Run | Cycling | …]'],
    ['yoga 1h', 'activity 11-20 13:00 note=yoga activity=other durationMinutes=60'],
    ['desk work 8h', 'Over the whole day, or in one go until now? [Over the day | Until now]'],
    ['on my feet 6 h today', 'activity 11-20 12:00 activity=standing durationMinutes=360 wholeDay=true'],
    [
      'barefoot',
      'The journal does not know of any shoe you are wearing, so there is nothing to add. Write which shoe you wore, and when. []',
    ],
    [
      'furosemide 40 mg twice daily',
      'Do you take it every day, did something change, or was it one dose as needed? [I already take it | Started | Dose raised | …]',
    ],
    [
      'took atorvastatin 20 mg',
      'Do you take it every day, did something change, or was it one dose as needed? [I already take it | Started | Dose raised | …]',
    ],
    ['cramps in the left leg calf 3am', 'cramp 11-20 03:00 onsetPrecision=exact (left calf)'],
    ['foot cramp left arch 3am', 'cramp 11-20 03:00 onsetPrecision=exact (left arch)'],
    ['toe cramp right big toe 3am', 'cramp 11-20 03:00 onsetPrecision=exact (right toes)'],
    ['leg cramp left 3am', '“leg”: which part? [Calf | Shin | Hamstring | …]'],
    [
      'hamstring cramp right after football 1 h ago',
      '“hamstring”: left, right or both? [Left | Right | Both]',
    ],
    ['cramp right now left calf', 'cramp 11-20 14:00 onsetPrecision=exact (left calf)'],
    [
      'cramp left me with a limp, right calf 3am',
      '“left me”: this was not understood. [Keep it as the note | Leave it out]',
    ],
    ['black coffee 200 ml', 'fluid 11-20 14:00 drink=coffee volumeMl=200'],
  ],
}

describe.each(Object.entries(rows))('%s', (_, lines) => {
  test.each(lines.map(([line, by24, by12 = by24]) => [line, by24, by12] as const))(
    '%s',
    (line, by24, by12) => {
      expect(tell(readQuickAdd(line, contextAt()))).toBe(by24)
      expect(tell(readQuickAdd(line, contextAt(undefined, { hourCycle: 12 })))).toBe(by12)
    },
  )
})

/** Follows every answer, and the answers to the questions it leads to, up to `rounds` deep. */
function follow(line: string, rounds = 3): string[] {
  const reading = readQuickAdd(line, contextAt())
  if (reading.kind !== 'asks' || rounds === 0) return [tell(reading)]
  const lines = reading.questions.flatMap(({ options }) => options.map(option => option.line))
  return lines.length === 0 ? [tell(reading)] : lines.flatMap(answered => follow(answered, rounds - 1))
}

describe('no answer leads nowhere', () => {
  const asking = Object.values(rows).flatMap(lines => lines.filter(([, by24]) => by24.endsWith(']')))

  test.each(asking.map(([line]) => line))('%s', line => {
    for (const told of follow(line, 2)) expect(told).not.toMatch(/^none/)
  })

  test('a sign that was told in doubt is stored as it was answered', () => {
    const couldNot = follow("cramp left calf 3am couldn't walk")
    expect(couldNot).toEqual([
      'cramp 11-20 03:00 onsetPrecision=exact (left calf) symptoms=cannot-bear-weight',
      "cramp 11-20 03:00 note=couldn't walk onsetPrecision=exact (left calf)",
    ])
    expect(follow('cramp left calf 3am dark urine')).toEqual([
      'cramp 11-20 03:00 onsetPrecision=exact (left calf) symptoms=dark-urine',
      'cramp 11-20 03:00 note=dark urine onsetPrecision=exact (left calf)',
    ])
    expect(follow('dark urine')).toContain('day 11-20 12:00 urineColour=brown')
    expect(follow('cramp left calf 3am no swelling')).toEqual([
      'cramp 11-20 03:00 note=no swelling onsetPrecision=exact (left calf)',
      'cramp 11-20 03:00 onsetPrecision=exact (left calf)',
    ])
    expect(follow('no fever today')).toContain('day 11-20 12:00 note=no fever')
  })
})
