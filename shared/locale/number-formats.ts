/** Number formats of sentences: the page passes its region's, stored texts use `plainNumbers`. */

export interface NumberFormats {
  /** A number with at most `fractionDigits` digits after the decimal sign. */
  readonly number: (value: number, fractionDigits?: number) => string
  /** A number with exactly `fractionDigits` digits: "2.0". */
  readonly fixed: (value: number, fractionDigits: number) => string
  /** Volume drunk in a day, rounded as people know it: "1850 ml", "63 fl oz". */
  readonly volume: (volumeMl: number) => string
}

/** Rounding of volumes drunk in a day, in ml. */
const VOLUME_STEP_ML = 50

export const roundVolumeMl = (volumeMl: number): number =>
  Math.round(volumeMl / VOLUME_STEP_ML) * VOLUME_STEP_ML

/** Formats of sentences that are stored or passed on: English numbers, millilitres. */
export const plainNumbers: NumberFormats = {
  number: (value, fractionDigits = 0) => String(Number(value.toFixed(fractionDigits))),
  fixed: (value, fractionDigits) => value.toFixed(fractionDigits),
  volume: volumeMl => `${roundVolumeMl(volumeMl)} ml`,
}
