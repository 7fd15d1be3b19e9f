/** Conversion of the points of poses to SVG coordinates and paths. */
import type { Point, PoseLine } from './pose.ts'

export type XY = readonly [x: number, y: number]

export function toXY(point: Point | string): XY {
  const [x = Number.NaN, y = Number.NaN] = point.split(',').map(Number)
  return [x, y]
}

export const toPoints = (line: PoseLine): XY[] => line.split(' ').map(toXY)

/** Closed Catmull-Rom curve through the points of an outline, as Bézier segments. */
export function toRoundedOutline(outline: PoseLine): string {
  const points = toPoints(outline)
  const pointAt = (index: number): XY => points.at(index % points.length) ?? [Number.NaN, Number.NaN]
  const curves = points.map((start, index) => {
    const before = pointAt(index - 1)
    const end = pointAt(index + 1)
    const after = pointAt(index + 2)
    return `C${handle(start, before, end)} ${handle(end, after, start)} ${end}`
  })
  return `M${pointAt(0)}${curves.join('')}Z`
}

/** Bézier handle of `at`: a sixth of the vector between its neighbours, which makes the curve smooth there. */
const handle = (at: XY, behind: XY, ahead: XY): XY => [
  round(at[0] + (ahead[0] - behind[0]) / 6),
  round(at[1] + (ahead[1] - behind[1]) / 6),
]

const round = (value: number) => Math.round(value * 100) / 100
