/** The shoes of simulated people, told apart by what the analysis asks of a shoe. */
import type { Shoe } from '../../shared/kinds/footwear.ts'

const shoe = (id: number, name: string, fields: Pick<Shoe, 'archSupport' | 'fit'>): Shoe => ({
  id,
  name,
  kind: 'other',
  heelMm: null,
  cushioning: null,
  insole: null,
  retired: false,
  ...fields,
})

export const goodShoes = shoe(1, 'Good', { archSupport: 'good', fit: 'comfortable' })
export const flatShoes = shoe(2, 'Flat', { archSupport: 'none', fit: 'comfortable' })
export const narrowShoes = shoe(3, 'Narrow', { archSupport: 'good', fit: 'narrow' })
/** Somebody else's: nobody asked for the arch support, or for the fit. */
export const shoesOfUnknownSupport = shoe(4, 'Support unknown', { archSupport: null, fit: 'comfortable' })
export const shoesOfUnknownFit = shoe(5, 'Fit unknown', { archSupport: 'good', fit: null })

export const closet: readonly Shoe[] = [
  goodShoes,
  flatShoes,
  narrowShoes,
  shoesOfUnknownSupport,
  shoesOfUnknownFit,
]
