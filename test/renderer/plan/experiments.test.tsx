import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { formatDateRange } from '../../../renderer/data/format.ts'
import type { Handlers } from '../../../shared/contract.ts'
import { designs, drawArms } from '../../../shared/experiments/design.ts'
import type { Experiment, ExperimentDay } from '../../../shared/experiments/experiment.ts'
import { createRandom } from '../../../shared/statistics/random.ts'
import { addDays, type CalendarDate, datesFromTo } from '../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { crampAt } from '../../support/cramp-at.ts'
import type { TestBackend } from '../../support/test-backend.ts'
import { NOW, type PageOptions, renderPage, TIME_ZONE } from '../render-page.tsx'

/** Date of `NOW`, the page's clock. */
const today = '2026-11-20'

/** Eight weeks that alternate weekly between loose and tight bedding. */
function makeExperiment(firstDate: CalendarDate): Omit<Experiment, 'id'> {
  const [design, seed] = [designs['8-weeks-by-weeks'], 3]
  const arms = [...drawArms(design, createRandom(seed))]
  const createdAt = momentAt(firstDate, '08:00', TIME_ZONE).at
  return { subject: 'loose-bedding', design, firstDate, seed, arms, createdAt, stoppedOn: null }
}

/** Diary without unknown dates: evening cramps, and check-ins for the other dates. */
function makeDiary(dates: readonly CalendarDate[], hasCramp: (index: number) => boolean) {
  return {
    entries: dates.filter((_date, index) => hasCramp(index)).map(date => crampAt(date, '20:00')),
    checkIns: dates
      .filter((_date, index) => !hasCramp(index))
      .map(date => ({ date, kind: 'cramp', dayStartMinutes: 240 }) as const),
  }
}

/** Journal with one experiment and a cramp on every third date. */
function withExperiment(
  experiment: Omit<Experiment, 'id'>,
  answered: readonly ExperimentDay[] = [],
  warnedOn: CalendarDate | null = null,
): PageOptions {
  return {
    ...makeDiary(datesFromTo('2026-01-01', addDays(today, -1)), index => index % 3 === 0),
    seed: ({ experiments, entries, warnings }) => {
      experiments.addArchived({ ...experiment, days: answered.map(day => ({ ...day, answeredAt: NOW })) })
      if (warnedOn === null) return
      const raisedAt = momentAt(warnedOn, '12:00', TIME_ZONE).at
      const swollen = entries.add(crampAt(warnedOn, '03:10', { symptoms: ['swelling'] }), raisedAt)
      warnings.raise('S2', swollen.id, raisedAt)
    },
  }
}

const listDays = ({ journal }: TestBackend) => {
  const [experiment] = journal.experiments.list()
  return experiment === undefined ? [] : journal.experiments.listDays(experiment.id)
}
const getStoppedOn = ({ journal }: TestBackend) => journal.experiments.list()[0]?.stoppedOn

/** Analysis that never ends. */
const getFindings: Handlers['getFindings'] = () => new Promise(() => {})

/** Started on Monday; the foot end is loose in its first period. */
const running = makeExperiment('2026-11-16')
const answeredUntil = (last: string) =>
  datesFromTo(running.firstDate, last).map(date => ({ date, kept: true }))

const renderToday = (options: PageOptions) => renderPage({ route: '/today', ...options })
const findStrip = () => screen.findByRole('region', { name: 'Your experiment' })

test('one that a warning has ended says so on Today, and on the plan with the dates on which it ran', async () => {
  const { user } = renderToday({
    ...withExperiment(running, answeredUntil('2026-11-18'), '2026-11-18'),
    handlers: { getFindings },
  })
  const strip = await findStrip()
  expect(strip.textContent).toContain(
    'Your experiment has ended, because you noted a sign that a doctor should check.',
  )
  await user.click(within(strip).getByRole('link', { name: 'Your experiment' }))
  const result = await screen.findByRole('region', {
    name: 'Does room for the feet in bed keep cramps away?',
  })
  expect(result.textContent).toContain(formatDateRange('2026-11-16', '2026-11-17'))
  // The chart is missing, because no period has enough counted days.
  expect(within(result).queryByRole('img')).toBeNull()
})

async function renderPlan(options: PageOptions = {}) {
  const page = renderPage({
    route: '/plan',
    ...options,
    handlers: { getFindings },
  })
  await screen.findByRole('heading', { level: 1, name: 'Plan' })
  return page
}

describe('on Today', () => {
  test('one question about yesterday is answered with one click, and taken back with another', async () => {
    const { backend, user } = renderToday(withExperiment(running, answeredUntil('2026-11-18')))
    const strip = within(await findStrip())
    const question = strip.getByRole('group', { name: /^Yesterday: Was the foot end/ })
    await user.click(within(question).getByRole('button', { name: 'Yes' }))
    await waitFor(() => expect(strip.queryByRole('group')).toBeNull())
    expect(listDays(backend).at(-1)).toEqual({ date: '2026-11-19', kept: true })
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(await strip.findByRole('group', { name: /^Yesterday/ })).toBeTruthy()
    expect(listDays(backend)).toHaveLength(3)
  })

  test('"no" is as good an answer', async () => {
    const { backend, user } = renderToday(withExperiment(running, answeredUntil('2026-11-18')))
    await user.click(within(await findStrip()).getByRole('button', { name: 'No' }))
    expect(await screen.findByText('Thank you. Yesterday is left out, and that is fine.')).toBeTruthy()
    expect(listDays(backend).at(-1)).toEqual({ date: '2026-11-19', kept: false })
  })

  test('once answered only what to do today is left', async () => {
    renderToday(withExperiment(running, answeredUntil('2026-11-19')))
    const strip = await findStrip()
    expect(within(strip).queryByRole('button')).toBeNull()
    expect(strip.textContent).toMatch(/^Today: (Pull the cover out|Make the foot end)/)
  })

  test('without an experiment there is nothing', async () => {
    renderToday({})
    await screen.findByRole('region', { name: 'Cramps' })
    expect(screen.queryByRole('region', { name: 'Your experiment' })).toBeNull()
  })

  test('what could not be stored is said, and the question stays', async () => {
    const { user, backend } = renderToday(withExperiment(running, answeredUntil('2026-11-18')))
    backend.failNext('answerExperimentDay', { code: 'internal', message: 'The disk is full.' })
    const strip = within(await findStrip())
    await user.click(strip.getByRole('button', { name: 'Yes' }))
    expect(await screen.findByText('The disk is full.')).toBeTruthy()
    expect(strip.getByRole('group', { name: /^Yesterday/ })).toBeTruthy()
  })
})

describe('on the plan, an experiment under way', () => {
  test('says what to do and how the days went, and nothing of cramps', async () => {
    const days = [
      { date: '2026-11-16', kept: true },
      { date: '2026-11-17', kept: false },
    ]
    await renderPlan(withExperiment(running, days))
    const strip = await findStrip()
    expect(strip.textContent).toContain('Day 5 of 56.')
    expect(
      within(strip).getByRole('img', {
        name: 'Days so far: 1 kept to the plan, 1 not, 2 without an answer',
      }),
    ).toBeTruthy()
    expect(strip.textContent).not.toMatch(/cramps? on|a week\)/)
    expect(screen.queryByText(/What your experiments have shown/)).toBeNull()
  })

  test('stops with one click, and goes on with Undo', async () => {
    const { backend, user } = await renderPlan(withExperiment(running))
    await user.click(within(await findStrip()).getByRole('button', { name: 'Stop' }))
    expect(await screen.findByText(/^You stopped it today/)).toBeTruthy()
    expect(getStoppedOn(backend)).toBe(today)
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(screen.queryByText(/^You stopped it today/)).toBeNull())
    expect(getStoppedOn(backend)).toBeNull()
  })
})

test('a past experiment shows its result in words and as a table', async () => {
  const past = makeExperiment('2026-09-14')
  const days = datesFromTo('2026-09-14', '2026-11-01').map(date => ({ date, kept: true }))
  const { user } = await renderPlan(withExperiment(past, days))
  const result = within(
    await screen.findByRole('region', { name: 'Does room for the feet in bed keep cramps away?' }),
  )
  expect(result.getByText(/^Not settled\. With loose bedding, \d+ cramps on \d+ days/)).toBeTruthy()
  expect(result.getByText(/1 period was left out, because fewer than half of its days count/)).toBeTruthy()
  await user.click(result.getByText('Table'))
  const rows = result.getAllByRole('row')
  expect(rows).toHaveLength(9)
  expect(rows.at(-1)?.textContent).toMatch(/as before060left out$/)
})

describe('starting an experiment', () => {
  /** 24 cramps on the 84 days over which the rate is computed. */
  const twoAWeek = makeDiary(datesFromTo('2026-08-28', '2026-11-19'), index => index < 24)

  async function openDialog(options: PageOptions = {}) {
    const page = await renderPlan({ ...twoAWeek, ...options })
    await page.user.click(await screen.findByRole('button', { name: /^Give your feet room in bed/ }))
    const card = within(await screen.findByRole('region', { name: /^Give your feet room in bed/ }))
    await page.user.click(card.getByRole('button', { name: 'Test it fairly on yourself' }))
    return { ...page, dialog: within(await screen.findByRole('dialog')) }
  }

  test('shows the chance at the person’s rate, and asks for the design they choose', async () => {
    const { backend, user, dialog } = await openDialog()
    expect(await dialog.findByText(/^You had 24 cramps on 84 answered days .* about 2 a week/)).toBeTruthy()
    expect(
      dialog.getByText(
        /^Toss a coin each evening for 16 weeks: if it halves your cramps, this shows it \d times? in \d+\.$/,
        {
          selector: 'div > p:first-child',
        },
      ),
    ).toBeTruthy()
    await user.click(dialog.getByText('Other plans'))
    const row = dialog.getByRole('row', { name: /8 weeks, in 1-week periods/ })
    expect(row.textContent).toMatch(/about 5%about 5%about 10%$/)
    await user.click(within(row).getByRole('radio'))
    expect(dialog.getByText(/^It would end on .*2027\. The first day of each period/)).toBeTruthy()
    expect(
      dialog.getByText(/Even if your cramps halve, the chance of a clear answer is low: about 5%\./),
    ).toBeTruthy()
    expect(dialog.getByText(/chance alone still makes up to 5% of\s+experiments look settled/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Draw the order and start' }))
    expect(
      await screen.findByText(/^The order has been drawn\. Your experiment begins on Saturday/),
    ).toBeTruthy()
    expect(backend.calls.filter(({ call }) => call === 'startExperiment').map(({ input }) => input)).toEqual([
      { subject: 'loose-bedding', design: '8-weeks-by-weeks' },
    ])
  })

  test('is not offered while something speaks against it, and says what', async () => {
    const { dialog } = await openDialog({
      seed: ({ entries, warnings }) => {
        const swollen = entries.add(crampAt('2026-11-19', '03:10', { symptoms: ['swelling'] }), NOW)
        warnings.raise('S2', swollen.id, NOW)
      },
    })
    expect(
      await dialog.findByText('A warning card is waiting for you. Please read it and deal with it first.'),
    ).toBeTruthy()
    expect(dialog.queryByRole('button', { name: 'Draw the order and start' })).toBeNull()
  })

  test('is not offered for what cannot be tried fairly, and says why', async () => {
    const { user } = await renderPlan()
    await user.click(await screen.findByRole('button', { name: /^Train the muscles of your feet/ }))
    const card = await screen.findByRole('region', { name: /^Train the muscles of your feet/ })
    expect(card.textContent).toContain('Strength built up in one period stays for the next')
  })
})
