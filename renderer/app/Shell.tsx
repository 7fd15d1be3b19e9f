import { useDisclosure } from '@mantine/hooks'
import {
  IconCalendar,
  IconChartHistogram,
  IconChecklist,
  IconKeyboard,
  IconNotebook,
  IconReportMedical,
  IconSettings,
} from '@tabler/icons-react'
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect } from 'react'
import { NavLink, useLocation, useNavigate, useNavigationType } from 'react-router'
import type { Status } from '../../shared/contract.ts'
import { CrampClockProvider } from '../cramp-now/CrampClock.tsx'
import { CrampNowButton } from '../cramp-now/CrampNowButton.tsx'
import { RunningBar } from '../cramp-now/RunningBar.tsx'
import { useNight } from '../data/night.ts'
import { ADD_PARAMETER, CRAMP_NOW_PATH, PRINT_PARAMETER } from '../data/paths.ts'
import { QuickAddProvider } from '../quick-add/QuickAddProvider.tsx'
import { Logo } from '../ui/components/Logo.tsx'
import { useShortcuts } from '../ui/components/shortcuts.ts'
import { WarningCards } from '../warnings/WarningCards.tsx'
import { AppearanceMenu } from './AppearanceMenu.tsx'
import { MissingFileAlert } from './MissingFileAlert.tsx'
import { RuleChangeNotice } from './RuleChangeNotice.tsx'
import classes from './Shell.module.css'
import { ShortcutList } from './ShortcutList.tsx'

const screens = [
  { path: '/today', name: 'Today', Icon: IconCalendar },
  { path: '/journal', name: 'Journal', Icon: IconNotebook },
  { path: '/insights', name: 'Insights', Icon: IconChartHistogram },
  { path: '/plan', name: 'Plan', Icon: IconChecklist },
  { path: '/report', name: 'Report', Icon: IconReportMedical },
  { path: '/settings', name: 'Settings', Icon: IconSettings },
] as const

/** Frame of every screen: navigation, appearance, and the bars and cards that belong to the whole window. */
export function Shell({ status, children }: { status: Status; children: ReactNode }) {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { isDark } = useNight()
  const [isListOpen, { open: openList, close: closeList }] = useDisclosure(false)
  useStartAtTop(pathname)
  // The list of shortcuts must not cover the cramp-now screen.
  useEffect(() => {
    if (pathname === CRAMP_NOW_PATH) closeList()
  }, [pathname, closeList])
  useShortcuts({
    today: () => navigate('/today'),
    journal: () => navigate('/journal'),
    insights: () => navigate('/insights'),
    plan: () => navigate('/plan'),
    report: () => navigate('/report'),
    settings: () => navigate('/settings'),
    addEntry: () => navigate(`${pathname.startsWith('/today') ? pathname : '/today'}?${ADD_PARAMETER}`),
    printReport: () => navigate(`/report?${PRINT_PARAMETER}`),
    list: openList,
  })
  return (
    <CrampClockProvider>
      <div className={classes.shell}>
        <button
          type="button"
          className={classes.skip}
          // A link to #content would be taken for a screen's address, since the screens' addresses follow the #.
          onClick={() => document.getElementById('content')?.focus()}
        >
          Skip to the content
        </button>
        <nav className={classes.sidebar} aria-label="Screens">
          <div className={classes.brand}>
            <Logo />
            <span className={classes.name}>Unknot</span>
          </div>
          <CrampNowButton />
          <ul className={classes.links}>
            {screens.map(({ path, name, Icon }) => (
              <li key={path}>
                <NavLink to={path} className={() => classes.link}>
                  <Icon size={20} stroke={1.7} aria-hidden />
                  <span>{name}</span>
                </NavLink>
              </li>
            ))}
          </ul>
          <div className={classes.tools}>
            <button type="button" className={classes.tool} onClick={openList}>
              <IconKeyboard size={20} stroke={1.7} aria-hidden />
              <span>Shortcuts</span>
            </button>
            {!isDark && <AppearanceMenu />}
          </div>
        </nav>
        <main id="content" tabIndex={-1} className={classes.content}>
          {status.demo && (
            <p className={classes.demo}>
              This is a demo journal. The entries in it are made up, and nothing you do here touches a journal
              of your own.
            </p>
          )}
          <MissingFileAlert journal={status.journal} />
          {pathname !== CRAMP_NOW_PATH && <RuleChangeNotice />}
          <RunningBar />
          {pathname !== CRAMP_NOW_PATH && (
            <WarningCards routine={pathname.startsWith('/today') ? 'full' : 'line'} />
          )}
          <QuickAddProvider>{children}</QuickAddProvider>
        </main>
        <ShortcutList opened={isListOpen} onClose={closeList} />
      </div>
    </CrampClockProvider>
  )
}

/** A screen begins at its top, however far down the one before was read. Back, forward and other days stay where they are. */
function useStartAtTop(pathname: string): void {
  const isBackOrForward = useNavigationType() === 'POP'
  const begin = useEffectEvent((_screen: string) => {
    if (!isBackOrForward) window.scrollTo(0, 0)
  })
  const screen = pathname.startsWith('/today') ? '/today' : pathname
  useLayoutEffect(() => begin(screen), [screen])
}
