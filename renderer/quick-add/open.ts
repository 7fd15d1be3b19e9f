import { createContext, useContext } from 'react'

const OpenQuickAddContext = createContext<(() => void) | null>(null)
export const OpenQuickAddProvider = OpenQuickAddContext.Provider

/** Opens the line for quick adding. */
export function useOpenQuickAdd(): () => void {
  const open = useContext(OpenQuickAddContext)
  if (open === null) throw new Error('useOpenQuickAdd: there is no QuickAddProvider above this component')
  return open
}
