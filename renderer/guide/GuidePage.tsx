import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { PLAN_PATH } from '../data/paths.ts'
import { Screen } from '../ui/components/Screen.tsx'
import classes from './Guide.module.css'

export interface GuidePageProps {
  title: string
  lead: ReactNode
  children: ReactNode
}

/** Frame of a guide page: title, lead and the link back to the plan. */
export function GuidePage({ title, lead, children }: GuidePageProps) {
  return (
    <Screen
      title={title}
      lead={lead}
      actions={
        <Link to={PLAN_PATH} className={classes.back}>
          <IconArrowLeft size={18} stroke={1.8} aria-hidden />
          Back to the plan
        </Link>
      }
    >
      {children}
    </Screen>
  )
}
