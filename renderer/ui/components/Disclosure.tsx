import { Title, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import classes from './Disclosure.module.css'

export interface DisclosureProps {
  title: string
  /** Sentence below the title, shown while it is closed too. */
  answer: string
  startsOpen?: boolean
  isBusy?: boolean
  /** The content belongs to an earlier question: faded until the new one arrives. */
  isStale?: boolean
  children: ReactNode
}

/** Card with a title and a sentence; one press on the title opens its content, which is rendered only then. */
export function Disclosure({
  title,
  answer,
  startsOpen = false,
  isBusy = false,
  isStale = false,
  children,
}: DisclosureProps) {
  const [isOpen, setOpen] = useState(startsOpen)
  const titleId = useId()
  const bodyId = useId()
  return (
    <section
      className={classes.card}
      aria-labelledby={titleId}
      aria-busy={isBusy}
      data-stale={isStale || undefined}
      data-open={isOpen || undefined}
    >
      <Title order={2}>
        <UnstyledButton
          className={classes.opener}
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => setOpen(!isOpen)}
        >
          <span id={titleId}>{title}</span>
          <IconChevronDown size={20} stroke={1.6} aria-hidden className={classes.chevron} />
        </UnstyledButton>
      </Title>
      <p className={classes.answer}>{answer}</p>
      <div id={bodyId} className={classes.body} hidden={!isOpen}>
        {isOpen && children}
      </div>
    </section>
  )
}
