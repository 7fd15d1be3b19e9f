/** Volumes as the journal keeps them: millilitres to a hundredth, so that fluid ounces come back as they were typed. */

/** Millilitres of a fluid ounce, by definition. The one table of factors. */
export const ML_PER_FLUID_OUNCE = { us: 29.5735295625, uk: 28.4130625 } as const

/** Smallest and largest volume of one drink, in ml. */
export const DRINK_LIMITS_ML = [1, 5000] as const

/** A volume to the hundredth of a millilitre, as it is stored. Sums are rounded once, where they are shown or written. */
export const roundToHundredthMl = (volumeMl: number): number => Math.round(volumeMl * 100) / 100
