import { useId } from 'react'
import type { Position } from '../../shared/advice/relief.ts'
import classes from './PositionFigure.module.css'
import { type Line, poses } from './poses.ts'

const HEAD_RADIUS = 7.5
const BALL_RADIUS = 5.5

const toPoints = (line: Line) => line.map(point => point.join(',')).join(' ')

/** A position of a relief step as a figure of a few lines. Its words stand with it for those who do not see it. */
export function PositionFigure({ position }: { position: Position }) {
  const arrowId = useId()
  const { description, head, near, far, props, pads, ball, effort, pulls } = poses[position]
  const draw = (lines: readonly Line[], className: string | undefined) =>
    lines.map(line => <polyline key={toPoints(line)} points={toPoints(line)} className={className} />)
  return (
    <svg viewBox="0 0 120 100" role="img" aria-label={description} className={classes.figure}>
      <defs>
        <marker
          id={arrowId}
          viewBox="0 0 6 6"
          refX={3}
          refY={3}
          markerWidth={4}
          markerHeight={4}
          orient="auto"
        >
          <path d="M0 0 6 3 0 6Z" className={classes.tip} />
        </marker>
      </defs>
      {draw(props, classes.prop)}
      {draw(far, classes.far)}
      {ball !== null && <circle cx={ball[0]} cy={ball[1]} r={BALL_RADIUS} className={classes.ball} />}
      {draw(near, classes.near)}
      {head !== null && <circle cx={head[0]} cy={head[1]} r={HEAD_RADIUS} className={classes.head} />}
      {draw(pads, classes.pad)}
      {draw(effort, classes.effort)}
      {pulls.map(([from, to]) => (
        <line
          key={`${from} ${to}`}
          x1={from[0]}
          y1={from[1]}
          x2={to[0]}
          y2={to[1]}
          markerEnd={`url(#${arrowId})`}
          className={classes.pull}
        />
      ))}
    </svg>
  )
}
