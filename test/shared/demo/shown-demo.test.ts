/**
 * The demo of the program on any date: the planted links are found at about their planted strength, and no others. The life
 * is the same for every block, so that a few starts represent all; `npm run verify` tests all 120.
 */
import { createHash } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import { makeShownDemo } from '../../../shared/demo/demo-journal.ts'
import { addDays, type CalendarDate, dayNumber } from '../../../shared/time/calendar-date.ts'
import { crampDay, MS_PER_DAY } from '../../../shared/time/moment.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { matrix } from '../../host/matrix.ts'
import { plantedRatios } from './planted-ratios.ts'
import { analyseDemo, type DemoStart, demoStarts } from './shown-demo.ts'

const HALF_YEAR_DAYS = 182
/** Days since the start of the 56-day block in which a cramp-day lies. */
const dayOfBlock = (date: CalendarDate) => (dayNumber(date) - dayNumber('1970-01-05')) % 56

/** Thirty dates, each on another day of a block; `npm run verify -- matrices` takes all 120. */
const dates = matrix(demoStarts.slice(0, 30), demoStarts.slice(30))

describe('on dates of twelve years', () => {
  it('is the same half year, up to the last complete block, and the days since then', () => {
    const hashes = new Set<string>()
    const sinceDays = new Set<number>()
    for (const { date, clock } of dates) {
      const timeZone = 'UTC'
      const now = momentAt(date, clock, timeZone)
      const today = crampDay(now)
      const blockStart = addDays(today, -dayOfBlock(today))
      const { entries, checkIns } = makeShownDemo({ now: now.at, timeZone })
      const start = Date.parse(blockStart)
      const ofHalfYear = entries.filter(({ at }) => at < start - MS_PER_DAY / 2)
      const life = ofHalfYear.map(entry => ({
        ...entry,
        at: entry.at - start,
        loggedAt: entry.loggedAt - start,
        ...('takenOffAt' in entry && entry.takenOffAt !== null && { takenOffAt: entry.takenOffAt - start }),
        ...('wakeAt' in entry && entry.wakeAt !== null && { wakeAt: entry.wakeAt - start }),
      }))
      const days = checkIns
        .filter(checkIn => checkIn.date < addDays(blockStart, -1))
        .map(checkIn => ({ ...checkIn, date: dayNumber(checkIn.date) - dayNumber(blockStart) }))
      hashes.add(
        createHash('sha256')
          .update(JSON.stringify([life, days]))
          .digest('hex'),
      )
      expect(dayNumber(blockStart) - dayNumber(crampDay(entries[0] ?? now))).toBeLessThanOrEqual(
        HALF_YEAR_DAYS + 1,
      )
      // The journal has entries in the last two days.
      expect(now.at - (entries.at(-1)?.at ?? 0)).toBeLessThan(3 * MS_PER_DAY)
      expect(entries.every(entry => entry.at <= now.at && entry.loggedAt <= now.at)).toBe(true)
      sinceDays.add(dayOfBlock(today))
    }
    expect(hashes.size).toBe(1)
    expect(sinceDays.size).toBeGreaterThan(Math.min(40, dates.length * 0.6))
  }, 300_000)
})

/** First and last day of each half of a block, before and after the noon at which a cramp-day ends. */
const starts: readonly DemoStart[] = [
  { date: '2026-11-23', clock: '11:45', timeZone: 'Europe/London' },
  { date: '2026-11-23', clock: '12:15', timeZone: 'Europe/London' },
  { date: '2026-12-20', clock: '23:45', timeZone: 'America/Los_Angeles' },
  { date: '2026-12-21', clock: '16:00', timeZone: 'Europe/Berlin' },
  { date: '2028-02-29', clock: '16:00', timeZone: 'Asia/Kolkata' },
  { date: '2027-01-18', clock: '02:15', timeZone: 'Pacific/Auckland' },
]

describe.each(starts)('the demo started on $date at $clock in $timeZone', start => {
  const findings = analyseDemo(start)

  it('has the planted links as likely, and nothing else', () => {
    const likely = findings.filter(({ verdict }) => verdict === 'likely').map(({ key }) => key)
    expect(new Set(likely)).toEqual(new Set(plantedRatios.keys()))
  })

  it.each([...plantedRatios])('has %s at about the strength that was planted', (exposure, ratio) => {
    const estimate = findings.find(({ key }) => key === exposure)?.measurement.estimate
    expect(estimate?.lower).toBeLessThan(ratio)
    expect(estimate?.upper ?? Number.POSITIVE_INFINITY).toBeGreaterThan(ratio)
    expect(Math.abs(Math.log((estimate?.ratio ?? Number.NaN) / ratio))).toBeLessThan(Math.log(1.25))
  })
})

test('a demo of before the first block is made as well', () => {
  const now = momentAt('1969-06-01', '16:00', 'UTC').at
  expect(makeShownDemo({ now, timeZone: 'UTC' }).entries.length).toBeGreaterThan(1000)
})
