import { beforeEach, describe, expect, test } from 'vitest'
import { answer } from '../../../../main/ipc/calls.ts'
import { createEntryHandlers } from '../../../../main/ipc/handlers/entries.ts'
import { createExperimentHandlers } from '../../../../main/ipc/handlers/experiments.ts'
import { createPersonHandlers } from '../../../../main/ipc/handlers/person.ts'
import { createWarningHandlers } from '../../../../main/ipc/handlers/warnings.ts'
import { createServices } from '../../../../main/services/services.ts'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { type Call, contract, type Input, type Output } from '../../../../shared/contract.ts'
import { designs, drawArms, WITH } from '../../../../shared/experiments/design.ts'
import { emptyProfile } from '../../../../shared/kinds/profile.ts'
import { createRandom } from '../../../../shared/statistics/random.ts'
import { addDays, type CalendarDate, datesFromTo } from '../../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { crampDraft } from '../../../shared/kinds/drafts.ts'

const SEED = 3
const design = designs['8-weeks-by-weeks']
const arms = drawArms(design, createRandom(SEED))
const start = { subject: 'loose-bedding', design: '8-weeks-by-weeks' } as const
/** Base date: the journal begins four weeks earlier, the experiment one day later. */
const today = '2026-11-20'
const firstDate = '2026-11-21'
const lastDate = '2027-01-15'

type Asked = ReturnType<typeof createExperimentHandlers> &
  ReturnType<typeof createEntryHandlers> &
  ReturnType<typeof createPersonHandlers> &
  ReturnType<typeof createWarningHandlers>

let journal: JournalStore
let now: number
let timeZone: string
let seedsDrawn: number
let handlers: Asked

beforeEach(() => {
  journal = createJournalStore(openJournal(':memory:'))
  timeZone = 'Europe/Berlin'
  seedsDrawn = 0
  goTo(today)
  const clock = { now: () => now, timeZone: () => timeZone }
  handlers = {
    ...createExperimentHandlers(
      createServices(journal, clock, () => {
        seedsDrawn += 1
        return SEED
      }),
    ),
    ...createEntryHandlers(createServices(journal, clock)),
    ...createPersonHandlers(createServices(journal, clock)),
    ...createWarningHandlers(createServices(journal, clock)),
  }
  return () => journal.close()
})

function goTo(date: CalendarDate, clockTime = '14:00') {
  now = momentAt(date, clockTime, timeZone).at
}

/** Calls like the page, and parses the output by the contract. */
async function ask<C extends keyof Asked & Call>(call: C, input: Input<C>): Promise<Output<C>> {
  const reply = await answer(handlers, call, input, { pageId: 1 })
  if (!reply.ok) throw new Error(reply.failure.message)
  expect(contract[call].output.parse(reply.value)).toEqual(reply.value)
  return reply.value
}

const refusal = async <C extends keyof Asked & Call>(call: C, input: Input<C>) => {
  const reply = await answer(handlers, call, input, { pageId: 1 })
  return reply.ok ? 'not refused' : reply.failure.message
}

/** Cramp in the night after the date. */
const addCramp = (date: CalendarDate) =>
  ask('addEntry', crampDraft(momentAt(addDays(date, 1), '03:00', timeZone)))

/** Checks in past dates as free of cramps, and logs a cramp after every third. */
async function keepJournal(from: CalendarDate, to: CalendarDate) {
  for (const [index, date] of datesFromTo(from, to).entries())
    if (index % 3 === 0) await addCramp(date)
    else journal.checkIns.give({ date, kind: 'cramp', dayStartMinutes: 0 }, now)
}
const keepWeeksBefore = () => keepJournal('2026-10-23', '2026-11-18')

describe('the plan of an experiment', () => {
  test('tells the chance at the person’s own rate', async () => {
    await keepWeeksBefore()
    const plan = await ask('planExperiment', { subject: 'loose-bedding' })
    expect(plan).toMatchObject({
      obstacle: null,
      rate: { cramps: 9, trackedDays: 27, perWeek: 7 / 3 },
      firstDate,
      suggested: '16-weeks-by-2-days',
    })
    expect(plan.options.map(option => option.design)).toContain('8-weeks-by-weeks')
    expect(plan.options[0]?.chances.map(({ rateRatio }) => rateRatio)).toEqual([0.67, 0.5, 0.33])
  })

  test('has none to tell while the rate is unknown or there are no cramps', async () => {
    const unknown = await ask('planExperiment', { subject: 'loose-bedding' })
    expect(unknown).toMatchObject({ options: [], suggested: null, rate: { trackedDays: 0, perWeek: null } })
    expect(unknown.obstacle).toMatch(/^We do not know well enough yet how often you have cramps/)
    for (const date of datesFromTo('2026-11-01', '2026-11-18'))
      journal.checkIns.give({ date, kind: 'cramp', dayStartMinutes: 0 }, now)
    const none = await ask('planExperiment', { subject: 'loose-bedding' })
    expect(none.obstacle).toMatch(/^There was no cramp on the 18 days/)
    expect(await refusal('startExperiment', start)).toBe(none.obstacle)
    expect(seedsDrawn).toBe(0)
  })

  test('keeps what is about fluids from somebody who must not', async () => {
    await keepWeeksBefore()
    await ask('changeProfile', { ...emptyProfile, conditions: ['kidney-disease'] })
    const startDrinks = { subject: 'drink-to-thirst', design: '8-weeks-by-weeks' } as const
    expect((await ask('planExperiment', { subject: 'drink-to-thirst' })).obstacle).toMatch(
      /^Your doctor or nurse decides/,
    )
    expect(await refusal('startExperiment', startDrinks)).toMatch(/^Your doctor or nurse decides/)
  })

  test('does not take a design that does not suit', async () => {
    await keepWeeksBefore()
    expect(await refusal('startExperiment', { ...start, design: '16-weeks-by-fortnights' })).toMatch(
      /does not suit/,
    )
  })
})

describe('an experiment', () => {
  beforeEach(keepWeeksBefore)

  test('draws its order once, and tells of it only what has begun', async () => {
    const started = await ask('startExperiment', start)
    expect(started).toMatchObject({ state: 'upcoming', firstDate, lastDate, begun: [], today: null })
    for (const day of datesFromTo(firstDate, addDays(firstDate, 20))) {
      goTo(day)
      const { experiment } = await ask('getExperimentNow', {})
      const begun = Math.floor((datesFromTo(firstDate, day).length - 1) / 7) + 1
      expect(experiment?.begun.map(({ arm }) => arm)).toEqual(arms.slice(0, begun))
      expect(experiment?.today?.arm).toBe(arms[begun - 1])
      expect(JSON.stringify(await ask('listExperiments', {}))).not.toMatch(/seed|"arms"/)
    }
    expect(seedsDrawn).toBe(1)
    expect(journal.experiments.get(started.id)).toMatchObject({ seed: SEED, arms })
  })

  test('stands alone: a second one waits', async () => {
    await ask('startExperiment', start)
    expect(await refusal('startExperiment', { ...start, subject: 'warm-feet' })).toMatch(
      /Two at once would blur each other/,
    )
  })

  test('can be taken back until it begins, and not after', async () => {
    const { id } = await ask('startExperiment', start)
    await ask('withdrawExperiment', { id })
    expect(await ask('listExperiments', {})).toEqual([])
    expect(await refusal('withdrawExperiment', { id })).toMatch(/no longer in the journal/)
    const second = await ask('startExperiment', start)
    goTo(firstDate)
    expect(await refusal('withdrawExperiment', { id: second.id })).toMatch(/has begun/)
  })

  test('begins with the journal’s day, not at midnight', async () => {
    await ask('startExperiment', start)
    goTo(firstDate, '03:30')
    expect((await ask('getExperimentNow', {})).experiment?.state).toBe('upcoming')
    goTo(firstDate, '04:00')
    expect((await ask('getExperimentNow', {})).experiment?.state).toBe('running')
  })

  test('takes an answer a day, lets it be changed and taken back, and does not ask long ago', async () => {
    const { id } = await ask('startExperiment', start)
    expect(await refusal('answerExperimentDay', { id, date: today, kept: true })).toMatch(/no longer/)
    goTo('2026-11-23')
    const date = '2026-11-22'
    expect((await ask('answerExperimentDay', { id, date, kept: true })).days).toEqual([{ date, kept: true }])
    expect((await ask('answerExperimentDay', { id, date, kept: false })).days).toEqual([
      { date, kept: false },
    ])
    expect((await ask('answerExperimentDay', { id, date, kept: null })).days).toEqual([])
    goTo('2026-11-26')
    expect(await refusal('answerExperimentDay', { id, date, kept: true })).toMatch(/no longer be answered/)
    expect(await refusal('answerExperimentDay', { id, date: '2026-11-27', kept: true })).toMatch(/no longer/)
  })

  test('stops, goes on the same day, and not on a later one', async () => {
    const { id } = await ask('startExperiment', start)
    goTo('2026-12-01')
    expect(await ask('stopExperiment', { id })).toMatchObject({ state: 'stopped', canResume: true })
    expect(await ask('resumeExperiment', { id })).toMatchObject({ state: 'running', stop: null })
    await ask('stopExperiment', { id })
    expect((await ask('getExperimentNow', {})).experiment).toBeNull()
    goTo('2026-12-02')
    expect(await refusal('resumeExperiment', { id })).toMatch(/ended on an earlier day/)
    expect(await refusal('stopExperiment', { id })).toMatch(/already over/)
    expect(await refusal('answerExperimentDay', { id, date: '2026-12-01', kept: true })).toMatch(/no longer/)
  })

  test('ends with a sign that should be seen by a doctor, and goes on when that was a mistake', async () => {
    const { id } = await ask('startExperiment', start)
    goTo('2026-12-01')
    const bad = await ask(
      'addEntry',
      crampDraft({ ...momentAt('2026-12-01', '03:00', timeZone), symptoms: ['swelling'] }),
    )
    goTo('2026-12-03')
    expect((await ask('listExperiments', {}))[0]).toMatchObject({
      state: 'stopped',
      stop: { on: '2026-12-01', because: 'warning' },
      canResume: false,
    })
    expect(await refusal('resumeExperiment', { id })).toMatch(/ended on an earlier day/)
    expect((await ask('planExperiment', { subject: 'warm-feet' })).obstacle).toMatch(/warning card/)
    // Today shows the stop for a week: it must not disappear unannounced.
    const ended = { id, state: 'stopped', stop: { because: 'warning' }, today: null, result: null }
    expect((await ask('getExperimentNow', {})).experiment).toMatchObject(ended)
    goTo('2026-12-08')
    expect((await ask('getExperimentNow', {})).experiment).toMatchObject(ended)
    goTo('2026-12-09')
    expect((await ask('getExperimentNow', {})).experiment).toBeNull()
    goTo('2026-12-03')
    await ask('deleteEntry', { id: bad.id })
    expect((await ask('getExperimentNow', {})).experiment).toMatchObject({ id, state: 'running', stop: null })
  })

  test('loses nothing when the clock is set back, or the person travels', async () => {
    const { id } = await ask('startExperiment', start)
    goTo('2026-12-03')
    await ask('answerExperimentDay', { id, date: '2026-12-02', kept: true })
    goTo('2026-11-24')
    const { experiment } = await ask('getExperimentNow', {})
    expect(experiment).toMatchObject({ state: 'running', days: [{ date: '2026-12-02', kept: true }] })
    expect(experiment?.today?.number).toBe(1)
    timeZone = 'Pacific/Auckland'
    goTo('2026-12-05')
    expect((await ask('getExperimentNow', {})).experiment?.today?.number).toBe(3)
  })

  test('has a result at its end, in which missed days are missing', async () => {
    const { id } = await ask('startExperiment', start)
    for (const [index, day] of datesFromTo(firstDate, lastDate).entries()) {
      goTo(addDays(day, 1))
      const isWith = arms[Math.floor(index / 7)] === WITH
      if (isWith || index % 2 === 0)
        journal.checkIns.give({ date: day, kind: 'cramp', dayStartMinutes: 0 }, now)
      if (!isWith && index % 2 === 1) await addCramp(day)
      // Third period: no answers.
      if (index < 14 || index >= 21) await ask('answerExperimentDay', { id, date: day, kept: true })
    }
    goTo('2027-01-17')
    const [experiment] = await ask('listExperiments', {})
    expect(experiment).toMatchObject({ state: 'finished', result: { verdict: 'fewer', with: { cramps: 0 } } })
    expect(experiment?.result?.periods.map(({ isCompared }) => isCompared)).toEqual(
      arms.map((_arm, index) => index !== 2),
    )
    expect((await ask('getExperimentNow', {})).experiment).toMatchObject({
      id,
      state: 'finished',
      result: null,
    })
    expect((await ask('planExperiment', { subject: 'warm-feet' })).obstacle).toBeNull()
    goTo('2027-01-23')
    expect((await ask('getExperimentNow', {})).experiment).toBeNull()
  })
})

test('the order comes from the system’s randomness: two starts differ', async () => {
  await keepWeeksBefore()
  const clock = { now: () => now, timeZone: () => timeZone }
  const ownSeeds = createExperimentHandlers(createServices(journal, clock))
  const seeds = new Set<number>()
  for (let n = 0; n < 3; n++) {
    const { id } = await ownSeeds.startExperiment(start, { pageId: 1 })
    seeds.add(journal.experiments.get(id)?.seed ?? -1)
    await ownSeeds.withdrawExperiment({ id }, { pageId: 1 })
  }
  expect(seeds.size).toBe(3)
})

test('a result follows what is changed in the journal afterwards', async () => {
  await keepWeeksBefore()
  const { id } = await ask('startExperiment', start)
  for (const day of datesFromTo(firstDate, lastDate)) {
    goTo(addDays(day, 1))
    journal.checkIns.give({ date: day, kind: 'cramp', dayStartMinutes: 0 }, now)
    await ask('answerExperimentDay', { id, date: day, kept: true })
  }
  goTo('2027-01-17')
  const getCramps = async () => {
    const [experiment] = await ask('listExperiments', {})
    return experiment?.result?.periods.map(({ cramps }) => cramps)
  }
  expect(await getCramps()).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  const cramp = await addCramp('2026-12-10')
  expect(await getCramps()).toEqual([0, 0, 1, 0, 0, 0, 0, 0])
  await ask('deleteEntry', { id: cramp.id })
  expect(await getCramps()).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
})
