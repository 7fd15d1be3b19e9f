/** A chart as the person takes it along: its picture, or its numbers. */
import { z } from 'zod'
import {
  MAX_CELL_LENGTH,
  MAX_CELL_NUMBER,
  MAX_CHART_COLUMNS,
  MAX_CHART_NAME_LENGTH,
  MAX_CHART_ROWS,
  MAX_PICTURE_CHARACTERS,
} from '../kinds/limits.ts'

/** What the file is called, without its ending: the chart's question, its period, and which cramps it is of. */
const name = z.string().min(1).max(MAX_CHART_NAME_LENGTH)

export const chartPicture = z.strictObject({
  name,
  /** A PNG file. */
  pngBase64: z
    .string()
    .max(MAX_PICTURE_CHARACTERS, { abort: true })
    .check(z.base64())
    .startsWith('iVBORw0KGgo', 'This picture is not a PNG, so it was not taken.'),
})

const cell = z.union([
  z.string().max(MAX_CELL_LENGTH),
  z.number().min(-MAX_CELL_NUMBER).max(MAX_CELL_NUMBER),
  z.null(),
])

export const chartNumbers = z.strictObject({
  name,
  columns: z.array(z.string().max(MAX_CELL_LENGTH)).min(1).max(MAX_CHART_COLUMNS),
  /** Null where a number is unknown. */
  rows: z.array(z.array(cell).max(MAX_CHART_COLUMNS)).max(MAX_CHART_ROWS),
})

/** On the clipboard nothing has a name. */
export const copiedPicture = chartPicture.omit({ name: true })
export const copiedNumbers = chartNumbers.omit({ name: true })
