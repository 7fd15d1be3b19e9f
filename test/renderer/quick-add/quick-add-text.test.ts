/**
 * Text of quick-add drafts: it names everything that would be stored, and nothing unknown. Times, dates and numbers in
 * angle brackets are replaced by the system's formats.
 */
import { expect, test } from 'vitest'
import { formatDate, formatNumber, formatTime } from '../../../renderer/data/format.ts'
import { unitsOf } from '../../../renderer/data/units.ts'
import { describeDraft, formatDraftText } from '../../../renderer/quick-add/draft-text.ts'
import type { Shoe } from '../../../shared/kinds/footwear.ts'
import { builtInLists } from '../../../shared/kinds/journal-lists.ts'
import { plainConventions } from '../../../shared/locale/conventions.ts'
import { readQuickAdd } from '../../../shared/quick-add/quick-add.ts'
import type { QuickAddContext } from '../../../shared/quick-add/reading.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'

const at = (clock: string) => momentAt('2026-11-20', clock, 'Europe/London')

const sandals: Shoe = {
  id: 1,
  name: 'Sandals',
  kind: 'sandal',
  archSupport: null,
  fit: null,
  heelMm: null,
  cushioning: null,
  insole: null,
  retired: false,
}

const context: QuickAddContext = {
  now: at('14:00'),
  timeZone: 'Europe/London',
  today: '2026-11-20',
  shoes: [sandals],
  ownFactors: [],
  lists: builtInLists,
  wearing: null,
  volumeUnit: 'ml',
  region: 'uk',
  hourCycle: 24,
  decimalSign: '.',
  dateOrder: 'dmy',
  usualDrinks: [],
}

const words = {
  shoes: [sandals],
  ownFactors: [],
  lists: builtInLists,
  units: unitsOf(plainConventions),
  timeZone: context.timeZone,
}

const sentences: readonly (readonly [line: string, sentence: string])[] = [
  ['500 ml water 13:00', 'Drink: Water, 500 ml, today, <13:00>.'],
  [
    '2 x 330 ml beer 5% yesterday 20:00 note: at Ann’s',
    'Drink: Beer, 660 ml, 5 % alcohol, yesterday, <20:00>. Note: at Ann’s',
  ],
  ['33 cl cola 80 mg caffeine', 'Drink: Soft drink, 330 ml, 80 mg caffeine, today, <14:00>.'],
  [
    'cramp left calf 3am 7/10 4 min asleep woke me sore 5 h',
    'Cramp: Left calf, 7 of 10, 4 min, woke me, asleep, sore for 5 h, today, <03:00>.',
  ],
  [
    'cramp left calf and right arch 20 min ago',
    'Cramp: Left calf, right arch of the foot, about that time, today, <13:40>.',
  ],
  [
    'cramp left calf 3am swelling, couldn’t put weight on it, didn’t wake me',
    'Cramp: Left calf, swelling, cannot put weight on it, even after the cramp, did not wake me, today, <03:00>.',
  ],
  [
    'ran 40 min without warm-up, no cool-down',
    'Activity: Run, 40 min, no warm-up, no cool-down, today, <13:20>.',
  ],
  ['brown urine', 'The day: urine brown, like cola, today.'],
  ['cramp both arches last night', 'Cramp: Arch of the foot on both sides, some time in the night to today.'],
  ['sandals 9 to 17', 'Footwear: Sandals, until <17:00>, 8 h, yesterday, <09:00>.'],
  ['sandals 22:00 to 1:30', 'Footwear: Sandals, until <01:30> the next day, 3 h 30 min, yesterday, <22:00>.'],
  ['put on sandals', 'Footwear: Sandals, put on, today, <14:00>.'],
  ['ran 40 min 8/10', 'Activity: Run, 40 min, exertion 8 of 10, today, <13:20>.'],
  [
    'hiked 5 miles 3 h on monday 10:00, 300 m up, harder than usual, heavy sweat, in the cold, warm-up 10 min, cool-down 5 min',
    'Activity: Walk, 3 h, <8.05> km, 300 m up, harder than usual, heavy sweat, in the cold, warmed up for 10 min, ' +
      'cooled down for 5 min, <2026-11-16>, <10:00>.',
  ],
  ['stood 5 h today longest 2 h', 'Activity: Standing, 5 h, 2 h without a break, today, over the whole day.'],
  [
    'stretched calves and hamstrings 3 min before bed last night 22:00',
    'Stretching: Stretched before bed, 3 min, calf, back of the thigh, yesterday, <22:00>.',
  ],
  [
    'slept 23:30 to 7 cold legs loose blanket on my side cold room disturbance 4',
    'The night: up at <07:00>, 7 h 30 min in bed, disturbed 4 of 10, cold legs, bedding loose, on the side, ' +
      'room cold, yesterday, <23:30>.',
  ],
  ['went to bed 23:00', 'The night: to bed, yesterday, <23:00>.'],
  [
    'started atorvastatin 20 mg',
    'Medicine: atorvastatin: started, 20 mg, Statin (for cholesterol), today, <14:00>.',
  ],
  [
    '1 serving of spinach, magnesium 300 mg',
    'Food and supplements: 1 rich in potassium, 1 rich in magnesium, 300 mg magnesium, today, <14:00>.',
  ],
  [
    'hot day max 35 c fever salty snack after sport foot exercises 10 min bother 4/10 urine brown',
    'The day: hot, up to 35 °C, ill, losing fluid, salty after sweat, foot exercises, 10 min, bothered 4 of 10, ' +
      'urine brown, like cola, today.',
  ],
]

function sayLocally(sentence: string): string {
  return sentence.replace(/<([^>]+)>/g, (_, value: string) => {
    if (value.includes(':')) return formatTime(at(value))
    return value.includes('-') ? formatDate(value, 'full') : formatNumber(Number(value), 2)
  })
}

test.each(sentences)('%s', (line, sentence) => {
  const reading = readQuickAdd(line, context)
  const text = reading.kind === 'entry' && describeDraft(reading.draft, words, context.today)
  expect(text && formatDraftText(text)).toBe(sayLocally(sentence))
})
