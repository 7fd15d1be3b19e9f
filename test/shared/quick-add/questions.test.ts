/** Incomplete lines: their questions, and the line that each answer makes. */
import { describe, expect, test } from 'vitest'
import { readQuickAdd } from '../../../shared/quick-add/quick-add.ts'
import type { QuickAddContext } from '../../../shared/quick-add/reading.ts'
import { contextAt, shoe } from './contexts.ts'

/** Questions of a line, with the lines of their answers. */
function ask(line: string, context: QuickAddContext = contextAt()) {
  const reading = readQuickAdd(line, context)
  if (reading.kind !== 'asks') return reading
  return Object.fromEntries(
    reading.questions.map(({ about, options }) => [about, options.map(option => option.line)]),
  )
}

const zeroToTen = Array.from({ length: 11 }, (_, value) => value)

const questions: readonly (readonly [line: string, asked: Record<string, readonly string[]>])[] = [
  ['water', { amount: [200, 250, 500, 750, 1000].map(ml => `water ${ml} ml`) }],
  ['cups of tea', { amount: ['150 ml of tea', '200 ml of tea', '300 ml of tea'] }],
  ['glass of wine', { amount: ['125 ml of wine', '175 ml of wine', '250 ml of wine'] }],
  ['bottle of water 13:00', { amount: ['500 ml of water 13:00', '750 ml of water 13:00'] }],
  ['glass of whisky', { amount: ['25 ml of whisky', '50 ml of whisky'] }],
  ['espressos', { amount: ['30 ml coffee', '150 ml coffee', '200 ml coffee', '300 ml coffee'] }],
  ['500 ml beer at 3', { clock: ['500 ml beer 03:00', '500 ml beer 15:00'] }],
  ['500 ml beer half past 9', { clock: ['500 ml beer 09:30', '500 ml beer 21:30'] }],
  ['500 ml water this evening 15:30', { clock: [] }],
  ['500 ml water 14:03', { ahead: ['500 ml water now', '500 ml water 2026-11-19 14:03'] }],
  ['500 ml water today 15:00', { future: ['500 ml water 2026-11-19 15:00'] }],
  ['500 ml water tomorrow 9am', { future: [] }],
  [
    '2 l water yesterday',
    {
      time: ['12:00 note: over the day', '08:00', '12:00', '16:00', '20:00'].map(
        clock => `2 l water yesterday ${clock}`,
      ),
    },
  ],
  [
    '500 ml water this morning',
    {
      time: [6, 7, 8, 9]
        .map(hour => `500 ml water this morning 0${hour}:00`)
        .concat(['500 ml water this morning 10:00', '500 ml water this morning 11:00']),
    },
  ],
  ['500 ml water 9:00 to 10:00', { time: [] }],
  ['500 ml water 13:00 30 min ago', { time: [] }],
  ['500 ml water with lemon', { words: ['500 ml water note: with lemon', '500 ml water'] }],
  ['500 ml water yestarday', { words: ['500 ml water note: yestarday', '500 ml water'] }],
  ['500 ml water 31 feb', { words: ['500 ml water note: 31 feb', '500 ml water'] }],
  ['500 ml water 25:00', { words: ['500 ml water note: 25:00', '500 ml water'] }],
  ['0 ml water', { limits: [] }],
  ['6 l water', { limits: [] }],
  ['cramp calf 3am', { 'side 6': ['cramp left calf 3am', 'cramp right calf 3am', 'cramp both calf 3am'] }],
  ['cramp left foot 3am', { 'muscle 11': ['cramp left arch 3am', 'cramp left toes 3am'] }],
  [
    'cramp both thighs 3am',
    {
      'muscle 11': ['inner thighs', 'front thighs', 'back of the thighs'].map(
        muscle => `cramp both ${muscle} 3am`,
      ),
    },
  ],
  [
    'cramp left calf and arch 3am',
    { 'side 20': ['left', 'right', 'both'].map(side => `cramp left calf and ${side} arch 3am`) },
  ],
  [
    'cramp left calf',
    {
      time: ['now', '15 min ago', '30 min ago', '1 hour ago', 'last night'].map(
        time => `cramp left calf ${time}`,
      ),
    },
  ],
  [
    'cramp left calf yesterday',
    { time: ['08:00', '12:00', '16:00', '20:00'].map(clock => `cramp left calf yesterday ${clock}`) },
  ],
  [
    'cramp left calf last night at 6',
    { clock: ['cramp left calf last night 06:00', 'cramp left calf last night 18:00'] },
  ],
  ['cramp left calf 13:58 10 min', { length: ['cramp left calf 13:50 10 min'] }],
  [
    'cramp left calf 3am severe',
    {
      strength: [
        ...zeroToTen.map(value => `cramp left calf 3am intensity ${value}`),
        'cramp left calf 3am note: severe',
      ],
    },
  ],
  [
    'cramp left calf 3am 12/10',
    {
      strength: [
        'cramp left calf 3am 2026-10-12',
        ...zeroToTen.map(value => `cramp left calf 3am intensity ${value}`),
        'cramp left calf 3am note: 12/10',
      ],
    },
  ],
  [
    'cramp left calf 3am 4/5',
    {
      strength: [
        'cramp left calf 3am 2026-05-04',
        ...zeroToTen.map(value => `cramp left calf 3am intensity ${value}`),
        'cramp left calf 3am note: 4/5',
      ],
    },
  ],
  [
    'cramp left calf 3am 5-6/10',
    {
      strength: [
        ...zeroToTen.map(value => `cramp left calf 3am intensity ${value}`),
        'cramp left calf 3am note: 5-6/10',
      ],
    },
  ],
  [
    'cramp left calf 3am 7/10 8/10',
    {
      strength: [
        'cramp left calf 3am 7/10',
        'cramp left calf 3am 7/10 2026-10-08',
        'cramp left calf 3am 8/10',
        'cramp left calf 3am 2026-10-07 8/10',
      ],
    },
  ],
  [
    'ran 40 min pain 7 exertion 4 5/10',
    {
      strength: ['ran 40 min pain 7 exertion 4 2026-10-05', 'ran 40 min pain 7 exertion 4'],
      words: ['ran 40 min exertion 4 5/10 note: pain 7', 'ran 40 min exertion 4 5/10'],
    },
  ],
  [
    'slept 23:00 to 7:00 8/10',
    {
      strength: [
        'slept 23:00 to 7:00 2026-10-08',
        'slept 23:00 to 7:00 disturbance 8',
        'slept 23:00 to 7:00 note: 8/10',
      ],
    },
  ],
  ['bother 4/5', { strength: [...zeroToTen.map(value => `bother ${value}`), 'day: note: bother 4/5'] }],
  [
    'ran 40 min very hard',
    {
      strength: [...zeroToTen.map(value => `ran 40 min exertion ${value}`), 'ran 40 min note: very hard'],
    },
  ],
  [
    'ran',
    { length: [10, 20, 30, 45, 60, 90].map(minutes => `ran ${minutes === 60 ? '1 h' : `${minutes} min`}`) },
  ],
  ['ran 40 min at 13:40', { length: ['ran 40 min 2026-11-20 13:00'] }],
  ['ran 9:00 to 10:00 40 min', { length: [] }],
  ['ran 9 to 5', { clock: ['ran 09:00 to 17:00', 'ran 21:00 to 05:00'] }],
  ['stood 5 h', { 'whole day': ['stood 5 h today', 'stood 5 h until now'] }],
  ['boots 9 to 17', { shoe: ['Hiking boots 9 to 17', 'Chelsea boots 9 to 17'] }],
  [
    'put on shoes',
    { shoe: ['put on Sandals', 'put on Pegasus 41', 'put on Hiking boots', 'put on Chelsea boots'] },
  ],
  [
    'put on red slippers',
    { shoe: ['put on Sandals', 'put on Pegasus 41', 'put on Hiking boots', 'put on Chelsea boots'] },
  ],
  ['sandals until 13:00', { time: [] }],
  ['wore sandals', { time: [] }],
  ['sandals 13:00 to 14:03', { ahead: ['sandals 13:00 to 14:00', 'sandals 2026-11-19 13:00 to 14:03'] }],
  ['took off sandals', { 'put on': [] }],
  ['stretched calves', { length: [1, 2, 3, 5, 10].map(minutes => `stretched calves ${minutes} min`) }],
  [
    'stretched calves 3 min before bed',
    {
      time: ['21:00', '22:00', '23:00'].map(clock => `stretched calves 3 min before bed last night ${clock}`),
    },
  ],
  ['slept 11 to 7', { clock: ['slept 11:00 to 19:00', 'slept 23:00 to 07:00'] }],
  ['woke up at 7', { bedtime: [] }],
  [
    'slept 8 h',
    { bedtime: ['21:00', '22:00', '23:00', '00:00'].map(clock => `slept 8 h last night ${clock}`) },
  ],
  ['started', { medicine: [] }],
  ['magnesium', { amount: [] }],
  ['bananas', { 'servings 0': [1, 2, 3].map(count => `${count} servings of bananas`) }],
]

describe('what a line leaves open is asked', () => {
  test.each(questions)('%s', (line, asked) => {
    expect(ask(line)).toEqual(asked)
  })

  test('a drink nobody knows: every drink is offered, and its own name kept', () => {
    const asked = ask('200 ml kombucha')
    expect(asked).toMatchObject({ words: ['200 ml note: kombucha', '200 ml'] })
    expect('drink' in asked && asked.drink).toContain('200 ml kombucha other drink')
  })

  test('a medicine without a verb: each thing to write down is offered, what is taken already first', () => {
    const asked = ask('atorvastatin 20 mg')
    expect('change' in asked && asked.change?.[0]).toBe('already taking atorvastatin 20 mg')
  })

  test('several things at once, in the order of the line’s sense', () => {
    expect(Object.keys(ask('cramp thigh bad'))).toEqual(['muscle 6', 'side 6', 'strength', 'time'])
  })

  test('what was understood so far is told with the questions', () => {
    expect(readQuickAdd('2 cups coffee at 3', contextAt())).toMatchObject({
      partial: { kind: 'fluid', understood: [{ text: '2 cups' }, { text: 'coffee' }, { text: 'at 3' }] },
    })
  })

  test('the question says what it is about', () => {
    const reading = readQuickAdd('cramp calf 3am', contextAt())
    expect(reading.kind === 'asks' && reading.questions[0]?.text).toBe('“calf”: left, right or both?')
  })
})

describe('what a line does not quite say is taken as usual, and can be answered otherwise', () => {
  const assume = (line: string, changes: Partial<QuickAddContext> = {}) => {
    const reading = readQuickAdd(line, contextAt(undefined, changes))
    if (reading.kind !== 'entry') throw new Error(`${line}: ${reading.kind}`)
    return reading
  }

  test.each<[string, Partial<QuickAddContext>, string, number]>([
    ['2 beers', {}, 'beer', 660],
    ['two beers', { region: 'us' }, 'beer', 710],
    ['3 coffees 13:00', {}, 'coffee', 600],
    ['2 wines', {}, 'wine', 350],
    ['2 whiskies', {}, 'spirits', 50],
  ])('%s %o', (line, changes, drink, volumeMl) => {
    const { draft, assumptions } = assume(line, changes)
    expect(draft).toMatchObject({ kind: 'fluid', drink, volumeMl })
    expect(assumptions).toHaveLength(1)
  })

  test('2 beers of another size', () => {
    const [assumption] = assume('2 beers').assumptions
    expect(assumption).toMatchObject({ text: 'Each of 330 ml?', chosen: '330 ml' })
    const lines = assumption?.options.map(option => option.line) ?? []
    expect(lines).toEqual(['2 x 284 ml beers', '2 x 330 ml beers', '2 x 500 ml beers', '2 x 568 ml beers'])
    expect(assume('2 x 500 ml beers')).toMatchObject({ draft: { volumeMl: 1000 }, assumptions: [] })
  })

  test('a clock time is no number of drinks', () => {
    expect(ask('beer at 9')).not.toHaveProperty('draft')
    expect(ask('at 9 beers')).not.toHaveProperty('draft')
  })

  test.each([
    ['ran 40 min easy', 3],
    ['ran 40 min moderate', 5],
    ['ran 40 min hard', 7],
  ])('%s', (line, exertion) => {
    const { draft, assumptions } = assume(line)
    expect(draft).toMatchObject({ kind: 'activity', durationMinutes: 40, exertion })
    const [assumption] = assumptions
    expect(assumption).toMatchObject({
      text: `“${line.slice(11)}”: ${exertion} of 10?`,
      chosen: `${exertion}`,
    })
    expect(assumption?.options.map(option => option.line)).toEqual([
      ...zeroToTen.map(value => `ran 40 min exertion ${value}`),
      `ran 40 min note: ${line.slice(11)}`,
    ])
  })
})

describe('who and where', () => {
  test('a date that may be day or month first is asked where no order is known', () => {
    expect(ask('500 ml water 3/4/2026 14:00', contextAt(undefined, { dateOrder: null }))).toEqual({
      date: ['500 ml water 2026-04-03 14:00', '500 ml water 2026-03-04 14:00'],
    })
  })

  test.each([
    ['mdy', '2026-03-04'],
    ['ymd', '2026-03-04'],
    ['dmy', '2026-04-03'],
  ] as const)('the order %s reads 3/4/2026 as %s', (dateOrder, date) => {
    const context = contextAt(undefined, { dateOrder })
    expect(readQuickAdd('500 ml water 3/4/2026 14:00', context)).toEqual({
      ...readQuickAdd(`500 ml water ${date} 14:00`, context),
      understood: expect.any(Array),
    })
  })

  test.each([
    ['pint of beer', { region: 'us' }, 473],
    ['pint of beer', { region: 'eu' }, 568],
    ['can of cola', { region: 'us' }, 355],
    ['cup of tea', { volumeUnit: 'fl-oz-us' }, 237],
    ['mug of tea', { region: 'eu' }, 250],
    ['8 fl oz water', { volumeUnit: 'fl-oz-us', region: null }, 236.59],
    ['8 fl oz water', { region: 'uk' }, 227.3],
    ['shot of gin', { region: 'us' }, 44],
  ] as const)('%s in %o is %d ml', (line, person, volumeMl) => {
    expect(readQuickAdd(line, contextAt(undefined, person))).toMatchObject({ draft: { volumeMl } })
  })

  test('ounces are asked where they are nobody’s unit', () => {
    expect(ask('8 oz water', contextAt(undefined, { region: 'eu' }))).toEqual({
      amount: ['237 ml water', '227 ml water'],
    })
  })

  test('where clocks have 12 hours, 9:15 is asked, and 09:15 and 21:15 are not', () => {
    const context = contextAt(undefined, { hourCycle: 12 })
    expect(ask('100 ml tea 9:15', context)).toEqual({
      clock: ['100 ml tea 9:15 am', '100 ml tea 9:15 pm'],
    })
    expect(readQuickAdd('100 ml tea 09:15', context).kind).toBe('entry')
    expect(readQuickAdd('100 ml tea 21:15', context).kind).toBe('entry')
    const reading = readQuickAdd('100 ml tea 9:15', context)
    expect(reading.kind === 'asks' && reading.questions[0]?.options.map(({ label }) => label)).toEqual([
      '9:15 am',
      '9:15 pm',
    ])
  })

  test('an empty closet says where shoes come from', () => {
    const reading = readQuickAdd('put on sandals', contextAt(undefined, { shoes: [] }))
    expect(reading).toMatchObject({ kind: 'asks', questions: [{ about: 'shoe', options: [] }] })
  })

  test('two shoes of one name are told apart by their numbers', () => {
    const shoes = [shoe(7, 'Clogs', 'other'), shoe(8, 'clogs', 'other')]
    expect(ask('put on clogs', contextAt(undefined, { shoes }))).toEqual({ shoe: ['put on #7', 'put on #8'] })
  })

  test.each(['Brown lace-ups', 'Nike (old)', 'C++', 'A.B', '7/10', 'Größe 41'])(
    'a shoe called %s is found by its name',
    name => {
      const context = contextAt(undefined, { shoes: [shoe(7, name, 'other')] })
      expect(readQuickAdd(`put on ${name} 13:00`, context)).toMatchObject({ draft: { shoeId: 7 } })
    },
  )

  test('a shoe that is called like an activity does not take its lines', () => {
    const context = contextAt(undefined, { shoes: [shoe(7, 'Run', 'running')] })
    expect(readQuickAdd('run 40 min', context)).toMatchObject({ draft: { kind: 'activity' } })
    expect(readQuickAdd('put on run', context)).toMatchObject({ draft: { kind: 'footwear', shoeId: 7 } })
  })
})

describe('what is no entry', () => {
  test.each([
    '',
    '   ',
    'q',
    'hello there',
    '😀',
    'did not run',
    'x'.repeat(301),
    `500 ml water ${'very '.repeat(100)}`,
  ])('%j is not understood, and a hint says what to write', line => {
    const reading = readQuickAdd(line, contextAt())
    expect(reading.kind).toBe('not-understood')
    expect(reading.kind === 'not-understood' && reading.hint.length).toBeGreaterThan(20)
  })
})
