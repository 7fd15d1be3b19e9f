/** Builds a finding as the analysis returns it. */

import { type ExposureKey, exposures } from '../../../shared/analysis/exposures/exposures.ts'
import { isOwnKey } from '../../../shared/analysis/exposures/own-exposure.ts'
import type { StudiedFactor } from '../../../shared/analysis/exposures/studied-factor.ts'
import type { Finding, Verdict } from '../../../shared/analysis/finding.ts'

export interface FindingFields {
  readonly verdict?: Verdict
  /** Ratio of with over without, or of a high over a low amount. */
  readonly ratio?: number | null
  /** Days with and days without a yes/no exposure. */
  readonly daysWith?: number
  readonly daysWithout?: number
  /** Parts of the own factor, if it is one. */
  readonly factor?: Partial<StudiedFactor>
}

/** A reason that goes with each verdict. */
export const reasonOf: Record<Verdict, Finding['reason']> = {
  likely: 'clear',
  possible: 'above-level',
  'no-clear-link': 'narrow-interval',
  'not-sure-yet': 'wide-interval',
  'need-more-data': 'gate',
  'does-not-vary': 'constant',
}

const socks: Omit<StudiedFactor, 'id'> = {
  name: 'Compression socks',
  answer: 'yes-no',
  unit: null,
  window: 'same-night',
  direction: null,
}

export function makeFinding(key: ExposureKey, fields: FindingFields = {}): Finding {
  const { verdict = 'need-more-data', ratio = null, daysWith = 20, daysWithout = 36 } = fields
  const isYesNo = isOwnKey(key) || exposures.find(exposure => exposure.key === key)?.scale.kind === 'yes-no'
  const contrast = ratio === null ? null : { ratio, lower: ratio * 0.7, upper: ratio * 1.4 }
  const bar = (from: number, days: number) => ({
    from,
    to: from,
    label: String(from),
    days,
    crampDays: 0,
    share: days === 0 ? null : 0,
    lower: days === 0 ? null : 0,
    upper: days === 0 ? null : 0.1,
  })
  return {
    key,
    factor: isOwnKey(key) ? { id: Number(key.split(':')[1]), ...socks, ...fields.factor } : null,
    verdict,
    reason: reasonOf[verdict],
    checkpoint: null,
    isInterim: false,
    sentence: `Counted about ${key}.`,
    measurement: {
      estimate: contrast,
      contrast: contrast && { ...contrast, from: null, to: null },
      pValue: null,
      factor: null,
      events: 12,
      comparisonDays: 40,
      withIt: isYesNo ? { crampDays: 0, days: daysWith } : null,
      withoutIt: isYesNo ? { crampDays: 0, days: daysWithout } : null,
      compared: null,
      trackedDays: daysWith + daysWithout,
      missing: verdict === 'need-more-data' ? [{ what: 'tracked-days', have: 16, need: 28 }] : [],
      doseResponse: isYesNo ? [bar(0, daysWithout), bar(1, daysWith)] : [],
      excluded: [],
    },
  }
}
