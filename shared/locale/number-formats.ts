/** Number formats that sentences are written with: the page passes its own, texts that are stored use the plain ones. */

export interface NumberFormats {
  /** With at most `fractionDigits` digits after the decimal sign. */
  readonly number: (value: number, fractionDigits?: number) => string
  /** With exactly this number of digits: "2.0". */
  readonly fixed: (value: number, fractionDigits: number) => string
  /** An amount drunk in a day, in the precision of what people know about it: "1850 ml", "63 fl oz". */
  readonly volume: (volumeMl: number) => string
}

const VOLUME_STEP_ML = 50

/** Rounds an amount drunk in a day to 50 ml. */
export const roundVolumeMl = (volumeMl: number): number =>
  Math.round(volumeMl / VOLUME_STEP_ML) * VOLUME_STEP_ML

/** For sentences that are stored or sent to another person: English text, in millilitres. */
export const plainNumbers: NumberFormats = {
  number: (value, fractionDigits = 0) => String(Number(value.toFixed(fractionDigits))),
  fixed: (value, fractionDigits) => value.toFixed(fractionDigits),
  volume: volumeMl => `${roundVolumeMl(volumeMl)} ml`,
}
