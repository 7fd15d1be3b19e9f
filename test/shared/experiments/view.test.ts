import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyseExperiment } from '../../../shared/experiments/analysis.ts'
import { designNames, drawArms, getLengthDays } from '../../../shared/experiments/design.ts'
import type { Experiment } from '../../../shared/experiments/experiment.ts'
import { getLastDate, listPeriods } from '../../../shared/experiments/schedule.ts'
import { experimentView, makeExperimentView, type ViewSource } from '../../../shared/experiments/view.ts'
import { createRandom } from '../../../shared/statistics/random.ts'
import { addDays, datesFromTo } from '../../../shared/time/calendar-date.ts'
import { makeExperiment } from './make-experiment.ts'

const experiment = makeExperiment({ firstDate: '2026-11-21' })
const lastDate = '2027-01-15'
const everyDay = (kept: boolean, from = experiment.firstDate, to = lastDate) =>
  datesFromTo(from, to).map(date => ({ date, kept }))

const cramps = new Map(everyDay(true).map(({ date }, i) => [date, i % 3 === 0 ? 1 : 0]))

/** View in the afternoon of `today`, when yesterday's cramp-day has ended. */
const see = (today: string, fields: Partial<ViewSource> = {}) => {
  const view = makeExperimentView({
    experiment,
    days: [],
    warnedOn: null,
    today,
    lastEndedCrampDay: addDays(today, -1),
    analyse: one => analyseExperiment(one, fields.days ?? [], cramps),
    ...fields,
  })
  expect(experimentView.parse(view)).toEqual(view)
  return view
}

describe('what the page may know', () => {
  it('does not depend on the arms of periods that have not begun', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...designNames),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.integer({ min: -3, max: 180 }),
        fc.option(fc.integer({ min: 0, max: 170 }), { nil: null }),
        (name, seed, offset, stopOffset) => {
          const one = makeExperiment({ design: name, seed, firstDate: '2026-11-21' })
          const today = addDays(one.firstDate, offset)
          const stoppedOn =
            stopOffset === null || stopOffset > offset ? null : addDays(one.firstDate, stopOffset)
          const shown = (shownExperiment: Experiment) =>
            see(today, { experiment: { ...shownExperiment, stoppedOn }, days: [] })
          const until = stoppedOn === null || stoppedOn > today ? today : stoppedOn
          const begun = listPeriods(one).filter(({ fromDate }) => fromDate <= until).length
          // Another order and seed, with the same periods begun.
          const other = findOrderThatBegins(one, begun)
          const { result: resultOfOne, ...viewOfOne } = shown(one)
          const { result: resultOfOther, ...viewOfOther } = shown(other)
          expect(viewOfOther).toEqual(viewOfOne)
          expect(resultOfOther?.periods).toEqual(resultOfOne?.periods)
        },
      ),
    )
  })

  it('holds neither the seed nor the order', () => {
    const text = JSON.stringify(see('2026-11-25'))
    expect(text).not.toContain('seed')
    expect(text).not.toContain('arms')
    expect(see('2026-11-25').begun).toHaveLength(1)
  })

  it('holds no result before the end', () => {
    for (const date of datesFromTo('2026-11-18', lastDate)) expect(see(date).result).toBeNull()
  })
})

/** Order of the same design with the same first periods, searched over other seeds; the given order if none has them. */
function findOrderThatBegins(experiment: Experiment, begun: number): Experiment {
  const start = experiment.arms.slice(0, begun).join('')
  for (let seed = 0; seed < 500; seed++) {
    const arms = [...drawArms(experiment.design, createRandom(seed))]
    if (arms.slice(0, begun).join('') === start) return { ...experiment, seed, arms }
  }
  return experiment
}

describe('the course of an experiment', () => {
  it('waits, runs and finishes by the calendar', () => {
    expect(see('2026-11-20')).toMatchObject({ state: 'upcoming', today: null, question: null, begun: [] })
    expect(see('2026-11-21')).toMatchObject({
      state: 'running',
      question: null,
      today: { number: 1, arm: experiment.arms[0] },
    })
    expect(see('2026-11-22').question).toEqual({ date: '2026-11-21', arm: experiment.arms[0] })
    expect(see(lastDate).state).toBe('running')
    expect(see('2027-01-16', { days: everyDay(true) })).toMatchObject({ state: 'finished', today: null })
  })

  it('does not end before the noon that ends its last night, nor before its last days were asked about', () => {
    const morning = see('2027-01-16', { days: everyDay(true), lastEndedCrampDay: '2027-01-14' })
    expect(morning).toMatchObject({ state: 'running', today: null, result: null })
    expect(see('2027-01-18').question).toEqual({ date: lastDate, arm: experiment.arms.at(-1) })
    expect(see('2027-01-18').state).toBe('running')
    expect(see('2027-01-19').state).toBe('finished')
  })

  it('asks about the newest day without an answer, and is silent once there is one', () => {
    const days = [{ date: '2026-11-24', kept: false }]
    expect(see('2026-11-25', { days }).question?.date).toBe('2026-11-23')
    expect(see('2026-11-25', { days: everyDay(true, '2026-11-21', '2026-11-24') }).question).toBeNull()
  })

  it('goes back with a clock that is set back, and loses nothing', () => {
    const days = everyDay(true, '2026-11-21', '2026-12-10')
    const before = see('2026-11-30', { days })
    expect(before).toMatchObject({ state: 'running', today: { number: 2 }, question: null, days })
    expect(see('2026-12-11', { days }).today?.number).toBe(3)
    expect(see('2025-01-01', { days })).toMatchObject({ state: 'upcoming', days })
  })
})

describe('a stop', () => {
  const stopped = { experiment: { ...experiment, stoppedOn: '2026-12-05' }, days: everyDay(true) }

  it('can be taken back on the same day, before anything of the result shows', () => {
    expect(see('2026-12-05', stopped)).toMatchObject({ state: 'stopped', canResume: true, result: null })
    expect(see('2026-12-06', stopped)).toMatchObject({ state: 'stopped', canResume: false, question: null })
  })

  it('leaves a result of the periods before it, and later ones unseen', () => {
    const { result, begun } = see('2027-02-01', stopped)
    expect(result?.periods).toHaveLength(2)
    expect(result?.periods[1]).toMatchObject({ toDate: '2026-12-04', countedDays: 6 })
    expect(begun).toHaveLength(3)
  })

  it('comes of a sign that should be seen by a doctor, but not of one after the end', () => {
    const warned = see('2026-12-05', { warnedOn: '2026-12-01' })
    expect(warned).toMatchObject({
      state: 'stopped',
      stop: { on: '2026-12-01', because: 'warning' },
      canResume: false,
    })
    expect(see('2027-02-01', { warnedOn: '2027-01-20' })).toMatchObject({ state: 'finished', stop: null })
    expect(see('2026-12-06', { ...stopped, warnedOn: '2026-12-07' }).stop?.because).toBe('person')
  })

  it('before the first day leaves nothing to compare', () => {
    const early = see('2026-12-01', { experiment: { ...experiment, stoppedOn: '2026-11-21' } })
    expect(early.result).toMatchObject({ verdict: 'too-few', periods: [], test: null, effect: null })
  })
})

it('every design ends on the day its length says', () => {
  for (const design of designNames) {
    const one = makeExperiment({ design, firstDate: '2026-11-21' })
    expect(getLastDate(one)).toBe(addDays('2026-11-20', getLengthDays(one.design)))
  }
})
