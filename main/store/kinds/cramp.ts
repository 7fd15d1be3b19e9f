import type { CrampDraft } from '../../../shared/kinds/cramp.ts'
import { fromBoolean, toBoolean } from './columns.ts'
import type { KindTable } from './kind-table.ts'

interface CrampRow {
  onset_precision: CrampDraft['onsetPrecision']
  duration_seconds: number | null
  sites: string
  intensity: number | null
  state_at_onset: CrampDraft['stateAtOnset']
  woke_me: number | null
  relief: string
  symptoms: string
  soreness_hours: number | null
  ongoing: number
  needs_details: number
  relieved_by_rest: CrampDraft['relievedByRest']
  circumstances: string
}

export const crampTable: KindTable<'cramp', CrampRow> = {
  kind: 'cramp',
  columns: [
    'onset_precision',
    'duration_seconds',
    'sites',
    'intensity',
    'state_at_onset',
    'woke_me',
    'relief',
    'symptoms',
    'soreness_hours',
    'ongoing',
    'needs_details',
    'relieved_by_rest',
    'circumstances',
  ],
  toRow: draft => ({
    onset_precision: draft.onsetPrecision,
    duration_seconds: draft.durationSeconds,
    sites: JSON.stringify(draft.sites),
    intensity: draft.intensity,
    state_at_onset: draft.stateAtOnset,
    woke_me: fromBoolean(draft.wokeMe),
    relief: JSON.stringify(draft.relief),
    symptoms: JSON.stringify(draft.symptoms),
    soreness_hours: draft.sorenessHours,
    ongoing: Number(draft.ongoing),
    needs_details: Number(draft.needsDetails),
    relieved_by_rest: draft.relievedByRest,
    circumstances: JSON.stringify(draft.circumstances),
  }),
  toEntry: (stored, row) => ({
    ...stored,
    kind: 'cramp',
    onsetPrecision: row.onset_precision,
    durationSeconds: row.duration_seconds,
    sites: JSON.parse(row.sites),
    intensity: row.intensity,
    stateAtOnset: row.state_at_onset,
    wokeMe: toBoolean(row.woke_me),
    relief: JSON.parse(row.relief),
    symptoms: JSON.parse(row.symptoms),
    sorenessHours: row.soreness_hours,
    ongoing: row.ongoing === 1,
    needsDetails: row.needs_details === 1,
    relievedByRest: row.relieved_by_rest,
    circumstances: JSON.parse(row.circumstances),
  }),
}
