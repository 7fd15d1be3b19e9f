import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Handlers, Input } from '../../../shared/contract.ts'
import type { AskedQuestion, historyCalls, ReadyHistory } from '../../../shared/history-calls.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { fluidDraft, nightDraft } from '../../shared/kinds/drafts.ts'
import { renderPage } from '../render-page.tsx'

/** Token of the chosen files. */
const FILES = '00000000-0000-4000-8000-000000000000'

const zone: AskedQuestion = {
  id: 'zone',
  group: 'Times',
  text: 'Where did you live in these years?',
  help: '',
  answer: { kind: 'zone' },
  isNeeded: true,
  given: 'Europe/Berlin',
  from: 'suggested',
}
const drink: AskedQuestion = {
  ...zone,
  id: 'drink',
  group: 'Drinks',
  text: 'What was the water?',
  answer: {
    kind: 'one',
    options: [
      { id: 'water', label: 'Water' },
      { id: 'tea', label: 'Tea' },
    ],
  },
  given: null,
  from: null,
}

const bedtime = momentAt('2026-03-12', '23:10', 'Europe/Berlin')
const ready: ReadyHistory = {
  state: 'ready',
  source: 'Watch',
  reads: 'drinks and nights',
  questions: [zone, drink],
  isAnswered: false,
  months: [
    { month: '2026-03', kind: 'fluid', new: 4_800, same: 3, updated: 0, kept: 2 },
    { month: '2026-03', kind: 'night', new: 12, same: 0, updated: 0, kept: 0 },
  ],
  leftOut: [{ what: 'in the future', count: 9 }],
  ignored: [{ what: 'Steps', count: 81_234 }],
  notes: ['Times are those of logging.'],
  examples: [
    nightDraft({ ...bedtime, wakeAt: bedtime.at + 8 * 3_600_000 }),
    fluidDraft(momentAt('2026-03-12', '14:00', 'Europe/Berlin')),
  ],
  plan: 'of this plan',
}

/** Answers the questions as the handlers do. */
const previewWith = ({ answers }: Input<'previewHistory'>): ReadyHistory => ({
  ...ready,
  questions: [
    zone,
    typeof answers.drink === 'string' ? { ...drink, given: answers.drink, from: 'person' } : drink,
  ],
  isAnswered: answers.drink !== undefined,
})

const handlers: Partial<Pick<Handlers, keyof typeof historyCalls | 'chooseImport'>> = {
  chooseImport: () => ({ kind: 'history', chosen: { files: FILES, names: ['export.zip'] } }),
  previewHistory: previewWith,
  runHistory: () => ({ state: 'done', import: 7, source: 3, added: 4_812, updated: 0 }),
  listComparedDays: () => [{ key: 'fluids', name: 'Fluids', days: 0 }],
  getHistorySheet: () => [],
}

async function open(changed: Partial<Handlers> = {}) {
  const rendered = renderPage({ route: '/settings', handlers: { ...handlers, ...changed } })
  await rendered.user.click(await screen.findByRole('button', { name: 'Choose files' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Bring your history along' }))
  return { ...rendered, dialog }
}

test('nothing is added before the needed question has its answer, and then all of it', async () => {
  const { user, dialog, backend } = await open()
  await dialog.findByText(/Unknot looks for drinks and nights in it/)
  dialog.getByText(/^You went to bed on Thursday,? 12 March 2026 at 23:10\.$/)
  dialog.getByRole('row', { name: 'Drink 4,800 3 2' })
  dialog.getByText('This is our guess: change it if it is wrong.')
  const add = dialog.getByRole('button', { name: 'Add 4,812 entries' })
  expect(add).toHaveProperty('disabled', true)
  dialog.getByText('1 question above still needs your answer.')
  await user.click(dialog.getByRole('button', { name: 'Show it' }))
  expect(document.activeElement).toBe(dialog.getByRole('radio', { name: 'Water' }))
  await user.click(dialog.getByRole('radio', { name: 'Tea' }))
  await waitFor(() => expect(add).toHaveProperty('disabled', false))
  await user.click(add)
  await dialog.findByText('4,812 entries added.')
  expect(backend.calls.findLast(({ call }) => call === 'runHistory')?.input).toEqual({
    files: FILES,
    answers: { drink: 'tea' },
    plan: 'of this plan',
  })
})

test('wrong times lead to the question about the zone; a file with its own times says so', async () => {
  const { user, dialog } = await open()
  await user.click(await dialog.findByRole('button', { name: 'No, these times are wrong' }))
  expect(document.activeElement).toBe(dialog.getByRole('combobox', { name: /Where did you live/ }))
})

test('the end says which things gained days, and an answer of the sheet is sent', async () => {
  const counted = [0, 12]
  const { user, dialog, backend } = await open({
    listComparedDays: () => [{ key: 'fluids', name: 'Fluids', days: counted.shift() ?? 12 }],
    getHistorySheet: () => [
      {
        ...{ source: 3, name: 'Watch', kind: 'fluid' },
        months: [{ fromDate: '2026-03-02', toDate: '2026-03-30', days: 20, answer: null }],
      },
    ],
    answerHistorySheet: () => ({}),
  })
  await user.click(await dialog.findByRole('radio', { name: 'Water' }))
  await waitFor(() =>
    expect(dialog.getByRole('button', { name: /^Add .* entries$/ })).toHaveProperty('disabled', false),
  )
  await user.click(dialog.getByRole('button', { name: /^Add .* entries$/ }))
  await dialog.findByText('Fluids: 12 more, 12 in all')
  const month = within(await dialog.findByRole('radiogroup', { name: /^Did you log every drink in Watch/ }))
  await user.click(month.getByRole('radio', { name: 'Yes, every drink' }))
  expect(backend.calls.findLast(({ call }) => call === 'answerHistorySheet')?.input).toEqual({
    ...{ source: 3, kind: 'fluid', fromDates: ['2026-03-02'] },
    answer: 'complete',
  })
})

test('a file that is refused says why, and offers no way on', async () => {
  const { dialog } = await open({
    previewHistory: () => {
      throw new Error('This export is incomplete: it ends too early.')
    },
  })
  await dialog.findByText('This export is incomplete: it ends too early.')
  expect(dialog.queryByRole('button', { name: /^Add .* entries$/ })).toBeNull()
})
