import { Anchor, Button, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { CrampClockProvider } from '../cramp-now/CrampClock.tsx'
import { CrampNowButton } from '../cramp-now/CrampNowButton.tsx'
import { RunningBar } from '../cramp-now/RunningBar.tsx'
import { CRAMP_NOW_PATH, PLAN_PATH, PURPOSE_PATH } from '../data/paths.ts'
import { PurposeText } from '../guide/PurposeText.tsx'
import { WarningCards } from '../warnings/WarningCards.tsx'
import { FirstStart } from '../welcome/FirstStart.tsx'
import { Page } from '../welcome/Page.tsx'
import classes from './FirstStartFrame.module.css'

interface FirstStartFrameProps {
  /** Path of the journal's file. */
  path: string
  children: ReactNode
}

/**
 * Frame of the first start. "Cramp now" and the guide that it leads to are there from the first second; every other
 * address is the first start itself.
 */
export function FirstStartFrame({ path, children }: FirstStartFrameProps) {
  const { pathname } = useLocation()
  return <CrampClockProvider>{renderPage(pathname, path, children)}</CrampClockProvider>
}

function renderPage(pathname: string, path: string, screens: ReactNode) {
  if (pathname === PURPOSE_PATH) return <FirstPurpose />
  if (pathname === CRAMP_NOW_PATH) return <main className={classes.screen}>{screens}</main>
  if (pathname.startsWith(`${PLAN_PATH}/`))
    return (
      <main className={classes.screen}>
        <RunningBar />
        <Anchor component={Link} to="/">
          Back to the first start
        </Anchor>
        {screens}
      </main>
    )
  return (
    <>
      <div className={classes.cards}>
        <RunningBar />
        <WarningCards routine="line" />
      </div>
      <FirstStart path={path} crampNow={<CrampNowButton />} />
    </>
  )
}

/** The guide's page on what the program is for, before the first start is over. */
function FirstPurpose() {
  return (
    <Page>
      <Title order={1}>What Unknot is for</Title>
      <PurposeText />
      <Button component={Link} to="/" mt="lg">
        Back to the first start
      </Button>
    </Page>
  )
}
