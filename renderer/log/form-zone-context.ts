import { createContext, useContext } from 'react'
import type { FormZone } from './when.ts'

const FormZoneContext = createContext<FormZone | null>(null)
/** Time zone of the form around a component, so that time inputs need no prop for it. */
export const FormZoneProvider = FormZoneContext.Provider

export function useFormZone(): FormZone {
  const zone = useContext(FormZoneContext)
  if (zone === null) throw new Error('useFormZone: there is no FormZoneProvider above this component')
  return zone
}
