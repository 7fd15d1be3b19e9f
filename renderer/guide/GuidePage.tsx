import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useNight } from '../data/night.ts'
import { CRAMP_NOW_PATH, PLAN_PATH } from '../data/paths.ts'
import { Screen } from '../ui/components/Screen.tsx'
import classes from './Guide.module.css'

export interface GuidePageProps {
  title: string
  lead: ReactNode
  children: ReactNode
}

/** Frame of a guide page: title, lead and the link back, to a running cramp or to the plan. */
export function GuidePage({ title, lead, children }: GuidePageProps) {
  const { isClockRunning } = useNight()
  const [path, name] = isClockRunning
    ? [CRAMP_NOW_PATH, 'Back to the cramp']
    : [PLAN_PATH, 'Back to the plan']
  return (
    <Screen
      title={title}
      lead={lead}
      actions={
        <Link to={path} className={classes.back}>
          <IconArrowLeft size={18} stroke={1.8} aria-hidden />
          {name}
        </Link>
      }
    >
      {children}
    </Screen>
  )
}
