import { createContext, useContext } from 'react'
import type { Place } from './when.ts'

const PlaceContext = createContext<Place | null>(null)
/** Where the times of a form are to be read. */
export const PlaceProvider = PlaceContext.Provider

export function usePlace(): Place {
  const place = useContext(PlaceContext)
  if (place === null) throw new Error('usePlace: there is no PlaceProvider above this component')
  return place
}
