/** Same words at other hours, on other nights and in other places. */
import { describe, expect, test } from 'vitest'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import { readQuickAdd } from '../../../shared/quick-add/quick-add.ts'
import type { QuickAddContext } from '../../../shared/quick-add/reading.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { clockTime, momentOfInstant } from '../../../shared/time/time-zone.ts'
import { contextAt, LONDON } from './contexts.ts'
import { at, footwear } from './expected-drafts.ts'

/** Local time of a line's entry, or its questions. */
function whenOf(line: string, context: QuickAddContext): string {
  const reading = readQuickAdd(line, context)
  if (reading.kind === 'entry') return `${calendarDate(reading.draft)} ${clockTime(reading.draft)}`
  return reading.kind === 'asks' ? `asks ${reading.questions.map(({ about }) => about).join()}` : 'nothing'
}

/** At 01:00 on Saturday the journal's day is still Friday. */
const afterMidnight = contextAt('2026-11-21 01:00', { today: '2026-11-20' })

describe('a time without a date is the last such time that has passed', () => {
  test.each([
    ['2026-11-20 10:00', '3am', '2026-11-20 03:00'],
    ['2026-11-21 01:00', '3am', '2026-11-20 03:00'],
    ['2026-11-20 02:54', '3am', '2026-11-19 03:00'],
    ['2026-11-20 03:00', '3am', '2026-11-20 03:00'],
    ['2026-11-20 00:30', '23:45', '2026-11-19 23:45'],
    ['2026-11-20 12:00', 'midnight', '2026-11-20 00:00'],
    ['2026-11-20 11:59', 'noon', 'asks ahead'],
    ['2026-11-20 23:58', '0:01', 'asks ahead'],
  ])('at %s, "%s" is %s', (now, time, expected) => {
    expect(whenOf(`cramp left calf ${time}`, contextAt(now))).toBe(expected)
  })
})

describe('two times of which neither says the half of the day', () => {
  const byTwelve = contextAt(undefined, { hourCycle: 12 })
  const pairsOf = (line: string, context: QuickAddContext) => {
    const reading = readQuickAdd(line, context)
    return reading.kind === 'asks'
      ? reading.questions.flatMap(({ options }) => options.map(({ label }) => label))
      : whenOf(line, context)
  }

  test.each([
    ['went to bed at 11 got up at 6:30', ['11:00 to 18:30', '23:00 to 06:30']],
    ['slept 11 to 6:30', ['11:00 to 18:30', '23:00 to 06:30']],
    ['slept 10:30 to 6', ['10:30 to 18:00', '22:30 to 06:00']],
    ['slept 11:30 to 7:15', ['11:30 to 19:15', '23:30 to 07:15']],
    ['sandals 9 to 5:30', ['09:00 to 17:30', '21:00 to 05:30']],
    ['sandals 9:00 to 5', ['09:00 to 17:00', '21:00 to 05:00']],
    ['sandals 9:00 to 5:00', ['09:00 to 17:00', '21:00 to 05:00']],
    ['sat 9 to 5:30', ['09:00 to 17:30', '21:00 to 05:30']],
    ['gardened 2 to 4:30', ['02:00 to 04:30', '14:00 to 16:30']],
    ['walked 3 to 4:15', ['03:00 to 04:15', '15:00 to 16:15']],
    ['walked 12:30 to 1:15', ['00:30 to 01:15', '12:30 to 13:15']],
    ['sandals 7pm to 9:30', ['19:00 to 09:30', '19:00 to 21:30']],
    ['sandals 7 to 7:30', ['07:00 to 07:30', '07:00 to 19:30', '19:00 to 07:30', '19:00 to 19:30']],
    ['sandals 14:00 to 9:00', ['14:00 to 21:00', '14:00 to 09:00']],
    ['slept last night 11 to 6:30', '2026-11-19 23:00'],
    ['ran 7am to 7:40', '2026-11-20 07:00'],
    ['slept 22:30 to 6:45', '2026-11-19 22:30'],
    ['slept 23 to 7:15', '2026-11-19 23:00'],
    ['walked 09 to 10:15', '2026-11-20 09:00'],
    ['walked 9:30 to 10:45', '2026-11-20 09:30'],
    ['sandals 9am to 5:30', '2026-11-19 09:00'],
    ['sandals 14:00 to 09:00', '2026-11-19 14:00'],
  ])('"%s" is %j', (line, expected) => {
    expect(pairsOf(line, contextAt())).toEqual(expected)
  })

  test.each([
    ['went to bed at 11 got up at 6:30', ['11:00 am to 6:30 pm', '11:00 pm to 6:30 am']],
    ['sandals 9:00 to 5:30', ['9:00 am to 5:30 pm', '9:00 pm to 5:30 am']],
    ['slept 11pm to 6:30', '2026-11-19 23:00'],
    ['sandals 9am to 5:30pm', '2026-11-19 09:00'],
    ['slept 22:30 to 6:45', '2026-11-19 22:30'],
  ])('where clocks have 12 hours "%s" is %j', (line, expected) => {
    expect(pairsOf(line, byTwelve)).toEqual(expected)
  })

  test('every answer settles it', () => {
    for (const context of [contextAt(), byTwelve])
      for (const line of [
        'slept 11 to 6:30',
        'sandals 9 to 5:30',
        'walked 12:30 to 1:15',
        'sandals 14:00 to 9:00',
      ]) {
        const reading = readQuickAdd(line, context)
        const options = reading.kind === 'asks' ? reading.questions.flatMap(question => question.options) : []
        expect(options.length, line).toBeGreaterThan(1)
        for (const option of options)
          expect(readQuickAdd(option.line, context).kind, option.line).toBe('entry')
      }
  })
})

describe('after midnight', () => {
  test.each([
    ['cramp left calf today 14:00', '2026-11-20 14:00'],
    ['cramp left calf last night 9pm', '2026-11-20 21:00'],
    ['cramp left calf tonight 11pm', '2026-11-20 23:00'],
    ['cramp left calf tonight', '2026-11-21 01:00'],
    ['cramp left calf this evening at 9', '2026-11-20 21:00'],
    ['cramp left calf last night', 'asks night'],
    ['cramp left calf yesterday 14:00', 'asks date'],
    ['cramp left calf friday 14:00', '2026-11-20 14:00'],
    ['stood 5 h today', '2026-11-20 12:00'],
    ['slept 22:00 to 0:30', '2026-11-20 22:00'],
    ['foot exercises 10 min', '2026-11-20 12:00'],
    ['stretched calves 3 min before bed', '2026-11-21 00:57'],
  ])('"%s" is %s', (line, expected) => {
    expect(whenOf(line, afterMidnight)).toBe(expected)
  })

  test('"last night" may be this night or the one before', () => {
    const reading = readQuickAdd('cramp left calf last night', afterMidnight)
    const lines = reading.kind === 'asks' ? reading.questions.flatMap(({ options }) => options) : []
    expect(lines.map(({ label, line }) => [label, line, whenOf(line, afterMidnight)])).toEqual([
      ['This night', 'cramp left calf tonight', '2026-11-21 01:00'],
      ['The night before', 'cramp left calf night to 2026-11-20', '2026-11-20 03:00'],
    ])
  })
})

describe('nights', () => {
  test.each([
    ['cramp left calf last night', '2026-11-20 03:00'],
    ['cramp left calf in the night', '2026-11-20 03:00'],
    ['cramp left calf yesterday night', '2026-11-20 03:00'],
    ['cramp left calf night to 2026-11-18', '2026-11-18 03:00'],
    ['cramp left calf last night 00:30', '2026-11-20 00:30'],
    ['cramp left calf last night 8:30', '2026-11-19 20:30'],
    ['cramp left calf yesterday night at 2', '2026-11-20 02:00'],
    ['cramp left calf last night 14:00', 'asks clock'],
    ['cramp left calf tonight', 'asks time'],
    ['cramp left calf night to 2026-11-25', 'asks future'],
    ['500 ml water last night', 'asks time'],
    ['500 ml water tonight 21:00', 'asks future'],
  ])('at two in the afternoon "%s" is %s', (line, expected) => {
    expect(whenOf(line, contextAt())).toBe(expected)
  })
})

describe('days', () => {
  test.each([
    ['on monday', '2026-11-16 09:00'],
    ['last friday', '2026-11-13 09:00'],
    ['friday', '2026-11-20 09:00'],
    ['saturday', '2026-11-14 09:00'],
    ['yesterday', '2026-11-19 09:00'],
    ['day before yesterday', '2026-11-18 09:00'],
    ['3 days ago', '2026-11-17 09:00'],
    ['19 Nov', '2026-11-19 09:00'],
    ['Nov 19', '2026-11-19 09:00'],
    ['19.11.2025', '2025-11-19 09:00'],
    ['2024-02-29', '2024-02-29 09:00'],
    ['on 5/10', '2026-10-05 09:00'],
    ['next friday', 'asks words'],
    ['next week', 'asks words'],
    ['2027-01-01', 'asks future'],
  ])('"%s 09:00" is %s', (day, expected) => {
    expect(whenOf(`500 ml water ${day} 09:00`, contextAt())).toBe(expected)
  })
})

test.each([
  ['cramp left calf on 5/10 at 3am', '2026-10-05 03:00'],
  ['cramp left calf on 5/10 at 3am 7/10', '2026-10-05 03:00'],
  ['cramp left calf 5/11 at 3am', '2026-11-05 03:00'],
  ['ran 40 min on 5/10', 'asks time'],
  ['ran 40 min on 5/10 7:30', '2026-10-05 07:30'],
])('after “on” and beyond the scale a fraction is a date: "%s" is %s', (line, expected) => {
  expect(whenOf(line, contextAt())).toBe(expected)
})

describe('lengths of time', () => {
  test.each([
    ['walked 90 min', '2026-11-20 12:30', 90],
    ['walked 1 h 15 min', '2026-11-20 12:45', 75],
    ['walked 1h15', '2026-11-20 12:45', 75],
    ['walked 1:15 h', '2026-11-20 12:45', 75],
    ['walked 1.5 hours', '2026-11-20 12:30', 90],
    ['walked an hour and a half', '2026-11-20 12:30', 90],
    ['walked half an hour', '2026-11-20 13:30', 30],
    ['walked ½ h until 13:00', '2026-11-20 12:30', 30],
    ['walked 30 min 1 h 15 min ago', '2026-11-20 12:45', 30],
    ['walked 9:00 until now', '2026-11-20 09:00', 300],
    ['walked 9:00 to 10:00 60 min', '2026-11-20 09:00', 60],
  ])('"%s" began %s and took %i min', (line, expected, durationMinutes) => {
    expect(whenOf(line, contextAt())).toBe(expected)
    expect(readQuickAdd(line, contextAt())).toMatchObject({ draft: { durationMinutes } })
  })
})

describe('where clocks change', () => {
  // Clocks went back from 02:00 to 01:00 on 25 October 2026 in London, and forward from 01:00 to 02:00 on 29 March.
  test('a night in which they go back is an hour longer', () => {
    const reading = readQuickAdd('slept 23:00 to 7:00', contextAt('2026-10-25 10:00'))
    const { draft } = reading.kind === 'entry' && reading.draft.kind === 'night' ? reading : { draft: null }
    expect(draft).toMatchObject({ at: at('2026-10-24 23:00').at, wakeAt: at('2026-10-25 07:00').at })
    expect(at('2026-10-25 07:00').at - at('2026-10-24 23:00').at).toBe(9 * 3_600_000)
  })

  test('an hour ago is an hour, whatever the clock shows', () => {
    const context = contextAt('2026-03-29 02:30')
    const reading = readQuickAdd('cramp left calf 1 h ago', context)
    expect(reading).toMatchObject({ draft: { at: context.now.at - 3_600_000, offsetMinutes: 0 } })
    expect(whenOf('cramp left calf 1 h ago', context)).toBe('2026-03-29 00:30')
  })

  const answersTo = (line: string, context: QuickAddContext) => {
    const reading = readQuickAdd(line, context)
    const questions = reading.kind === 'asks' ? reading.questions : []
    return questions.flatMap(({ text, options }) => [text, ...options.map(option => option.line)])
  }

  test('a time that never was is asked, and both answers are times that were', () => {
    const context = contextAt('2026-03-29 10:00')
    const lines = ['cramp left calf 00:30', 'cramp left calf 02:30']
    expect(answersTo('cramp left calf 1:30 am', context)).toEqual([
      'There was no 01:30 on Sunday 29 March 2026, when the clocks went forward. Which time do you mean?',
      ...lines,
    ])
    expect(lines.map(line => whenOf(line, context))).toEqual(['2026-03-29 00:30', '2026-03-29 02:30'])
  })

  test('a time that came twice is asked, and each answer is another instant', () => {
    const context = contextAt('2026-10-25 10:00')
    const [question, ...lines] = answersTo('cramp left calf 1:30 7/10', context)
    expect(question).toBe('01:30 came twice on Sunday 25 October 2026. Before or after the clocks went back?')
    expect(lines).toEqual([
      'cramp left calf 01:30 before the clocks went back 7/10',
      'cramp left calf 01:30 after the clocks went back 7/10',
    ])
    const [first = '', second = ''] = lines
    const summer = at('2026-10-25 01:30')
    expect(readQuickAdd(first, context)).toMatchObject({ draft: { at: summer.at, offsetMinutes: 60 } })
    expect(readQuickAdd(second, context)).toMatchObject({
      draft: { at: summer.at + 3_600_000, offsetMinutes: 0, intensity: 7 },
    })
  })

  test('before it has come for the second time, it is the first', () => {
    const twenty = {
      ...contextAt('2026-10-25 00:30'),
      now: momentOfInstant(at('2026-10-25 01:40').at, LONDON),
    }
    expect(whenOf('cramp left calf 1:30', twenty)).toBe('2026-10-25 01:30')
    expect(whenOf('cramp left calf 1:30 after the clocks went back', twenty)).toBe('asks future')
  })

  test('both ends of a stretch are asked, one after the other', () => {
    const context = contextAt('2026-10-25 10:00')
    const lines = ['cramp left calf 1:10 to 1:20']
    for (let round = 0; round < 2; round++) {
      const [, , after = ''] = answersTo(lines.at(-1) ?? '', context)
      lines.push(after)
    }
    const reading = readQuickAdd(lines.at(-1) ?? '', context)
    expect(reading).toMatchObject({
      draft: { at: at('2026-10-25 01:10').at + 3_600_000, offsetMinutes: 0, durationSeconds: 600 },
    })
  })

  test.each(['Pacific/Auckland', 'America/Phoenix', 'Asia/Kolkata', 'America/St_Johns'])(
    'the wall clock of %s counts, not that of the computer',
    timeZone => {
      const context = contextAt('2026-11-20 14:00', { timeZone })
      expect(whenOf('500 ml water yesterday 23:59', context)).toBe('2026-11-19 23:59')
      expect(whenOf('500 ml water 15:00', context)).toBe('2026-11-19 15:00')
      expect(readQuickAdd('500 ml water', context)).toMatchObject({ draft: context.now })
    },
  )
})

describe('taking shoes off', () => {
  const worn: EntryOf<'footwear'> = {
    ...footwear('2026-11-20 09:00', null, 1),
    note: 'new insole',
    id: 12,
    loggedAt: at('2026-11-20 09:00').at,
    editedAt: null,
  }
  const wearing = contextAt(undefined, { wearing: worn })

  test.each([
    ['took off sandals', '2026-11-20 14:00'],
    ['took my sandals off at 13:30', '2026-11-20 13:30'],
    ['took off shoes 10 min ago', '2026-11-20 13:50'],
    ['sandals off 13:00', '2026-11-20 13:00'],
  ])('"%s" ends what is on at %s', (line, end) => {
    const reading = readQuickAdd(line, wearing)
    expect(reading).toMatchObject({ kind: 'entry', changes: 12 })
    expect(reading.kind === 'entry' && reading.draft).toEqual({
      ...footwear('2026-11-20 09:00', end, 1),
      note: 'new insole',
    })
  })

  test('adds its note to the one that is there', () => {
    expect(readQuickAdd('took off sandals note: sore', wearing)).toMatchObject({
      draft: { note: 'new insole\nsore' },
    })
  })

  test.each([
    ['took off pegasus 41', 'asks put on'],
    ['took off sandals 8:00', 'asks time'],
    ['took off sandals yesterday', 'asks time'],
  ])('"%s" %s', (line, expected) => {
    expect(whenOf(line, wearing)).toBe(expected)
  })
})
