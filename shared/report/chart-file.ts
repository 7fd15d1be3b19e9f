/** Export of a chart: as a picture, or as a table of its numbers. */
import { z } from 'zod'
import {
  MAX_CELL_LENGTH,
  MAX_CELL_NUMBER,
  MAX_CHART_COLUMNS,
  MAX_CHART_NAME_LENGTH,
  MAX_CHART_ROWS,
  MAX_PICTURE_CHARACTERS,
} from '../kinds/limits.ts'

/** File name without extension: the chart's question, its period and the filter of its cramps. */
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
  /** Rows of cells; null for an unknown number. */
  rows: z.array(z.array(cell).max(MAX_CHART_COLUMNS)).max(MAX_CHART_ROWS),
})

/** Clipboard variants, which have no file name. */
export const copiedPicture = chartPicture.omit({ name: true })
export const copiedNumbers = chartNumbers.omit({ name: true })
