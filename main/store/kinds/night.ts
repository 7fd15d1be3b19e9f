import type { NightDraft } from '../../../shared/kinds/night.ts'
import { fromBoolean, toBoolean } from './columns.ts'
import type { KindTable } from './kind-table.ts'

interface NightRow {
  wake_at: number | null
  cold_legs: number | null
  bedding: NightDraft['bedding']
  position: NightDraft['position']
  room_feel: NightDraft['roomFeel']
  room_temperature_c: number | null
  sleep_disturbance: number | null
}

export const nightTable: KindTable<'night', NightRow> = {
  kind: 'night',
  columns: [
    'wake_at',
    'cold_legs',
    'bedding',
    'position',
    'room_feel',
    'room_temperature_c',
    'sleep_disturbance',
  ],
  toRow: draft => ({
    wake_at: draft.wakeAt,
    cold_legs: fromBoolean(draft.coldLegs),
    bedding: draft.bedding,
    position: draft.position,
    room_feel: draft.roomFeel,
    room_temperature_c: draft.roomTemperatureC,
    sleep_disturbance: draft.sleepDisturbance,
  }),
  toEntry: (stored, row) => ({
    ...stored,
    kind: 'night',
    wakeAt: row.wake_at,
    coldLegs: toBoolean(row.cold_legs),
    bedding: row.bedding,
    position: row.position,
    roomFeel: row.room_feel,
    roomTemperatureC: row.room_temperature_c,
    sleepDisturbance: row.sleep_disturbance,
  }),
}
