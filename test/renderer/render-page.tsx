/** Renders the whole page at a route and a moment, over the production handlers on a journal in memory. */
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { App } from '../../renderer/app/App.tsx'
import { ClockProvider } from '../../renderer/data/clock.ts'
import { createEventClient } from '../../renderer/data/event-client.ts'
import { createJournalClient } from '../../renderer/data/journal-client.ts'
import { momentAt } from '../../shared/time/time-zone.ts'
import { createTestBackend, type TestBackend, type TestBackendOptions } from '../support/test-backend.ts'

export const TIME_ZONE = 'Europe/Berlin'

/** Default time: Friday, 20 November 2026, 14:00 in Berlin. */
export const NOW = momentAt('2026-11-20', '14:00', TIME_ZONE).at

export interface PageOptions extends Partial<TestBackendOptions> {
  /** Initial route: `/today`, `/insights`. */
  route?: string
}

export interface RenderedPage {
  readonly backend: TestBackend
  readonly user: ReturnType<typeof userEvent.setup>
}

export function renderPage({ route = '/today', ...options }: PageOptions = {}): RenderedPage {
  const now = options.now ?? (() => NOW)
  const timeZone = options.timeZone ?? TIME_ZONE
  const backend = createTestBackend({ ...options, now, timeZone })
  const events = createEventClient(backend.events)
  render(
    <ClockProvider value={{ now, timeZone: () => timeZone }}>
      <MemoryRouter initialEntries={[route]}>
        <App journal={createJournalClient(backend.api, events)} events={events} />
      </MemoryRouter>
    </ClockProvider>,
  )
  return { backend, user: userEvent.setup() }
}
