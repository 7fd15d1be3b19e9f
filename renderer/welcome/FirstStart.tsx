import { Button, Text, Title } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { IconArrowRight } from '@tabler/icons-react'
import { useIsMutating } from '@tanstack/react-query'
import { type ComponentType, type ReactNode, useEffect, useRef } from 'react'
import { useAcknowledgeWelcome } from '../data/queries.ts'
import { showError } from '../ui/components/messages.ts'
import { type StoredProfile, useStoredProfile } from '../ui/components/use-stored-profile.ts'
import { CrampHabits } from '../ui/fields/CrampHabits.tsx'
import { BringStep } from './BringStep.tsx'
import classes from './FirstStart.module.css'
import { HonestLines } from './HonestLines.tsx'
import { Page } from './Page.tsx'
import { RegionStep } from './RegionStep.tsx'
import { SuspectsStep } from './SuspectsStep.tsx'

interface Step {
  readonly question: string
  readonly Content: ComponentType<StoredProfile>
}

const steps: readonly Step[] = [
  { question: 'What bothers you?', Content: CrampHabits },
  { question: 'What do you suspect?', Content: SuspectsStep },
  { question: 'Do you bring something along?', Content: BringStep },
  { question: 'Is this right?', Content: RegionStep },
]

export interface FirstStartProps {
  /** Path of the journal's file. */
  path: string
  /** The button that starts the clock of a cramp, and what is running. */
  crampNow: ReactNode
}

/** The first start: four short questions, none of which needs an answer. Answers are stored as they are given. */
export function FirstStart({ path, crampNow }: FirstStartProps) {
  const stored = useStoredProfile(true)
  const acknowledge = useAcknowledgeWelcome()
  const isStoring = useIsMutating() > 0
  const heading = useRef<HTMLHeadingElement>(null)
  // Kept while a cramp is written down in between.
  const [index, setIndex, forgetIndex] = useSessionStorage({
    key: 'unknot-first-start',
    defaultValue: 0,
    getInitialValueInEffect: false,
  })
  const step = steps[index] ?? steps[0]
  const isLast = index >= steps.length - 1

  // A screen reader hears the question, and Tab goes on from there.
  useEffect(() => {
    if (index >= 0) heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [index])

  async function start() {
    try {
      // Awaited: by the time of the reply this page may be gone, and callbacks of `mutate` with it.
      await acknowledge.mutateAsync(undefined)
      forgetIndex()
    } catch (error) {
      showError(error)
    }
  }

  if (step === undefined) return null
  const { question, Content } = step
  return (
    <Page
      title={
        <Title order={1} className={classes.welcome}>
          Welcome to Unknot
        </Title>
      }
      aside={crampNow}
    >
      <ol className={classes.steps} aria-hidden>
        {steps.map((one, position) => (
          <li key={one.question} className={classes.step} data-reached={position <= index} />
        ))}
      </ol>
      {index === 0 && (
        <Text mb="sm">
          A journal for muscle cramps. Note a cramp, a drink, your shoes or an activity in a few seconds each,
          and see over time what goes together.
        </Text>
      )}
      <Text size="sm" c="dimmed">
        Step {index + 1} of {steps.length}. You can skip any of them.
      </Text>
      <Title order={2} ref={heading} tabIndex={-1} className={classes.question}>
        {question}
      </Title>
      <div className={classes.content}>{stored !== null && <Content {...stored} />}</div>
      <div className={classes.ways}>
        {index > 0 && (
          <Button variant="default" onClick={() => setIndex(index - 1)}>
            Back
          </Button>
        )}
        <div className={classes.forward}>
          <Button
            variant={isLast ? 'filled' : 'subtle'}
            loading={acknowledge.isPending}
            disabled={isStoring && !acknowledge.isPending}
            onClick={start}
          >
            Start my journal
          </Button>
          {!isLast && (
            <Button
              rightSection={<IconArrowRight size={18} aria-hidden />}
              onClick={() => setIndex(index + 1)}
            >
              Next
            </Button>
          )}
        </div>
      </div>
      {index === 0 && <HonestLines path={path} />}
    </Page>
  )
}
