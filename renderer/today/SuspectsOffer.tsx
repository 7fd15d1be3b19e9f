import { Button, Text } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { Link } from 'react-router'
import { useRecentNights } from '../data/queries.ts'
import { useNamings } from '../data/suspect-queries.ts'
import classes from './NightsSummary.module.css'

/** One quiet line in a journal that has entries and no suspect yet. "Not now" is kept on this computer. */
export function SuspectsOffer() {
  const { data: namings } = useNamings()
  const { data: recent } = useRecentNights()
  const [isDismissed, setIsDismissed] = useLocalStorage({
    key: 'unknot-suspects-offer',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  // A new journal was asked at its first start.
  const isNew = recent === undefined || recent.nights.length < DAYS_BEFORE_OFFER
  if (isDismissed || isNew || namings === undefined || namings.length > 0) return null
  return (
    <Text size="sm" component="div" className={classes.offer}>
      Do you suspect something? <Link to="/settings">Name it in Settings</Link>, and it is checked first.{' '}
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setIsDismissed(true)}>
        Not now
      </Button>
    </Text>
  )
}

const DAYS_BEFORE_OFFER = 7
