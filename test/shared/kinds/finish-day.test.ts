import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CheckIn, TrackedKind } from '../../../shared/kinds/check-in.ts'
import { createDayHours } from '../../../shared/kinds/day-hours.ts'
import type { Entry, EntryDraft } from '../../../shared/kinds/entry.ts'
import {
  type FinishFacts,
  getDayToFinish,
  giveOrdinaryAnswers,
  isUsuallyNone,
  listDayQuestions,
  USUAL_LOOK_BACK_DAYS,
} from '../../../shared/kinds/finish-day.ts'
import { addDays, datesFromTo } from '../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { crampDraft, fluidDraft, stretchDraft } from './drafts.ts'

const ZONE = 'Europe/Berlin'
const FOUR = 240
const at = (date: string, clock: string) => momentAt(date, clock, ZONE)

let lastId = 0
const store = (draft: EntryDraft): Entry => ({
  ...draft,
  id: ++lastId,
  loggedAt: draft.at,
  editedAt: null,
})
const say = (kind: TrackedKind, date: string): CheckIn => ({ kind, date, dayStartMinutes: FOUR })

const ask = (facts: Partial<FinishFacts>) =>
  listDayQuestions({
    date: '2026-11-19',
    now: at('2026-11-19', '20:00'),
    followed: ['cramp', 'fluid', 'stretch'],
    entries: [],
    checkIns: [],
    dayStartMinutes: FOUR,
    ...facts,
  })
const askFor = (facts: Partial<FinishFacts>) => ask(facts).map(({ kind, date }) => `${kind} ${date}`)

describe('the day to finish', () => {
  test.each([
    ['2026-11-20', '03:59', '2026-11-19', true],
    ['2026-11-20', '04:00', '2026-11-19', true],
    ['2026-11-20', '07:00', '2026-11-19', true],
    ['2026-11-20', '11:59', '2026-11-19', true],
    ['2026-11-20', '12:00', '2026-11-20', false],
    ['2026-11-20', '15:59', '2026-11-20', false],
    ['2026-11-20', '16:00', '2026-11-20', true],
    ['2026-11-21', '00:30', '2026-11-20', true],
  ])('%s %s: %s, offered: %s', (date, clock, expected, isOffered) => {
    expect(getDayToFinish(at(date, clock), FOUR)).toEqual({ date: expected, isOffered })
  })

  test('is today from midnight on where a day starts at noon', () => {
    expect(getDayToFinish(at('2026-11-20', '11:00'), 720)).toEqual({ date: '2026-11-19', isOffered: true })
    expect(getDayToFinish(at('2026-11-20', '12:00'), 720)).toEqual({ date: '2026-11-20', isOffered: false })
  })
})

describe('open questions', () => {
  test('are asked for what is followed and not known, cramps first', () => {
    expect(askFor({ followed: ['stretch', 'fluid', 'cramp'] })).toEqual([
      'cramp 2026-11-18',
      'fluid 2026-11-19',
      'stretch 2026-11-19',
    ])
    const stretched = store(stretchDraft({ ...at('2026-11-19', '19:00') }))
    expect(askFor({ entries: [stretched], checkIns: [say('fluid', '2026-11-19')] })).toEqual([
      'cramp 2026-11-18',
    ])
  })

  test('an evening asks about the cramp-day that ended at noon, and the next morning from 05:00 on about the night', () => {
    const cramps = (date: string, clock: string, day: string) =>
      askFor({ followed: ['cramp'], date: day, now: at(date, clock) })
    expect(cramps('2026-11-19', '23:00', '2026-11-19')).toEqual(['cramp 2026-11-18'])
    expect(cramps('2026-11-20', '04:59', '2026-11-19')).toEqual(['cramp 2026-11-18'])
    expect(cramps('2026-11-20', '05:00', '2026-11-19')).toEqual(['cramp 2026-11-19'])
    expect(cramps('2026-11-20', '07:00', '2026-11-19')).toEqual(['cramp 2026-11-19'])
  })

  test('a cramp at 17:00 and a calm night: there is no question whose answer would make the day one without', () => {
    const entries = [store(crampDraft(at('2026-11-19', '17:00')))]
    const now = at('2026-11-20', '07:00')
    expect(askFor({ followed: ['cramp'], now, entries })).toEqual([])
    // The evening before is asked about the cramp-day that ended before that cramp.
    expect(askFor({ followed: ['cramp'], entries })).toEqual(['cramp 2026-11-18'])
  })

  test('drinks stay asked about with entries, and little to drink is asked back', () => {
    const glass = store(fluidDraft({ ...at('2026-11-19', '10:00'), volumeMl: 250 }))
    const jug = store(fluidDraft({ ...at('2026-11-19', '12:00'), volumeMl: 900 }))
    const [few] = ask({ followed: ['fluid'], entries: [glass] })
    expect(few).toMatchObject({ entryCount: 1, ordinary: null })
    expect(few?.doubts).toHaveLength(1)
    const [enough] = ask({ followed: ['fluid'], entries: [glass, jug] })
    expect(enough).toMatchObject({ entryCount: 2, ordinary: 'complete', doubts: [] })
  })

  test('a day that has not begun has none', () => {
    expect(askFor({ date: '2026-11-20' })).toEqual([])
  })
})

describe('"none" is usual', () => {
  const asked = '2026-11-19'
  const nights = (count: number, first = addDays(asked, -count)) =>
    datesFromTo(first, addDays(first, count - 1))
  const judge = (checkedIn: readonly string[], withEntry: readonly string[]) => {
    const entries = withEntry.map(date => store(stretchDraft(at(date, '21:00'))))
    const hours = createDayHours(
      checkedIn.map(date => say('stretch', date)),
      FOUR,
    )
    return isUsuallyNone('stretch', asked, entries, hours)
  }

  test('on at least three of four known days, of which there are at least four', () => {
    expect(judge(nights(3), [])).toBe(false)
    expect(judge(nights(4), [])).toBe(true)
    const [first = '', second = ''] = nights(8)
    expect(judge(nights(8), [first, second])).toBe(true)
    expect(judge(nights(7), [first, second, ...nights(1, '2026-11-10')])).toBe(false)
  })

  test('within the look-back alone', () => {
    expect(judge(nights(4, addDays(asked, -USUAL_LOOK_BACK_DAYS)), [])).toBe(true)
    expect(judge(nights(4, addDays(asked, -USUAL_LOOK_BACK_DAYS - 1)), [])).toBe(false)
    // The day itself says nothing about itself.
    expect(judge([asked, ...nights(3)], [])).toBe(false)
  })

  test('property: an unknown day changes nothing, an entry never makes it usual', () => {
    const dates = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 40 })
    fc.assert(
      fc.property(dates, dates, fc.integer({ min: 1, max: 40 }), (checkedIn, withEntry, more) => {
        const dateOf = (ago: number) => addDays(asked, -ago)
        const before = judge(checkedIn.map(dateOf), withEntry.map(dateOf))
        const after = judge(checkedIn.map(dateOf), [...withEntry, more].map(dateOf))
        expect(before || !after).toBe(true)
      }),
    )
  })

  test('a drink without "that is everything" makes no day known', () => {
    const entries = nights(4).map(date => store(fluidDraft(at(date, '10:00'))))
    expect(isUsuallyNone('fluid', asked, entries, createDayHours([], FOUR))).toBe(false)
  })
})

test('an ordinary day gives marked check-ins for the usual answers, and for nothing else', () => {
  const free = datesFromTo('2026-11-10', '2026-11-17')
  const checkIns = free.flatMap(date => [say('stretch', date), say('cramp', date)])
  const drunk = store(fluidDraft({ ...at('2026-11-19', '12:00'), volumeMl: 1500 }))
  const questions = ask({
    followed: ['cramp', 'fluid', 'stretch', 'activity'],
    checkIns,
    entries: [drunk],
  })
  expect(questions.map(({ kind, ordinary }) => [kind, ordinary])).toEqual([
    ['cramp', 'none'],
    ['fluid', 'complete'],
    ['activity', null],
    ['stretch', 'none'],
  ])
  expect(giveOrdinaryAnswers(questions, FOUR)).toEqual([
    { kind: 'cramp', date: '2026-11-18', dayStartMinutes: FOUR, inOnePress: true },
    { kind: 'fluid', date: '2026-11-19', dayStartMinutes: FOUR, inOnePress: true },
    { kind: 'stretch', date: '2026-11-19', dayStartMinutes: FOUR, inOnePress: true },
  ])
})
