import { Anchor, Button, Text, Title } from '@mantine/core'
import { IconArrowRight, IconDatabase, IconLock, IconStethoscope } from '@tabler/icons-react'
import { Link } from 'react-router'
import { purpose } from '../../shared/advice/purpose.ts'
import { PURPOSE_PATH } from '../data/paths.ts'
import { useAcknowledgeWelcome } from '../data/queries.ts'
import { FilePath } from '../ui/components/FilePath.tsx'
import { showError } from '../ui/components/messages.ts'
import classes from './Page.module.css'
import { Page } from './Page.tsx'

/** The first start: what this is, where the data lie, and what it is for. */
export function WelcomePage({ path }: { path: string }) {
  const acknowledge = useAcknowledgeWelcome()
  return (
    <Page>
      <Title order={1}>Welcome to Unknot</Title>
      <Text size="lg" mt="xs">
        A journal for muscle cramps. Note a cramp, a drink, your shoes or an activity in a few seconds each,
        and see over time what goes together.
      </Text>
      <ul className={classes.facts}>
        <li>
          <IconDatabase size={20} stroke={1.7} aria-hidden />
          <div>
            Everything stays on this computer, in one file:
            <FilePath path={path} />
          </div>
        </li>
        <li>
          <IconLock size={20} stroke={1.7} aria-hidden />
          <div>
            The file is not encrypted. If someone gets hold of your computer, only an encrypted disk protects
            it.
          </div>
        </li>
        <li>
          <IconStethoscope size={20} stroke={1.7} aria-hidden />
          <div>
            It is for keeping a diary and preparing a visit to the doctor. {purpose.limits}{' '}
            {purpose.notAssessed} {purpose.worried}{' '}
            <Anchor component={Link} to={PURPOSE_PATH} underline="always">
              What Unknot is for
            </Anchor>
          </div>
        </li>
      </ul>
      <Button
        mt="xl"
        size="md"
        loading={acknowledge.isPending}
        rightSection={<IconArrowRight size={18} aria-hidden />}
        onClick={() => acknowledge.mutate(undefined, { onError: showError })}
      >
        Start my journal
      </Button>
    </Page>
  )
}
