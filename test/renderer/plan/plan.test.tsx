import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { formatDate } from '../../../renderer/data/format.ts'
import { suggestions } from '../../../shared/advice/suggestions/suggestions.ts'
import type { Warning } from '../../../shared/advice/warning-signs/warnings.ts'
import type { Finding } from '../../../shared/analysis/finding.ts'
import type { Output } from '../../../shared/contract.ts'
import { emptyProfile, type Profile } from '../../../shared/kinds/profile.ts'
import { crampDraft } from '../../shared/kinds/drafts.ts'
import { NOW, type PageOptions, renderPage } from '../render-page.tsx'

/** Analysis result with only the parts that the plan reads. */
const answerFindings = (found: readonly Finding[]): Output<'getFindings'> => ({
  findings: {
    firstDate: '2026-06-01',
    lastDate: '2026-11-19',
    trackedDays: 150,
    crampDays: 40,
    outcome: 'cramp-days',
    nextCheckpoint: '2026-12-14',
    findings: [...found],
  },
  medicines: [],
})

const openPlan = async (found: readonly Finding[] = [], options: PageOptions = {}) => {
  const page = renderPage({
    route: '/plan',
    ...options,
    handlers: { getFindings: () => answerFindings(found), ...options.handlers },
  })
  await screen.findByRole('heading', { level: 1, name: 'Plan' })
  return page
}

const findCard = (title: string) => screen.findByRole('button', { name: new RegExp(`^${title}`) })

describe('the plan', () => {
  test('shows every suggestion closed, best supported first', async () => {
    await openPlan()
    await findCard('Stretch calves')
    const list = within(screen.getByRole('region', { name: 'Suggestions' }))
      .getAllByRole('heading', { level: 3 })
      .map(heading => within(heading).queryByRole('button'))
      .filter(button => button !== null)
    expect(list).toHaveLength(suggestions.length)
    expect(list[0]?.textContent).toContain('Stretch calves and thighs before bed')
    for (const button of list) expect(button.getAttribute('aria-expanded')).toBe('false')
    expect(list.at(-1)?.textContent).toContain('Spread your drinks over the day')
  })

  test('names both grades in words on every closed card', async () => {
    await openPlan()
    for (const { id, title } of suggestions) {
      const card = await findCard(title)
      expect(card.textContent).toMatch(
        id === 'medication-review' ? /Your pattern: ?Cannot be compared/ : /Your pattern: ?Not enough yet/,
      )
      expect(card.textContent).toMatch(/Published evidence:/)
    }
    expect((await findCard('Stretch calves')).textContent).toContain('Trial results are mixed')
    const drinks = (await findCard('Spread your drinks')).textContent
    expect(drinks).toContain('Seen in studies of patients; not proven to helpfor night cramps')
    expect(drinks).toContain('Trials found no clear benefitfor cramps with sport')
  })

  test('an opened card says what to do, why, what was found and what to watch', async () => {
    const { user } = await openPlan()
    const card = await findCard('Spread your drinks')
    await user.click(card)
    expect(card.getAttribute('aria-expanded')).toBe('true')
    const panel = within(await screen.findByRole('region', { name: /^Spread your drinks/ }))
    for (const part of [
      'What to do',
      'Why it may help',
      'What research found',
      'What your journal says',
      'What would change this',
    ])
      expect(panel.getByRole('heading', { name: part })).toBeTruthy()
    const safety = panel.getByRole('note', { name: 'Safety' })
    expect(safety.textContent).toContain('Heart, kidney or liver disease')
    expect(safety.textContent).toContain('More is not better')
  })

  test('sources wait behind a disclosure', async () => {
    const { user } = await openPlan()
    await user.click(await findCard('Stretch calves'))
    const panel = within(await screen.findByRole('region', { name: /^Stretch calves/ }))
    const disclosure = panel.getByText('5 sources').closest('details')
    expect(disclosure?.open).toBe(false)
    await user.click(panel.getByText('5 sources'))
    expect(disclosure?.open).toBe(true)
    expect(panel.getByText(/Hallegraeff.*PMID 22341378/)).toBeTruthy()
  })

  test('cards open and close from the keyboard', async () => {
    const { user } = await openPlan()
    const card = await findCard('Stretch calves')
    card.focus()
    await user.keyboard('{Enter}')
    expect(card.getAttribute('aria-expanded')).toBe('true')
    await user.keyboard(' ')
    expect(card.getAttribute('aria-expanded')).toBe('false')
  })

  test('says when to see a doctor, with what cannot wait in view', async () => {
    const { user } = await openPlan()
    const panel = within(screen.getByRole('region', { name: 'When to see a doctor' }))
    expect(panel.getByRole('button', { name: 'Emergency: now' }).getAttribute('aria-expanded')).toBe('true')
    expect(panel.getByText(/local emergency number/)).toBeTruthy()
    const today = panel.getByRole('button', { name: 'Today' })
    expect(today.getAttribute('aria-expanded')).toBe('false')
    await user.click(today)
    expect(today.getAttribute('aria-expanded')).toBe('true')
    await user.click(screen.getByRole('button', { name: 'When to see a doctor' }))
    expect(document.activeElement?.textContent).toBe('When to see a doctor')
  })
})

test('says nothing about fluids to somebody whose clinician says how much to drink', async () => {
  const heart: Profile = { ...emptyProfile, conditions: ['heart-disease'] }
  await openPlan([], { profile: heart })
  await findCard('Stretch calves and thighs before bed')
  const about = suggestions.filter(({ aboutFluids }) => aboutFluids)
  expect(about.length).toBeGreaterThan(0)
  for (const { title } of about) await waitFor(() => expect(screen.queryByText(title)).toBeNull())
})

describe('one’s own pattern', () => {
  const ratio = { ratio: 2.4, lower: 1.5, upper: 3.8 }
  const tightBedding: Finding = {
    key: 'bedding-tight',
    factor: null,
    verdict: 'likely',
    reason: 'clear',
    checkpoint: null,
    isInterim: false,
    sentence: 'Counted about bedding-tight.',
    measurement: {
      estimate: ratio,
      contrast: { ...ratio, from: null, to: null },
      pValue: 0.001,
      factor: 1,
      events: 20,
      comparisonDays: 80,
      withIt: { crampDays: 12, days: 30 },
      withoutIt: { crampDays: 8, days: 50 },
      compared: null,
      trackedDays: 80,
      missing: [],
      doseResponse: [],
      excluded: [],
    },
  }

  test('puts what it speaks for first, says so in its numbers, and what would change it', async () => {
    const { user } = await openPlan([tightBedding])
    const card = await screen.findByRole('button', { name: /^Give your feet room.*Likely link/ })
    expect(within(screen.getByRole('region', { name: 'Suggestions' })).getAllByRole('button')[0]).toBe(card)
    await user.click(card)
    const panel = within(await screen.findByRole('region', { name: /^Give your feet room/ }))
    expect(panel.getByText('Tight bedding. Counted about bedding-tight.')).toBeTruthy()
    expect(
      panel.getByText(
        `It moves down if at the next four-week check, on ${formatDate('2026-12-14', 'short')}`,
        {
          exact: false,
        },
      ),
    ).toBeTruthy()
  })

  test('shows at once a warning card that the analysis has raised', async () => {
    let isReady = false
    const card = {
      title: 'Frequent cramps',
      recorded: 'You recorded: x.',
      why: 'y.',
      known: [],
      whatToDo: 'z.',
      watchFor: null,
    }
    const raised: Warning = {
      id: 1,
      rule: 'R7',
      level: 'routine',
      entryId: 1,
      at: NOW,
      offsetMinutes: 60,
      raisedAt: NOW,
      acknowledgedAt: null,
      snoozedUntil: null,
      closing: null,
      card,
    }
    const nothing = {
      ongoing: null,
      unfinished: [],
      lastSites: [],
      gaps: [],
      asksAboutReminder: false,
      mayTellStatinTrials: true,
    }
    // The job writes to the journal when it ends, as in main.
    let raise = () => {}
    const { user } = await openPlan([], {
      seed: journal => {
        const { id } = journal.entries.add(crampDraft({ at: NOW - 60_000 }), NOW)
        raise = () => void journal.warnings.raise('R7', id, NOW)
      },
      handlers: {
        getFindings: async () => {
          isReady = true
          raise()
          return answerFindings([])
        },
        getNow: () => ({ ...nothing, warnings: isReady ? [raised] : [] }),
      },
    })
    expect(await screen.findByText('For your next appointment: frequent cramps')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show' }))
    expect(await screen.findByRole('article', { name: 'Frequent cramps' })).toBeTruthy()
  })

  test('is missing where the journal cannot be looked through, and the suggestions stay', async () => {
    await openPlan([], {
      handlers: {
        getFindings: () => {
          throw new Error('The analysis stopped before it was finished.')
        },
      },
    })
    expect(await findCard('Stretch calves')).toBeTruthy()
  })
})

describe('deciding', () => {
  const panelOf = async (user: ReturnType<typeof renderPage>['user'], title: string) => {
    const card = await findCard(title)
    if (card.getAttribute('aria-expanded') !== 'true') await user.click(card)
    return within(await screen.findByRole('region', { name: new RegExp(`^${title}`) }))
  }
  const today = formatDate('2026-11-20', 'short')

  test('accepting puts it among what one does, since today, and undo takes it back', async () => {
    const { user, backend } = await openPlan()
    await user.click(
      (await panelOf(user, 'Give your feet room')).getByRole('button', { name: 'I will do this' }),
    )
    const doing = await screen.findByRole('region', { name: 'What you are doing' })
    expect(within(doing).getByText(`Doing it since ${today}`)).toBeTruthy()
    expect(backend.calls).toContainEqual({
      call: 'decideSuggestion',
      input: { suggestion: 'loose-bedding', decision: 'accepted', reason: '', decidedAt: null },
    })
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'What you are doing' })).toBeNull())
    expect(await findCard('Give your feet room')).toBeTruthy()
  })

  test('what is done steps back, and can come back', async () => {
    const { user } = await openPlan()
    await user.click(
      (await panelOf(user, 'Give your feet room')).getByRole('button', { name: 'I will do this' }),
    )
    await screen.findByRole('region', { name: 'What you are doing' })
    await user.click(
      (await panelOf(user, 'Give your feet room')).getByRole('button', { name: 'Mark as done' }),
    )
    await user.click(await screen.findByRole('heading', { name: 'Done (1)' }))
    const card = await findCard('Give your feet room')
    expect(card.closest('details')?.open).toBe(true)
    await user.click(
      (await panelOf(user, 'Give your feet room')).getByRole('button', { name: 'Bring it back' }),
    )
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Done (1)' })).toBeNull())
  })

  test('dismissing keeps the reason, and lets it be called off', async () => {
    const { user, backend } = await openPlan()
    const panel = await panelOf(user, 'Give your feet room')
    await user.click(panel.getByRole('button', { name: 'Not for me' }))
    await user.click(panel.getByRole('button', { name: 'Cancel' }))
    expect(backend.calls.some(({ call }) => call === 'decideSuggestion')).toBe(false)
    await user.click(panel.getByRole('button', { name: 'Not for me' }))
    await user.type(panel.getByLabelText('Why is it not for you?'), 'My feet get cold')
    await user.click(panel.getByRole('button', { name: 'Set it aside' }))
    expect(await screen.findByRole('heading', { name: 'Not for me (1)' })).toBeTruthy()
    expect(screen.getByText(`Set aside on ${today}: My feet get cold`)).toBeTruthy()
  })

  test('what could not be stored stays where it was, and says so', async () => {
    const { user, backend } = await openPlan()
    const panel = await panelOf(user, 'Give your feet room')
    backend.failNext('decideSuggestion', { code: 'journal-unavailable', message: 'The disk is full.' })
    await user.click(panel.getByRole('button', { name: 'I will do this' }))
    expect(await screen.findByText('The disk is full.')).toBeTruthy()
    expect(screen.queryByRole('region', { name: 'What you are doing' })).toBeNull()
  })
})
