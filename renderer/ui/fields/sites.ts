/** Places that cramped as a grid of muscles and sides: both sides of a muscle are one place on both sides. */
import type { CrampSite } from '../../../shared/kinds/cramp.ts'
import type { Muscle } from '../../../shared/kinds/muscles.ts'

export type GridSide = 'left' | 'right'

export function isSitePicked(sites: readonly CrampSite[], muscle: Muscle, side: GridSide): boolean {
  return sites.some(site => site.muscle === muscle && (site.side === side || site.side === 'both'))
}

/** The places after a press on one side of a muscle. */
export function toggleSite(sites: readonly CrampSite[], muscle: Muscle, side: GridSide): CrampSite[] {
  const sides = (['left', 'right'] as const).filter(
    candidate => isSitePicked(sites, muscle, candidate) !== (candidate === side),
  )
  const others = sites.filter(site => site.muscle !== muscle)
  if (sides.length === 2) return [...others, { muscle, side: 'both' }]
  return [...others, ...sides.map(picked => ({ muscle, side: picked }))]
}
