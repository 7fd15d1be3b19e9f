import { Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { type ReactNode, useEffect, useRef } from 'react'
import classes from './Screen.module.css'

export interface ScreenProps {
  title: string
  /** Text of one or two sentences under the title. */
  lead?: ReactNode
  /** Buttons at the end of the title's line. */
  actions?: ReactNode
  children: ReactNode
}

/** The frame that every screen has in common: its title, what it is for, and its content. */
export function Screen({ title, lead, actions, children }: ScreenProps) {
  useDocumentTitle(`${title} – Unknot`)
  const heading = useRef<HTMLHeadingElement>(null)
  // A screen reader hears where it has arrived, and Tab goes on from there.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className={classes.screen}>
      <header className={classes.header}>
        <div>
          <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
            {title}
          </Title>
          {lead !== undefined && <div className={classes.lead}>{lead}</div>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
