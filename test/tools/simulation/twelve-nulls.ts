/**
 * Twelve null exposures in one diary: family-wise false positives under multiple testing. Shoes, activity and drinks are
 * written as entries of the journal's own kinds; each has days with a missing answer (the drinks together, because one
 * check-in completes all of them).
 *
 *   shoes      morning: flat or good, or shoes of unknown support     evening: narrow or good, or shoes of unknown fit
 *   a walk     new or not, warmed up or not, cold or not, sweaty or not, hard or easy
 *   a day      stood long or not (by the clock), sat long or not (as the day's total)
 *   drinks     much or little water, coffees, an evening beer
 */
import {
  type BuiltInExposure,
  type ExposureKey,
  exposures,
} from '../../../shared/analysis/exposures/exposures.ts'
import { findFindings } from '../../../shared/analysis/findings.ts'
import { between, chance } from '../../../shared/demo/draws.ts'
import type { Random } from '../../../shared/statistics/random.ts'
import {
  closet,
  flatShoes,
  goodShoes,
  narrowShoes,
  shoesOfUnknownFit,
  shoesOfUnknownSupport,
} from './closet.ts'
import {
  BLOCK_START,
  daysOf,
  drawCramps,
  drawDrift,
  drawMissing,
  drawOffset,
  isBelow,
  isWeekend,
  type Span,
  startOnAnyMonday,
} from './life.ts'
import { writeCrampDay } from './one-exposure.ts'
import { atMost, FULL_RUNS, FULL_RUNS_OF_REPEATED_LOOKS, type Study } from './study.ts'
import {
  createJournalWriter,
  importFile,
  type JournalWriter,
  MINUTES_PER_DAY,
  readDiary,
} from './written-journal.ts'

/** Exposures of this life. The others of the catalogue would need more data, and test nothing more. */
const lived: readonly ExposureKey[] = [
  'fluids-low',
  'sweat-salt',
  'activity-load',
  'activity-new',
  'warmup',
  'footwear-unsupportive',
  'footwear-tight',
  'standing',
  'sitting',
  'cold-exposure',
  'alcohol',
  'caffeine',
]
const catalogue: readonly BuiltInExposure[] = exposures.filter(({ key }) => lived.includes(key))

const BASE_RISK = 0.25
const DAYS_PER_BLOCK = 28

/** Habit without effect: dates on which it is true, and dates with a missing answer. */
interface NullHabit {
  readonly isLived: (date: number) => boolean
  readonly isMissing: (date: number) => boolean
}

function drawNullHabit(random: Random, span: Span): NullHabit {
  const share = 0.15 + 0.4 * random.nextUniform()
  const atWeekends = -0.2 + 0.5 * random.nextUniform()
  const drift = drawDrift(random, span, 0.5)
  const missing = drawMissing(random, span, 0.15)
  return {
    isLived: date => {
      const wanted = share + (isWeekend(date) ? atWeekends : 0)
      return isBelow(drift(date), Math.min(0.95, Math.max(0.02, wanted)))
    },
    isMissing: date => missing.has(date),
  }
}

export function writeNullLife(random: Random, span: Span) {
  const writeShoes = createShoeWriter(random, span)
  const writeWalk = createWalkWriter(random, span)
  const writeStill = createStillWriter(random, span)
  const writeDrinks = createDrinkWriter(random, span)
  const cramps = drawCramps(random, span, drawOffset, day => BASE_RISK * (isWeekend(day) ? 1.4 : 0.85))
  const writer = createJournalWriter(closet)
  for (const day of daysOf(span)) {
    writeCrampDay(writer, cramps, day)
    for (const write of [writeShoes, writeWalk, writeStill, writeDrinks]) write(writer, day)
  }
  return writer.toFile()
}

type DateWriter = (writer: JournalWriter, date: number) => void
const clock = (date: number, minutes: number) => date * MINUTES_PER_DAY + minutes

function createShoeWriter(random: Random, span: Span): DateWriter {
  const flat = drawNullHabit(random, span)
  const narrow = drawNullHabit(random, span)
  return (writer, date) => {
    const morning = flat.isMissing(date) ? shoesOfUnknownSupport : flat.isLived(date) ? flatShoes : goodShoes
    const evening = narrow.isMissing(date)
      ? shoesOfUnknownFit
      : narrow.isLived(date)
        ? narrowShoes
        : goodShoes
    const on = clock(date, between(random, 480, 600))
    writer.writeShoe(morning, on, on + between(random, 90, 300))
    const onAgain = clock(date, between(random, 1020, 1140))
    writer.writeShoe(evening, onAgain, onAgain + between(random, 70, 180))
  }
}

function createWalkWriter(random: Random, span: Span): DateWriter {
  const isNew = drawNullHabit(random, span)
  const isUnprepared = drawNullHabit(random, span)
  const isCold = drawNullHabit(random, span)
  const isSweaty = drawNullHabit(random, span)
  const isHard = drawNullHabit(random, span)
  const answer = <Answer>({ isMissing, isLived }: NullHabit, date: number, yes: Answer, no: Answer) =>
    isMissing(date) ? null : isLived(date) ? yes : no
  return (writer, date) =>
    writer.writeActivity(clock(date, between(random, 420, 1200)), between(random, 30, 60), {
      newOrHarder: answer(isNew, date, true, false),
      warmUpMinutes: answer(isUnprepared, date, 0, 10),
      cold: answer(isCold, date, true, false),
      sweat: answer(isSweaty, date, 'heavy', 'light'),
      exertion: answer(isHard, date, between(random, 6, 8), between(random, 1, 3)),
    })
}

function createStillWriter(random: Random, span: Span): DateWriter {
  const standing = drawNullHabit(random, span)
  const sitting = drawNullHabit(random, span)
  return (writer, date) => {
    if (!standing.isMissing(date)) {
      const minutes = standing.isLived(date) ? between(random, 180, 360) : between(random, 10, 60)
      writer.writeActivity(clock(date, between(random, 480, 900)), minutes, { activity: 'standing' })
    }
    const longest = sitting.isLived(date) ? between(random, 120, 200) : between(random, 30, 110)
    writer.writeActivity(clock(date, 720), 360, {
      activity: 'sitting-or-travel',
      wholeDay: true,
      longestBoutMinutes: sitting.isMissing(date) ? null : longest,
    })
  }
}

function createDrinkWriter(random: Random, span: Span): DateWriter {
  const water = drawNullHabit(random, span)
  const coffee = drawNullHabit(random, span)
  const beer = drawNullHabit(random, span)
  return (writer, date) => {
    for (let glass = 0; glass < (water.isLived(date) ? 7 : 4); glass++)
      writer.writeDrink(clock(date, between(random, 420, 1350)), between(random, 200, 350))
    for (let cup = 0; cup < (coffee.isLived(date) ? between(random, 2, 3) : between(random, 0, 1)); cup++)
      writer.writeDrink(clock(date, between(random, 420, 1200)), 150, { drink: 'coffee', caffeineMg: 90 })
    if (beer.isLived(date) && (!water.isMissing(date) || chance(random, 0.5)))
      writer.writeDrink(clock(date, between(random, 1110, 1320)), 330, { drink: 'beer', alcoholPercent: 5 })
    if (!water.isMissing(date)) writer.checkIn(date, 'fluid')
  }
}

/** Study with one analysis. Diaries end with a block, so that the checkpoint and the last measurement use the same data. */
function studyOneLook(days: number): Study {
  return {
    name: `nulls-one-look-${days}d`,
    title: `twelve exposures without effect, one look after ${days} days`,
    runs: FULL_RUNS,
    rows: [
      { what: 'any adjusted P at most 0.05', measure: 'likely', summary: 'share', band: atMost(0.06) },
      { what: 'any adjusted P at most 0.20', measure: 'possible', summary: 'share', band: atMost(0.25) },
      {
        what: 'any called likely',
        measure: 'confirmed',
        summary: 'share',
        band: null,
      },
    ],
    run: random => {
      const span = { first: BLOCK_START, days }
      const diary = readDiary(importFile(writeNullLife(random, span)))
      const { findings } = findFindings(diary, { today: span.first + days, catalogue })
      const isAtMost = (level: number) =>
        Number(findings.some(({ checkpoint }) => (checkpoint?.test?.adjustedP ?? 1) <= level))
      return {
        likely: isAtMost(0.05),
        possible: isAtMost(0.2),
        confirmed: Number(findings.some(({ verdict }) => verdict === 'likely')),
      }
    },
  }
}

const repeatedLooks: Study = {
  name: 'nulls-26-weeks',
  title: 'twelve exposures without effect, 26 weeks, every checkpoint',
  runs: FULL_RUNS_OF_REPEATED_LOOKS,
  rows: [
    { what: 'any ever called likely', measure: 'everLikely', summary: 'share', band: atMost(0.05) },
    { what: 'any ever called possible or likely', measure: 'everPossible', summary: 'share', band: null },
  ],
  run: random => {
    const span = startOnAnyMonday(random, 26 * 7)
    const diary = readDiary(importFile(writeNullLife(random, span)))
    const verdicts = new Set<string>()
    for (let today = BLOCK_START + DAYS_PER_BLOCK; today <= span.first + span.days; today += DAYS_PER_BLOCK)
      for (const { verdict } of findFindings(diary, { today, catalogue }).findings) verdicts.add(verdict)
    return {
      everLikely: Number(verdicts.has('likely')),
      everPossible: Number(verdicts.has('likely') || verdicts.has('possible')),
    }
  },
}

export const twelveNullStudies: readonly Study[] = [...[56, 112, 168].map(studyOneLook), repeatedLooks]
