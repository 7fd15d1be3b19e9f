/** Simulated diaries: an evening drink or none, its amount, and a cramp at night or none. */
import type { DayNumber, Diary, DiaryEntry, Episode } from '../../../shared/analysis/diary/diary.ts'
import { createRandom, type Random } from '../../../shared/statistics/random.ts'
import { dayNumber } from '../../../shared/time/calendar-date.ts'
import { makeDiary } from './make-diary.ts'

/** Monday on which a block of 28 days begins. */
export const BLOCK_START: DayNumber = (() => {
  const day = dayNumber('2024-01-01')
  return day - ((day - 4) % 28)
})()

const at = (day: DayNumber, clock: string) => {
  const [hours = NaN, minutes = NaN] = clock.split(':').map(Number)
  return day * 1440 + hours * 60 + minutes
}

/** A drink in the evening of a date: within the 12 and 24 hours before a cramp of the following night. */
export const inTheEvening = (day: DayNumber, amount: number | null = null): DiaryEntry => ({
  start: at(day, '18:30'),
  end: at(day, '18:30'),
  amount,
})

/** A cramp of the night that begins on a date. */
export const atNight = (day: DayNumber, clock = '03:10'): Episode => ({
  onset: at(day + 1, clock),
  precision: 'exact',
})

export interface Life {
  readonly days: number
  readonly seed: number
  /** Risk of a cramp on a day without the exposure (amount 0). */
  readonly baseRisk: number
  /** Risk ratio of the exposure, or per unit of its amount. */
  readonly riskRatio: number
  /** Draws the amount of a day; 0 for none. By default the exposure is present on two days of five. */
  readonly draw?: (random: Random) => number
  readonly series?: string
}

/** Simulates a diary in which every day is tracked. */
export function live({ days, seed, baseRisk, riskRatio, draw, series = 'alcohol' }: Life): Diary {
  const random = createRandom(seed)
  const drawAmount = draw ?? (() => Number(random.nextUniform() < 0.4))
  const entries: DiaryEntry[] = []
  const episodes: Episode[] = []
  const allDays = Array.from({ length: days }, (_, i) => BLOCK_START + i)
  for (const day of allDays) {
    const amount = drawAmount(random)
    if (amount > 0) entries.push(inTheEvening(day, amount))
    if (random.nextUniform() < Math.min(0.95, baseRisk * riskRatio ** amount)) episodes.push(atNight(day))
  }
  return makeDiary({
    episodes,
    answeredCrampDays: allDays,
    entries: { [series]: entries },
    trackedDates: { [series]: [BLOCK_START - 1, ...allDays, BLOCK_START + days] },
  })
}
