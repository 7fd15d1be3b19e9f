import { Button, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Status } from '../../shared/contract.ts'
import type { EventClient } from '../data/event-client.ts'
import { useStatus } from '../data/queries.ts'
import { UndoProvider } from '../ui/components/Undo.tsx'
import { Page } from '../welcome/Page.tsx'
import { RefusedPage } from '../welcome/RefusedPage.tsx'
import { FirstStartFrame } from './FirstStartFrame.tsx'
import { Intents } from './Intents.tsx'
import { Shell } from './Shell.tsx'

interface GateProps {
  events: EventClient
  children: ReactNode
}

/** Lets through to the screens once there is an open journal and the first start is over. */
export function Gate({ events, children }: GateProps) {
  const { data: status, error, refetch } = useStatus()
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
  const stage = status.journal.state === 'refused' ? 'refused' : status.welcomed ? 'open' : 'first-start'
  const staged = (
    <Intents events={events} stage={stage}>
      {renderStage(status, children)}
    </Intents>
  )
  // Without a journal there is nothing to take back.
  return stage === 'refused' ? staged : <UndoProvider>{staged}</UndoProvider>
}

function renderStage(status: Status, screens: ReactNode) {
  if (status.journal.state === 'refused') return <RefusedPage journal={status.journal} />
  if (!status.welcomed) return <FirstStartFrame path={status.journal.path}>{screens}</FirstStartFrame>
  return <Shell status={status}>{screens}</Shell>
}
