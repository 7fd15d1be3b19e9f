import { describe, expect, it } from 'vitest'
import { type AnalysisContext, createAnalysisContext } from '../../../shared/analysis/analysis-context.ts'
import { type Association, associate, getRatio } from '../../../shared/analysis/association.ts'
import { chooseContrast } from '../../../shared/analysis/contrast.ts'
import type { DayWithValue } from '../../../shared/analysis/day-values.ts'
import type { Diary, Episode } from '../../../shared/analysis/diary/diary.ts'
import { testAssociation } from '../../../shared/analysis/exposure-test.ts'
import type { Exposure } from '../../../shared/analysis/exposures/exposure.ts'
import { getExposure } from '../../../shared/analysis/exposures/exposures.ts'
import {
  computeSensitivityAnalyses,
  estimateByWeekday,
} from '../../../shared/analysis/sensitivity-analyses.ts'
import { createRandom } from '../../../shared/statistics/random.ts'
import { atNight, BLOCK_START, inTheEvening, live } from './lived-diary.ts'
import { makeDiary } from './make-diary.ts'

const alcohol = getExposure('alcohol')
const fluids = getExposure('fluids-low')
const look = (diary: Diary, exposure: Exposure = alcohol) => {
  const context = createAnalysisContext(diary)
  return { context, association: associate(context, exposure) }
}
/** Two-sided p of the randomisation test. */
const testBothSides = (association: Association, context: AnalysisContext): number => {
  const test = testAssociation(association, context, BLOCK_START)
  return test === null ? 1 : Math.min(1, 2 * Math.min(test.pMore, test.pFewer))
}
/** Work days of one block: 0 Monday .. 4 Friday, 7 Monday .. */
const workDays = Array.from({ length: 28 }, (_, i) => i).filter(i => i % 7 < 5)

/** Diary of the work days of one block; `exposed` and `cramps` are indexes of its days. */
const oneBlock = (exposed: readonly number[], cramps: readonly number[], more: Partial<Diary> = {}): Diary =>
  makeDiary({
    episodes: cramps.map(i => atNight(BLOCK_START + i)),
    answeredCrampDays: workDays.map(i => BLOCK_START + i),
    entries: { alcohol: exposed.map(i => inTheEvening(BLOCK_START + i)) },
    trackedDates: { alcohol: Array.from({ length: 29 }, (_, i) => BLOCK_START + i) },
    ...more,
  })

describe('an association', () => {
  it('is the odds of the Breslow likelihood with Firth’s half, computed by hand for one block', () => {
    // 20 work days, 10 of them exposed, 4 cramps, 3 on exposed days. With b the log ratio each of the four sets has the
    // same members, so the penalised likelihood is that of a binomial of 3 + 1/2 against 1 + 1/2: ratio 3.5 / 1.5.
    const exposed = workDays.slice(0, 10)
    const { association } = look(oneBlock(exposed, [0, 1, 2, 21]))
    const { fitted, events, comparisonDays } = association
    if (fitted === null) throw new Error('there is a fit')
    expect(getRatio(alcohol, fitted, 1).ratio).toBeCloseTo(3.5 / 1.5, 7)
    // Days are drawn without replacement: (20 - 4) / (20 - 1).
    expect(fitted.factor).toBeCloseTo(16 / 19, 10)
    expect({ events, comparisonDays }).toEqual({ events: 4, comparisonDays: 16 })
  })

  it('counts as events only those whose set varies', () => {
    const never = look(oneBlock([], [0, 1])).association
    expect(never).toMatchObject({ events: 0, comparisonDays: 0, fitted: null, pValue: null })
    expect(never.missing).toContainEqual({ what: 'informative-events', have: 0, need: 8 })
  })

  it('counts days that are compared and are no case, though a cramp of theirs was left out', () => {
    // Weekends are not tracked. A cramp on Saturday at noon looks back on Saturday; at 02:50 Friday's drinks count.
    const workDates = workDays.map(i => BLOCK_START + i)
    const diary = oneBlock([0, 1, 2], [], { trackedDates: { alcohol: workDates } })
    const [monday, later, friday] = [0, 7, 4].map(i => atNight(BLOCK_START + i, i === 4 ? '11:50' : '02:50'))
    if (monday === undefined || later === undefined || friday === undefined) throw new Error('three cramps')
    const { association } = look({ ...diary, episodes: [monday, later, friday] })
    expect(association.sets.dropped).toMatchObject([{ reason: 'case-not-covered' }])
    expect(association.events).toBe(2)
    expect(association.comparisonDays).toBe(18)
  })

  it('finds a threefold risk, and its interval holds it', () => {
    const { association } = look(live({ days: 364, seed: 4, baseRisk: 0.12, riskRatio: 3 }))
    if (association.fitted === null) throw new Error('there is a fit')
    const { ratio, lower, upper } = getRatio(alcohol, association.fitted, 1)
    expect(ratio).toBeGreaterThan(2)
    expect(ratio).toBeLessThan(4.5)
    expect(lower).toBeLessThan(3)
    expect(upper).toBeGreaterThan(3)
    expect(association.pValue).toBeLessThan(0.001)
    expect(association.missing).toEqual([])
  })

  it('of an amount means the same in millilitres as in half litres', () => {
    const draw = (random: ReturnType<typeof createRandom>) => 500 + Math.floor(4 * random.nextUniform()) * 500
    const diary = live({
      days: 364,
      seed: 6,
      baseRisk: 0.7,
      riskRatio: 0.7 ** (1 / 500),
      draw,
      series: 'fluids-low',
    })
    const { association } = look(diary, fluids)
    if (association.fitted === null) throw new Error('there is a fit')
    const per500 = getRatio(fluids, association.fitted, 500)
    const perLitre = getRatio(fluids, association.fitted, 1000)
    expect(perLitre.ratio).toBeCloseTo(per500.ratio ** 2, 10)
    expect(perLitre.lower).toBeCloseTo((per500.lower ?? NaN) ** 2, 10)
    expect(per500.ratio).toBeLessThan(0.85)
    expect(per500.ratio).toBeGreaterThan(0.55)
  })

  it('never tells a ratio that is no number, however wide the contrast', () => {
    const { association } = look(oneBlock(workDays.slice(0, 10), [0, 1, 2, 21]))
    if (association.fitted === null) throw new Error('there is a fit')
    const wide = getRatio(alcohol, association.fitted, 5000)
    expect(wide.ratio).toBe(Math.exp(15))
    expect(wide.upper).toBeNull()
  })
})

describe('the contrast', () => {
  const days = (values: readonly number[]): DayWithValue[] =>
    values.map((value, day) => ({ day, value, hasEvent: false }))

  it('is without against with for yes and no', () => {
    expect(chooseContrast(alcohol, [])).toEqual({ from: 0, to: 1 })
  })

  it('is the middle half of the days for an amount', () => {
    expect(chooseContrast(fluids, days([1000, 1500, 2000, 2500, 3000]))).toEqual({ from: 1500, to: 2500 })
  })

  it('is none against the middle of the others where most days have none', () => {
    expect(chooseContrast(fluids, days([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 200, 300, 900]))).toEqual({
      from: 0,
      to: 300,
    })
  })

  it('is the middle of the lower ones against the usual amount where more lie below', () => {
    expect(chooseContrast(fluids, days([5, 5, 5, 5, 5, 5, 5, 1, 3, 9]))).toEqual({ from: 2, to: 5 })
  })

  it('is nothing where nothing differs', () => {
    expect(chooseContrast(fluids, days([5, 5, 5]))).toBeNull()
    expect(chooseContrast(fluids, [])).toBeNull()
  })
})

describe('the randomisation test', () => {
  it('comes close to counting: one block, yes and no', () => {
    // P(all 4 cramps on the 10 exposed of 20 days): C(10,4) / C(20,4) = 210 / 4845, known from 20 hits to about a fifth.
    const { association, context } = look(oneBlock(workDays.slice(0, 10), [0, 1, 2, 3]))
    const { pMore, pFewer } = testAssociation(association, context, BLOCK_START) ?? {}
    expect(pMore).toBeGreaterThan(0.5 * (210 / 4845))
    expect(pMore).toBeLessThan(2 * (210 / 4845))
    expect(pFewer).toBe(1)
  })

  it('is drawn for an amount, the same each time', () => {
    const draw = (random: ReturnType<typeof createRandom>) => Math.round(3000 * random.nextUniform())
    const diary = live({ days: 112, seed: 8, baseRisk: 0.3, riskRatio: 1, draw, series: 'fluids-low' })
    const { association, context } = look(diary, fluids)
    const test = testAssociation(association, context, BLOCK_START)
    expect(test?.pValue).toBeGreaterThan(0)
    expect(testAssociation(association, context, BLOCK_START)).toEqual(test)
    expect(testAssociation(association, context, BLOCK_START + 28)?.seed).not.toBe(test?.seed)
  })
})

/** Beer on every other evening at 20:00, and a cramp at any hour, `riskRatio` times as likely within 12 hours of it. */
function liveAtAllHours(seed: number, riskRatio: number): Diary {
  const random = createRandom(seed)
  const days = Array.from({ length: 168 }, (_, i) => BLOCK_START + i)
  const beers = [BLOCK_START - 1, ...days]
    .filter(() => random.nextUniform() < 0.5)
    .map(day => day * 1440 + 1200)
  const episodes = days.flatMap((day): Episode[] => {
    const onset = day * 1440 + 720 + Math.floor(1440 * random.nextUniform())
    const risk = 0.3 * (beers.some(time => time >= onset - 720 && time < onset) ? riskRatio : 1)
    return random.nextUniform() < risk ? [{ onset, precision: 'exact' }] : []
  })
  return makeDiary({
    episodes,
    answeredCrampDays: days,
    entries: { alcohol: beers.map(start => ({ start, end: start, amount: null })) },
    trackedDates: { alcohol: [BLOCK_START - 1, ...days, BLOCK_START + 168] },
  })
}

describe('where cramps come at all hours, and the exposure in the evening', () => {
  it('the randomisation test keeps its level: every value is known at the clock time of its event', () => {
    const pValues = Array.from({ length: 100 }, (_, seed) => {
      const { context, association } = look(liveAtAllHours(seed + 1, 1))
      return testBothSides(association, context)
    })
    // 5% of 100; read at their own hours, more than half would be rejected.
    expect(pValues.filter(p => p <= 0.05).length).toBeLessThan(13)
  })

  it('and finds what is there', () => {
    const pValues = Array.from({ length: 10 }, (_, seed) => {
      const { context, association } = look(liveAtAllHours(seed + 1, 3))
      return testBothSides(association, context)
    })
    expect(pValues.filter(p => p <= 0.05).length).toBeGreaterThan(6)
  })

  it('the days of a finding are counted at one hour, and agree with its estimate', () => {
    const shares = Array.from({ length: 20 }, (_, seed) => {
      const { association } = look(liveAtAllHours(seed + 1, 2))
      const shareOf = (isWith: boolean) => {
        const days = association.days.filter(({ value }) => value > 0 === isWith)
        return days.filter(({ hasEvent }) => hasEvent).length / days.length
      }
      return {
        isMore: shareOf(true) > shareOf(false),
        ratio: Math.exp(association.fitted?.fit.beta[0] ?? NaN),
      }
    })
    for (const { isMore, ratio } of shares.filter(({ ratio }) => ratio > 1.6))
      expect(isMore, `${ratio}`).toBe(true)
    expect(shares.filter(({ ratio }) => ratio > 1.6).length).toBeGreaterThan(10)
  })
})

describe('a journal of cramps alone', () => {
  /** A year in which beer makes cramps three times as likely; cramp-free days are answered or not. */
  const write = (isAnswered: boolean) => {
    const whole = live({ days: 364, seed: 11, baseRisk: 0.15, riskRatio: 3 })
    return isAnswered ? whole : { ...whole, answeredCrampDays: [] }
  }

  it('is not one of cramps on most days, and says what it lacks instead of "no link"', () => {
    const { context, association } = look(write(false))
    expect(context.outcome).toBe('cramp-days')
    expect(context.freeDays).toMatchObject({ known: 0 })
    expect(association.missing.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['days-without-cramp', 'answered-days']),
    )
  })

  it('lacks nothing once the other days are told', () => {
    expect(look(write(true)).association.missing).toEqual([])
  })

  it('may pause: days of a pause are not taken for days that nobody answered', () => {
    const [first, second] = [workDays.slice(0, 5), workDays.slice(-5)].map(days =>
      days.map(i => BLOCK_START + i),
    )
    const paused = (gap: number) =>
      createAnalysisContext(
        makeDiary({ answeredCrampDays: [...(first ?? []), ...(second ?? []).map(day => day + gap)] }),
      ).freeDays
    expect(paused(0)).toEqual({ known: 10, unanswered: 0 })
    expect(paused(-2)).toEqual({ known: 10, unanswered: 14 })
  })
})

describe('cramps on most days', () => {
  /** A Poisson number of cramps each cramp-day, at any hour; a drink or none, at any afternoon or evening hour. */
  const countless = (seed: number, effect: number): Diary => {
    const random = createRandom(seed)
    const days = Array.from({ length: 112 }, (_, i) => BLOCK_START + i)
    const exposed = days.filter(() => random.nextUniform() < 0.4)
    const isExposed = new Set(exposed)
    const episodes = days.flatMap(day => {
      const mean = isExposed.has(day) ? 1.8 * effect : 1.8
      let count = 0
      for (let left = random.nextUniform() - Math.exp(-mean), chance = Math.exp(-mean); left > 0; ) {
        count += 1
        chance *= mean / count
        left -= chance
      }
      return Array.from({ length: count }, (): Episode => {
        const hours = effect === 1 ? 24 * random.nextUniform() : 13 + 4 * random.nextUniform()
        return { onset: day * 1440 + 720 + Math.floor(60 * hours), precision: 'exact' }
      })
    })
    return makeDiary({
      episodes,
      answeredCrampDays: days,
      entries: {
        alcohol: exposed.map(day => {
          const start = day * 1440 + 780 + Math.floor(600 * random.nextUniform())
          return { start, end: start, amount: null }
        }),
      },
      trackedDates: { alcohol: [BLOCK_START - 1, ...days, BLOCK_START + 112] },
    })
  }

  it('are counted, every one with a set of its own', () => {
    const { context, association } = look(countless(1, 1))
    expect(context.outcome).toBe('cramps')
    expect(association.sets.events.length).toBe(context.diary.episodes.length)
    expect(association.events).toBeLessThan(association.sets.events.length)
  })

  it('find a doubling of their number, with a randomisation test of its own', () => {
    const { context, association } = look(countless(2, 2))
    if (association.fitted === null) throw new Error('there is a fit')
    const { ratio } = getRatio(alcohol, association.fitted, 1)
    expect(ratio).toBeGreaterThan(1.6)
    expect(ratio).toBeLessThan(2.5)
    expect(testBothSides(association, context)).toBeLessThan(0.01)
  })

  it('hold their level when nothing is going on', () => {
    let rejected = 0
    let permutationRejected = 0
    for (let seed = 100; seed < 250; seed++) {
      const { context, association } = look(countless(seed, 1))
      if ((association.pValue ?? 1) <= 0.05) rejected += 1
      if (seed < 160 && testBothSides(association, context) <= 0.05) permutationRejected += 1
    }
    // 5% of 150 is 7.5, standard deviation 2.7; of 60 it is 3, standard deviation 1.7.
    expect(rejected).toBeLessThan(18)
    expect(rejected).toBeGreaterThan(0)
    expect(permutationRejected).toBeLessThan(10)
  })

  it('that come one a night and no more are days, whatever they are called: same estimate, same factor', () => {
    const exposed = workDays.slice(0, 9)
    const cramps = workDays.slice(0, 19)
    const { context, association } = look(oneBlock(exposed, cramps))
    expect(context.outcome).toBe('cramps')
    expect(association.fitted?.factor).toBeCloseTo((20 - 19) / 19, 10)
  })
})

describe('which cramps count', () => {
  it('are those of legs and feet; the others show that the day was kept', () => {
    const elsewhere = { ...atNight(BLOCK_START + 4), isElsewhere: true }
    const diary = oneBlock([0], [1], { answeredCrampDays: [] })
    const { calendar } = createAnalysisContext({ ...diary, episodes: [...diary.episodes, elsewhere] })
    expect(calendar.events.map(({ day }) => day)).toEqual([BLOCK_START + 1])
    expect([...calendar.daysOfStratum.values()].flat()).toEqual([BLOCK_START + 1, BLOCK_START + 4])
  })

  it('are those up to the day of the look', () => {
    const { calendar } = createAnalysisContext(oneBlock([0], [1, 9, 21]), { lastDay: BLOCK_START + 9 })
    expect([...calendar.eventDays]).toEqual([BLOCK_START + 1, BLOCK_START + 9])
    expect(Math.max(...[...calendar.daysOfStratum.values()].flat())).toBe(BLOCK_START + 9)
  })

  it('leave travel out, as case and as referent', () => {
    const abroad = BLOCK_START + 1
    const diary = oneBlock([0, 2], [0, 1], {
      utcOffsetMinutes: new Map(workDays.map(i => [BLOCK_START + i, 60])),
    })
    const { association } = look({
      ...diary,
      utcOffsetMinutes: new Map([...diary.utcOffsetMinutes, [abroad, 60 - 180]]),
    })
    expect(association.sets.dropped).toMatchObject([{ reason: 'travel' }])
    expect(association.sets.day).not.toContain(abroad)
  })
})

/** Cramps at any hour on a third of the days, and an evening habit that follows them and does nothing. */
function reactingToCramps(seed: number): Diary {
  const random = createRandom(seed)
  const days = Array.from({ length: 224 }, (_, i) => BLOCK_START + i)
  const crampDays = new Set(days.filter(() => random.nextUniform() < 0.35))
  const isAfterCramp = (day: number) => crampDays.has(day - 1) || crampDays.has(day - 2)
  const habit = days.filter(day => random.nextUniform() < (isAfterCramp(day) ? 0.8 : 0.3))
  return makeDiary({
    episodes: [...crampDays].map(day => ({
      onset: day * 1440 + 1440 + 60 + Math.floor(240 * random.nextUniform()),
      precision: 'exact',
    })),
    answeredCrampDays: days,
    entries: { alcohol: habit.map(day => inTheEvening(day)) },
    trackedDates: { alcohol: [BLOCK_START - 1, ...days, BLOCK_START + 224] },
  })
}

describe('sensitivity analyses', () => {
  const diary = live({ days: 364, seed: 4, baseRisk: 0.12, riskRatio: 3 })
  const { context, association } = look(diary)
  const opinions = computeSensitivityAnalyses(context, association)

  it('agree about a clear effect', () => {
    for (const opinion of [opinions.plain, opinions.mantelHaenszel, opinions.weekday, opinions.adjusted]) {
      expect(opinion?.ratio).toBeGreaterThan(1.8)
      expect(opinion?.ratio).toBeLessThan(5)
    }
    expect(opinions.isUnstable).toBe(false)
    expect(estimateByWeekday(context, association)).toBeCloseTo(opinions.weekday?.ratio ?? NaN, 10)
  })

  it('allow for cramps of earlier days without making something of nothing', () => {
    // Stretching because of a cramp: on 8 of 10 evenings within two days of one, else on 3 of 10. It does nothing.
    const ratios = Array.from({ length: 40 }, (_, seed) => {
      const lived = reactingToCramps(seed + 1)
      const { context, association } = look(lived)
      return {
        plain: Math.exp(association.fitted?.fit.beta[0] ?? NaN),
        adjusted: computeSensitivityAnalyses(context, association).adjusted?.ratio ?? NaN,
      }
    })
    const meanOf = (logs: readonly number[]) =>
      Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length)
    const adjusted = meanOf(ratios.map(({ adjusted }) => Math.log(adjusted)))
    // 40 diaries with a standard error of about 0.2 each: 0.03 for their mean.
    expect(adjusted).toBeGreaterThan(0.92)
    expect(adjusted).toBeLessThan(1.09)
  })

  it('allow for other exposures, in the order of a fixed list, where these are known on nearly all days', () => {
    const allDays = diary.answeredCrampDays
    const random = createRandom(77)
    const heat = new Map(allDays.map(day => [day, { value: Number(random.nextUniform() < 0.3) }]))
    const known = [BLOCK_START - 1, ...allDays, BLOCK_START + 364]
    const withHeat = (tracked: readonly number[]): Diary => ({
      ...diary,
      dateValues: { ...diary.dateValues, 'heat-day': heat },
      trackedDates: { ...diary.trackedDates, 'heat-day': tracked },
    })
    const alongside = (told: Diary) => {
      const seen = look(told)
      return computeSensitivityAnalyses(seen.context, seen.association).adjusted?.alongside
    }
    expect(alongside(withHeat(known))).toEqual(['recent-cramp', 'heat-day'])
    expect(alongside(withHeat(known.filter(day => day % 3 === 0)))).toEqual(['recent-cramp'])
  })

  it('look further back only where the catalogue says so', () => {
    expect(opinions.longerLookBack).toBeNull()
    const loaded = live({
      days: 364,
      seed: 9,
      baseRisk: 0.12,
      riskRatio: 3,
      series: 'activity-load',
      draw: random => (random.nextUniform() < 0.3 ? 1 : 0),
    })
    const seen = look(loaded, getExposure('activity-load'))
    const { longerLookBack } = computeSensitivityAnalyses(seen.context, seen.association)
    const { estimate } = { estimate: seen.association.fitted }
    if (estimate === null || longerLookBack === null) throw new Error('there are fits')
    // A longer window adds a day without effect, which dilutes the ratio.
    expect(Math.log(longerLookBack.ratio)).toBeLessThan(estimate.fit.beta[0] ?? NaN)
  })

  it('are silent where there is nothing to leave out', () => {
    expect(opinions.withoutRetrospective).toBeNull()
    expect(opinions.withoutAssumedOnsets).toBeNull()
    expect(opinions.withoutOnePress).toBeNull()
    // A diary with such answers, of which none makes a compared day known.
    const same = look({ ...diary, withoutOnePress: diary })
    expect(computeSensitivityAnalyses(same.context, same.association).withoutOnePress).toBeNull()
  })

  it('leave out what was written down only after the cramp', () => {
    const after = (diary.entries.alcohol ?? []).map((entry, i) =>
      i % 3 === 0 ? { ...entry, loggedAt: entry.start + 1440 } : { ...entry, loggedAt: entry.start },
    )
    const late = look({ ...diary, entries: { alcohol: after } })
    expect(
      computeSensitivityAnalyses(late.context, late.association).withoutRetrospective?.ratio,
    ).toBeGreaterThan(1.5)
  })

  it('leave out cramps known only as in the night', () => {
    const episodes = diary.episodes.map((episode, i) =>
      i % 4 === 0 ? { ...episode, precision: 'night' as const } : episode,
    )
    const vague = look({ ...diary, episodes })
    const { withoutAssumedOnsets } = computeSensitivityAnalyses(vague.context, vague.association)
    expect(withoutAssumedOnsets?.ratio).toBeGreaterThan(1.5)
    expect(withoutAssumedOnsets?.ratio).not.toBe(opinions.plain?.ratio)
  })

  it('leave out days that only one press made known, for the cramps and for the exposure', () => {
    const isByHand = (day: number) => day % 5 !== 0
    const answered = diary.answeredCrampDays.filter(isByHand)
    const tracked = Object.fromEntries(
      Object.entries(diary.trackedDates).map(([key, dates]) => [key, dates.filter(isByHand)]),
    )
    const line = (withoutOnePress: Diary) => {
      const seen = look({ ...diary, withoutOnePress })
      return computeSensitivityAnalyses(seen.context, seen.association).withoutOnePress?.ratio
    }
    const ofCramps = line({ ...diary, answeredCrampDays: answered })
    const ofBoth = line({ ...diary, answeredCrampDays: answered, trackedDates: tracked })
    // The rest is the diary as it would be had these days never been answered.
    const never = look({ ...diary, answeredCrampDays: answered, trackedDates: tracked })
    expect(ofBoth).toBeCloseTo(Math.exp(never.association.fitted?.fit.beta[0] ?? NaN), 12)
    expect(ofBoth).toBeGreaterThan(1.5)
    expect(ofCramps).not.toBe(ofBoth)
  })

  it('say nothing of an exposure without a fit', () => {
    const nothing = look(oneBlock([], [0, 1]))
    const { isUnstable, ...opinions } = computeSensitivityAnalyses(nothing.context, nothing.association)
    expect(isUnstable).toBe(false)
    expect(new Set(Object.values(opinions))).toEqual(new Set([null]))
  })
})
