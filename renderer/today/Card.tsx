import { Title } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import classes from './Card.module.css'

export interface CardProps {
  icon: Icon
  title: string
  /** Summary of the day's entries so far, in a few words. */
  summary: ReactNode
  children: ReactNode
  /** The check-in; null where the answers are their own. */
  footer: ReactNode
}

/** The frame of a kind on the day's page: what is known so far, what can be logged, and whether that is all. */
export function Card({ icon: KindIcon, title, summary, children, footer }: CardProps) {
  const id = useId()
  return (
    <section className={classes.card} aria-labelledby={id}>
      <header className={classes.header}>
        <span className={classes.icon}>
          <KindIcon size={18} stroke={1.8} aria-hidden />
        </span>
        <Title order={2} id={id} className={classes.title}>
          {title}
        </Title>
        <span className={classes.summary}>{summary}</span>
      </header>
      <div className={classes.body}>{children}</div>
      {footer !== null && <footer className={classes.footer}>{footer}</footer>}
    </section>
  )
}
