/**
 * Error rate of the verdicts: how often anything is called likely in a life where nothing has an effect, at one look and at
 * all looks of one to three years, and in lives made to mislead the analysis.
 */
import { pick } from '../../../shared/demo/draws.ts'
import type { Random } from '../../../shared/statistics/random.ts'
import { possibleTriggers, twelveExposures, twentyFiveExposures } from './everyday-habits.ts'
import type { Span } from './life.ts'
import {
  type LifePlan,
  startOnCheckpoint,
  twelveNulls,
  usualGaps,
  writeManyExposures,
} from './many-exposures.ts'
import { atMost, type Band, type Study, shareRow } from './study.ts'
import {
  type PlanLife,
  planAvoidance,
  planBadWeeks,
  planCarefulAfterCramp,
  planDiagnosis,
  planHiddenCause,
  planIllness,
  planRatingBias,
  planReaction,
  planRecall,
  planTrips,
  planWeekdayRoutine,
} from './verdict-lives.ts'
import {
  catalogueOf,
  createLookLister,
  findLookAt,
  type Look,
  nameTheLargest,
  nameTheSmallest,
  ONE_LOOK_LEVEL,
} from './verdict-looks.ts'
import { importFile, readDiary } from './written-journal.ts'

const DAYS_PER_WEEK = 7

/** True if any adjusted P is at most `level`, whatever the estimate. */
const isAnyAtMost = (look: Look | null, level: number) =>
  look?.judged.some(({ adjustedP }) => adjustedP !== null && adjustedP <= level) === true

const isAnyLikely = ({ judged }: Look) => judged.some(({ verdict }) => verdict === 'likely')

const readLife = (random: Random, span: Span, plan: LifePlan) =>
  readDiary(importFile(writeManyExposures(random, span, plan)))

const daysOfNulls = [84, 168] as const
const risksOfNulls = [0.1, 0.2, 0.3] as const
const measureOf = (days: number, risk: number) => `any-${days}d-p${Math.round(100 * risk)}`

const nullsAtOneLook: Study = {
  name: 'nulls-one-look',
  title: 'twelve exposures without effect, usual gaps, one look',
  runs: 1800,
  rows: [
    shareRow('any adjusted P <= 0.05', 'any', atMost(0.05)),
    ...daysOfNulls.flatMap(days =>
      risksOfNulls.map(risk =>
        shareRow(`any adjusted P <= 0.05: ${days} days, risk ${risk}`, measureOf(days, risk), atMost(0.08)),
      ),
    ),
    shareRow('any adjusted P <= 0.20 (possible)', 'possible', atMost(0.25)),
    shareRow('P <= 0.01 among the exposures judged', 'smallP', atMost(0.012)),
  ],
  run: random => {
    const days = pick(random, daysOfNulls)
    const risk = pick(random, risksOfNulls)
    const span = startOnCheckpoint(random, days)
    const diary = readLife(random, span, twelveNulls(risk))
    const look = findLookAt(createLookLister(diary, span, catalogueOf(twelveExposures))(), span)
    const any = Number(isAnyAtMost(look, ONE_LOOK_LEVEL))
    const judged = look?.judged.flatMap(({ pValue }) => pValue ?? []) ?? []
    return {
      any,
      [measureOf(days, risk)]: any,
      possible: Number(isAnyAtMost(look, 0.2)),
      ...(judged.length > 0 && { smallP: judged.filter(p => p <= 0.01).length / judged.length }),
    }
  },
}

/** Twenty-five exposures without effect. */
const twentyFiveNulls: LifePlan = { keys: twentyFiveExposures, baseRisk: 0.2, gaps: usualGaps }

/** Looks at some weeks of a life in which nothing has an effect, and the week of the diary after which each comes. */
export function followNulls(random: Random, weeks: number) {
  const span = startOnCheckpoint(random, weeks * DAYS_PER_WEEK)
  return {
    list: createLookLister(readLife(random, span, twentyFiveNulls), span, catalogueOf(twentyFiveExposures)),
    weekOf: ({ lastDay }: Look) => (lastDay + 1 - span.first) / DAYS_PER_WEEK,
  }
}

const bandOfWeeks = new Map([
  [26, atMost(0.05)],
  [52, atMost(0.09)],
])

/** Every checkpoint of one or several years; the same diaries again for two persons who try to turn the suspects to account. */
function studyYears(weeks: number, runs: number): Study {
  const ends = [26, 52, 104, 156].filter(end => end <= weeks)
  return {
    name: `nulls-${weeks}-weeks`,
    title: 'twenty-five exposures without effect, every checkpoint',
    runs,
    rows: [
      ...ends.map(end =>
        shareRow(`any ever likely within ${end} weeks`, `likely${end}`, bandOfWeeks.get(end) ?? null),
      ),
      ...ends.map(end =>
        shareRow(
          `any ever likely within ${end} weeks, the six smallest P named after every look`,
          `likely${end}Named`,
          bandOfWeeks.get(end) ?? null,
        ),
      ),
      ...ends.map(end =>
        shareRow(
          `any ever likely within ${end} weeks, the six largest P named after every look`,
          `likely${end}Turned`,
          bandOfWeeks.get(end) ?? null,
        ),
      ),
      shareRow('any ever possible or likely within 26 weeks', 'pattern26'),
    ],
    run: random => {
      const { list, weekOf } = followNulls(random, weeks)
      const looks = list()
      const looksNamed = list({ renameAfter: nameTheSmallest })
      const looksTurned = list({ renameAfter: nameTheLargest })
      const isAnyWithin = (end: number, all: readonly Look[], isMeant: (look: Look) => boolean) =>
        Number(all.some(look => weekOf(look) <= end && isMeant(look)))
      const isPattern = ({ judged }: Look) =>
        judged.some(({ verdict }) => verdict === 'likely' || verdict === 'possible')
      return {
        ...Object.fromEntries(
          ends.flatMap(end => [
            [`likely${end}`, isAnyWithin(end, looks, isAnyLikely)],
            [`likely${end}Named`, isAnyWithin(end, looksNamed, isAnyLikely)],
            [`likely${end}Turned`, isAnyWithin(end, looksTurned, isAnyLikely)],
          ]),
        ),
        pattern26: isAnyWithin(26, looks, isPattern),
      }
    },
  }
}

const MISLEADING_DAYS = 168

/** A life that misleads: one look at its end, and all looks until then. */
function studyMisleading(name: string, title: string, planLife: PlanLife, band: Band | null = null): Study {
  return {
    name,
    title: `${title}; twelve exposures without effect, ${MISLEADING_DAYS} days`,
    runs: 500,
    rows: [
      shareRow('any adjusted P <= 0.05 at one look', 'any', band),
      shareRow('any ever likely as shown', 'everLikely'),
    ],
    run: random => {
      const span = startOnCheckpoint(random, MISLEADING_DAYS)
      const diary = readLife(random, span, planLife(random, span))
      const looks = createLookLister(diary, span, catalogueOf(twelveExposures))()
      return {
        any: Number(isAnyAtMost(findLookAt(looks, span), ONE_LOOK_LEVEL)),
        everLikely: Number(looks.some(isAnyLikely)),
      }
    },
  }
}

const misleadingBand = atMost(0.06)

export const errorRateStudies: readonly Study[] = [
  nullsAtOneLook,
  studyYears(26, 500),
  studyYears(52, 500),
  studyYears(156, 100),
  studyMisleading('bad-weeks', 'weeks of higher risk', planBadWeeks, misleadingBand),
  studyMisleading('reaction', 'three habits that follow cramps', planReaction, misleadingBand),
  studyMisleading(
    'rating-bias',
    'cramps rated stronger after a suspected exposure',
    planRatingBias(possibleTriggers[0]),
    misleadingBand,
  ),
  studyMisleading(
    'weekday-routine',
    'two weekdays with more cramps and a routine of their own',
    planWeekdayRoutine,
  ),
  studyMisleading('hidden-cause', 'an unknown cause that comes with three habits', planHiddenCause),
  studyMisleading('avoidance', 'three habits given up for three days after a cramp', planAvoidance),
  studyMisleading('careful', 'answers given more often after a cramp', planCarefulAfterCramp),
  studyMisleading('recall', 'habits forgotten unless a cramp followed', planRecall),
  studyMisleading('illness', 'two weeks of illness', planIllness),
  studyMisleading('diagnosis', 'other habits and fewer cramps from some day on', planDiagnosis),
  studyMisleading('trips', 'short trips', planTrips),
]
