import { describe, expect, it } from 'vitest'
import {
  writeReliefLeftOutSentence,
  writeReliefTimesSentence,
} from '../../../shared/analysis/relief-sentences.ts'
import { computeReliefPattern, reliefTimes } from '../../../shared/analysis/relief-times.ts'
import type { ReliefAction } from '../../../shared/kinds/cramp.ts'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import { crampOn } from './pattern-entries.ts'
import { formats } from './plain-formats.ts'

const eased = (
  relief: readonly ReliefAction[],
  durationSeconds: number | null = 600,
  intensity: number | null = 6,
): EntryOf<'cramp'> => crampOn('2026-06-02 03:00', { relief: [...relief], durationSeconds, intensity })
const gone = (technique: ReliefAction['technique'], minutesToRelief: number): ReliefAction => ({
  technique,
  helped: 'yes',
  startedAfterMinutes: null,
  minutesToRelief,
})
const reliefOf = (cramps: readonly EntryOf<'cramp'>[]) => {
  const relief = computeReliefPattern(cramps)
  expect(reliefTimes.parse(relief)).toEqual(relief)
  return relief
}

describe('relief', () => {
  it('is the Kaplan-Meier median of each technique timed five times, by the alphabet', () => {
    const cramps = [1, 2, 3, 6, 9].map(minutes =>
      eased([gone('stretch', minutes), gone('massage', minutes + 1)], 600, minutes),
    )
    const { techniques } = reliefOf([...cramps, eased([gone('heat', 4)])])
    expect(
      techniques.map(({ technique, uses, minutes }) => [technique, uses, minutes?.half ?? null]),
    ).toEqual([
      ['heat', 1, null],
      ['massage', 5, 4],
      ['stretch', 5, 3],
    ])
    expect(techniques[2]).toMatchObject({
      minutes: { quarter: 2, half: 3, threeQuarters: 6, last: 9 },
      helped: { yes: 5, aLittle: 0, no: 0, untold: 0 },
      medianIntensity: 3,
    })
  })

  it('counts what something else ended for as long as the cramp lasted', () => {
    const unhelped: ReliefAction = {
      technique: 'stretch',
      helped: 'no',
      startedAfterMinutes: null,
      minutesToRelief: null,
    }
    const relief = reliefOf([
      eased([gone('stretch', 2)]),
      ...Array.from({ length: 4 }, () => eased([unhelped], 300, null)),
    ])
    expect(relief.techniques).toMatchObject([
      { uses: 5, timedUses: 5, helped: { yes: 1, no: 4 }, minutes: { half: null, last: 5 } },
    ])
    expect(writeReliefTimesSentence(relief, formats)).toBe(
      'Something was tried in 5 of 5 cramps. Half of the cramps were gone: stretched not yet by 5 min (5 timed uses).',
    )
  })

  it('counts it from when it was begun, where that is known, and not at all what came after the cramp', () => {
    const begunAfter = (startedAfterMinutes: number | null): ReliefAction => ({
      technique: 'stretch',
      helped: 'no',
      startedAfterMinutes,
      minutesToRelief: null,
    })
    const relief = reliefOf([null, 1, 2, 3, 4].map(begun => eased([begunAfter(begun)], 300)))
    expect(relief.techniques).toMatchObject([{ uses: 5, timedUses: 5, minutes: { last: 5 } }])
    expect(reliefOf([eased([begunAfter(2)], 300), eased([begunAfter(5)], 300)]).techniques).toMatchObject([
      { uses: 2, timedUses: 1 },
    ])
  })

  it('knows no time of what has none, and says so', () => {
    const unknown: ReliefAction = {
      technique: 'stretch',
      helped: null,
      startedAfterMinutes: null,
      minutesToRelief: null,
    }
    const relief = reliefOf(Array.from({ length: 6 }, () => eased([unknown], null)))
    expect(relief.techniques).toMatchObject([{ uses: 6, timedUses: 0, helped: { untold: 6 }, minutes: null }])
    expect(writeReliefLeftOutSentence(relief, formats)).toBe(
      'Left out: 6 uses without any time; how soon, for what was timed fewer than 5 times: stretched.',
    )
    expect(writeReliefTimesSentence(relief, formats)).toMatch(/Once something has 5 uses with a known time/)
  })

  it('of no cramps, or of cramps with which nothing was tried, has nothing to say', () => {
    expect(writeReliefTimesSentence(reliefOf([]), formats)).toBe('There was no cramp in this period.')
    expect(writeReliefTimesSentence(reliefOf([eased([])]), formats)).toBe(
      'Nothing is written down about what was tried for the one cramp.',
    )
    expect(writeReliefTimesSentence(reliefOf([eased([]), eased([])]), formats)).toBe(
      'Nothing is written down about what was tried for any of 2 cramps.',
    )
  })
})
