/** A chart as the person takes it along: its picture, or its numbers. */
import { z } from 'zod'

/** Far more than a chart on a wide screen needs; a page gone wrong cannot fill the memory. */
const MOST_BASE64_CHARACTERS = 30_000_000
const MOST_ROWS = 20_000

/** What the file is called, without its ending: the chart's question, its period, and which cramps it is of. */
const name = z.string().min(1).max(200)

export const chartPicture = z.strictObject({
  name,
  /** A PNG file. */
  pngBase64: z
    .base64()
    .max(MOST_BASE64_CHARACTERS)
    .startsWith('iVBORw0KGgo', 'This picture is not a PNG, so it was not taken.'),
})

const cell = z.union([z.string(), z.number(), z.null()])

export const chartNumbers = z.strictObject({
  name,
  columns: z.array(z.string()).min(1).max(100),
  /** Null where a number is unknown. */
  rows: z.array(z.array(cell)).max(MOST_ROWS),
})

/** On the clipboard nothing has a name. */
export const copiedPicture = chartPicture.omit({ name: true })
export const copiedNumbers = chartNumbers.omit({ name: true })
