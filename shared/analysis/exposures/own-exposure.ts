/**
 * Exposures made from the person's own factors at run time: one record per factor, of the same type as the built-in ones.
 * Each has its own series, so that an answer about one factor says nothing about another.
 *
 *     answer        value of a window                            a date is known by
 *     yes-no        1 or 0 of the date before                    an answer
 *     scale         score of the date before                     an answer
 *     amount        sum of the amounts in it, by their instants  an amount, or a check-in of the factor
 *
 * "The same night" asks for no sleep record: it is the value of the cramp-day, for cramps from 21:00 to 09:00.
 */
import { z } from 'zod'
import { factorWindows } from '../../kinds/own-factor.ts'
import { isolate } from '../../locale/bidi.ts'
import type { DayNumber, DayValue } from '../diary/diary.ts'
import type { Exposure } from './exposure.ts'
import { atOnce, getLoggedAt, overHours, type SeriesSource } from './series.ts'
import type { StudiedFactor } from './studied-factor.ts'

type FactorWindow = StudiedFactor['window']

/** Key of an own factor's exposure: `own-factor:12`, by the factor's id. */
export type OwnKey = `own-factor:${number}`

const OWN_KEY = /^own-factor:([1-9]\d*)$/

export const getOwnKey = (factorId: number): OwnKey => `own-factor:${factorId}`

/** Id of the factor that a key names; null for any other key. */
export function getFactorId(key: string): number | null {
  const id = OWN_KEY.exec(key)?.[1]
  return id === undefined ? null : Number(id)
}

export const isOwnKey = (key: unknown): key is OwnKey => typeof key === 'string' && OWN_KEY.test(key)

/** Greatest length of a key: longer than any number of a factor needs. */
const MAX_KEY_LENGTH = 40

export const ownKeySchema = z.string().max(MAX_KEY_LENGTH).pipe(z.custom<OwnKey>(isOwnKey))

export function makeOwnExposure({
  id,
  name,
  answer,
  unit,
  window,
  direction,
}: StudiedFactor): Exposure<OwnKey> {
  const quoted = `“${isolate(name)}”`
  return {
    key: getOwnKey(id),
    name,
    suspected: name,
    needs: [],
    factor: { id, name, answer, unit, window, direction },
    direction: direction ?? 'both',
    ...{
      'yes-no': {
        scale: { kind: 'yes-no', present: quoted } as const,
        toLog: `an answer about ${quoted} on every day${whichCramps(window)}`,
        ...ofTheAnswer(id, window, ({ present }) => (present === null ? null : Number(present))),
      },
      scale: {
        scale: scoreScale,
        toLog: `a number for ${quoted} on every day${whichCramps(window)}`,
        ...ofTheAnswer(id, window, ({ score }) => score),
      },
      amount: {
        scale: amountScale(isolate(unit ?? '')),
        toLog: `every amount of ${quoted}, and the days with none${whichCramps(window)}`,
        ...ofTheAmounts(id, window),
      },
    }[answer],
  }
}

const whichCramps = (window: FactorWindow): string =>
  window === 'same-night' ? '. Only cramps from 21:00 to 09:00 are compared' : ''

/** Whole points: five different ones may never occur. */
const scoreScale: Exposure['scale'] = {
  kind: 'amount',
  isCounted: true,
  step: 1,
  stepWords: () => 'point',
  format: (score, { number }) => `${number(score, 1)} of 10`,
}

/** How finely a person measures is unknown: few different amounts are enough, and sentences compare two of them. */
const amountScale = (unit: string): Exposure['scale'] => ({
  kind: 'amount',
  isCounted: true,
  step: 1,
  isUnitStep: true,
  stepWords: ({ number }) => `${number(1)} ${unit}`,
  format: (amount, { number }) => `${number(amount, 2)} ${unit}`,
})

type Answer = Parameters<typeof atOnce>[0] & {
  readonly present: boolean | null
  readonly score: number | null
}

/** Coarse daily value: that of the cramp-day, of the date that lies mostly before, or the larger of two such dates. */
const ofTheAnswer = (
  factorId: number,
  window: FactorWindow,
  readValue: (answer: Answer) => number | null,
): SeriesSource => ({
  ...dateSources[window],
  build: ({ readFactor }) => {
    const { answers, listDays, tracked } = readFactor(factorId)
    const byDate = new Map<DayNumber, DayValue>()
    for (const answer of answers) {
      const value = readValue(answer)
      if (value !== null)
        for (const day of listDays(answer)) byDate.set(day, { value, loggedAt: getLoggedAt(answer) })
    }
    return { byDate, tracked }
  },
})

const ofTheDay: Pick<SeriesSource, 'windowWords' | 'windowOf'> = {
  windowWords: 'day before',
  windowOf: () => ({ kind: 'date-value' }),
}

const dateSources: Record<FactorWindow, Pick<SeriesSource, 'windowWords' | 'windowOf'>> = {
  'same-night': {
    windowWords: 'same night',
    windowOf: () => ({ kind: 'date-value', onlyAtNight: true }),
  },
  'hours-12': ofTheDay,
  'hours-24': ofTheDay,
  'hours-48': { windowWords: 'two days before', windowOf: () => ({ kind: 'date-value', dates: 2 }) },
}

function ofTheAmounts(factorId: number, window: FactorWindow): SeriesSource {
  const build: Parameters<typeof overHours>[2] = ({ readFactor }) => {
    const { answers, tracked } = readFactor(factorId)
    return { entries: answers.map(answer => atOnce(answer, answer.amount)), tracked }
  }
  const { hours } = factorWindows.get(window)
  const aggregate = { kind: 'sum-of-amounts' } as const
  return hours === null
    ? { windowWords: 'same night', build, windowOf: () => ({ kind: 'entries-of-night', aggregate }) }
    : overHours(hours, aggregate, build)
}
