import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import { type QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { Navigate, Route, Routes, useLocation, useNavigate } from 'react-router'
import { calendarDate, crampDay } from '../../shared/time/moment.ts'
import { CrampNowScreen } from '../cramp-now/CrampNowScreen.tsx'
import { getToday, useNow } from '../data/clock.ts'
import { useConventions } from '../data/conventions.ts'
import type { EventClient } from '../data/event-client.ts'
import { type JournalClient, JournalClientProvider } from '../data/journal-client.ts'
import { type Night, NightProvider, staysDark } from '../data/night.ts'
import {
  ABOUT_PATH,
  ACCESSIBILITY_PATH,
  CRAMP_NOW_PATH,
  FINISH_PARAMETER,
  LICENCES_PATH,
  METHOD_PATH,
  PRINT_PATH,
  PURPOSE_PATH,
  RELIEF_PATH,
  SOURCES_PATH,
  SYMPTOMS_PATH,
  THREATS_PATH,
} from '../data/paths.ts'
import { useDayStart } from '../data/queries.ts'
import { invalidateReads, refreshOnChanges } from '../data/query-reads.ts'
import { TodayScreen } from '../today/TodayScreen.tsx'
import { useShortcuts } from '../ui/components/shortcuts.ts'
import { getNextSize, useAppliedTextSize, useTextSize } from '../ui/components/text-size.ts'
import { Gate } from './Gate.tsx'
import { createQueryClient } from './query-client.ts'
import { ScreenBoundary } from './ScreenBoundary.tsx'
import { colorSchemeManager, resolveCssVariables, theme } from './theme.ts'

// Today is what people open the window for; the other screens, and the chart library with them, wait until asked for.
const AboutCramps = lazy(async () => ({ default: (await import('../guide/AboutCramps.tsx')).AboutCramps }))
const AccessibilityPage = lazy(async () => ({
  default: (await import('../guide/AccessibilityPage.tsx')).AccessibilityPage,
}))
const ClaimSources = lazy(async () => ({ default: (await import('../guide/ClaimSources.tsx')).ClaimSources }))
const InsightsScreen = lazy(async () => ({
  default: (await import('../insights/InsightsScreen.tsx')).InsightsScreen,
}))
const JournalScreen = lazy(async () => ({
  default: (await import('../journal/JournalScreen.tsx')).JournalScreen,
}))
const MethodPage = lazy(async () => ({ default: (await import('../guide/MethodPage.tsx')).MethodPage }))
const LicencesPage = lazy(async () => ({ default: (await import('../guide/LicencesPage.tsx')).LicencesPage }))
const PlanScreen = lazy(async () => ({ default: (await import('../plan/PlanScreen.tsx')).PlanScreen }))
const PurposePage = lazy(async () => ({ default: (await import('../guide/PurposePage.tsx')).PurposePage }))
const ReliefGuide = lazy(async () => ({ default: (await import('../guide/ReliefGuide.tsx')).ReliefGuide }))
const ReportScreen = lazy(async () => ({
  default: (await import('../report/ReportScreen.tsx')).ReportScreen,
}))
const ThreatsPage = lazy(async () => ({ default: (await import('../guide/ThreatsPage.tsx')).ThreatsPage }))
const SymptomCheck = lazy(async () => ({ default: (await import('../guide/SymptomCheck.tsx')).SymptomCheck }))
const SettingsScreen = lazy(async () => ({
  default: (await import('../settings/SettingsScreen.tsx')).SettingsScreen,
}))
const PrintPage = lazy(async () => ({ default: (await import('../report/PrintPage.tsx')).PrintPage }))

export interface AppProps {
  journal: JournalClient
  events: EventClient
  queryClient?: QueryClient
}

export function App({ journal, events, queryClient }: AppProps) {
  const [ownClient] = useState(createQueryClient)
  const client = queryClient ?? ownClient
  useEffect(() => refreshOnChanges(client, events), [client, events])
  const { pathname } = useLocation()
  const isPrint = pathname === PRINT_PATH
  const night = useNightOf(pathname)
  useAppliedTextSize(isPrint)
  return (
    <JournalClientProvider value={journal}>
      <QueryClientProvider client={client}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={resolveCssVariables}
          colorSchemeManager={colorSchemeManager}
          defaultColorScheme="auto"
          // Paper is white, whatever the window looks like.
          {...(isPrint && { forceColorScheme: 'light' })}
          // And at three in the morning it is dark.
          {...(night.isDark && { forceColorScheme: 'dark' })}
        >
          {isPrint ? (
            <Suspense fallback={null}>
              <PrintPage />
            </Suspense>
          ) : (
            <NightProvider value={night}>
              <TextSizeKeys />
              <Notifications position="bottom-right" limit={4} containerWidth={352} />
              <Gate events={events}>
                <DayTurns />
                <NotificationClicks events={events} />
                <LocalizedScreens />
              </Gate>
            </NightProvider>
          )}
        </MantineProvider>
      </QueryClientProvider>
    </JournalClientProvider>
  )
}

/** Night of the window, which follows the addresses and the clock of a cramp. */
function useNightOf(pathname: string): Night {
  const [isClockRunning, setIsClockRunning] = useState(false)
  const [wasDark, setWasDark] = useState(false)
  const isDark = staysDark(pathname, wasDark, isClockRunning)
  if (isDark !== wasDark) setWasDark(isDark)
  return useMemo(() => ({ isDark, isClockRunning, setIsClockRunning }), [isDark, isClockRunning])
}

/** Keys of the text size, which hold on the first start as well. */
function TextSizeKeys() {
  const [size, setSize] = useTextSize()
  useShortcuts({
    largerText: () => setSize(getNextSize(size, 1)),
    smallerText: () => setSize(getNextSize(size, -1)),
    usualText: () => setSize(100),
  })
  return null
}

/** Refreshes what depends on the current day when a calendar date, the person's day or a cramp-day begins. */
function DayTurns() {
  const client = useQueryClient()
  const now = useNow()
  const turn = [calendarDate(now), getToday(now, useDayStart()), crampDay(now)].join(' ')
  const shown = useRef(turn)
  useEffect(() => {
    if (shown.current === turn) return
    shown.current = turn
    invalidateReads(client, { what: ['clock'], since: null })
  }, [client, turn])
  return null
}

/** Opens the sheet of the day that a notification was about. */
function NotificationClicks({ events }: Pick<AppProps, 'events'>) {
  const navigate = useNavigate()
  useEffect(
    () => events.on('finishDay', ({ date }) => navigate(`/today?${FINISH_PARAMETER}=${date}`)),
    [events, navigate],
  )
  return null
}

/** The screens, drawn again whenever the conventions change. */
function LocalizedScreens() {
  const { firstWeekday } = useConventions()
  const calendarSettings = useMemo(
    () => ({
      // Calendars count from Sunday = 0.
      firstDayOfWeek: asCalendarDay((firstWeekday + 1) % 7),
      // Days off differ from person to person: no day of the week is marked.
      weekendDays: [],
    }),
    [firstWeekday],
  )
  return (
    <DatesProvider settings={calendarSettings}>
      <Screens />
    </DatesProvider>
  )
}

const calendarDays = [0, 1, 2, 3, 4, 5, 6] as const
const asCalendarDay = (day: number) => calendarDays.find(one => one === day) ?? 1

function Screens() {
  return (
    <Routes>
      <Route path={CRAMP_NOW_PATH} element={guarded('cramp-now', <CrampNowScreen />)} />
      <Route path="/today/:date?" element={guarded('today', <TodayScreen />)} />
      <Route path="/journal" element={guarded('journal', <JournalScreen />)} />
      <Route path="/insights" element={guarded('insights', <InsightsScreen />)} />
      <Route path="/plan" element={guarded('plan', <PlanScreen />)} />
      <Route path={ABOUT_PATH} element={guarded('about', <AboutCramps />)} />
      <Route path={PURPOSE_PATH} element={guarded('purpose', <PurposePage />)} />
      <Route path={ACCESSIBILITY_PATH} element={guarded('accessibility', <AccessibilityPage />)} />
      <Route path={METHOD_PATH} element={guarded('method', <MethodPage />)} />
      <Route path={LICENCES_PATH} element={guarded('licences', <LicencesPage />)} />
      <Route path={THREATS_PATH} element={guarded('threats', <ThreatsPage />)} />
      <Route path={SOURCES_PATH} element={guarded('sources', <ClaimSources />)} />
      <Route path={SYMPTOMS_PATH} element={guarded('symptoms', <SymptomCheck />)} />
      <Route path={RELIEF_PATH} element={guarded('relief', <ReliefGuide />)} />
      <Route path="/report" element={guarded('report', <ReportScreen />)} />
      <Route path="/settings" element={guarded('settings', <SettingsScreen />)} />
      <Route path="*" element={<Navigate to="/today" replace />} />
    </Routes>
  )
}

/** A screen with a boundary of its own: the key makes a new one for each screen, so that leaving clears an error. */
function guarded(key: string, screen: ReactNode) {
  return (
    <ScreenBoundary key={key}>
      <Suspense fallback={null}>{screen}</Suspense>
    </ScreenBoundary>
  )
}
