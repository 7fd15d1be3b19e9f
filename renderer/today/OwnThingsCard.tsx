import { Button } from '@mantine/core'
import { IconStar } from '@tabler/icons-react'
import { useState } from 'react'
import type { OwnFactor } from '../../shared/kinds/own-factor.ts'
import { useOwnFactors } from '../data/queries.ts'
import { findFactorCheckIn, listOfKind } from '../log/day-state.ts'
import { Card } from './Card.tsx'
import type { DayCardProps } from './day-card-props.ts'
import { OwnThing } from './OwnThing.tsx'

/** Own factors shown until the person asks for all of them. */
const SHOWN_AT_FIRST = 10

/** The person's own factors, each answered with one press. An archived one is shown where it was answered. */
export function OwnThingsCard(props: Pick<DayCardProps, 'day' | 'isToday' | 'getWhen'>) {
  const { day } = props
  const { data: factors = [] } = useOwnFactors()
  const [areAllShown, setAreAllShown] = useState(false)
  const entries = listOfKind(day.entries, 'own-factor')
  const isAnswered = ({ id }: OwnFactor) =>
    entries.some(({ factorId }) => factorId === id) || findFactorCheckIn(day, id) !== undefined
  const followed = factors.filter(factor => !factor.archived || isAnswered(factor))
  if (followed.length === 0) return null
  const shown = areAllShown ? followed : followed.slice(0, SHOWN_AT_FIRST)
  const hidden = followed.length - shown.length
  return (
    <Card
      icon={IconStar}
      title="My own things"
      summary={summarize(followed.filter(factor => !isAnswered(factor)).length, followed.length)}
      footer={null}
    >
      {shown.map(factor => (
        <OwnThing
          key={factor.id}
          factor={factor}
          entries={entries.filter(({ factorId }) => factorId === factor.id)}
          {...props}
        />
      ))}
      {hidden > 0 && (
        <div>
          <Button variant="subtle" size="compact-md" onClick={() => setAreAllShown(true)}>
            Show {hidden} more
          </Button>
        </div>
      )}
    </Card>
  )
}

function summarize(open: number, followed: number): string {
  if (open === 0) return ''
  return open === followed ? 'Not answered' : `${open} to answer`
}
