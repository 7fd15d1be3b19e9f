import { describe, expect, it } from 'vitest'
import type { ComparedShares } from '../../../shared/analysis/compared-shares.ts'
import { createDiary } from '../../../shared/analysis/diary-of-journal.ts'
import type { Finding, Findings } from '../../../shared/analysis/finding.ts'
import { findFindings } from '../../../shared/analysis/findings.ts'
import { describeTimes, makeInShort, writeRateInShort } from '../../../shared/analysis/in-short.ts'
import { makeDemoJournal } from '../../../shared/demo/demo-journal.ts'
import { plainNumbers } from '../../../shared/locale/number-formats.ts'
import { dayNumber } from '../../../shared/time/calendar-date.ts'
import { makeFinding } from './make-finding.ts'

const compared: ComparedShares = {
  withIt: { crampDays: 39, days: 67 },
  withoutIt: { crampDays: 23, days: 93 },
  shareWith: 39 / 67,
  shareWithout: 0.26,
}
const twice = { ratio: 2.1, lower: 1.3, upper: 3.5, from: null, to: null }
const measured = { contrast: twice, compared }

const findingsOf = (findings: Finding[]): Findings => ({
  firstDate: '2026-06-01',
  lastDate: '2026-11-19',
  trackedDays: 150,
  crampDays: 62,
  outcome: 'cramp-days',
  nextCheckpoint: '2026-12-21',
  findings,
})
const answersOf = (findings: Finding[], suspects: readonly string[] = []) =>
  makeInShort({ findings: findingsOf(findings), suspects: new Set(suspects) })

describe('the answers in short', () => {
  it('are the likely links, then the suspects whatever their verdict, then the possible links, and nothing else', () => {
    const { answers, more } = answersOf(
      [
        makeFinding({ key: 'caffeine', verdict: 'not-sure-yet', ...measured }),
        makeFinding({ key: 'alcohol', verdict: 'possible', ...measured }),
        makeFinding({ key: 'warmup', verdict: 'not-sure-yet', ...measured }),
        makeFinding({ key: 'cold-feet', verdict: 'no-clear-link', ...measured }),
        makeFinding({ key: 'footwear-tight', verdict: 'likely', ...measured }),
      ],
      ['warmup'],
    )
    expect(answers.map(({ finding }) => finding.key)).toEqual(['footwear-tight', 'warmup', 'alcohol'])
    expect(answers.map(({ isSuspect }) => isSuspect)).toEqual([false, true, false])
    expect(more).toBe(0)
  })

  it('are four at most, and count the others', () => {
    const keys = ['caffeine', 'alcohol', 'warmup', 'cold-feet', 'footwear-tight', 'bedding-tight'] as const
    const { answers, more } = answersOf(
      keys.map(key => makeFinding({ key, verdict: 'possible', ...measured })),
    )
    expect([answers.length, more]).toEqual([4, 2])
  })

  it('say the effect as people do, with the counts of either side', () => {
    const [answer] = answersOf([
      makeFinding({ key: 'footwear-tight', verdict: 'likely', ...measured }),
    ]).answers
    expect(answer?.sentence).toBe('Tight or narrow shoes: with it, cramps are about twice as likely.')
    expect(answer?.bars).toEqual({
      withIt: { label: 'With it', counts: 'a cramp on 39 of 67 days', share: 39 / 67 },
      withoutIt: { label: 'Without it', counts: 'a cramp on 23 of 93 days', share: 0.26 },
    })
  })

  it('give the matched estimate and the reason instead of bars that say something else', () => {
    const misleading = { ...measured, compared: { ...compared, shareWithout: 0.6 } }
    const [answer] = answersOf([makeFinding({ key: 'alcohol', verdict: 'possible', ...misleading })]).answers
    expect(answer?.bars).toBeNull()
    expect(answer?.caution).toMatch(
      /mislead here: .* Comparing like days, cramps were about twice as likely\.$/,
    )
  })

  it('of a suspect without enough days say what is missing', () => {
    const missing = [{ what: 'tracked-days' as const, have: 16, need: 28 }]
    const [answer] = answersOf(
      [makeFinding({ key: 'alcohol', verdict: 'need-more-data', missing })],
      ['alcohol'],
    ).answers
    expect(answer?.sentence).toBe('Alcohol: needs 12 more answered days.')
    expect(answer?.bars).toBeNull()
  })

  it('never contradict the bars, whatever the diary', () => {
    let judged = 0
    for (const seed of [1, 2, 3, 4, 5]) {
      const journal = makeDemoJournal({ lastDate: '2026-11-20', timeZone: 'Europe/London', seed })
      const diary = createDiary({
        ...journal,
        dayStartMinutes: 0,
        offWeekdays: [5, 6],
        timeZone: 'Europe/London',
      })
      const findings = findFindings(diary, { today: dayNumber('2026-11-20') })
      const suspects = new Set(findings.findings.map(({ key }) => key))
      const { findings: all } = findings
      for (const finding of all) {
        const { answers } = makeInShort({ findings: { ...findings, findings: [finding] }, suspects })
        const [answer] = answers
        const { contrast } = finding.measurement
        if (contrast === null || answer === undefined) continue
        judged += 1
        if (answer.bars === null) continue
        const ratio = answer.bars.withIt.share / answer.bars.withoutIt.share
        expect(Math.sign(ratio - 1) * Math.sign(contrast.ratio - 1)).toBeGreaterThanOrEqual(0)
        expect(Math.abs(Math.log(ratio / contrast.ratio))).toBeLessThanOrEqual(Math.log(4 / 3) + 1e-9)
      }
    }
    expect(judged).toBeGreaterThan(40)
  })
})

describe('a ratio as people say it', () => {
  it.each([
    [1.04, 'about as likely'],
    [1.3, 'about 1.3 times as likely'],
    [2.1, 'about twice as likely'],
    [3, 'about 3 times as likely'],
    [7.6, 'about 8 times as likely'],
    [34, 'more than 20 times as likely'],
    [0.52, 'about half as likely'],
    [0.7, 'about 30% less likely'],
    [0.02, 'far less likely'],
  ])('%f is "%s"', (ratio, words) => {
    expect(describeTimes(ratio, 'cramp-days', plainNumbers)).toBe(words)
  })
})

describe('how the cramps are doing, in short', () => {
  const rates = (per28Days: number, trend: { lower: number; upper: number } | null) => ({
    trackedDays: 120,
    cramps: { count: 40, isWidened: false, per28Days, lower: 9, upper: 16 },
    crampDays: null,
    trend: trend && { ratioPer4Weeks: 1, weeks: 20, isForSeason: false, ...trend },
  })

  it.each([
    [rates(13, { lower: 0.8, upper: 1.1 }), 'About 3 cramps a week. No clear change.'],
    [rates(2.2, { lower: 0.5, upper: 0.9 }), 'About 2 cramps in 4 weeks. They are becoming less frequent.'],
    [rates(4.4, null), 'About 4 cramps in 4 weeks.'],
    [rates(0.3, null), 'Hardly any cramps.'],
  ])('is a count and its trend', (given, words) => {
    expect(writeRateInShort(given)).toBe(words)
  })

  it('is unknown below a week of known days', () => {
    expect(writeRateInShort({ trackedDays: 5, cramps: null, crampDays: null, trend: null })).toMatch(
      /not enough days/,
    )
  })
})
