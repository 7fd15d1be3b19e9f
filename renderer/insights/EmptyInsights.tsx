import { Button, Group, Title } from '@mantine/core'
import { IconChartHistogram } from '@tabler/icons-react'
import { Link } from 'react-router'
import classes from './EmptyInsights.module.css'

/**
 * Replaces the charts when nothing is known of the period, though there may be entries.
 *
 * @param props.onShowAll shows every period; left out when that is what is shown
 */
export function EmptyInsights({ onShowAll }: { onShowAll?: () => void }) {
  return (
    <section className={classes.empty} aria-labelledby="empty-insights">
      <IconChartHistogram size={44} stroke={1.3} aria-hidden className={classes.icon} />
      <Title order={2} id="empty-insights">
        {onShowAll === undefined ? 'Nothing to draw yet' : 'No day is answered in this period'}
      </Title>
      <p>
        Log a cramp when you have one. On the other days, say that there was none, and that your drinks are
        complete. A day that is not answered stays unknown and is not counted.
      </p>
      <p>The first bar needs one answered day. How many cramps that is a week needs 28.</p>
      <Group justify="center" gap="sm">
        <Button component={Link} to="/today">
          Go to Today
        </Button>
        {onShowAll !== undefined && (
          <Button variant="default" onClick={onShowAll}>
            Show all periods
          </Button>
        )}
      </Group>
    </section>
  )
}
