import { type ComponentType, type ReactNode, useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { CRAMP_NOW_PATH } from '../data/paths.ts'
import { useShortcuts } from '../ui/components/shortcuts.ts'
import { OpenQuickAddProvider } from './open.ts'
import type { QuickAddDialogProps } from './QuickAddDialog.tsx'

/** Makes the line for quick adding reachable from every screen, by its shortcut and by buttons. */
export function QuickAddProvider({ children }: { children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false)
  const [Dialog, setDialog] = useState<ComponentType<QuickAddDialogProps> | null>(null)
  // Reading dates takes a library, which the first screen does not wait for. It is fetched as soon as that is shown, so
  // that the dialog opens with its line in it: a dialog that is empty at first would give the focus to its Close button.
  useEffect(() => {
    let isShown = true
    import('./QuickAddDialog.tsx').then(({ QuickAddDialog }) => {
      if (isShown) setDialog(() => QuickAddDialog)
    })
    return () => {
      isShown = false
    }
  }, [])
  const { pathname } = useLocation()
  // Quick-add must not cover the cramp-now screen. The typed line is kept.
  useEffect(() => {
    if (pathname === CRAMP_NOW_PATH) setIsOpen(false)
  }, [pathname])
  const open = () => setIsOpen(true)
  useShortcuts({ quickAdd: open })
  return (
    <OpenQuickAddProvider value={open}>
      {children}
      {Dialog && <Dialog opened={isOpen} onClose={() => setIsOpen(false)} />}
    </OpenQuickAddProvider>
  )
}
