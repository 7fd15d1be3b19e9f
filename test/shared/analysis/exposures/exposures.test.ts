import { describe, expect, it } from 'vitest'
import { createWindowReader } from '../../../../shared/analysis/diary/windows.ts'
import { createDiary } from '../../../../shared/analysis/diary-of-journal.ts'
import { getWindow } from '../../../../shared/analysis/exposures/exposure.ts'
import type { BuiltInKey } from '../../../../shared/analysis/exposures/exposures.ts'
import { builtInKeys, exposures, getExposure } from '../../../../shared/analysis/exposures/exposures.ts'
import { plainNumbers } from '../../../../shared/locale/number-formats.ts'
import { activityDraft } from '../../kinds/drafts.ts'

const empty = createDiary({
  dayStartMinutes: 0,
  entries: [],
  checkIns: [],
  shoes: [],
  offWeekdays: [5, 6],
  timeZone: 'Europe/Berlin',
})

/** Window of each exposure in hours, or the coarse value it reads, as in the study design. */
const windows: Record<BuiltInKey, number | 'date-value' | 'night-value'> = {
  'fluids-low': 24,
  'fluids-excess': 24,
  'electrolyte-drink': 24,
  'sweat-salt': 24,
  'activity-load': 24,
  'hard-session': 24,
  'activity-new': 48,
  warmup: 24,
  'footwear-unsupportive': 24,
  'footwear-tight': 24,
  standing: 24,
  sitting: 24,
  'cold-exposure': 12,
  alcohol: 12,
  caffeine: 12,
  'stretch-evening': 12,
  'stretch-regular': 168,
  'foot-strength': 168,
  'diet-potassium': 48,
  'diet-magnesium': 48,
  'diet-calcium': 48,
  'cold-bedroom': 'night-value',
  'cold-feet': 'night-value',
  'bedding-tight': 'night-value',
  'sleep-position': 'night-value',
  'heat-day': 'date-value',
  'illness-loss': 48,
}

const wordsOf = (wanted: (typeof windows)[BuiltInKey]) => {
  if (wanted === 'night-value') return 'same night'
  if (wanted === 'date-value') return '24 hours before'
  return wanted === 168 ? '7 days before' : `${wanted} hours before`
}

it('there is one entry for each key, in one order', () => {
  expect(exposures.map(({ key }) => key)).toEqual([...builtInKeys])
})

describe.each(exposures)('$key', exposure => {
  const { key, windowWords, scale, name, toLog } = exposure
  it('looks back over the window of the design, and says so', () => {
    const wanted = windows[key]
    expect(getWindow(exposure, empty).source).toMatchObject(
      typeof wanted === 'number' ? { kind: 'entries', windowHours: wanted } : { kind: wanted },
    )
    expect(windowWords).toBe(wordsOf(wanted))
  })

  it('has its series in the diary of a journal', () => {
    expect(createWindowReader(empty, getWindow(exposure, empty))(20_000, 900)).toBeNull()
  })

  it('has words', () => {
    expect(name).toMatch(/^[A-Z]/)
    expect(toLog).not.toMatch(/[.]$/)
    if (scale.kind === 'amount') {
      expect(scale.step).toBeGreaterThan(0)
      expect(scale.format(scale.step, plainNumbers)).toMatch(/1|500/)
      expect(scale.stepWords(plainNumbers)).not.toBe('')
      expect(scale.cuts ?? []).toEqual((scale.cuts ?? []).toSorted((a, b) => a - b))
    } else expect(scale.present).not.toBe('')
  })
})

it('standing is read by date once a day was written down as a whole', () => {
  const entry = {
    ...activityDraft({ activity: 'standing', wholeDay: true, durationMinutes: 300 }),
    id: 1,
    loggedAt: 0,
    editedAt: null,
  }
  const diary = createDiary({
    dayStartMinutes: 0,
    entries: [entry],
    checkIns: [],
    shoes: [],
    offWeekdays: [5, 6],
    timeZone: 'Europe/Berlin',
  })
  expect(getWindow(getExposure('standing'), diary).source).toEqual({ kind: 'date-value' })
})
