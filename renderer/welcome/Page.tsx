import type { ReactNode } from 'react'
import { Logo } from '../ui/components/Logo.tsx'
import classes from './Page.module.css'

/** Page without the navigation, shown before or instead of the screens. */
export function Page({ children }: { children: ReactNode }) {
  return (
    <main className={classes.page}>
      <div className={classes.sheet}>
        <div className={classes.brand}>
          <Logo size={36} />
        </div>
        {children}
      </div>
    </main>
  )
}
