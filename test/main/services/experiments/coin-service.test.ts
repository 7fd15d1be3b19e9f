/** Experiments with coins over a real journal: what is refused, drawn, shown, stopped and reported. */
import { beforeEach, describe, expect, test } from 'vitest'
import { answer } from '../../../../main/ipc/calls.ts'
import { createEntryHandlers } from '../../../../main/ipc/handlers/entries.ts'
import { createExperimentHandlers } from '../../../../main/ipc/handlers/experiments.ts'
import { createReportMaker } from '../../../../main/services/reports/report-maker.ts'
import { createServices, type Services } from '../../../../main/services/services.ts'
import { exportJournal, importJournal } from '../../../../main/services/transfer/transfer.ts'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { type Call, contract, type Input, type Output } from '../../../../shared/contract.ts'
import { getCoinAction } from '../../../../shared/experiments/coin-actions.ts'
import { type CoinChoice, throwCoins } from '../../../../shared/experiments/coin-experiment.ts'
import { WITH } from '../../../../shared/experiments/design.ts'
import { NOT_HARMLESS } from '../../../../shared/experiments/own-action.ts'
import type { Condition } from '../../../../shared/kinds/conditions.ts'
import type { NewOwnFactor } from '../../../../shared/kinds/own-factor.ts'
import { emptyProfile } from '../../../../shared/kinds/profile.ts'
import { makeBundle } from '../../../../shared/report/fhir.ts'
import { plainOrder } from '../../../../shared/report/order.ts'
import { createRandom } from '../../../../shared/statistics/random.ts'
import { addDays, type CalendarDate, datesFromTo } from '../../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { crampDraft, listedFactor } from '../../../shared/kinds/drafts.ts'
import { contentOf, noFindings } from '../../../shared/report/report-facts.ts'

const ZONE = 'Europe/Berlin'
/** Seeds in the order in which starts draw them. */
const SEEDS = [3, 4]
const today = '2026-11-20'
const firstDate = '2026-11-21'
const lastDate = '2027-01-15'
const bedding: CoinChoice = { actions: ['loose-bedding'], weeks: 8 }

type Asked = ReturnType<typeof createExperimentHandlers> & ReturnType<typeof createEntryHandlers>

let journal: JournalStore
let services: Services
let handlers: Asked
let now: number
let seedsDrawn: number
const clock = { now: () => now, timeZone: () => ZONE }

beforeEach(() => {
  journal = createJournalStore(openJournal(':memory:'))
  seedsDrawn = 0
  goTo(today)
  services = createServices(journal, clock, () => SEEDS[seedsDrawn++] ?? 0)
  handlers = { ...createExperimentHandlers(services), ...createEntryHandlers(services) }
  keepNights('2026-10-23', '2026-11-18', index => index % 3 === 0)
  return () => journal.close()
})

function goTo(date: CalendarDate, clockTime = '14:00') {
  now = momentAt(date, clockTime, ZONE).at
}

/** Makes the cramps of all nights of a period known. */
function keepNights(from: CalendarDate, to: CalendarDate, hasCramp: (index: number) => boolean) {
  for (const [index, date] of datesFromTo(from, to).entries())
    if (hasCramp(index))
      journal.entries.add(crampDraft({ wokeMe: false, ...momentAt(date, '23:00', ZONE) }), now)
    else journal.checkIns.give({ date, kind: 'cramp', dayStartMinutes: 0 }, now)
}

/** Calls like the page, and parses the output by the contract. */
async function ask<C extends keyof Asked & Call>(call: C, input: Input<C>): Promise<Output<C>> {
  const reply = await answer(handlers, call, input, { pageId: 1 })
  if (!reply.ok) throw new Error(reply.failure.message)
  expect(contract[call].output.parse(reply.value)).toEqual(reply.value)
  return reply.value
}

/** First problem of a refused call: its field and its sentence. */
async function refusal<C extends keyof Asked & Call>(call: C, input: Input<C>): Promise<string> {
  const reply = await answer(handlers, call, input, { pageId: 1 })
  if (reply.ok) return 'not refused'
  const { failure } = reply
  return failure.code === 'invalid-input' && failure.problems?.[0] !== undefined
    ? `${failure.problems[0].field}: ${failure.problems[0].message}`
    : failure.message
}

const setConditions = (conditions: Condition[]) => journal.profile.change({ ...emptyProfile, conditions })
const getCoinsNow = async () => (await ask('getCoinsNow', {})).coins

describe('a start', () => {
  test('throws every coin from its own seed: two starts differ, and the seed gives the coins again', async () => {
    const first = await ask('startCoins', bedding)
    expect(first).toMatchObject({ state: 'upcoming', firstDate, lastDate, nights: 56, today: [] })
    const stored = journal.coins.get(first.id)
    await ask('withdrawCoins', { id: first.id })
    const second = await ask('startCoins', bedding)
    const again = journal.coins.get(second.id)
    expect([stored?.seed, again?.seed]).toEqual(SEEDS)
    expect(stored?.actions).toEqual(throwCoins(bedding, createRandom(3)))
    expect(again?.actions).toEqual(throwCoins(bedding, createRandom(4)))
    expect(again?.actions).not.toEqual(stored?.actions)
  })

  test('draws seeds from the system unless a test states them', () => {
    const { coinService } = createServices(journal, clock)
    const seeds = Array.from({ length: 3 }, () => {
      const { id } = coinService.start(bedding)
      const seed = journal.coins.get(id)?.seed
      coinService.withdraw(id)
      return seed
    })
    expect(new Set(seeds).size).toBe(3)
  })

  test('waits for any experiment under way, and holds up one in periods', async () => {
    const periods = { subject: 'warm-feet', design: '8-weeks-by-weeks' } as const
    const { id } = await ask('startExperiment', periods)
    expect(await refusal('startCoins', bedding)).toMatch(/^actions: Another experiment is under way\./)
    await ask('withdrawExperiment', { id })
    await ask('startCoins', bedding)
    expect(await refusal('startCoins', bedding)).toMatch(/^actions: Another experiment is under way\./)
    goTo('2026-11-25')
    expect(await refusal('startExperiment', periods)).toMatch(/^subject: Another experiment is under way\./)
    expect(journal.coins.list()).toHaveLength(1)
  })

  test.each([
    ['kidney-disease', 'drink-to-thirst', /^actions: Your doctor or nurse decides/],
    ['diabetes', 'supportive-shoes', /^actions: Because of a condition in your profile/],
  ] as const)('is refused with %s for %s, alone or as a companion', async (condition, action, words) => {
    setConditions([condition])
    expect(await refusal('startCoins', { ...bedding, actions: [action] })).toMatch(words)
    expect(await refusal('startCoins', { ...bedding, actions: ['loose-bedding', action] })).toMatch(words)
    expect(seedsDrawn).toBe(0)
    const plan = await ask('planExperiment', { subject: 'loose-bedding' })
    expect(plan.coins?.companions).not.toContain(action)
  })

  test('takes one to three different actions and the offered lengths', async () => {
    const start = (actions: CoinChoice['actions']) => refusal('startCoins', { ...bedding, actions })
    const four = ['loose-bedding', 'warm-feet', 'drink-to-thirst', 'break-up-sitting'] as const
    expect(await start([])).toBe('actions: Choose something to test.')
    expect(await start([...four])).toBe('actions: Choose at most 3.')
    expect(await start(['loose-bedding', 'loose-bedding'])).toBe('actions: Choose each only once.')
    // @ts-expect-error the page cannot send another length
    expect(await refusal('startCoins', { ...bedding, weeks: 9 })).toMatch(/^weeks: /)
    expect(seedsDrawn).toBe(0)
    const { id } = await ask('startCoins', { ...bedding, actions: four.slice(0, 3) })
    const coins = journal.coins.get(id)?.actions.map(({ arms }) => arms.join('')) ?? []
    expect(new Set(coins).size).toBe(3)
  })

  test('is refused while a warning card waits, and while the rate of cramps is unknown', async () => {
    await ask('addEntry', crampDraft({ ...momentAt('2026-11-19', '03:00', ZONE), symptoms: ['swelling'] }))
    expect(await refusal('startCoins', bedding)).toMatch(/^actions: A warning card is waiting/)
    goTo('2027-06-01')
    for (const { id } of services.warnings.list(now)) journal.warnings.acknowledge(id, now)
    expect(await refusal('startCoins', bedding)).toMatch(/^actions: We do not know well enough yet/)
  })
})

describe('an action from an own factor', () => {
  const add = (fields: Partial<NewOwnFactor> & { name: string }) =>
    journal.ownFactors.add(listedFactor({ window: 'hours-24', ...fields })).id
  const choose = (id: number, isHarmless = true): CoinChoice => ({
    actions: [`own-factor:${id}`],
    weeks: 8,
    own: { change: 'leave-out', isHarmless },
  })

  test('is planned, confirmed as harmless, started, asked about and told in the words of that time', async () => {
    const id = add({ name: 'Long drive' })
    const plan = await ask('planExperiment', { subject: `own-factor:${id}`, change: 'leave-out' })
    expect(plan).toMatchObject({ obstacle: null, options: [], coins: { options: { length: 3 } } })
    expect(await refusal('startCoins', choose(id, false))).toBe(`own: ${NOT_HARMLESS}`)
    expect(seedsDrawn).toBe(0)
    const started = await ask('startCoins', choose(id))
    journal.ownFactors.change({ id, name: 'Driving', archived: true })
    goTo(firstDate)
    const [side] = (await getCoinsNow())?.today ?? []
    expect(side).toMatchObject({
      action: `own-factor:${id}`,
      own: { name: 'Long drive', change: 'leave-out', decides: 'day' },
    })
    expect(side && getCoinAction(side)).toMatchObject({
      question: 'Does leaving out “Long drive” keep cramps away?',
      [WITH]: 'without “Long drive”',
    })
    goTo(addDays(firstDate, 1))
    await ask('answerCoins', {
      id: started.id,
      date: firstDate,
      answers: [{ action: `own-factor:${id}`, followed: true }],
    })
    expect(journal.coins.listAnswers(started.id)).toMatchObject([{ action: `own-factor:${id}` }])
  })

  test.each([
    [{ name: 'Magnesium in the evening' }, /^actions: This sounds like a medicine or a supplement\./],
    [{ name: 'Less water after 8' }, /^actions: This sounds like drinking less\./],
    [{ name: 'A glass of wine' }, /^actions: This sounds like alcohol\./],
    [{ name: 'Stress', answer: 'scale' }, /^actions: A number from 0 to 10/],
    [{ name: 'Hill route', window: 'hours-48' }, /^actions: It can act for two days/],
  ] as const)('is refused for %j, alone or as a companion', async (fields, words) => {
    const id = add(fields)
    expect(await refusal('startCoins', choose(id))).toMatch(words)
    const companions: CoinChoice = { ...choose(id), actions: ['loose-bedding', `own-factor:${id}`] }
    expect(await refusal('startCoins', companions)).toMatch(words)
    expect(seedsDrawn).toBe(0)
  })

  test('is one at a time, and needs its factor', async () => {
    const [one, other] = [add({ name: 'Long drive' }), add({ name: 'Hill route' })]
    const actions: CoinChoice['actions'] = [`own-factor:${one}`, `own-factor:${other}`]
    expect(await refusal('startCoins', { ...choose(one), actions })).toBe(
      'actions: Test one thing of your own at a time.',
    )
    journal.ownFactors.delete(one, now)
    expect(await refusal('startCoins', choose(one))).toMatch(/no longer in the journal/)
  })

  test('follows its factor when an import gives it another id, and is known the second time', async () => {
    const id = add({ name: 'Long drive' })
    await ask('startCoins', choose(id))
    const file = exportJournal(journal)
    const other = createJournalStore(openJournal(':memory:'))
    other.ownFactors.add(listedFactor({ name: 'Stress' }))
    importJournal(other, file)
    importJournal(other, file)
    expect(other.coins.listArchived()).toMatchObject([
      { actions: [{ action: 'own-factor:2', own: { name: 'Long drive' } }] },
    ])
    other.close()
  })
})

describe('an experiment', () => {
  test('can be withdrawn until its first day begins at the start of the journal’s day', async () => {
    const { id } = await ask('startCoins', bedding)
    goTo(firstDate, '03:59')
    expect(await getCoinsNow()).toMatchObject({ id, state: 'upcoming' })
    goTo(firstDate, '04:00')
    expect(await getCoinsNow()).toMatchObject({ id, state: 'running' })
    expect(await refusal('withdrawCoins', { id })).toMatch(/^id: This experiment has begun/)
    expect(journal.coins.list()).toHaveLength(1)
  })

  test('shows a coin from 17:00 until the journal’s day ends, and never one to come', async () => {
    const { id } = await ask('startCoins', bedding)
    const arms = journal.coins.get(id)?.actions[0]?.arms ?? []
    for (const [night, date] of datesFromTo(firstDate, addDays(firstDate, 5)).entries()) {
      goTo(date, '16:59')
      expect(await getCoinsNow()).toMatchObject({ today: [], isCoinToCome: true })
      for (const [day, clockTime] of [
        [date, '17:00'],
        [addDays(date, 1), '03:59'],
      ] as const) {
        goTo(day, clockTime)
        const coins = await getCoinsNow()
        expect(coins).toMatchObject({ today: [{ action: 'loose-bedding', arm: arms[night] }] })
        expect(JSON.stringify(await ask('listCoins', {}))).not.toMatch(/seed|"arms"/)
      }
    }
  })

  test('takes answers about its own past nights and actions only, changed and taken back', async () => {
    const { id } = await ask('startCoins', bedding)
    const answerOn = (date: CalendarDate, followed: boolean | null): Input<'answerCoins'> => ({
      id,
      date,
      answers: [{ action: 'loose-bedding', followed }],
    })
    goTo('2026-11-23')
    await ask('answerCoins', answerOn('2026-11-22', true))
    await ask('answerCoins', answerOn('2026-11-22', false))
    expect(journal.coins.listAnswers(id)).toEqual([
      { date: '2026-11-22', action: 'loose-bedding', followed: false },
    ])
    await ask('answerCoins', answerOn('2026-11-22', null))
    expect(journal.coins.listAnswers(id)).toEqual([])
    for (const date of [today, '2026-11-23', '2026-11-24'])
      expect(await refusal('answerCoins', answerOn(date, true))).toMatch(/^date: This night can no longer/)
    expect(
      await refusal('answerCoins', {
        ...answerOn('2026-11-22', true),
        answers: [{ action: 'warm-feet', followed: true }],
      }),
    ).toBe('answers: This is not part of your experiment.')
    goTo('2026-11-27')
    expect(await refusal('answerCoins', answerOn('2026-11-22', true))).toMatch(/^date: This night can no/)
  })

  test('stops, goes on the same day, and shows its result from the day after', async () => {
    const { id } = await ask('startCoins', bedding)
    goTo('2026-12-21')
    keepNights(firstDate, '2026-12-19', index => index % 2 === 0)
    expect(await ask('stopCoins', { id })).toMatchObject({ state: 'stopped', canResume: true })
    expect(await refusal('stopCoins', { id })).toBe('id: This experiment is already over.')
    expect(await ask('resumeCoins', { id })).toMatchObject({ state: 'running', stop: null })
    const stopped = await ask('stopCoins', { id })
    expect(stopped.actions).toEqual([{ action: 'loose-bedding', result: null }])
    expect(await getCoinsNow()).toBeNull()
    goTo('2026-12-22')
    expect(await refusal('resumeCoins', { id })).toMatch(/^id: This experiment ended on an earlier day/)
    const [over] = await ask('listCoins', {})
    expect(over).toMatchObject({ state: 'stopped', canResume: false, answered: 29 })
    // Without its planned end the randomisation test says nothing, however small its p.
    expect(over?.actions[0]?.result).toMatchObject({ verdict: 'not-settled', pValue: null })
    expect(await ask('startCoins', bedding)).toMatchObject({ state: 'upcoming', firstDate: '2026-12-23' })
  })

  test('ends with a sign that a doctor should see, and goes on when that was a mistake', async () => {
    const { id } = await ask('startCoins', bedding)
    goTo('2026-12-01')
    const swelling = crampDraft({ ...momentAt('2026-12-01', '03:00', ZONE), symptoms: ['swelling'] })
    const bad = await ask('addEntry', swelling)
    const ended = {
      ...{ id, state: 'stopped', stop: { on: '2026-12-01', because: 'warning' } },
      ...{ canResume: false, today: [], question: null },
    }
    expect(await getCoinsNow()).toMatchObject(ended)
    expect(await refusal('resumeCoins', { id })).toMatch(/^id: This experiment ended/)
    expect(await refusal('stopCoins', { id })).toBe('id: This experiment is already over.')
    goTo('2026-12-08')
    expect(await getCoinsNow()).toMatchObject(ended)
    goTo('2026-12-09')
    expect(await getCoinsNow()).toBeNull()
    goTo('2026-12-03')
    await ask('deleteEntry', { id: bad.id })
    expect(await getCoinsNow()).toMatchObject({ id, state: 'running', stop: null })
  })
})

describe('the report', () => {
  const order = { fromDate: '2026-11-01', toDate: lastDate, paper: 'A4', ...plainOrder } as const

  const makeReport = () =>
    createReportMaker(journal, services.experimentViews, {
      clock,
      coinViews: services.coinViews,
      findings: { find: async () => ({ findings: noFindings, medicines: [] }) },
      warnings: services.warnings,
    }).make(order)

  const question = 'Does room for the feet in bed keep cramps away?'

  test('names a running experiment without anything of its nights', async () => {
    await ask('startCoins', bedding)
    goTo('2026-12-21')
    keepNights(firstDate, '2026-12-19', index => index % 2 === 0)
    const made = await makeReport()
    const { underWay, coins } = contentOf(made.report.experiments)
    expect(coins).toBeUndefined()
    expect(underWay).toEqual([
      { question, design: '8 weeks, a coin each evening', fromDate: firstDate, toDate: lastDate },
    ])
    expect(JSON.stringify(makeBundle(made))).toContain(
      `${question} ${firstDate} to ${lastDate}: 8 weeks, a coin each evening. Under way; compared at its end.`,
    )
  })

  test('gives counts and test of a finished one, in the FHIR text too', async () => {
    const { id } = await ask('startCoins', bedding)
    const arms = journal.coins.get(id)?.actions[0]?.arms ?? []
    goTo('2027-01-20')
    keepNights(firstDate, lastDate, index => arms[index] === WITH || index % 2 === 0)
    const withIt = arms.filter(arm => arm === WITH).length
    const cramps = arms.filter((arm, index) => arm !== WITH && index % 2 === 0).length
    const made = await makeReport()
    const [summary, ...more] = contentOf(made.report.experiments).coins ?? []
    expect(more).toEqual([])
    expect(summary).toMatchObject({
      ...{ question, endedEarly: false, verdict: 'Not settled', toDate: lastDate },
      result: { with: { drawn: withIt, answered: withIt, cramps: withIt }, without: { cramps } },
    })
    const counts = `With loose bedding: a cramp on ${withIt} of ${withIt} nights. Without: ${cramps} of ${56 - withIt}.`
    const text = `8 weeks, a coin each evening. Not settled. ${counts} Randomisation test: p = `
    expect(JSON.stringify(makeBundle(made))).toContain(`${question} ${firstDate} to ${lastDate}: ${text}`)
  })

  test('says that one was ended early', async () => {
    const { id } = await ask('startCoins', bedding)
    goTo('2026-12-21')
    keepNights(firstDate, '2026-12-19', index => index % 2 === 0)
    await ask('stopCoins', { id })
    goTo('2027-01-20')
    expect(JSON.stringify(makeBundle(await makeReport()))).toContain(
      `${question} ${firstDate} to 2026-12-20: 8 weeks, a coin each evening, ended early. Not settled.`,
    )
  })
})
