/** Properties of every line, at every hour and in every zone. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCheckInProblems, findDateAhead } from '../../../shared/kinds/check-in.ts'
import { type EntryDraft, entryDraft } from '../../../shared/kinds/entry.ts'
import { findTimeProblems } from '../../../shared/kinds/entry-time.ts'
import { shoeKinds } from '../../../shared/kinds/footwear.ts'
import { builtInLists, createLists } from '../../../shared/kinds/journal-lists.ts'
import type { OwnFactor } from '../../../shared/kinds/own-factor.ts'
import { readQuickAdd } from '../../../shared/quick-add/quick-add.ts'
import type { QuickAddContext, Reading } from '../../../shared/quick-add/reading.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { propertyRuns } from '../../host/matrix.ts'
import { brine, closet, ownThings, shoe, socks, stress } from './contexts.ts'
import { footwear } from './expected-drafts.ts'

/** Shoe names of any text. */
const anyCloset = fc.uniqueArray(
  fc
    .record({
      id: fc.integer({ min: 1, max: 99 }),
      name: fc.oneof(
        fc.constantFrom(
          'Brown lace-ups',
          'Nike (old)',
          'water',
          'run',
          '9 to 17',
          'note: x',
          'A//B',
          '#2',
          '.*',
          '\\',
          '[',
          '7/10',
        ),
        fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }).filter(name => name.trim() !== ''),
      ),
      kind: fc.constantFrom(...shoeKinds.ids),
      retired: fc.boolean(),
    })
    .map(({ id, name, kind, retired }) => shoe(id, name.trim(), kind, retired)),
  { maxLength: 4, selector: ({ id }) => id },
)

/** Half of the contexts are in the small hours, when the journal's day is still the previous date. */
const context: fc.Arbitrary<QuickAddContext> = fc
  .record({
    at: fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) }),
    timeZone: fc.constantFrom(
      'Europe/London',
      'America/Phoenix',
      'Pacific/Auckland',
      'Asia/Kolkata',
      'America/St_Johns',
    ),
    isBeforeDayStart: fc.boolean(),
    region: fc.constantFrom('uk', 'eu', 'us', 'other', null),
    dateOrder: fc.constantFrom('dmy', 'mdy', 'ymd', null),
    volumeUnit: fc.constantFrom('ml', 'fl-oz-us', 'fl-oz-uk'),
    hourCycle: fc.constantFrom(12, 24),
    decimalSign: fc.constantFrom('.', ','),
    usualDrinks: fc.constantFrom(
      [],
      [{ drink: 'coffee', volumeMl: 240, alcoholPercent: null, caffeineMg: 95 }],
    ),
    isWearing: fc.boolean(),
    shoes: fc.oneof(fc.constant(closet), anyCloset),
    ownFactors: fc.constantFrom<OwnFactor[][]>([], [socks], [stress, brine]),
    lists: fc.constantFrom(builtInLists, createLists(ownThings)),
  })
  .map(({ at, timeZone, isBeforeDayStart, isWearing, ...person }) => {
    const now = momentOfInstant(at, timeZone)
    const worn = {
      ...footwear('2026-11-20 09:00', null, 1),
      at: at - 7_200_000,
      offsetMinutes: now.offsetMinutes,
      id: 9,
      loggedAt: at,
      editedAt: null,
    }
    return {
      ...person,
      now,
      timeZone,
      today: addDays(calendarDate(now), isBeforeDayStart ? -1 : 0),
      wearing: isWearing ? worn : null,
    }
  })

/** Meaningful words in any order, since almost complete lines are the likeliest to be misread. */
const word = fc.constantFrom(
  ...(
    'lace-ups|lace|nike|500|ml|water|2|cups|coffee|pint|of|beer|last|night|9pm|at|3|ran|40|min|hard|stood|5|h|today|yesterday|cramp|left|right|both|' +
    'calf|arches|foot|thighs|3am|7/10|12/10|for|90|s|sandals|boots|pegasus 41|9|to|17|off|took|put on|wore|until|now|ago|' +
    'stretched|calves|before bed|slept|23:30|7|woke me|went to bed|started|stopped|atorvastatin|20|mg|magnesium|bananas|hot|day|' +
    'monday|friday|next|tomorrow|19 nov|3/4|31 feb|2026-11-18|this|morning|evening|tonight|noon|midnight|half past|quarter to|' +
    'brown|dark|urine|swelling|no|without|warm-up|couldn’t walk|hot|since|between|all day|barefoot|4/5|8/10|10k|furosemide|x|' +
    'about|and|+|plus|banana|a glass of wine|sat|in the sun|may|45m|1h30m|1 500|1.000|10 to 3|after run|at lunch|badly|no cramps|3x|tea|500 water|m|half a|litre|from|,|-|–|.|(|)|"|note:|//|%|5%|oz|½|an|half|no|not|1,000|0|-1|99999|1e9|NaN|pickle water|slow yoga|tape|fizzing|#1|#99|😀|é|١٢|\u0000|\uE000|\n|T08:15|Z|+02:00|CET'
  ).split('|'),
)
const wordLine = fc.array(word, { maxLength: 9 }).map(words => words.join(' '))
const gluedLine = fc.array(fc.oneof(word, fc.constant(' ')), { maxLength: 9 }).map(words => words.join(''))
const anyLine = fc.oneof(
  wordLine,
  gluedLine,
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc.string({ maxLength: 60, unit: 'grapheme' }),
)

const RUNS = { numRuns: propertyRuns(300, 1000) }
/** Lines that failed once, as regression examples. */
const found = (line: string, where: Partial<QuickAddContext> = {}): [string, QuickAddContext] => {
  const [some] = fc.sample(context, { numRuns: 1, seed: 1 })
  if (some === undefined) throw new Error('there is no context')
  return [line, { ...some, decimalSign: '.', usualDrinks: [], shoes: closet, ...where }]
}

const draftsOf = (reading: Reading): EntryDraft[] =>
  reading.kind === 'entry'
    ? [reading.draft]
    : reading.kind === 'entries'
      ? reading.entries.map(entry => entry.draft)
      : []

/** Latest instant of a reading; whole days are compared by their date. */
const findLatest = (reading: Reading) => Math.max(...draftsOf(reading).map(latestOf))

function latestOf(draft: EntryDraft): number {
  switch (draft.kind) {
    case 'footwear':
      return Math.max(draft.at, draft.takenOffAt ?? 0)
    case 'night':
      return Math.max(draft.at, draft.wakeAt ?? 0)
    case 'activity':
      return draft.wholeDay ? 0 : draft.at
    case 'day':
      return 0
    default:
      return draft.at
  }
}

describe('every line', () => {
  test('is read without an error, as a draft the journal takes, as questions, or as a hint', () => {
    fc.assert(
      fc.property(anyLine, context, (line, where) => {
        const reading = readQuickAdd(line, where)
        if (reading.kind === 'entry' || reading.kind === 'entries') {
          for (const draft of draftsOf(reading)) {
            expect(entryDraft.parse(draft)).toEqual(draft)
            expect(findTimeProblems(draft, where.now.at)).toEqual([])
          }
        } else if (reading.kind === 'asks') expect(reading.questions.length).toBeGreaterThan(0)
        else if (reading.kind === 'check-in')
          expect(
            'kind' in reading.checkIn
              ? findCheckInProblems(reading.checkIn, where.now)
              : findDateAhead(reading.checkIn.date, where.now),
          ).toEqual([])
        else expect(reading.hint).not.toBe('')
      }),
      RUNS,
    )
  })

  test('never speaks of what is still to come', () => {
    fc.assert(
      fc.property(wordLine, context, (line, where) => {
        const reading = readQuickAdd(line, where)
        expect(findLatest(reading)).toBeLessThanOrEqual(where.now.at)
        for (const draft of draftsOf(reading))
          expect(calendarDate(draft) <= calendarDate(where.now)).toBe(true)
      }),
      RUNS,
    )
  })

  test('is read the same every time', () => {
    fc.assert(
      fc.property(anyLine, context, (line, where) => {
        expect(readQuickAdd(line, where)).toEqual(readQuickAdd(line, where))
      }),
      { numRuns: propertyRuns(200, 500) },
    )
  })

  test('asks each thing once, with answers that differ', () => {
    fc.assert(
      fc.property(wordLine, context, (line, where) => {
        const reading = readQuickAdd(line, where)
        const questions = reading.kind === 'asks' ? reading.questions : []
        expect(new Set(questions.map(({ about }) => about)).size).toBe(questions.length)
        for (const { options } of questions)
          expect(new Set(options.map(option => option.label)).size).toBe(options.length)
      }),
      { ...RUNS, examples: [found('wore and coffee 4/5')] },
    )
  })

  test('comes to an end: answering and answering again leaves nothing to choose', () => {
    fc.assert(
      fc.property(wordLine, context, fc.nat(), (line, where, choice) => {
        let current = line
        for (let round = 0; round < 25; round++) {
          const reading = readQuickAdd(current, where)
          const question =
            reading.kind === 'asks' ? reading.questions.find(({ options }) => options.length > 0) : undefined
          const answer = question?.options[choice % question.options.length]
          if (answer === undefined) return
          expect(answer.line).not.toBe(current)
          // An answer leads to an entry or to another question.
          expect(readQuickAdd(answer.line, where).kind, answer.line).not.toBe('not-understood')
          current = answer.line
        }
        expect.fail(`still asking after 25 answers: ${current}`)
      }),
      {
        ...RUNS,
        examples: [
          [...found('3x no a glass of wine'), 0],
          [...found('tea + sat lace-ups cramp'), 11],
        ],
      },
    )
  })

  test('keeps every typed word: read, asked about, or in the note', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{5,9}zq$/), context, (nonsense, where) => {
        const reading = readQuickAdd(`500 ml water ${nonsense} 08:00`, where)
        const asked = reading.kind === 'asks' ? reading.questions.map(({ about }) => about) : []
        expect(asked).toContain('words')
        expect(readQuickAdd(`500 ml water 08:00 note: ${nonsense}`, where)).toMatchObject({
          kind: expect.stringMatching(/entry|asks/),
        })
      }),
      { numRuns: propertyRuns(100, 300) },
    )
  })
})

/**
 * Complete lines with one word added: the reading must not ignore it. Without seconds, which most kinds round to minutes.
 */
const nearlyUnderstood = fc
  .record({
    line: fc.constantFrom(
      'cramp left calf 3am 7/10 4 min',
      '500 ml water 14:00',
      '2 cups coffee 8am',
      'pint of beer last night 9pm',
      'ran 40 min yesterday 7:00',
      'ran 10 km 9:00 to 9:55',
      'stood 5 h today',
      'sandals 9:00 to 17:00',
      'stretched calves 3 min 21:30',
      'slept 23:30 to 7:00',
      'started atorvastatin 20 mg',
      'raised ramipril to 5 mg',
      'magnesium 300 mg 13:00',
      '2 bananas 13:00',
      'max 30 C yesterday',
      'foot exercises 10 min',
      '500 ml water + 2 bananas 13:00',
      'two beers and 200 ml juice yesterday 21:00',
      'cramp left calf 3am 7/10, 500 ml water 3:10 am',
    ),
    extra: fc.constantFrom(
      ...(
        '7|15|250|1500|1,000|1 500|0.5|15 reps|2 x|x 3|45m|400m|5 km|#2|#99|10 to 3|5/10|4/5|3 days|3 days ago|12 h ago|14:00:30|3 weeks|' +
        '2nd|no. 3|20 %|100 mg|from 5 mg|1,000 mg caffeine|sore 5 h|sev 6|pain 3|warm-up 10 min|300 m up|at 4|1h30|1h 30|noon|19 nov|' +
        '2026-11-18|half past 9|5 min after run|30 min before bed|2 glasses|3rd glass|12,5|1/3|3 l|100 F'
      ).split('|'),
    ),
    where: fc.nat({ max: 8 }),
  })
  .map(({ line, extra, where }) => {
    const words = line.split(' ')
    return words.toSpliced(Math.min(where, words.length), 0, extra).join(' ')
  })

/** Line without its note, in which every number carries meaning. */
const withoutNote = (line: string) => line.replace(/(?:^|\s)(?:\/\/|note:)[\s\S]*$/i, '')

describe('every number of a line that is understood', () => {
  test('stands in words that were read', () => {
    fc.assert(
      fc.property(fc.oneof(nearlyUnderstood, anyLine), context, (line, where) => {
        const reading = readQuickAdd(line, where)
        if (reading.kind === 'asks' || reading.kind === 'not-understood') return
        for (const number of withoutNote(line).matchAll(/\p{Nd}+/gu)) {
          const isRead = reading.understood.some(
            ({ start, end }) => start <= number.index && number.index + number[0].length <= end,
          )
          expect(isRead, `${number[0]} in ${line}`).toBe(true)
        }
      }),
      RUNS,
    )
  })

  test('makes a difference: with another one in its place the line means something else', () => {
    fc.assert(
      fc.property(fc.oneof(nearlyUnderstood, wordLine), context, (line, where) => {
        const reading = readQuickAdd(line, where)
        if (draftsOf(reading).length === 0) return
        for (const { 0: number, index } of withoutNote(line).matchAll(/\d+/g)) {
          // Different number with the same number of digits.
          const other = number.slice(0, -1) + String((Number(number.at(-1)) % 9) + 1)
          const changed = line.slice(0, index) + other + line.slice(index + number.length)
          expect(draftsOf(readQuickAdd(changed, where)), `${line} and ${changed}`).not.toEqual(
            draftsOf(reading),
          )
        }
      }),
      RUNS,
    )
  })
})

test('a line of the greatest length takes less than a tenth of a second of the processor', () => {
  const where = fc.sample(context, { numRuns: 1, seed: 1 })[0]
  if (where === undefined) throw new Error('no context')
  for (const part of [
    '1 h 1 min ',
    '1 500 ',
    '5m after run ',
    '10 to 3 ',
    '9 to 17 ',
    'left and right calf ',
    '3/4 ',
    'half past 9 ',
    '((((',
    '2026-11-18 ',
    'a a a an ',
  ]) {
    const line = part.repeat(300).slice(0, 300)
    // CPU time, minimum of three runs, so that other processes do not count.
    const takenMs = [1, 2, 3].map(() => {
      const before = process.cpuUsage()
      readQuickAdd(line, where)
      return process.cpuUsage(before).user / 1000
    })
    expect(Math.min(...takenMs), part).toBeLessThan(100)
  }
})
