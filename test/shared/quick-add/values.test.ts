/**
 * Regression lines that were refused or misread, each with the right reading or a question that offers it, and similar
 * ones. Now is Friday, 20 November 2026, 16:00 in London.
 */
import { describe, expect, test } from 'vitest'
import { readQuickAdd } from '../../../shared/quick-add/quick-add.ts'
import type { QuickAddContext } from '../../../shared/quick-add/reading.ts'
import { contextAt } from './contexts.ts'
import { tell } from './tell.ts'

const NOW = '2026-11-20 16:00'
const read = (line: string, changes: Partial<QuickAddContext> = {}, now = NOW) =>
  tell(readQuickAdd(line, contextAt(now, changes)))

/** Answers to a line's questions, each with the reading it leads to. */
function follow(line: string, changes: Partial<QuickAddContext> = {}): Record<string, string> {
  const context = contextAt(NOW, changes)
  const reading = readQuickAdd(line, context)
  const options = reading.kind === 'asks' ? reading.questions.flatMap(question => question.options) : []
  return Object.fromEntries(options.map(option => [option.label, tell(readQuickAdd(option.line, context))]))
}

const water = (ml: number) => `fluid 11-20 16:00 drink=water volumeMl=${ml}`

describe('grouped numbers and the decimal sign', () => {
  test.each([
    ['1,000 ml water', 1000],
    ['1.000 ml water', 1000],
    ['1’500 ml water', 1500],
    ["1'500 ml water", 1500],
    ['1\u00A0500 ml water', 1500],
    ['1\u202F500 ml water', 1500],
    ['3 x 1,000 ml water', 3000],
    ['1,500 l water', 1500],
    ['1.500 l water', 1500],
    ['0,5 l water', 500],
    ['½ l water', 500],
    ['1½ l water', 1500],
    ['half a litre water', 500],
    ['half a liter of water', 500],
    ['2,5 dl water', 250],
    ['５００ｍｌ water', 500],
    ['٥٠٠ ml water', 500],
    ['500\u00A0ml\u00A0water', 500],
  ])('%s', (line, ml) => {
    expect(read(line)).toBe(water(ml))
  })

  test('groups behind spaces may be "1 of 500"', () => {
    expect(follow('1 500 ml water')).toEqual({ '1500 ml': water(1500), '500 ml': water(500) })
    expect(follow('2 500 ml water')).toEqual({ '2500 ml': water(2500), '1000 ml': water(1000) })
    expect(read('at 9 am 500 ml water')).toBe('fluid 11-20 09:00 drink=water volumeMl=500')
  })

  test('where the decimal sign is a comma, "1,000" is asked and the other ways to group are plain', () => {
    const comma = { decimalSign: ',' } as const
    expect(follow('1,000 ml water', comma)).toEqual({ '1000 ml': water(1000), '1 ml': water(1) })
    expect(read('1.000 ml water', comma)).toBe(water(1000))
    expect(read('1 500 ml water', comma)).toBe(water(1500))
    expect(read('1,5 l water', comma)).toBe(water(1500))
    expect(follow('magnesium 1,500 mg', comma)).toMatchObject({
      '1500 mg': 'food 11-20 16:00 magnesiumSupplementMg=1500',
    })
  })

  test('in other quantities too', () => {
    expect(read('magnesium 1,000 mg')).toBe('food 11-20 16:00 magnesiumSupplementMg=1000')
    expect(read('300 ml coffee 1,000 mg caffeine')).toBe(
      'fluid 11-20 16:00 drink=coffee volumeMl=300 caffeineMg=1000',
    )
    expect(read('hiked 10 km 3 h 1,200 m up')).toBe(
      'activity 11-20 13:00 activity=walk durationMinutes=180 distanceKm=10 climbM=1200',
    )
    expect(read('started metformin 1 000 mg (other)')).toBe(
      'medication 11-20 16:00 name=metformin medicineClass=other change=start dose=1 000 mg',
    )
  })
})

describe('words that may be days', () => {
  test.each([
    [
      '500 ml water 14:00 in the sun',
      '“in the sun”: this was not understood. [Keep it as the note | Leave it out]',
    ],
    [
      '500 ml water 14:00 when I sat down',
      '“when I sat down”: this was not understood. [Keep it as the note | Leave it out]',
    ],
    [
      'cramp left calf 3am too much sun',
      '“too much sun”: this was not understood. [Keep it as the note | Leave it out]',
    ],
    [
      '500 ml water 14:00 sat in the garden',
      '“sat in the garden”: is “sat” a day? [Saturday 14 November 2026 | No, keep it as the note | No, leave it out]',
    ],
    [
      '500 ml water march 5 km',
      '“march 5 km”: this was not understood. [Keep it as the note | Leave it out]',
    ],
    ['500 ml water sat 14:00', 'fluid 11-14 14:00 drink=water volumeMl=500'],
    ['500 ml water 14:00 sun', 'fluid 11-15 14:00 drink=water volumeMl=500'],
    ['500 ml water on sat 14:00', 'fluid 11-14 14:00 drink=water volumeMl=500'],
    ['500 ml water mon 14:00', 'fluid 11-16 14:00 drink=water volumeMl=500'],
    ['cramp left calf sat night', 'cramp 11-15 03:00 onsetPrecision=night (left calf)'],
    ['cramp left calf this morning', 'cramp 11-20 09:00 onsetPrecision=morning (left calf)'],
    ['cramp left calf yesterday evening', 'cramp 11-19 21:00 onsetPrecision=evening (left calf)'],
    ['cramp left calf sat afternoon', 'cramp 11-14 15:00 onsetPrecision=afternoon (left calf)'],
    ['cramp left calf yesterday time unknown', 'cramp 11-19 12:00 onsetPrecision=date (left calf)'],
    ['cramp left calf at unknown time 2026-11-12', 'cramp 11-12 12:00 onsetPrecision=date (left calf)'],
    [
      'cramp left calf yesterday 3am time unknown',
      'This line has a time, and says that it is unknown. Keep only one of them. []',
    ],
    ['cramp left calf this evening', 'That evening is still to come. Enter one that has begun. []'],
    ['500 ml water 5 may 14:00', 'fluid 05-05 14:00 drink=water volumeMl=500'],
    ['500 ml water 3 march 14:00', 'fluid 03-03 14:00 drink=water volumeMl=500'],
    [
      'cramp left calf 3am 2 days before race',
      '“2 days before race”: this was not understood. [Keep it as the note | Leave it out]',
    ],
  ])('%s', (line, told) => {
    expect(read(line)).toBe(told)
  })

  test('each answer leads on', () => {
    expect(follow('500 ml water 14:00 sat in the garden')).toEqual({
      'Saturday 14 November 2026':
        '“in the garden”: this was not understood. [Keep it as the note | Leave it out]',
      'No, keep it as the note': 'fluid 11-20 14:00 note=sat in the garden drink=water volumeMl=500',
      'No, leave it out': 'fluid 11-20 14:00 drink=water volumeMl=500',
    })
  })
})

describe('minutes before and after something', () => {
  test.each([
    'cramp left calf 18:00 5 min after run',
    'cramp left calf 3am 10 min before bed',
    'cramp left calf 3am 5m into the match',
    'ran 40 min after work',
    'sandals 2 h after lunch',
    'stretched calves 30 min before bed',
    'foot exercises 10 min before bed',
  ])('%s: how long, or when', line => {
    expect(Object.keys(follow(line)).slice(0, 2)).toEqual(['How long', 'When; keep it as the note'])
  })

  test('both answers', () => {
    expect(follow('cramp left calf 18:00 5 min after run')).toEqual({
      'How long':
        'cramp 11-19 18:00 onsetPrecision=exact durationSeconds=300 (left calf) stateAtOnset=after-exercise',
      'When; keep it as the note':
        'cramp 11-19 18:00 note=5 min after run onsetPrecision=exact (left calf) stateAtOnset=after-exercise',
    })
  })

  test.each([
    [
      'cramp left calf 3am lasted 5 min after run',
      'cramp 11-20 03:00 onsetPrecision=exact durationSeconds=300 (left calf) stateAtOnset=after-exercise',
    ],
    [
      'cramp left calf 3am after 2 h walk',
      '“after 2 h walk”: this was not understood. [Keep it as the note | Leave it out]',
    ],
    [
      'cramp left calf 3am 4 min, after run',
      'cramp 11-20 03:00 onsetPrecision=exact durationSeconds=240 (left calf) stateAtOnset=after-exercise',
    ],
    [
      'stretched calves 3 min before bed last night 22:00',
      'stretch 11-19 22:00 muscles=calf durationMinutes=3 beforeBed=true',
    ],
  ])('%s', (line, told) => {
    expect(read(line)).toBe(told)
  })
})

describe('spoken times', () => {
  test.each([
    ['12:30am this morning', '11-20 00:30'],
    ['12:15 am last night', '11-20 00:15'],
    ['12 noon', '11-20 12:00'],
    ['at 12 noon', '11-20 12:00'],
    ['noon', '11-20 12:00'],
    ['midnight', '11-20 00:00'],
    ['12 midnight', '11-20 00:00'],
    ['12am', '11-20 00:00'],
    ['12pm', '11-20 12:00'],
    ['at 10 to 3 am', '11-20 02:50'],
    ['ten to three am', '11-20 02:50'],
    ['10 min to 3 am', '11-20 02:50'],
    ['20 past 2 am', '11-20 02:20'],
    ['twenty-five past two am', '11-20 02:25'],
    ['10 minutes past 3 am', '11-20 03:10'],
    ['half past midnight', '11-20 00:30'],
    ['quarter to noon', '11-20 11:45'],
    ['10 to 12 am', '11-19 23:50'],
    ['at three am', '11-20 03:00'],
    ['at three in the morning', '11-20 03:00'],
    ['quarter to four this morning', '11-20 03:45'],
  ])('%s', (time, when) => {
    const line = `cramp left calf ${time}`
    const told = read(line).includes('which time') ? Object.values(follow(line))[0] : read(line)
    expect(told).toBe(`cramp ${when} onsetPrecision=exact (left calf)`)
  })

  test('"10 to 3 am" is ten to three, or from ten to three', () => {
    expect(follow('cramp left calf 10 to 3 am')).toEqual({
      '02:50': 'cramp 11-20 02:50 onsetPrecision=exact (left calf)',
      '22:00 to 03:00': 'cramp 11-19 22:00 onsetPrecision=exact durationSeconds=18000 (left calf)',
    })
    expect(Object.keys(follow('walked 30 min 10 to 3'))).toEqual([
      '02:50',
      '14:50',
      '10:00 to 15:00',
      '22:00 to 03:00',
    ])
    expect(Object.keys(follow('500 ml water 10 to 3'))).toEqual(['02:50', '14:50'])
    expect(read('sandals from 10 to 3 pm')).toBe('footwear 11-20 10:00 shoeId=1 takenOffAt=15:00')
  })

  test.each([
    ['sandals 9 to noon', '“9 to noon”: in which half of the day? [09:00 to 12:00 | 21:00 to 12:00]'],
    ['sandals noon to 2 pm', 'footwear 11-20 12:00 shoeId=1 takenOffAt=14:00'],
    ['sandals 9am – noon', 'footwear 11-20 09:00 shoeId=1 takenOffAt=12:00'],
    ['slept 22:00 to midnight', 'night 11-19 22:00 wakeAt=00:00'],
    ['500 ml water 14：00', 'fluid 11-20 14:00 drink=water volumeMl=500'],
    ['500 ml water 14:00:30', '“14:00:30”: this was not understood. [Keep it as the note | Leave it out]'],
    [
      'half a litre of water at lunch',
      '“at lunch”: at what time was that? [12:00 | 13:00 | 14:00 | Keep it as the note]',
    ],
    [
      'cramp left calf after dinner yesterday',
      '“after dinner”: at what time was that? [17:00 | 18:00 | 19:00 | …]',
    ],
  ])('%s', (line, told) => {
    expect(read(line)).toBe(told)
  })
})

describe('"m" is minutes where a distance makes no sense', () => {
  test.each([
    ['ran 1h30m', 'activity 11-20 14:30 activity=run durationMinutes=90'],
    ['ran 1h 30', 'activity 11-20 14:30 activity=run durationMinutes=90'],
    ['ran 1 h 30 m hard', 'activity 11-20 14:30 activity=run durationMinutes=90 exertion=7'],
    ['walked 45m', 'activity 11-20 15:15 activity=walk durationMinutes=45'],
    ['run 45m', 'activity 11-20 15:15 activity=run durationMinutes=45'],
    ['yoga 45m', 'activity 11-20 15:15 note=yoga activity=other durationMinutes=45'],
    ['ran 5 km 25m', 'activity 11-20 15:35 activity=run durationMinutes=25 distanceKm=5'],
    ['swam 1,000 m 30 min', 'activity 11-20 15:30 activity=swim durationMinutes=30 distanceKm=1'],
    ['swam 1000m in 25:30', 'activity 11-20 15:34 activity=swim durationMinutes=26 distanceKm=1'],
    ['ran 6 x 400m 20 min', 'activity 11-20 15:40 activity=run durationMinutes=20 distanceKm=2.4'],
    ['swam 40m', '“40m”: minutes or metres? [40 min | 40 metres]'],
    ['ran 10m', '“10m”: minutes or metres? [10 min | 10 miles | 10 metres]'],
    ['cramp left calf 3am 4m', 'cramp 11-20 03:00 onsetPrecision=exact durationSeconds=240 (left calf)'],
    ['cramp left calf 20m ago', 'cramp 11-20 15:40 onsetPrecision=about (left calf)'],
    ['cramp left calf 1h30m ago', 'cramp 11-20 14:30 onsetPrecision=about (left calf)'],
    ['stretched calves 3m', 'stretch 11-20 15:57 muscles=calf durationMinutes=3'],
    ['gym 1 h 10 reps', '“10 reps”: this was not understood. [Keep it as the note | Leave it out]'],
    ['100 ml tea 9 am', 'fluid 11-20 09:00 drink=tea volumeMl=100'],
  ])('%s', (line, told) => {
    expect(read(line)).toBe(told)
  })
})

describe('other lines people type', () => {
  const usualDrinks = [
    { drink: 'coffee', volumeMl: 240, alcoholPercent: null, caffeineMg: 95 },
    { drink: 'tea', volumeMl: 350, alcoholPercent: null, caffeineMg: null },
  ] as const

  test.each([
    ['500 water', water(500)],
    ['water 500', water(500)],
    ['1430 water', '“1430”: how much was it? [1430 ml | 14:30]'],
    ['2 water', '“2”: how much was it? [2 of 200 ml | 2 of 250 ml | 2 of 500 ml | …]'],
    [
      'cramp right quad during football 15:00',
      'cramp 11-20 15:00 onsetPrecision=exact (right front-thigh) stateAtOnset=exercising',
    ],
    ['cramp l calf 0300 sev 7', 'cramp 11-20 03:00 onsetPrecision=exact (left calf) intensity=7'],
    [
      'raised ramipril from 2.5 mg to 5 mg',
      'medication 11-20 16:00 note=from 2.5 mg name=ramipril medicineClass=ace-inhibitor change=dose-up dose=5 mg',
    ],
  ])('%s', (line, told) => {
    expect(read(line)).toBe(told)
  })

  test('the usual is offered, and counted', () => {
    expect(follow('coffee', { usualDrinks })).toMatchObject({
      'Usual: 240 ml caffeine 95 mg': 'fluid 11-20 16:00 drink=coffee volumeMl=240 caffeineMg=95',
    })
    expect(read('tea 3x', { usualDrinks })).toBe('fluid 11-20 16:00 drink=tea volumeMl=1050')
    expect(read('3 x tea', { usualDrinks })).toBe('fluid 11-20 16:00 drink=tea volumeMl=1050')
    expect(read('2 coffees', { usualDrinks })).toBe(
      'fluid 11-20 16:00 drink=coffee volumeMl=480 caffeineMg=190',
    )
    expect(read('tea x3')).toBe('fluid 11-20 16:00 drink=tea volumeMl=600')
  })

  test('a whole day’s sum', () => {
    expect(follow('drank 1.5L water today')['Over the day']).toBe(
      'fluid 11-20 12:00 note=over the day drink=water volumeMl=1500',
    )
    expect(read('drank 1.5L water today 12:00 note: over the day')).toContain('volumeMl=1500')
  })

  test('a night of which only the length or the quality is told', () => {
    expect(follow('slept 7h')).toMatchObject({ 'To bed at 23:00': 'night 11-19 23:00 wakeAt=06:00' })
    expect(follow('slept badly')).toMatchObject({
      '7': expect.stringContaining('When did you go to bed'),
      'Only note “badly”': expect.stringContaining('When did you go to bed'),
    })
    expect(read('slept disturbance 7 last night 23:00')).toBe('night 11-19 23:00 sleepDisturbance=7')
  })
})

describe('that there was none', () => {
  test.each([
    ['no cramps last night', 'no cramp on 2026-11-19'],
    ['no cramps yesterday', 'no cramp on 2026-11-19'],
    ['no cramps on monday', 'no cramp on 2026-11-16'],
    ['cramp-free night', 'no cramp on 2026-11-19'],
    ['no drinks today', 'no fluid on 2026-11-20'],
    ['drank nothing yesterday', 'no fluid on 2026-11-19'],
    ['no sport today', 'no activity on 2026-11-20'],
    ['no stretching yesterday', 'no stretch on 2026-11-19'],
    ['no calf cramps today', 'none: This seems to say that something did not happen'],
    ['no water today', 'none: This seems to say that something did not happen'],
    ['no drinks at 3pm', 'none: This seems to say that something did not happen'],
    ['no drinks today note: fasting', '“fasting”: no note is kept with this. [Leave it out]'],
  ])('%s', (line, told) => {
    expect(read(line)).toBe(told)
  })

  test('"no cramps today" waits for the end of the cramp-day, and offers the one that has ended', () => {
    expect(follow('no cramps today')).toEqual({
      'No cramps until noon on Friday 20 November 2026': 'no cramp on 2026-11-19',
    })
    expect(read('no cramps last night', {}, '2026-11-20 08:00')).toBe('no cramp on 2026-11-19')
    expect(read('no cramps yesterday', {}, '2026-11-20 05:00')).toBe('no cramp on 2026-11-19')
    expect(read('no cramps yesterday', {}, '2026-11-20 04:59')).toBe(
      'For cramps, this day includes the night after it. Answer from 05:00 the next morning on. []',
    )
  })
})

describe('several things in one line', () => {
  test.each([
    [
      '500ml water + banana',
      'fluid 11-20 16:00 drink=water volumeMl=500 + food 11-20 16:00 potassiumServings=1',
    ],
    [
      '500 ml water, 2 bananas 13:00',
      'fluid 11-20 13:00 drink=water volumeMl=500 + food 11-20 13:00 potassiumServings=2',
    ],
    [
      'yesterday 21:00 two beers and 200 ml juice',
      'fluid 11-19 21:00 drink=beer volumeMl=660 + fluid 11-19 21:00 drink=juice volumeMl=200',
    ],
    [
      'ran 40 min, 500 ml water',
      'activity 11-20 15:20 activity=run durationMinutes=40 + fluid 11-20 16:00 drink=water volumeMl=500',
    ],
    [
      'cramp left calf 3am 7/10, drank 500 ml water at 3:10 am',
      'cramp 11-20 03:00 onsetPrecision=exact (left calf) intensity=7 + fluid 11-20 03:10 drink=water volumeMl=500',
    ],
    ['cramp left calf 3am and 500 ml water', '500 ml water: when was it? [Now | Also 3am]'],
    [
      '500 ml water + 200 ml juice // at the gym',
      'fluid 11-20 16:00 drink=water volumeMl=500 + fluid 11-20 16:00 note=at the gym drink=juice volumeMl=200',
    ],
    [
      'started atorvastatin 20 mg and stopped ramipril',
      'medication 11-20 16:00 name=atorvastatin medicineClass=statin change=start dose=20 mg + medication 11-20 16:00 name=ramipril medicineClass=ace-inhibitor change=stop',
    ],
    [
      '2 coffees and 1 tea 9am',
      'fluid 11-20 09:00 drink=coffee volumeMl=400 + fluid 11-20 09:00 drink=tea volumeMl=200',
    ],
    ['cramp left calf, right calf 3am', 'cramp 11-20 03:00 onsetPrecision=exact (both calf)'],
    [
      'stretched calves and hamstrings 5 min 15:00',
      'stretch 11-20 15:00 muscles=calf,hamstring durationMinutes=5',
    ],
    ['2 bananas and 1 serving of nuts', 'food 11-20 16:00 potassiumServings=2 magnesiumServings=1'],
    ['gin and tonic 200 ml', '“gin”: this was not understood. [Keep it as the note | Leave it out]'],
  ])('%s', (line, told) => {
    expect(read(line)).toBe(told)
  })

  test('what is open about each is asked in the whole line, and their time only once', () => {
    const reading = readQuickAdd('two beers and a glass of wine last night', contextAt(NOW))
    const questions = reading.kind === 'asks' ? reading.questions : []
    expect(questions.map(({ about, options }) => [about, options[0]?.line])).toEqual([
      ['amount @14', 'two beers and 125 ml of wine last night'],
      ['time @14', 'two beers and a glass of wine last night 21:00'],
    ])
    expect(read('two beers and 125 ml of wine last night 21:00')).toBe(
      'fluid 11-19 21:00 drink=beer volumeMl=660 + fluid 11-19 21:00 drink=wine volumeMl=125',
    )
  })

  test('a note that belongs to one of them says so', () => {
    expect(follow('500 ml water with ice + banana')['Keep it as the note']).toBe(
      'fluid 11-20 16:00 drink=water volumeMl=500 + food 11-20 16:00 note=500 ml water with ice: with ice potassiumServings=1',
    )
  })
})
