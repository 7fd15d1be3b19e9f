/**
 * Half a year of the demo, as the product makes it whenever it is started: the planted triggers come out with the right
 * sign, and nothing that was planted to do nothing is called likely.
 *
 * The starts are 23 days apart, in the morning and in the evening: every weekday, every place in a block of four weeks and
 * every season has its turn. (Among 246 starts, three days apart, one had sitting as a likely link: such is chance.)
 */
import { describe, expect, it } from 'vitest'
import { getCrampDay } from '../../../shared/analysis/cramp-days.ts'
import { createDiary } from '../../../shared/analysis/diary-of-journal.ts'
import { findFindings } from '../../../shared/analysis/findings.ts'
import { DEMO_SEED, makeDemoJournal } from '../../../shared/demo/demo-journal.ts'
import { plantedEffects } from '../../../shared/demo/planted-truth.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { MS_PER_MINUTE, wallClockMs } from '../../../shared/time/moment.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'

const STARTS = 32
const DAYS_APART = 23
const timeZone = 'Europe/Berlin'

const starts = Array.from({ length: STARTS }, (_, index) => ({
  date: addDays('2026-11-20', index * DAYS_APART),
  clock: index % 2 === 0 ? '09:30' : '20:30',
}))

function findOnDemo({ date, clock }: (typeof starts)[number]) {
  const now = momentAt(date, clock, timeZone)
  const demo = makeDemoJournal({ lastDate: date, until: now.at, timeZone, seed: DEMO_SEED })
  const diary = createDiary({ ...demo, offWeekdays: [5, 6], timeZone: 'Europe/Berlin' })
  return findFindings(diary, { today: getCrampDay(wallClockMs(now) / MS_PER_MINUTE) }).findings
}

const looks = starts.map(start => ({ ...start, findings: findOnDemo(start) }))
const planted = plantedEffects.map(({ exposure, riskRatio }) => [exposure, riskRatio] as const)

describe.each(looks)('the demo started on $date at $clock', ({ findings }) => {
  const find = (exposure: string) => findings.find(({ key }) => key === exposure)

  it.each(planted.filter(([, riskRatio]) => riskRatio !== 1))(
    'has %s on the side of 1 where it was planted (%f)',
    (exposure, riskRatio) => {
      const contrast = find(exposure)?.measurement.contrast?.ratio ?? Number.NaN
      expect(Math.sign(Math.log(contrast))).toBe(Math.sign(Math.log(riskRatio)))
    },
  )

  it.each(planted.filter(([, riskRatio]) => riskRatio === 1))('does not call %s likely', exposure => {
    expect(find(exposure)?.verdict).toBeDefined()
    expect(find(exposure)?.verdict).not.toBe('likely')
  })
})

describe('the demo, whenever it is started', () => {
  const share = (exposure: string, verdicts: readonly string[]) =>
    looks.filter(({ findings }) =>
      findings.some(({ key, verdict }) => key === exposure && verdicts.includes(verdict)),
    ).length / STARTS

  it('mostly has flat shoes as a likely link, and nearly always as one that is at least possible', () => {
    expect(share('footwear-unsupportive', ['likely'])).toBeGreaterThan(0.55)
    expect(share('footwear-unsupportive', ['likely', 'possible'])).toBeGreaterThan(0.85)
  })

  it.each(['activity-load', 'fluids-low'])('has %s as a link more often than not, or nearly so', exposure => {
    // Half a year finds effects of this size about half of the time: the demo is no exception.
    expect(share(exposure, ['likely', 'possible'])).toBeGreaterThan(0.35)
  })
})
