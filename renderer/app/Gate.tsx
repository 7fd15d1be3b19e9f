import { Button, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { PURPOSE_PATH } from '../data/paths.ts'
import { useStatus } from '../data/queries.ts'
import { PurposeText } from '../guide/PurposeText.tsx'
import { Page } from '../welcome/Page.tsx'
import { RefusedPage } from '../welcome/RefusedPage.tsx'
import { WelcomePage } from '../welcome/WelcomePage.tsx'
import { Shell } from './Shell.tsx'

/** Lets through to the screens once there is an open journal and the first-start text has been read. */
export function Gate({ children }: { children: ReactNode }) {
  const { data: status, error, refetch } = useStatus()
  const { pathname } = useLocation()
  if (error)
    return (
      <Page>
        <Title order={1}>Unknot could not start</Title>
        <Text mt="xs">The journal did not answer. Nothing in it has changed.</Text>
        <Text mt="xs">What went wrong: {error.message}</Text>
        <Button mt="lg" onClick={() => refetch()}>
          Try again
        </Button>
      </Page>
    )
  if (status === undefined) return null
  if (status.journal.state === 'refused') return <RefusedPage journal={status.journal} />
  if (!status.welcomed)
    return pathname === PURPOSE_PATH ? <FirstPurpose /> : <WelcomePage path={status.journal.path} />
  return <Shell status={status}>{children}</Shell>
}

/** The guide's page on what the program is for, before the first start has been read. */
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
