/**
 * Share of half years in which something is called likely although nothing that is written down matters, for all cramps
 * of legs and feet. Stated in the guide. The level of each look is chosen so that the simulation stays within it.
 */
export const FALSE_LIKELY_PER_HALF_YEAR = 0.05
