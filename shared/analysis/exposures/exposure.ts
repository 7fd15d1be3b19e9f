/** Exposure: a factor that may trigger or prevent a cramp, with its words, its window and its series builder. */

import type { TrackedKind } from '../../kinds/check-in.ts'
import type { NumberFormats } from '../../locale/number-formats.ts'
import type { PrivateThing } from '../../privacy/private-things.ts'
import type { Diary } from '../diary/diary.ts'
import type { ExposureWindow } from '../diary/windows.ts'
import type { SeriesSource } from './series.ts'
import type { StudiedFactor } from './studied-factor.ts'

/** Present or absent in a window. */
interface YesNo {
  readonly kind: 'yes-no'
  /** Completes "On tracked days with ...". */
  readonly present: string
}

/** Measured in a window. */
interface Amount {
  readonly kind: 'amount'
  /**
   * A small whole number: five different amounts may never occur, so the minimum data require days on either side of
   * the contrast instead.
   */
  readonly isCounted?: true
  /** Raw units in one displayed step: 500 for "per 500 ml". */
  readonly step: number
  /** The step is one unit of the person's own, which may be tiny: sentences compare the amounts of the contrast alone. */
  readonly isUnitStep?: true
  /** Completes "per ... more". */
  readonly stepWords: (formats: NumberFormats) => string
  /** Words for an amount in raw units. */
  readonly format: (amount: number, formats: NumberFormats) => string
  /** Cut points of the dose-response bars, in raw units; personal tertiles by default. */
  readonly cuts?: readonly number[]
}

/**
 * Expected direction of an effect, stated before any data were seen: more of the exposure means more cramps, or fewer, or
 * either is plausible. A finding on the stated side needs less evidence than one on the other (`exposure-test.ts`).
 */
export type Direction = 'more' | 'fewer' | 'both'

/**
 * Exposure: built in, or made at run time from the person's own factor. Nothing in the type depends on the built-in
 * list.
 *
 * `windowOf` is the primary window of the study design: one per exposure, chosen before any data were seen. Only it
 * gets a verdict.
 */
export interface Exposure<Key extends string = string> extends SeriesSource {
  /** Also the name of its series in a diary. */
  readonly key: Key
  /** Heading: "Shoes with little arch support". */
  readonly name: string
  /** Label among the things that a person may suspect: "Flat shoes with little support". */
  readonly suspected: string
  /** Kinds that have to be tracked to study it, the main one first; none for an own factor. */
  readonly needs: readonly TrackedKind[]
  readonly scale: YesNo | Amount
  readonly direction: Direction
  /** Entries needed to study it; completes "Log ...". */
  readonly toLog: string
  /** Left out of a report unless the person reveals this; undefined for an exposure that is not private. */
  readonly privateThing?: PrivateThing
  /** Own factor that it was made from; undefined for a built-in one. */
  readonly factor?: StudiedFactor
}

/** Identity function that keeps the keys of a group of exposures as literal types. */
export const defineExposures = <const Key extends string>(
  exposures: readonly Exposure<Key>[],
): readonly Exposure<Key>[] => exposures

/** Window of an exposure in a diary. @param hours its length; that of the study design when left out */
export function getWindow({ key, windowOf }: Exposure, diary: Diary, hours?: number): ExposureWindow {
  return { series: key, trackedAs: key, source: windowOf({ byDate: diary.dateValues[key] }, hours) }
}

/** "1 day", "2.5 servings". */
export const countedIn =
  (noun: string) =>
  (count: number, { number }: NumberFormats): string => {
    const words = number(count, 1)
    return `${words} ${words === number(1) ? noun : `${noun}s`}`
  }
