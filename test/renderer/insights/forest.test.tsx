import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { formatDateRange, formatNumber } from '../../../renderer/data/format.ts'
import { formats } from '../../../renderer/data/sentence-formats.ts'
import { createDiary } from '../../../shared/analysis/diary-of-journal.ts'
import type { Finding, FoundFindings } from '../../../shared/analysis/finding.ts'
import { formatRatio, verdictWords } from '../../../shared/analysis/finding-sentences.ts'
import { findFindings } from '../../../shared/analysis/findings.ts'
import { makeForest } from '../../../shared/analysis/forest-plot.ts'
import { listJudged } from '../../../shared/analysis/suspects.ts'
import type { Caller } from '../../../shared/contract.ts'
import { makeShownDemo } from '../../../shared/demo/demo-journal.ts'
import type { Entry } from '../../../shared/kinds/entry.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import { dayNumber } from '../../../shared/time/calendar-date.ts'
import { NOW, renderPage, TIME_ZONE } from '../render-page.tsx'
import { openCard } from './open-card.ts'

const demo = makeShownDemo({ now: NOW, timeZone: TIME_ZONE })

function findIn(entries: readonly Entry[], checkIns = demo.checkIns): FoundFindings {
  const diary = createDiary({
    dayStartMinutes: 0,
    entries,
    checkIns,
    shoes: demo.shoes,
    offWeekdays: [5, 6],
    timeZone: TIME_ZONE,
  })
  return {
    findings: findFindings(diary, { today: dayNumber('2026-11-20'), suspects: listJudged(demo.suspects) }),
    medicines: [],
  }
}
const ready = findIn(demo.entries)

/** Analysis that reports this progress and never ends. */
interface Working {
  readonly done: number
}

/** Answers of successive calls; the last one repeats. */
function open(
  answers: readonly (FoundFindings | Promise<FoundFindings> | Working | Error)[],
  entries: readonly Entry[] = demo.entries,
  profile = emptyProfile,
) {
  let asked = 0
  const page = renderPage({
    route: '/insights',
    profile,
    entries,
    checkIns: demo.checkIns,
    shoes: demo.shoes,
    // Replaces the analysis worker.
    handlers: {
      getFindings: (_input, caller) => {
        const answer = answers[Math.min(asked, answers.length - 1)]
        asked += 1
        if (answer === undefined || answer instanceof Error) throw answer ?? new Error('no answer')
        if ('findings' in answer || answer instanceof Promise) return answer
        page.backend.sendProgress(caller, answer.done, 39)
        return new Promise(() => {})
      },
    },
  })
  return page
}
const QUESTION = /^All (\d+ )?things compared$/
/** The opened card, after its findings have loaded. */
async function card() {
  await screen.findByRole('region', { name: 'In short' })
  const region = await openCard(QUESTION)
  await within(region).findByText('This shows links, not causes.')
  return region
}
const working = (done: number): Working => ({ done })

// jsdom has no layout; a chart draws only in an element with a size.
beforeEach(() => {
  const room = vi
    .spyOn(HTMLElement.prototype, 'getBoundingClientRect')
    .mockReturnValue(DOMRect.fromRect({ width: 800, height: 200 }))
  return () => room.mockRestore()
})

const forest = makeForest(ready.findings.findings, formats)
/** Rows of the plot, which are buttons that open their finding. */
const lines = (region: HTMLElement) =>
  within(region)
    .getAllByRole('button')
    .filter(button => button.hasAttribute('aria-controls') && button.closest('h2') === null)
const lineOf = (region: HTMLElement, name: string) =>
  within(region).getByRole('button', { name: new RegExp(`^${name}.* times as likely`) })
const SHOES = 'Shoes with little arch support'

function expectNoBrokenNumbers() {
  expect(document.body.textContent).not.toMatch(/NaN|Infinity|undefined|null|Invalid Date/)
  for (const drawing of document.querySelectorAll('svg.recharts-surface'))
    expect(drawing.outerHTML).not.toMatch(/NaN|Infinity|undefined/)
}

describe('the forest plot of the demo', () => {
  it('has a line for everything that could be measured, in the order of sureness, told to all', async () => {
    open([ready])
    const names = lines(await card()).map(line => line.textContent ?? '')
    expect(names).toHaveLength(forest.rows.length)
    forest.rows.forEach(({ exposure, finding, effect }, index) => {
      expect(names[index]).toContain(exposure.name)
      expect(names[index]).toContain(`${formatRatio(effect.ratio)} times as likely, 95% interval`)
      expect(names[index]).toContain(verdictWords[finding.verdict])
    })
  })

  it('draws an interval with a shape for each, and what the shapes mean', async () => {
    open([ready])
    const region = await card()
    await waitFor(() => expect(region.querySelectorAll('[data-interval]')).toHaveLength(forest.rows.length))
    const shapes = new Map(
      forest.rows.map(({ finding: { key, verdict } }) => {
        const paths = region.querySelectorAll(`[data-interval="${key}"] path`)
        return [verdict, paths[paths.length - 1]?.getAttribute('d')]
      }),
    )
    // Not by colour alone: each verdict has its own shape, except for two that differ in their fill.
    expect(new Set(shapes.values()).size).toBeGreaterThanOrEqual(shapes.size - 1)
    expect(within(region).getAllByText('No clear link').length).toBeGreaterThan(0)
    expectNoBrokenNumbers()
  })

  it('says in its answer what is linked, and which way', async () => {
    open([ready])
    const region = within(await card())
    expect(
      region.getByText(
        /^Likely linked: .*shoes with little arch support \(more cramps\).* No clear link with \d+ others/,
      ),
    ).toBeTruthy()
  })

  it('has the same numbers in its table', async () => {
    const { user } = open([ready])
    const region = within(await card())
    await user.click(region.getByRole('radio', { name: 'Table' }))
    const rows = region
      .getAllByRole('row')
      .slice(1)
      .map(row => [
        within(row).getByRole('rowheader').textContent,
        ...within(row)
          .getAllByRole('cell')
          .map(cell => cell.textContent),
      ])
    expect(rows).toEqual(
      forest.rows.map(({ exposure, comparison, effect, finding }) => [
        exposure.name,
        comparison,
        formatNumber(effect.ratio, 2),
        formatNumber(effect.lower ?? 0, 2),
        effect.upper === null ? 'more than 20' : formatNumber(effect.upper, 2),
        verdictWords[finding.verdict],
        formatNumber(finding.measurement.events),
        formatNumber(finding.measurement.comparisonDays),
      ]),
    )
  })

  it('reads a line out where the pointer or the focus is', async () => {
    const { user } = open([ready])
    const region = await card()
    const line = lineOf(region, SHOES)
    const sentence = forest.rows.find(({ exposure }) => exposure.name === SHOES)?.finding.sentence ?? ''
    await user.hover(line)
    expect(within(region).getByText(sentence)).toBeTruthy()
    await user.unhover(line)
    expect(within(region).queryByText(sentence)).toBeNull()
    act(() => line.focus())
    expect(within(region).getByText(sentence)).toBeTruthy()
  })

  it('opens the finding with everything behind it, and closes it again', async () => {
    const { user } = open([ready])
    const region = await card()
    const line = lineOf(region, SHOES)
    act(() => line.focus())
    await user.keyboard('{Enter}')
    expect(line.getAttribute('aria-expanded')).toBe('true')
    const panel = within(within(region).getByRole('region', { name: SHOES }))
    expect(panel.getByRole('heading', { name: /: likely link/ })).toBeTruthy()
    const bars = panel.getByRole('img', { name: /^Days without and with it, in the 24 hours before\./ })
    expect(bars.getAttribute('aria-label')).toMatch(
      /with: \d+ of \d+ days, \d+% \(95% interval \d+% to \d+%\)/,
    )
    expect(panel.getByRole('heading', { name: 'Left out' })).toBeTruthy()
    expect(panel.getByText(/^\d+ cramp days, \d+ comparison days$/)).toBeTruthy()
    expect(panel.getByRole('heading', { name: 'Published evidence' })).toBeTruthy()
    expect(panel.getByText(/^(Source|\d+ sources)$/)).toBeTruthy()
    await user.click(panel.getByText('Details and checks'))
    await panel.findByText('Mantel-Haenszel')
    for (const term of [
      'Last check',
      'Standardised difference',
      'p, more cramps with more of it',
      'p, fewer cramps with more of it',
      'Random draws',
      /^Adjusted for \d+ things$/,
      'Adjusted, at the check before',
      '“Likely” needs at most (check 1)',
      'p of the likelihood ratio, a check',
      'Factor c of the interval',
      'Mantel-Haenszel',
      'Matched by weekday',
      /^Allowing for a cramp in the 48 hours before/,
    ])
      expect(panel.getByText(term).nextElementSibling?.textContent).toMatch(/\d|cannot/)
    expectNoBrokenNumbers()
    await user.click(panel.getByRole('button', { name: `Close "${SHOES}"` }))
    expect(within(region).queryByRole('region', { name: SHOES })).toBeNull()
    expect(document.activeElement).toBe(line)
  })

  it('gives the focus back to the line that opened it, wherever Escape is pressed', async () => {
    const { user } = open([ready])
    const region = await card()
    const line = lineOf(region, SHOES)
    act(() => line.focus())
    await user.keyboard('{Enter}')
    act(() =>
      within(region)
        .getByRole('button', { name: `Close "${SHOES}"` })
        .focus(),
    )
    await user.keyboard('{Escape}')
    expect(within(region).queryByRole('region', { name: SHOES })).toBeNull()
    expect(document.activeElement).toBe(line)
    await user.keyboard('{Enter}')
    expect(within(region).getByRole('region', { name: SHOES })).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(within(region).queryByRole('region', { name: SHOES })).toBeNull()
    expect(document.activeElement).toBe(line)
  })

  it('gives the focus back to the name in a list, too', async () => {
    const { user } = open([ready])
    const region = await card()
    const lacking = within(within(region).getByRole('region', { name: 'Need more data' }))
    const [name] = lacking.getAllByRole('button')
    if (name === undefined) throw new Error('the demo lacks data of something')
    await user.click(name)
    const panel = within(within(region).getByRole('region', { name: name.textContent ?? '' }))
    await user.click(panel.getByRole('button', { name: /^Close / }))
    expect(document.activeElement).toBe(name)
  })

  it('says right below its answer that it is of the whole journal, whatever the period', async () => {
    open([ready])
    const region = within(await card())
    const { firstDate, lastDate } = ready.findings
    const dates = formatDateRange(firstDate ?? '', lastDate ?? '')
    // Queries normalise the page's spaces, so the expected text needs plain ones.
    const words = `${dates} · all of your journal, whatever the period above`.replaceAll(/\s/g, ' ')
    expect(region.getByText(words)).toBeTruthy()
    expect(region.getByRole('group', { name: /^Chart\./ }).getAttribute('aria-label')).toContain(dates)
  })

  it('tells volumes in the person’s unit, in the plot, the table and the finding', async () => {
    const { user } = open([ready], demo.entries, { ...emptyProfile, volumeUnit: 'fl-oz-us' })
    const region = await card()
    const FLUIDS = 'How much you drank'
    await waitFor(() => expect(lineOf(region, FLUIDS).textContent).toMatch(/\d+ against \d+ fl oz/))
    await user.click(lineOf(region, FLUIDS))
    const panel = within(within(region).getByRole('region', { name: FLUIDS }))
    expect(panel.getByText(/per 17 fl oz more .* with \d+ fl oz against \d+ fl oz/)).toBeTruthy()
    const bars = panel.getByRole('img', { name: /^Days by how much of it/ })
    expect(bars.getAttribute('aria-label')).toMatch(/less than 34 fl oz: /)
    await user.click(panel.getByText('Details and checks'))
    expect(panel.getByText('Risk ratio per 17 fl oz more')).toBeTruthy()
    expect(region.textContent).not.toMatch(/\d ml/)
  })

  it('lists what has no clear link, and what needs which data, with the way to log it', async () => {
    const { user } = open([ready])
    const region = within(await card())
    const cleared = within(region.getByRole('region', { name: 'No clear link' }))
    expect(cleared.getAllByRole('listitem')).toHaveLength(
      forest.rows.filter(({ finding }) => finding.verdict === 'no-clear-link').length,
    )
    const lacking = within(region.getByRole('region', { name: 'Need more data' }))
    expect(lacking.getAllByRole('listitem')).toHaveLength(forest.lacking.length)
    expect(lacking.getByText(/^Log your stretching, and the days without, on 28 more days\.$/)).toBeTruthy()
    // The demo's nights are logged and analysed like the rest.
    expect(lacking.queryByText(/^Log your nights/)).toBeNull()
    await user.click(lacking.getByRole('link', { name: 'Log or check in on Today' }))
    expect(await screen.findByRole('heading', { level: 1, name: /today|friday/i })).toBeTruthy()
  })

  it('says that these are links and no causes, and when they are judged', async () => {
    open([ready])
    const region = within(await card())
    expect(region.getByText('This shows links, not causes.')).toBeTruthy()
    expect(region.getByText(/Judged every four weeks; next on/)).toBeTruthy()
  })
})

describe('the forest plot without enough data', () => {
  it('draws nothing with too few cramps, and says what is missing', async () => {
    const some = new Set(demo.entries.filter(({ kind }) => kind === 'cramp').slice(0, 4))
    open([findIn(demo.entries.filter(entry => entry.kind !== 'cramp' || some.has(entry)))])
    const region = within(await card())
    expect(region.getByText(/Nothing can be said yet/)).toBeTruthy()
    expect(region.queryByRole('radio', { name: 'Table' })).toBeNull()
    expect(region.getByText(/The first lines appear after 28 answered days with 8 cramps/)).toBeTruthy()
    expectNoBrokenNumbers()
  })

  it('in the first four weeks gives way to what will be seen, and when', async () => {
    const few = demo.entries.filter(({ at }) => at > NOW - 20 * 86_400_000)
    const checkIns = demo.checkIns.filter(({ date }) => date > '2026-11-01')
    const found = findIn(few, checkIns)
    open([found], few)
    const first = within(
      await screen.findByRole('region', { name: `${found.findings.trackedDays} of 28 days known` }),
    )
    expect(first.getAllByText('Now')).toHaveLength(2)
    expect(first.getByText('After 28 days')).toBeTruthy()
    expect(screen.queryByRole('region', { name: QUESTION })).toBeNull()
    expect(screen.queryByText(/^Log your/)).toBeNull()
    expectNoBrokenNumbers()
  })

  it('of a journal without a tracked day is not shown at all', async () => {
    open([findIn([], [])], [])
    await screen.findByRole('region', { name: '0 of 28 days known' })
    expect(screen.queryByRole('region', { name: QUESTION })).toBeNull()
  })
})

describe('the forest plot of hard cases', () => {
  type Told = Pick<Finding, 'key' | 'verdict'> & Partial<Finding['measurement']>
  /** Findings with a single one, of which a test sets only the relevant values. */
  function withFinding({ key, verdict, ...measured }: Told): FoundFindings {
    const [any] = ready.findings.findings
    if (any === undefined) throw new Error('the demo has findings')
    const finding = { ...any, key, verdict, measurement: { ...any.measurement, ...measured } }
    return { ...ready, findings: { ...ready.findings, findings: [finding] } }
  }

  it('says in the row why a line that clears the middle is not sure yet', async () => {
    const [any] = ready.findings.findings
    if (any?.checkpoint == null) throw new Error('the demo has a checkpoint')
    const contrast = { ratio: 2.2, lower: 1.1, upper: 4.4, from: null, to: null }
    const finding: Finding = {
      ...any,
      key: 'alcohol',
      verdict: 'not-sure-yet',
      reason: 'one-by-chance',
      checkpoint: { ...any.checkpoint, familySize: 16 },
      measurement: { ...any.measurement, contrast, missing: [] },
    }
    open([{ ...ready, findings: { ...ready.findings, findings: [finding] } }])
    const [line] = lines(await card())
    expect(line?.textContent).toContain('Not sure yet: 1 of 16 would by chance')
  })

  it('tells an open interval with words and an arrow, never as infinite', async () => {
    open([
      withFinding({
        key: 'alcohol',
        verdict: 'possible',
        contrast: { ratio: 43, lower: 1.2, upper: null, from: null, to: null },
        estimate: { ratio: 43, lower: 1.2, upper: null },
      }),
    ])
    const region = await card()
    expect(lines(region)[0]?.textContent).toContain(
      'more than 20 times as likely, 95% interval (1.2 to more than 20)',
    )
    await waitFor(() => expect(region.querySelectorAll('[data-interval] path')).toHaveLength(3))
    expectNoBrokenNumbers()
  })

  it('lists what is the same on every day apart', async () => {
    open([withFinding({ key: 'sitting', verdict: 'does-not-vary' })])
    const region = within(await card())
    expect(
      within(region.getByRole('region', { name: 'Does not vary' })).getAllByRole('listitem'),
    ).toHaveLength(1)
    expectNoBrokenNumbers()
  })

  it('counts cramps where there is one every day, and says so', async () => {
    const daily = Array.from({ length: 220 }, (_, day) => {
      const cramp = demo.entries.find(({ kind }) => kind === 'cramp')
      if (cramp === undefined) throw new Error('the demo has cramps')
      return { ...cramp, id: 100_000 + day, at: NOW - (day + 1) * 86_400_000 }
    })
    const others = demo.entries
      .filter(({ kind }) => kind !== 'cramp')
      .map(entry => (entry.kind === 'fluid' ? { ...entry, reliefOf: null } : entry))
    const entries = [...others, ...daily]
    const found = findIn(entries)
    expect(found.findings.outcome).toBe('cramps')
    const { user } = open([found], entries)
    const region = await card()
    expect(
      within(region).getByText(/You have cramps on most days, so cramps are counted here, not days\.$/),
    ).toBeTruthy()
    // None of the words that apply only to counts of days.
    expect(region.textContent).not.toMatch(/times as likely|days with a cramp|comparison days/i)
    expect(within(region).getByText('Times as frequent')).toBeTruthy()
    const [line] = lines(region)
    if (line === undefined) throw new Error('nothing could be measured')
    expect(line.textContent).toContain('times as frequent, 95% interval')
    await user.click(line)
    const panel = within(region).getByRole('region', {
      name: line.querySelector('span span')?.textContent ?? '',
    })
    expect(within(panel).queryByRole('img', { name: /^Days / })).toBeNull()
    expect(panel.textContent).not.toMatch(/times as likely|Risk ratio|comparison days|day with a cramp/)
    expect(panel.textContent).toMatch(/The cramps of \d+ answered days/)
    await user.click(within(region).getByRole('radio', { name: 'Table' }))
    const titles = within(region)
      .getAllByRole('columnheader')
      .map(column => column.textContent)
    expect(titles).toContain('Times as frequent')
    expect(titles).toContain('Days compared')
    expectNoBrokenNumbers()
  })
})

describe('a filter just chosen', () => {
  it('shows at once that the findings are of the cramps before, until the new ones are there', async () => {
    const ofNight = Promise.withResolvers<FoundFindings>()
    const { user } = open([ready, ofNight.promise])
    const region = await card()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Time of day' }), 'night')
    expect(screen.getByText(/Searching your journal for these cramps/)).toBeTruthy()
    expect(region.getAttribute('aria-busy')).toBe('true')
    expect(lines(region)).toHaveLength(forest.rows.length)
    ofNight.resolve({ ...ready })
    await waitFor(() => expect(region.getAttribute('aria-busy')).toBe('false'))
  })
})

describe('while the journal is searched', () => {
  it('shows how far it is, and then the findings, all in one call', async () => {
    const done = Promise.withResolvers<FoundFindings>()
    const waiting: Caller[] = []
    const { backend } = renderPage({
      route: '/insights',
      entries: demo.entries,
      checkIns: demo.checkIns,
      shoes: demo.shoes,
      handlers: {
        getFindings: (_input, caller) => {
          waiting.push(caller)
          return done.promise
        },
      },
    })
    await waitFor(() => expect(waiting).toHaveLength(1))
    const [caller] = waiting
    if (caller === undefined) throw new Error('nothing was asked')
    act(() => backend.sendProgress(caller, 3, 39))
    expect(await screen.findByText('Searching your journal.')).toBeTruthy()
    const bar = screen.getByRole('progressbar')
    expect(bar.getAttribute('aria-valuenow')).toBe(String((100 * 3) / 39))
    act(() => backend.sendProgress(caller, 20, 39))
    await waitFor(() => expect(bar.getAttribute('aria-valuenow')).toBe(String((100 * 20) / 39)))
    done.resolve(ready)
    await screen.findByRole('region', { name: 'In short' })
    expect(within(await card()).getByRole('region', { name: 'Need more data' })).toBeTruthy()
    expect(screen.queryByText('Searching your journal.')).toBeNull()
    expect(backend.calls.filter(({ call }) => call === 'getFindings')).toHaveLength(1)
  })

  it('can be cancelled, stays cancelled, and can be started again', async () => {
    const { backend, user } = open([working(3)])
    await user.click(await screen.findByRole('button', { name: 'Cancel' }))
    expect(await screen.findByText('Stopped.')).toBeTruthy()
    const asked = () => backend.calls.filter(({ call }) => call === 'getFindings').length
    expect(backend.calls.filter(({ call }) => call === 'cancelJob')).toHaveLength(1)
    const before = asked()
    await new Promise(resolve => setTimeout(resolve, 600))
    expect(asked()).toBe(before)
    await user.click(screen.getByRole('button', { name: 'Look again' }))
    await waitFor(() => expect(asked()).toBeGreaterThan(before))
    expect(await screen.findByText('Searching your journal.')).toBeTruthy()
  })

  it('keeps the findings from before a change until the new ones are there', async () => {
    const { user } = open([ready, working(5)])
    await card()
    await user.click(screen.getByRole('link', { name: 'Today' }))
    await user.click(await screen.findByRole('heading', { level: 1, name: /today|friday/i }))
    await user.keyboard('c')
    const form = within(await screen.findByRole('dialog'))
    await user.click(form.getByRole('button', { name: 'Left calf' }))
    await user.click(form.getByRole('button', { name: /^Save/ }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.click(screen.getByRole('link', { name: 'Insights' }))
    expect(await screen.findByText('Searching your journal again after the last change.')).toBeTruthy()
    expect(lines(await card()).length).toBeGreaterThan(5)
  })

  it('that fails says so, keeps the entries, and tries again', async () => {
    const { user } = open([new Error('the disk is gone'), ready])
    const alert = await screen.findByRole('alert')
    expect(within(alert).getByText(/Your entries are as they were/)).toBeTruthy()
    await user.click(within(alert).getByRole('button', { name: 'Try again' }))
    await screen.findByRole('region', { name: 'In short' })
    expect(within(await card()).getByRole('region', { name: 'Need more data' })).toBeTruthy()
  })
})
