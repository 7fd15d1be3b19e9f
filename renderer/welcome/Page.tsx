import type { ReactNode } from 'react'
import { Logo } from '../ui/components/Logo.tsx'
import classes from './Page.module.css'

interface PageProps {
  /** Drawn after the logo. */
  title?: ReactNode
  /** Drawn at the end of the logo's line. */
  aside?: ReactNode
  children: ReactNode
}

/** Page without the navigation, shown before or instead of the screens. */
export function Page({ title, aside, children }: PageProps) {
  return (
    <main className={classes.page}>
      <div className={classes.sheet}>
        <div className={classes.brand}>
          <Logo size={36} />
          {title}
          {aside !== undefined && <div className={classes.aside}>{aside}</div>}
        </div>
        {children}
      </div>
    </main>
  )
}
