/** The whole page at a place of its own choice, over a fake journal, at a time of the test's choice. */
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { App } from '../../renderer/app/App.tsx'
import { ClockProvider } from '../../renderer/data/clock.ts'
import { createJournalClient } from '../../renderer/data/journal-client.ts'
import { momentAt } from '../../shared/time/time-zone.ts'
import { createFakeJournal, type FakeJournal, type FakeJournalOptions } from './fake-journal.ts'

export const TIME_ZONE = 'Europe/Berlin'

/** Friday, 20 November 2026, at 14:00 in Berlin, unless a test says otherwise. */
export const NOW = momentAt('2026-11-20', '14:00', TIME_ZONE).at

export interface PageOptions extends Partial<FakeJournalOptions> {
  /** Where to start: `/today`, `/insights`. */
  route?: string
}

export interface RenderedPage {
  readonly fake: FakeJournal
  readonly user: ReturnType<typeof userEvent.setup>
}

export function renderPage({ route = '/today', ...options }: PageOptions = {}): RenderedPage {
  const now = options.now ?? (() => NOW)
  const timeZone = options.timeZone ?? TIME_ZONE
  const fake = createFakeJournal({ ...options, now, timeZone })
  render(
    <ClockProvider value={{ now, timeZone: () => timeZone }}>
      <MemoryRouter initialEntries={[route]}>
        <App journal={createJournalClient(fake.api)} />
      </MemoryRouter>
    </ClockProvider>,
  )
  return { fake, user: userEvent.setup() }
}
