import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listCheckpoints } from '../../../shared/analysis/checkpoints.ts'
import type { Diary } from '../../../shared/analysis/diary/diary.ts'
import { createDiary, type JournalForAnalysis } from '../../../shared/analysis/diary-of-journal.ts'
import { builtInKeys, exposures, getExposure } from '../../../shared/analysis/exposures/exposures.ts'
import { type Findings, findings as findingsSchema } from '../../../shared/analysis/finding.ts'
import { findFindings } from '../../../shared/analysis/findings.ts'
import { findChecks } from '../../../shared/analysis/sensitivity-analyses.ts'
import { makeDemoJournal } from '../../../shared/demo/demo-journal.ts'
import { dayNumber } from '../../../shared/time/calendar-date.ts'
import { anyJournalFile } from '../../fixtures/arbitrary-journals.ts'
import { crampDraft, fluidDraft } from '../kinds/drafts.ts'
import { atNight, BLOCK_START, live } from './lived-diary.ts'

const alcohol = getExposure('alcohol')
const OFF = [5, 6]
const today = dayNumber('2026-11-20')
const nothing: JournalForAnalysis = {
  entries: [],
  checkIns: [],
  shoes: [],
  offWeekdays: OFF,
  dayStartMinutes: 0,
  timeZone: 'Europe/Berlin',
}
const look = (journal: Partial<JournalForAnalysis>, day = today) =>
  findFindings(createDiary({ ...nothing, ...journal }), { today: day })
const lookAtAlcohol = (diary: Diary, day: number) => {
  const result = findFindings(diary, { today: day, catalogue: [alcohol] })
  const [finding] = result.findings
  if (finding === undefined) throw new Error('one exposure, one finding')
  return { result, finding }
}
/** Expects that the schema parses the result, which excludes NaN and infinity. */
const expectWhole = (result: Findings) => {
  expect(findingsSchema.parse(result)).toEqual(result)
  for (const { sentence } of result.findings) expect(sentence).not.toMatch(/NaN|Infinity|undefined|null/)
}

const demo = makeDemoJournal({ lastDate: '2026-11-20', timeZone: 'Europe/Berlin', seed: 22 })
const demoJournal = {
  entries: demo.entries,
  checkIns: demo.checkIns,
  shoes: demo.shoes,
  dayStartMinutes: demo.profile.dayStartMinutes,
}

describe('little journals', () => {
  const cramp = { ...crampDraft(), id: 1, loggedAt: crampDraft().at, editedAt: null }
  const drink = { ...fluidDraft(), id: 1, loggedAt: fluidDraft().at, editedAt: null }

  it.each([
    ['an empty one', {}, 0],
    ['one with one cramp', { entries: [cramp] }, 1],
    ['one with one drink', { entries: [drink] }, 0],
    [
      'one with one tracked day',
      { checkIns: [{ date: '2026-11-18', kind: 'cramp' as const, dayStartMinutes: 0 }] },
      1,
    ],
  ])('%s: needs more data for everything, and says what', (_, journal, trackedDays) => {
    const result = look(journal)
    expectWhole(result)
    expect(result.trackedDays).toBe(trackedDays)
    expect(result.findings.map(({ key }) => key)).toEqual([...builtInKeys])
    for (const { verdict, sentence, measurement } of result.findings) {
      expect(verdict).toBe('need-more-data')
      expect(measurement.missing.length).toBeGreaterThan(0)
      expect(sentence).toMatch(/^Not enough yet: .* Log /)
    }
  })

  it('of any shape give findings that parse', () => {
    fc.assert(
      fc.property(anyJournalFile, file => {
        const journal = {
          entries: file.entries.filter(({ deletedAt }) => deletedAt === null),
          checkIns: file.checkIns,
          shoes: file.shoes,
        }
        expectWhole(look(journal, dayNumber('2060-06-01')))
      }),
      { numRuns: 40 },
    )
  })
})

describe('checkpoints', () => {
  const days = (...ranges: readonly (readonly [from: number, to: number])[]) =>
    ranges.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => BLOCK_START + from + i))
  const ends = (tracked: readonly number[], day: number) =>
    listCheckpoints(tracked, BLOCK_START + day).map(end => end - BLOCK_START)

  it('are the ends of the last two completed periods of four weeks', () => {
    expect(ends(days([0, 100]), 100)).toEqual([83, 55])
    expect(ends(days([0, 84]), 83)).toEqual([55, 27])
    expect(ends(days([0, 84]), 84)).toEqual([83, 55])
    expect(ends(days([0, 27]), 27)).toEqual([])
    expect(ends([], 500)).toEqual([])
  })

  it('need new days: waiting confirms nothing', () => {
    expect(ends(days([0, 56]), 56)).toEqual([55, 27])
    expect(ends(days([0, 56]), 500)).toEqual([55, 27])
    expect(ends(days([0, 56], [200, 206]), 500)).toEqual([55, 27])
  })

  it('let the days of a thin period wait for the next', () => {
    expect(ends(days([0, 28], [28, 32], [56, 60]), 200)).toEqual([83, 27])
  })
})

describe('a threefold risk', () => {
  const diary = live({ days: 196, seed: 4, baseRisk: 0.15, riskRatio: 3 })
  const cut = (days: number): Diary => ({
    ...diary,
    episodes: diary.episodes.filter(({ onset }) => onset < (BLOCK_START + days) * 1440 + 720),
    answeredCrampDays: diary.answeredCrampDays.filter(day => day < BLOCK_START + days),
  })

  it('becomes likely at a checkpoint, once it showed at the one before', () => {
    const verdicts = [27, 56, 84, 112, 140, 168, 196].map(
      days => lookAtAlcohol(cut(days), BLOCK_START + days).finding.verdict,
    )
    const first = verdicts.indexOf('likely')
    expect(first).toBeGreaterThan(1)
    expect(verdicts.slice(first).every(verdict => verdict === 'likely')).toBe(true)
    expect(verdicts[0]).toBe('need-more-data')
  })

  it('keeps its verdict between checkpoints, and is marked as interim', () => {
    const atCheckpoint = lookAtAlcohol(cut(140), BLOCK_START + 140)
    const later = lookAtAlcohol(cut(155), BLOCK_START + 155)
    expect(atCheckpoint.finding.isInterim).toBe(false)
    expect(later.finding.isInterim).toBe(true)
    expect(later.finding.verdict).toBe(atCheckpoint.finding.verdict)
    expect(later.finding.checkpoint).toEqual(atCheckpoint.finding.checkpoint)
    expect(later.finding.measurement.trackedDays).toBe(155)
    expect(later.result.nextCheckpoint).toBe(atCheckpoint.result.nextCheckpoint)
  })

  it('tells counts that add up', () => {
    const { result, finding } = lookAtAlcohol(diary, BLOCK_START + 196)
    const { withIt, withoutIt, missing, doseResponse } = finding.measurement
    expect(missing).toEqual([])
    // Every stratum of eight weeks has an event.
    expect((withIt?.days ?? 0) + (withoutIt?.days ?? 0)).toBe(196)
    expect((withIt?.crampDays ?? 0) + (withoutIt?.crampDays ?? 0)).toBe(result.crampDays)
    expect(doseResponse.reduce((sum, { days }) => sum + days, 0)).toBe(196)
    expect(findChecks(diary, alcohol)?.mantelHaenszel).not.toBeNull()
    expectWhole(result)
  })

  it('is estimated before any checkpoint, without a verdict', () => {
    const { finding } = lookAtAlcohol(cut(27), BLOCK_START + 27)
    expect(finding).toMatchObject({ verdict: 'need-more-data', checkpoint: null, isInterim: true })
  })
})

describe('edge cases', () => {
  it('what is done every day does not vary', () => {
    const diary = live({ days: 84, seed: 1, baseRisk: 0.3, riskRatio: 1, draw: () => 1 })
    const { finding } = lookAtAlcohol(diary, BLOCK_START + 84)
    expect(finding.verdict).toBe('does-not-vary')
    expect(finding.sentence).toMatch(/does not vary/)
  })

  it('cramps on most days are counted, and the sentence says so', () => {
    const diary = live({ days: 112, seed: 3, baseRisk: 0.85, riskRatio: 1 })
    const again = diary.episodes
      .filter((_, i) => i % 3 === 0)
      .map(({ onset }) => ({ onset: onset + 60, precision: 'exact' as const }))
    const { result, finding } = lookAtAlcohol(
      { ...diary, episodes: [...diary.episodes, ...again] },
      BLOCK_START + 112,
    )
    expect(result.outcome).toBe('cramps')
    expect(finding.sentence).toContain('cramps were counted, not days')
    expect(finding.sentence).toContain('as frequent')
    expectWhole(result)
  })

  it('days of travel are left out and counted', () => {
    const diary = live({ days: 112, seed: 3, baseRisk: 0.3, riskRatio: 1 })
    const away = new Set(diary.episodes.slice(0, 3).map(({ onset }) => Math.floor((onset - 720) / 1440)))
    const clocks = new Map(diary.answeredCrampDays.map(day => [day, away.has(day) ? 540 : 60]))
    const { finding } = lookAtAlcohol({ ...diary, utcOffsetMinutes: clocks }, BLOCK_START + 112)
    expect(finding.measurement.excluded).toContainEqual({ reason: 'travel', count: 3 })
    expect(finding.measurement.trackedDays).toBe(109)
  })

  it('what was written down after the cramp and what is only "in the night" is counted', () => {
    const diary = live({ days: 112, seed: 3, baseRisk: 0.3, riskRatio: 1 })
    const entries = (diary.entries.alcohol ?? []).map(entry => ({ ...entry, loggedAt: entry.start + 2880 }))
    const episodes = diary.episodes.map((episode, i) =>
      i < 4 ? { ...episode, precision: 'night' as const } : episode,
    )
    const { finding } = lookAtAlcohol(
      { ...diary, entries: { alcohol: entries }, episodes },
      BLOCK_START + 112,
    )
    const { excluded, withIt } = finding.measurement
    expect(excluded).toContainEqual({ reason: 'onset-assumed', count: 4 })
    expect(excluded).toContainEqual({ reason: 'mostly-retrospective', count: withIt?.crampDays })
  })

  it('a cramp whose day was not tracked for the exposure is left out and counted', () => {
    const diary = live({ days: 112, seed: 3, baseRisk: 0.3, riskRatio: 1 })
    const lost = Math.floor((diary.episodes[0]?.onset ?? NaN) / 1440) - 1
    const trackedDates = { alcohol: (diary.trackedDates.alcohol ?? []).filter(date => date !== lost) }
    const { finding } = lookAtAlcohol({ ...diary, trackedDates }, BLOCK_START + 112)
    expect(finding.measurement.excluded).toContainEqual({ reason: 'case-not-covered', count: 1 })
  })

  it('cramps elsewhere than in legs and feet are none', () => {
    const diary = live({ days: 112, seed: 3, baseRisk: 0.3, riskRatio: 1 })
    const elsewhere = Array.from({ length: 112 }, (_, i) => ({
      ...atNight(BLOCK_START + i, '05:00'),
      isElsewhere: true,
    }))
    const plain = lookAtAlcohol(diary, BLOCK_START + 112)
    expect(
      lookAtAlcohol({ ...diary, episodes: [...elsewhere, ...diary.episodes] }, BLOCK_START + 112),
    ).toEqual(plain)
  })
})

describe('the demo', () => {
  const found = look(demoJournal)

  it('gives findings that parse', () => expectWhole(found))

  it('is the same in whatever order its entries, check-ins and shoes come', () => {
    const turned = look({
      entries: demo.entries.toReversed(),
      checkIns: demo.checkIns.toReversed(),
      shoes: demo.shoes.toReversed(),
      dayStartMinutes: demo.profile.dayStartMinutes,
    })
    expect(turned).toEqual(found)
  })

  it('gives every exposure the same finding in whatever order the catalogue lists them, with untracked ones or without', () => {
    const diary = createDiary({ ...nothing, ...demoJournal })
    const keyed = (result: Findings) =>
      result.findings
        .toSorted((a, b) => a.key.localeCompare(b.key))
        .filter(({ checkpoint }) => checkpoint?.test != null)
    const judged = new Set(keyed(found).map(({ key }) => key))
    expect(judged.size).toBeGreaterThan(5)
    fc.assert(
      fc.property(fc.shuffledSubarray([...exposures], { minLength: exposures.length }), shuffled => {
        expect(keyed(findFindings(diary, { today, catalogue: shuffled }))).toEqual(keyed(found))
        const tracked = shuffled.filter(({ key }) => judged.has(key))
        expect(keyed(findFindings(diary, { today, catalogue: tracked }))).toEqual(keyed(found))
      }),
      { numRuns: 2 },
    )
  })

  it('is the same with entries on days long before the first answered one', () => {
    const diary = createDiary({ ...nothing, ...demoJournal })
    const longBefore = (days: number) => Math.min(...diary.answeredCrampDays) - 30 - days
    const moved = Object.fromEntries(
      Object.entries(diary.entries).map(([key, entries]) => [
        key,
        [
          ...entries,
          ...entries.slice(0, 40).map(one => ({ ...one, start: one.start - 1e6, end: one.end - 1e6 })),
        ],
      ]),
    )
    const trackedDates = Object.fromEntries(
      Object.entries(diary.trackedDates).map(([key, dates]) => [
        key,
        [...dates, longBefore(1), longBefore(8)],
      ]),
    )
    expect(findFindings({ ...diary, entries: moved, trackedDates }, { today })).toEqual(found)
  })

  it('is the same with entries on days that are not tracked for drinks', () => {
    const free = new Set(
      demo.checkIns.filter(({ kind }) => kind === 'fluid').map(({ date }) => dayNumber(date)),
    )
    const template = demo.entries.find(
      ({ kind, at }) => kind === 'fluid' && !free.has(Math.floor(at / 86_400_000)),
    )
    if (template?.kind !== 'fluid') throw new Error('the demo forgets a check-in now and then')
    const more = { ...template, id: 1_000_000, volumeMl: 5000, drink: 'water' as const }
    const changed = look({ ...demoJournal, entries: [...demo.entries, more] })
    for (const key of ['fluids-low', 'fluids-excess'] as const) {
      const of = (result: Findings) =>
        result.findings.find(finding => finding.key === key)?.measurement.estimate
      expect(of(changed)).toEqual(of(found))
    }
  })

  it('reports progress up to its end', () => {
    const steps: (readonly [number, number])[] = []
    findFindings(createDiary({ ...nothing, ...demoJournal }), {
      today,
      onProgress: (done, total) => steps.push([done, total]),
    })
    expect(steps.at(-1)).toEqual([3 * builtInKeys.length, 3 * builtInKeys.length])
    expect(steps.map(([done]) => done)).toEqual(
      Array.from({ length: 3 * builtInKeys.length }, (_, i) => i + 1),
    )
  })
})
