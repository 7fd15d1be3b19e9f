import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { designNames, designs, getLengthDays } from '../../../shared/experiments/design.ts'
import {
  getLastDate,
  getPeriodOn,
  getSpan,
  listAnswerableDates,
  listPeriods,
} from '../../../shared/experiments/schedule.ts'
import { addDays, dateOfDayNumber, datesFromTo } from '../../../shared/time/calendar-date.ts'
import { makeExperiment } from './make-experiment.ts'

const anyExperiment = fc
  .record({
    design: fc.constantFrom(...designNames),
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    firstDate: fc.integer({ min: 19_000, max: 23_000 }).map(dateOfDayNumber),
  })
  .map(makeExperiment)

it('counts to its last date, or to the day before it was stopped', () => {
  const experiment = makeExperiment({ firstDate: '2026-11-21' })
  expect(getSpan(experiment)).toEqual(['2026-11-21', '2027-01-15'])
  expect(getSpan({ ...experiment, stoppedOn: '2026-12-01' })).toEqual(['2026-11-21', '2026-11-30'])
})

describe('the periods of an experiment', () => {
  it('cover every date from the first to the last once, in order', () => {
    fc.assert(
      fc.property(anyExperiment, experiment => {
        const periods = listPeriods(experiment)
        expect(periods.flatMap(({ fromDate, toDate }) => datesFromTo(fromDate, toDate))).toEqual(
          datesFromTo(experiment.firstDate, getLastDate(experiment)),
        )
        expect(periods.map(({ arm }) => arm)).toEqual(experiment.arms)
      }),
    )
  })

  it('are found by date, and there is none outside', () => {
    fc.assert(
      fc.property(anyExperiment, fc.integer({ min: -40, max: 240 }), (experiment, offset) => {
        const date = addDays(experiment.firstDate, offset)
        const period = getPeriodOn(experiment, date)
        if (offset < 0 || offset >= getLengthDays(experiment.design)) expect(period).toBeUndefined()
        else expect(period && period.fromDate <= date && date <= period.toDate).toBe(true)
      }),
    )
  })

  it('count from after the washout', () => {
    const [first, second] = listPeriods(makeExperiment({ firstDate: '2026-11-21' }))
    expect(first).toMatchObject({ fromDate: '2026-11-21', countsFrom: '2026-11-22', toDate: '2026-11-27' })
    expect(second).toMatchObject({ number: 2, fromDate: '2026-11-28' })
    expect(designs['8-weeks-by-2-days'].washoutDays).toBe(0)
  })
})

describe('listAnswerableDates', () => {
  const experiment = makeExperiment({ firstDate: '2026-11-21' })

  it('reaches from today three days back, within the schedule', () => {
    expect(listAnswerableDates(experiment, '2026-11-20')).toEqual([])
    expect(listAnswerableDates(experiment, '2026-11-22')).toEqual(['2026-11-22', '2026-11-21'])
    expect(listAnswerableDates(experiment, '2026-12-10')).toEqual([
      '2026-12-10',
      '2026-12-09',
      '2026-12-08',
      '2026-12-07',
    ])
    expect(getLastDate(experiment)).toBe('2027-01-15')
    expect(listAnswerableDates(experiment, '2027-01-17')).toEqual(['2027-01-15', '2027-01-14'])
    expect(listAnswerableDates(experiment, '2027-01-19')).toEqual([])
  })
})
