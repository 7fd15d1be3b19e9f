import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { coinActionIds, getCoinAction, isCoinActionId } from '../../../shared/experiments/coin-actions.ts'
import {
  archivedCoinExperiment,
  type CoinExperiment,
  coinWeeks,
  getArmOn,
  getLastNight,
  throwCoins,
} from '../../../shared/experiments/coin-experiment.ts'
import {
  type CoinViewSource,
  coinView,
  getEndDate,
  isEveningOf,
  makeCoinView,
} from '../../../shared/experiments/coin-view.ts'
import { trialIds, trials } from '../../../shared/experiments/trials.ts'
import { createRandom } from '../../../shared/statistics/random.ts'
import { addDays, type CalendarDate, datesFromTo } from '../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { makeCoins } from './make-coins.ts'

const experiment = makeCoins()
const lastDate = '2027-01-15'
const armOf = (date: CalendarDate) => getArmOn(experiment.firstDate, experiment.actions[0]?.arms ?? [], date)

/** View in the evening of `today`. */
const see = (today: CalendarDate, fields: Partial<CoinViewSource> = {}) => {
  const view = makeCoinView({
    experiment,
    answers: [],
    cramps: new Map(),
    warnedOn: null,
    today,
    isEvening: true,
    lastEndedCrampDay: addDays(today, -1),
    lastAnswerableNight: addDays(today, -1),
    ...fields,
  })
  expect(coinView.parse(view)).toEqual(view)
  return view
}

const known = (to: CalendarDate, cramp: (date: CalendarDate) => number = () => 0) =>
  new Map(datesFromTo(experiment.firstDate, to).map(date => [date, cramp(date)]))

test('a coin decides about every suggestion with a quick effect, and about no other', () => {
  for (const id of trialIds) expect(isCoinActionId(id), id).toBe(trials[id].pace === 'quick')
  for (const id of coinActionIds) expect(getCoinAction(id).question).toBe(trials[id].question)
})

test('coins are fair and independent of each other', () => {
  const actions = coinActionIds.slice(0, 3)
  let [heads, alike, flips] = [0, 0, 0]
  for (let seed = 0; seed < 60; seed++) {
    const [one, other] = throwCoins({ actions, weeks: 16 }, createRandom(seed))
    one?.arms.forEach((arm, night) => {
      heads += arm
      alike += Number(arm === other?.arms[night])
      flips += 1
    })
  }
  const slack = 4 * Math.sqrt(0.25 / flips)
  expect(Math.abs(heads / flips - 0.5)).toBeLessThan(slack)
  expect(Math.abs(alike / flips - 0.5)).toBeLessThan(slack)
})

describe('what the page may know', () => {
  it('does not depend on coins that are not shown yet', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...coinWeeks),
        fc.uniqueArray(fc.constantFrom(...coinActionIds), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: -2, max: 120 }),
        fc.boolean(),
        fc.nat(),
        (weeks, actions, offset, isEvening, otherSeed) => {
          const one = makeCoins({ weeks, actions })
          const today = addDays(one.firstDate, offset)
          const isShown = (action: string, night: number) =>
            night < offset ||
            (night === offset &&
              (isEvening || (isCoinActionId(action) && getCoinAction(action).decides === 'day')))
          const rethrown = throwCoins({ weeks, actions }, createRandom(otherSeed % 2 ** 32))
          const other: CoinExperiment = {
            ...one,
            seed: otherSeed % 2 ** 32,
            actions: one.actions.map(({ action, arms }, index) => ({
              action,
              arms: arms.map((arm, night) =>
                isShown(action, night) ? arm : (rethrown[index]?.arms[night] ?? arm),
              ),
            })),
          }
          const cramps = new Map(
            datesFromTo(one.firstDate, getLastNight(one))
              .filter(date => date < today)
              .map((date, i) => [date, Number(i % 3 === 0)]),
          )
          const show = (shown: CoinExperiment) => see(today, { experiment: shown, cramps, isEvening })
          expect(show(other)).toEqual(show(one))
        },
      ),
    )
  })

  it('holds neither the seed nor the coins of other nights', () => {
    expect(JSON.stringify(see('2026-11-25'))).not.toMatch(/seed|"arms"/)
    expect(see('2026-11-25').today).toHaveLength(1)
  })

  it('compares nothing before the end, while it is not settled', () => {
    const cramps = known(lastDate, date => Number(date.endsWith('3')))
    for (const date of datesFromTo('2026-11-18', lastDate))
      expect(see(date, { cramps }).actions[0]?.result).toBeNull()
    expect(see('2027-01-19', { cramps }).actions[0]?.result?.verdict).toBe('not-settled')
  })
})

describe('a coin', () => {
  it('of a night is shown in the evening, and after midnight until the day ends', () => {
    expect(see('2026-11-21', { isEvening: false })).toMatchObject({ today: [], isCoinToCome: true })
    expect(see('2026-11-21')).toMatchObject({
      today: [{ action: 'loose-bedding', arm: armOf('2026-11-21') }],
      isCoinToCome: false,
    })
    const isEveningAt = (date: string, clock: string) =>
      isEveningOf('2026-11-21', momentAt(date, clock, 'Europe/Berlin'))
    expect(isEveningAt('2026-11-21', '16:59')).toBe(false)
    expect(isEveningAt('2026-11-21', '17:00')).toBe(true)
    expect(isEveningAt('2026-11-22', '03:00')).toBe(true)
  })

  it('of a day is shown from its morning on', () => {
    const one = makeCoins({ actions: ['drink-to-thirst', 'warm-feet'] })
    expect(see('2026-11-21', { experiment: one, isEvening: false })).toMatchObject({
      today: [{ action: 'drink-to-thirst' }],
      isCoinToCome: true,
    })
  })

  it('is not shown before the first and after the last night', () => {
    expect(see('2026-11-20')).toMatchObject({ state: 'upcoming', today: [], question: null })
    expect(see('2027-01-16')).toMatchObject({ state: 'running', today: [] })
  })
})

describe('the question in the morning', () => {
  const answer = (date: CalendarDate) => ({ date, action: 'loose-bedding' as const, followed: false })

  it('asks for what is not known about the newest night, and is silent once it is', () => {
    expect(see('2026-11-22').question).toEqual({
      date: '2026-11-21',
      asksCramps: true,
      sides: [{ action: 'loose-bedding', arm: armOf('2026-11-21') }],
    })
    const cramps = known('2026-11-21')
    expect(see('2026-11-22', { cramps }).question).toMatchObject({ asksCramps: false })
    expect(see('2026-11-22', { cramps, answers: [answer('2026-11-21')] }).question).toBeNull()
    expect(see('2026-11-22', { answers: [answer('2026-11-21')] }).question).toMatchObject({ sides: [] })
  })

  it('goes back three nights, and does not ask about cramps before they can be told', () => {
    const night = { lastAnswerableNight: '2026-11-20' }
    expect(see('2026-11-22', night).question).toMatchObject({ asksCramps: false })
    const answers = ['2026-11-23', '2026-11-24', '2026-11-25'].map(answer)
    expect(see('2026-11-26', { answers, cramps: known('2026-11-25') }).question).toBeNull()
    expect(see('2026-11-26', { answers: answers.slice(1), cramps: known('2026-11-25') }).question?.date).toBe(
      '2026-11-23',
    )
  })

  it('counts the nights whose cramps are known', () => {
    expect(see('2026-11-26', { cramps: known('2026-11-24') })).toMatchObject({ answered: 4, nights: 56 })
  })
})

describe('the end', () => {
  const byCoin = known(lastDate, date => Number(armOf(date) === 0))

  it('comes early when all is settled: the result is shown and no coin any more', () => {
    const views = datesFromTo('2026-11-22', lastDate).map(date => see(date, { cramps: byCoin }))
    const first = views.find(({ state }) => state === 'finished')
    expect(first).toMatchObject({ today: [], question: null, actions: [{ result: { verdict: 'helped' } }] })
    expect(first && getEndDate(first)).toBe(first?.actions[0]?.result?.settledOn)
    expect(views.filter(({ state }) => state === 'running').every(({ actions }) => !actions[0]?.result)).toBe(
      true,
    )
    expect(see(lastDate, { cramps: byCoin }).state).toBe('finished')
  })

  it('leaves the coins of the other actions going', () => {
    const two = makeCoins({ weeks: 16, actions: ['loose-bedding', 'warm-feet'] })
    const cramps = new Map(
      datesFromTo(two.firstDate, getLastNight(two)).map(date => [
        date,
        Number(getArmOn(two.firstDate, two.actions[0]?.arms ?? [], date) === 0),
      ]),
    )
    const view = see(getLastNight(two), { experiment: two, cramps })
    expect(view.actions.map(({ result }) => result?.verdict)).toEqual(['helped', undefined])
    expect(view).toMatchObject({ state: 'running', today: [{ action: 'warm-feet' }] })
    expect(view.question?.sides.map(({ action }) => action)).toEqual(['warm-feet'])
    expect(getEndDate(view)).toBe(getLastNight(two))
  })

  it('waits until the last night was asked about', () => {
    const cramps = known('2027-01-14')
    const before = see('2027-01-16', { cramps })
    expect(before.state).toBe('running')
    expect(see('2027-01-16', { cramps, lastEndedCrampDay: '2027-01-14' }).state).toBe('running')
    expect(see('2027-01-19', { cramps }).state).toBe('finished')
  })
})

describe('a stop', () => {
  const stopped = { experiment: { ...experiment, stoppedOn: '2026-12-05' } }

  it('can be taken back on its day, before the result shows, which knows only the early rule', () => {
    const cramps = known(lastDate, date => Number(date.endsWith('3')))
    expect(see('2026-12-05', { ...stopped, cramps })).toMatchObject({
      state: 'stopped',
      canResume: true,
      today: [],
      actions: [{ result: null }],
    })
    expect(see('2026-12-06', { ...stopped, cramps })).toMatchObject({
      canResume: false,
      answered: 14,
      actions: [{ result: { verdict: 'not-settled', pValue: null } }],
    })
  })

  it('comes of a sign that should be seen by a doctor', () => {
    expect(see('2026-12-05', { warnedOn: '2026-12-01' })).toMatchObject({
      state: 'stopped',
      stop: { on: '2026-12-01', because: 'warning' },
      question: null,
    })
    expect(see('2027-02-01', { warnedOn: '2027-01-20' })).toMatchObject({ state: 'finished', stop: null })
  })
})

test('a file with an unequal number of coins, or an answer about something else, is refused', () => {
  const { id: _id, ...stored } = makeCoins({ actions: ['loose-bedding', 'warm-feet'] })
  const file = { ...stored, answers: [] }
  expect(archivedCoinExperiment.safeParse(file).success).toBe(true)
  const answers = [{ date: '2026-11-21', action: 'drink-to-thirst', followed: true, answeredAt: 5 }]
  expect(archivedCoinExperiment.safeParse({ ...file, answers }).success).toBe(false)
  const [first, second] = stored.actions
  expect(
    archivedCoinExperiment.safeParse({ ...file, actions: [first, { ...second, arms: [1] }] }).success,
  ).toBe(false)
  expect(archivedCoinExperiment.safeParse({ ...file, actions: [] }).success).toBe(false)
})
