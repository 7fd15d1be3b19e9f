import type { DayDraft } from '../../../shared/kinds/day.ts'
import { fromBoolean, toBoolean } from './columns.ts'
import type { KindTable } from './kind-table.ts'

interface DayRow {
  heat: DayDraft['heat']
  max_temperature_c: number | null
  illness_with_fluid_loss: number | null
  salt_after_sweat: number | null
  foot_exercise_minutes: number | null
  bother: number | null
  urine_colour: DayDraft['urineColour']
  salt_g: number | null
}

export const dayTable: KindTable<'day', DayRow> = {
  kind: 'day',
  columns: [
    'heat',
    'max_temperature_c',
    'illness_with_fluid_loss',
    'salt_after_sweat',
    'foot_exercise_minutes',
    'bother',
    'urine_colour',
    'salt_g',
  ],
  toRow: draft => ({
    heat: draft.heat,
    max_temperature_c: draft.maxTemperatureC,
    illness_with_fluid_loss: fromBoolean(draft.illnessWithFluidLoss),
    salt_after_sweat: fromBoolean(draft.saltAfterSweat),
    foot_exercise_minutes: draft.footExerciseMinutes,
    bother: draft.bother,
    urine_colour: draft.urineColour,
    salt_g: draft.saltG,
  }),
  toEntry: (stored, row) => ({
    ...stored,
    kind: 'day',
    heat: row.heat,
    maxTemperatureC: row.max_temperature_c,
    illnessWithFluidLoss: toBoolean(row.illness_with_fluid_loss),
    saltAfterSweat: toBoolean(row.salt_after_sweat),
    footExerciseMinutes: row.foot_exercise_minutes,
    bother: row.bother,
    urineColour: row.urine_colour,
    saltG: row.salt_g,
  }),
}
