import { Collapse, Title, UnstyledButton } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useId } from 'react'
import classes from './Card.module.css'
import type { CardProps } from './Card.tsx'

export interface CollapsibleCardProps extends CardProps {
  /** Part of the local storage key of its open state. */
  name: string
  isOpenAtFirst?: boolean
}

/** A card that shows only what is known until it is opened, and then stays open on every day. */
export function CollapsibleCard(props: CollapsibleCardProps) {
  const { name, isOpenAtFirst = false, icon: KindIcon, title, summary, children, footer } = props
  const id = useId()
  const [isOpen, setIsOpen] = useLocalStorage({
    key: `unknot-card-${name}`,
    defaultValue: isOpenAtFirst,
    getInitialValueInEffect: false,
  })
  const Chevron = isOpen ? IconChevronUp : IconChevronDown
  return (
    <section className={classes.card} aria-labelledby={`${id}-title`}>
      <Title order={2} className={classes.title}>
        <UnstyledButton
          className={classes.collapsible}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          <span className={classes.icon}>
            <KindIcon size={18} stroke={1.8} aria-hidden />
          </span>
          <span id={`${id}-title`}>{title}</span>
          <span className={classes.summary}>{summary}</span>
          <Chevron size={16} aria-hidden className={classes.chevron} />
        </UnstyledButton>
      </Title>
      <Collapse expanded={isOpen} id={id}>
        <div className={classes.body}>{children}</div>
        <footer className={classes.footer}>{footer}</footer>
      </Collapse>
    </section>
  )
}
