/** The sentence on which Today opens: only answered nights are calm. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  computeRecentNights,
  countWeeks,
  type NightSource,
  writeNightsSentence,
  writeWeek,
} from '../../../shared/analysis/recent-nights.ts'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import { plainConventions } from '../../../shared/locale/conventions.ts'
import { createFormats } from '../../../shared/locale/formats.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { clockMinutes } from '../../../shared/time/moment.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { crampDraft } from '../kinds/drafts.ts'

const zone = 'Europe/London'
/** Friday 20 November 2026, 16:00: the last night that is over is that of Thursday, the 19th. */
const now = momentAt('2026-11-20', '16:00', zone)

const cramp = (date: string, clock: string, fields = {}): EntryOf<'cramp'> => ({
  ...crampDraft({ ...momentAt(date, clock, zone), ...fields }),
  id: 1,
  loggedAt: now.at,
  editedAt: null,
})
const clear = (...dates: readonly string[]) =>
  dates.map(date => ({ date, kind: 'cramp' as const, dayStartMinutes: 0 }))

function sourceOf(cramps: readonly EntryOf<'cramp'>[], fields: Partial<NightSource> = {}): NightSource {
  const lastCramp = cramps.toSorted((a, b) => a.at - b.at).at(-1) ?? null
  return { now, cramps, lastCramp, checkIns: [], firstDate: '2026-11-01', ...fields }
}
const formatsOf = (hourCycle: 12 | 24) => {
  const { date, time } = createFormats({ ...plainConventions, hourCycle })
  return { date, time: (moment: typeof now) => time(clockMinutes(moment)).replace('\u00a0', ' ') }
}
const say = (source: NightSource, hourCycle: 12 | 24 = 12) =>
  writeNightsSentence(computeRecentNights(source), source.now, formatsOf(hourCycle))

describe('the sentence', () => {
  const tuesday = cramp('2026-11-17', '03:00')

  test('of answered nights', () => {
    const checkIns = clear('2026-11-17', '2026-11-18', '2026-11-19')
    expect(say(sourceOf([tuesday], { checkIns }))).toEqual({
      text: 'No cramp on the last 3 nights. The last one: left calf, Tuesday, 3:00 am.',
      unanswered: [],
    })
    expect(say(sourceOf([tuesday], { checkIns }), 24).text).toBe(
      'No cramp on the last 3 nights. The last one: left calf, Tuesday, 03:00.',
    )
  })

  test('of nights without an answer says how many, and never calls them calm', () => {
    expect(say(sourceOf([tuesday], { checkIns: clear('2026-11-17') }))).toEqual({
      text: 'No cramp written down since Tuesday; 2 nights are not answered.',
      unanswered: ['2026-11-19', '2026-11-18'],
    })
    expect(say(sourceOf([tuesday], { checkIns: clear('2026-11-18', '2026-11-19') })).text).toBe(
      'No cramp on the last 2 nights. The last one written down: left calf, Tuesday, 3:00 am; 1 night is not answered since.',
    )
  })

  test('of a cramp last night, in the afternoon, and in the night without a time', () => {
    expect(say(sourceOf([cramp('2026-11-20', '03:05')])).text).toBe(
      'The last cramp: left calf, today, 3:05 am.',
    )
    expect(say(sourceOf([cramp('2026-11-20', '15:00')])).text).toBe(
      'The last cramp: left calf, today, 3:00 pm.',
    )
    const inTheNight = cramp('2026-11-20', '03:00', { onsetPrecision: 'night' })
    expect(say(sourceOf([inTheNight])).text).toBe('The last cramp: left calf, in the night to today.')
    expect(say(sourceOf([cramp('2026-11-19', '23:00', { onsetPrecision: 'about' })])).text).toBe(
      'The last cramp: left calf, yesterday, about 11:00 pm.',
    )
  })

  test('a cramp at 17:00 and a calm night never make a night without', () => {
    const afternoon = cramp('2026-11-18', '17:00')
    // The answer speaks of noon to noon, and a cramp that was written down overrides it.
    const checkIns = clear('2026-11-17', '2026-11-18', '2026-11-19')
    expect(say(sourceOf([afternoon], { checkIns })).text).toBe(
      'No cramp last night. The last one: left calf, Wednesday, 5:00 pm.',
    )
  })

  test('before 05:00 the night that is going on is not counted', () => {
    const small = momentAt('2026-11-20', '04:00', zone)
    expect(say(sourceOf([tuesday], { now: small, checkIns: clear('2026-11-17', '2026-11-18') })).text).toBe(
      'No cramp on the last 2 nights. The last one: left calf, Tuesday, 3:00 am.',
    )
    const only = sourceOf([cramp('2026-11-18', '03:00')], { now: small, checkIns: clear('2026-11-18') })
    expect(say(only).text).toBe(
      'No cramp in the night to Thursday. The last one: left calf, Wednesday, 3:00 am.',
    )
  })

  test('of a journal without a cramp', () => {
    expect(say(sourceOf([], { firstDate: null })).text).toBe('No cramp written down yet.')
    expect(say(sourceOf([], { firstDate: '2026-11-20' })).text).toBe('No cramp written down yet.')
    expect(say(sourceOf([], { firstDate: '2026-11-18' })).text).toBe(
      'No cramp written down yet; 2 nights are not answered.',
    )
    expect(say(sourceOf([], { firstDate: '2026-11-18', checkIns: clear('2026-11-19') })).text).toBe(
      'No cramp last night. 1 night is not answered.',
    )
  })

  test('of several places, of none, and of long ago', () => {
    const at = (side: 'left' | 'right', muscle: 'calf' | 'toes' | 'arch') => ({ side, muscle })
    const of = (sites: readonly unknown[]) => say(sourceOf([cramp('2026-11-20', '03:00', { sites })])).text
    expect(of([at('left', 'calf'), at('right', 'toes')])).toContain('left calf and right toes')
    expect(of([at('left', 'calf'), at('right', 'toes'), at('left', 'arch')])).toContain(
      'left calf and 2 more places',
    )
    expect(of([])).toContain('place not given')
    const old = { ...sourceOf([], { firstDate: '2025-01-01' }), lastCramp: cramp('2025-12-24', '03:00') }
    expect(say(old).text).toBe('No cramp written down since 24 Dec 2025; 28 nights are not answered.')
  })

  test('a night is called calm only if it was answered, for every diary', () => {
    const dates = Array.from({ length: 20 }, (_, index) => addDays('2026-11-01', index))
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('cramp', 'none', 'unknown'), { minLength: 20, maxLength: 20 }),
        states => {
          const of = (state: string) => dates.filter((_, index) => states[index] === state)
          const source = sourceOf(
            of('cramp').map(date => cramp(date, '23:00')),
            { checkIns: clear(...of('none')) },
          )
          const { text, unanswered } = say(source)
          const over = states.slice(0, 19)
          const claimed = Number(/last (\d+) nights/.exec(text)?.[1] ?? (text.includes('last night') ? 1 : 0))
          const answered = over.toReversed().findIndex(state => state !== 'none')
          // A cramp this evening is after every night that is over.
          expect(claimed).toBe(states[19] === 'cramp' ? 0 : answered === -1 ? 19 : answered)
          const since = states.lastIndexOf('cramp')
          expect([...unanswered].reverse()).toEqual(
            dates.filter((_, index) => index > since && index < 19 && states[index] === 'unknown'),
          )
        },
      ),
    )
  })
})

test('this week beside last week, each with its answered nights', () => {
  const cramps = [cramp('2026-11-17', '03:00'), cramp('2026-11-18', '03:00'), cramp('2026-11-18', '04:00')]
  const nights = computeRecentNights(sourceOf(cramps, { checkIns: clear('2026-11-15', '2026-11-19') }))
  const { thisWeek, lastWeek } = countWeeks(nights, now, 0)
  // Monday the 16th to the night of Thursday the 19th.
  expect(thisWeek).toEqual({ cramps: 3, answered: 3, over: 4 })
  expect(lastWeek).toEqual({ cramps: 0, answered: 1, over: 7 })
  expect(writeWeek(thisWeek)).toBe('3 cramps on 3 answered nights')
  expect(lastWeek && writeWeek(lastWeek)).toBe('no cramp on 1 answered night')
  expect(countWeeks(nights, now, 6).thisWeek).toEqual({ cramps: 3, answered: 4, over: 5 })
  const fresh = computeRecentNights(sourceOf([], { firstDate: '2026-11-20' }))
  expect(countWeeks(fresh, now, 0)).toEqual({ thisWeek: { cramps: 0, answered: 0, over: 0 }, lastWeek: null })
  expect(writeWeek(countWeeks(fresh, now, 0).thisWeek)).toBe('no night is over yet')
})
