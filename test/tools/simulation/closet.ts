/** Shoes of simulated people, which differ in the facts that the analysis reads: arch support and fit. */
import type { Shoe } from '../../../shared/kinds/footwear.ts'

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
/** Shoes with an unknown fact (null): arch support here, fit below. */
export const shoesOfUnknownSupport = shoe(4, 'Support unknown', { archSupport: null, fit: 'comfortable' })
export const shoesOfUnknownFit = shoe(5, 'Fit unknown', { archSupport: 'good', fit: null })

export const closet: readonly Shoe[] = [
  goodShoes,
  flatShoes,
  narrowShoes,
  shoesOfUnknownSupport,
  shoesOfUnknownFit,
]
