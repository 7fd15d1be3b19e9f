import type { ReactNode } from 'react'
import type { ReportSection } from '../../../shared/report/section.ts'
import classes from './Report.module.css'

export interface BlockProps<Content> {
  title: string
  /** Short remark after the title. */
  aside?: ReactNode
  /** Null when it was not chosen; then the title is left out too. */
  section: ReportSection<Content> | null
  /** Puts a short content on the line of its title. */
  isInline?: boolean
  children: (content: Content) => ReactNode
}

/** Titled section of the report, or the sentence that says what it lacks. */
export function Block<Content>({ title, aside, section, isInline = false, children }: BlockProps<Content>) {
  if (section === null) return null
  return (
    <section className={isInline || section.kind === 'withheld' ? classes.inline : undefined}>
      <h2>
        {title} {aside && section.kind === 'shown' && <span className={classes.aside}>{aside}</span>}
      </h2>
      {section.kind === 'withheld' ? (
        <p className={classes.instead}>{section.why}</p>
      ) : (
        children(section.content)
      )}
    </section>
  )
}

/** Number of list items that are moved to page two. */
export function AndMore({ count, of = '' }: { count: number; of?: string }) {
  if (count === 0) return null
  return (
    <p className={classes.more}>
      {count} more{of && ` ${of}`} on page 2
    </p>
  )
}
