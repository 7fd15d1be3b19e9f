/** Previews of files that were chosen or dropped, for every screen: the app shows the one that fits their content. */
import { createContext, useContext } from 'react'
import type { OpenedFiles } from '../../shared/archive/calls.ts'

const OpenFilesContext = createContext<((opened: OpenedFiles) => void) | null>(null)
export const OpenFilesProvider = OpenFilesContext.Provider

/** Opens the preview of files. */
export function useOpenFiles(): (opened: OpenedFiles) => void {
  const open = useContext(OpenFilesContext)
  if (open === null) throw new Error('useOpenFiles: there is no OpenFilesProvider above this component')
  return open
}
