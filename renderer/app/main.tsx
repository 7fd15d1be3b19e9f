import './zod-jitless.ts'
import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import './global.css'
import './forced-colors.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { HashRouter } from 'react-router'
import { ClockProvider, createPageClock } from '../data/clock.ts'
import { startConventions } from '../data/conventions.ts'
import { createEventClient } from '../data/event-client.ts'
import { createJournalClient } from '../data/journal-client.ts'
import { PRINT_PATH } from '../data/paths.ts'
import { startTextSize } from '../ui/components/text-size.ts'
import { App } from './App.tsx'
import { printInLight } from './print-in-light.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('main: index.html has no element #root')

const { time, region } = window.unknotSurroundings
if (region !== null) startConventions(region)
printInLight()
startTextSize(location.hash.startsWith(`#${PRINT_PATH}`))

const events = createEventClient(window.unknotEvents)

createRoot(root).render(
  <StrictMode>
    <ClockProvider value={createPageClock(time)}>
      <HashRouter>
        <App journal={createJournalClient(window.unknot, events)} events={events} />
      </HashRouter>
    </ClockProvider>
  </StrictMode>,
)
