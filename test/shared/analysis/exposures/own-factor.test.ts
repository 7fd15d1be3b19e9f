/** The person's own factor: defined and answered at run time, as an exposure of the same type as the built-in ones. */
import { describe, expect, test } from 'vitest'
import { createAnalysisContext } from '../../../../shared/analysis/analysis-context.ts'
import { associate } from '../../../../shared/analysis/association.ts'
import { createWindowReader } from '../../../../shared/analysis/diary/windows.ts'
import { createDiary } from '../../../../shared/analysis/diary-of-journal.ts'
import { type Exposure, getWindow } from '../../../../shared/analysis/exposures/exposure.ts'
import { exposures, getExposure } from '../../../../shared/analysis/exposures/exposures.ts'
import { atOnce, overHours } from '../../../../shared/analysis/exposures/series.ts'
import { plainNumbers } from '../../../../shared/locale/number-formats.ts'
import { type Moment, MS_PER_DAY, MS_PER_HOUR } from '../../../../shared/time/moment.ts'
import { crampDraft } from '../../kinds/drafts.ts'

interface OwnFactor {
  readonly id: number
  readonly name: string
  /** Unit of an amount; null for a yes/no factor. */
  readonly unit: string | null
  readonly windowHours: 12 | 24 | 48
}

/** Answer of one day: 1 or 0 for yes or no, or an amount. A day without an answer is unknown. */
interface FactorAnswer extends Moment {
  readonly factorId: number
  readonly value: number
  readonly loggedAt: number
}

function exposureOf({ id, name, unit, windowHours }: OwnFactor, answers: readonly FactorAnswer[]): Exposure {
  const own = answers.filter(({ factorId }) => factorId === id)
  return {
    key: `own:${id}`,
    name,
    suspected: name,
    needs: [],
    direction: 'more',
    scale:
      unit === null
        ? { kind: 'yes-no', present: name }
        : {
            kind: 'amount',
            step: 15,
            stepWords: ({ number }) => `${number(15)} ${unit}`,
            format: (amount, { number }) => `${number(amount)} ${unit}`,
          },
    toLog: `an answer for “${name}” on every day`,
    ...overHours(
      windowHours,
      unit === null ? { kind: 'any' } : { kind: 'sum-of-amounts' },
      ({ listDays, trackDates }) => ({
        entries: own
          .filter(({ value }) => value > 0)
          .map(answer => atOnce(answer, unit === null ? null : answer.value)),
        tracked: trackDates('day', { proved: own.flatMap(answer => listDays({ ...answer, kind: 'day' })) }),
      }),
    ),
  }
}

const answer = (factorId: number, day: number, value: number): FactorAnswer => {
  const at = day * MS_PER_DAY + 12 * MS_PER_HOUR
  return { factorId, at, offsetMinutes: 0, value, loggedAt: at }
}

const van: OwnFactor = { id: 4, name: 'Slept in the camper van', unit: null, windowHours: 24 }
const yoga: OwnFactor = { id: 9, name: 'Yoga', unit: 'minutes', windowHours: 48 }
const answers = [100, 101, 102, 103].flatMap(day => [answer(4, day, day % 2), answer(9, day, 20)])
const own = [exposureOf(van, answers), exposureOf(yoga, answers)] as const
const at = 103 * MS_PER_DAY + 3 * MS_PER_HOUR
const diary = createDiary(
  {
    entries: [{ ...crampDraft({ at, offsetMinutes: 0 }), id: 1, loggedAt: at, editedAt: null }],
    checkIns: [],
    shoes: [],
    offWeekdays: [5, 6],
    dayStartMinutes: 0,
    timeZone: 'UTC',
  },
  [...exposures, ...own],
)

describe("a factor of the person's own", () => {
  test('has its series and windows in the diary, beside the built-in ones', () => {
    const [vanReader, yogaReader] = own.map(exposure => createWindowReader(diary, getWindow(exposure, diary)))
    // Windows that end at 03:00 on the day after a cramp-day, 15 hours after its noon.
    expect([99, 100, 101, 102].map(day => vanReader?.(day, 15 * 60))).toEqual([null, 0, 1, 0])
    expect([100, 101, 102].map(day => yogaReader?.(day, 15 * 60))).toEqual([null, 40, 40])
    expect(diary.trackedDates.alcohol).toEqual([])
  })

  test('is analysed and put into words as they are', () => {
    const association = associate(createAnalysisContext(diary), own[0])
    expect(association.exposure.key).toBe('own:4')
    expect(association.days.map(({ day, value, hasEvent }) => [day, value, hasEvent])).toEqual([
      [102, 0, true],
    ])
    const { scale } = own[1]
    expect(scale.kind === 'amount' && scale.stepWords(plainNumbers)).toBe('15 minutes')
    expect(own[0].windowWords).toBe(getExposure('standing').windowWords)
  })
})
