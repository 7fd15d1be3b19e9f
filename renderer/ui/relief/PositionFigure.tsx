import { useId } from 'react'
import type { Position } from '../../../shared/advice/relief/relief-step.ts'
import classes from './PositionFigure.module.css'
import { toRoundedOutline, toXY } from './poses/outline.ts'
import type { Hand, Pad, Point, PoseLine } from './poses/pose.ts'
import { poses } from './poses/poses.ts'

/** Line figure of a relief step's position, with its description as the text alternative. */
export function PositionFigure({ position }: { position: Position }) {
  const arrowId = useId()
  const pose = poses[position]
  return (
    <svg viewBox="0 0 120 100" role="img" aria-label={pose.description} className={classes.figure}>
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
      <Lines lines={pose.props} className={classes.prop} />
      <Lines lines={pose.far} className={classes.far} />
      {pose.ball !== null && <Dot at={pose.ball} radius={5.5} className={classes.ball} />}
      <Lines lines={pose.near} className={classes.near} />
      {pose.head !== null && <Dot at={pose.head} radius={7.5} className={classes.head} />}
      {pose.handsBehind.map(hand => (
        <LargeHand key={hand.palm} hand={hand} />
      ))}
      {pose.skin.map(outline => (
        <path key={outline} d={toRoundedOutline(outline)} className={classes.skin} />
      ))}
      {pose.pads.map(pad => (
        <LaidOn key={pad.line} pad={pad} />
      ))}
      <Lines lines={pose.effort} className={classes.effort} />
      {pose.arms.map(arm => (
        <Arm key={arm} arm={arm} />
      ))}
      {pose.spot !== null && <Spot at={pose.spot} />}
      {pose.hands.map(hand => (
        <LargeHand key={hand.palm} hand={hand} />
      ))}
      {pose.pulls.map(([from, to]) => (
        <polyline
          key={`${from} ${to}`}
          points={`${from} ${to}`}
          markerEnd={`url(#${arrowId})`}
          className={classes.pull}
        />
      ))}
    </svg>
  )
}

function Lines({ lines, className }: { lines: readonly PoseLine[]; className: string | undefined }) {
  return lines.map(line => <polyline key={line} points={line} className={className} />)
}

function Dot({ at, radius, className }: { at: Point; radius: number; className: string | undefined }) {
  const [x, y] = toXY(at)
  return <circle cx={x} cy={y} r={radius} className={className} />
}

/** Arm whose forearm has a rim in the background colour, so that it stays visible in front of a leg. */
function Arm({ arm }: { arm: PoseLine }) {
  const joints = arm.split(' ')
  const [x, y] = toXY(joints.at(-1) ?? '')
  return (
    <g className={classes.arm}>
      <polyline points={joints.slice(1).join(' ')} className={classes.rim} />
      <circle cx={x} cy={y} r={4.25} className={classes.hand} />
      <polyline points={arm} />
    </g>
  )
}

function LaidOn({ pad: { kind, line, sign } }: { pad: Pad }) {
  return (
    <g data-kind={kind} className={classes.pad}>
      <polyline points={line} className={classes.hem} />
      <polyline points={line} className={classes.cloth} />
      {kind !== 'cushion' && <polyline points={line} className={classes.weave} />}
      {sign !== null && <path d={drawSign(kind, toXY(sign))} className={classes.sign} />}
    </g>
  )
}

/** Path of the symbol: three rising waves for warmth, a snowflake for cold. */
function drawSign(kind: Pad['kind'], [x, y]: readonly [number, number]): string {
  if (kind === 'cold') return [0, 60, 120].map(degrees => toSpoke(x, y, (degrees * Math.PI) / 180)).join('')
  return [-7, 0, 7].map(dx => `M${x + dx},${y + 6}q-3,-3 0,-6t0,-6`).join('')
}

function toSpoke(x: number, y: number, angle: number): string {
  const dx = 8 * Math.sin(angle)
  const dy = 8 * Math.cos(angle)
  return `M${x - dx},${y - dy}L${x + dx},${y + dy}`
}

/** Pressure point, without movement. */
function Spot({ at }: { at: Point }) {
  return (
    <>
      <Dot at={at} radius={11} className={classes.ring} />
      <Dot at={at} radius={6.5} className={classes.ring} />
    </>
  )
}

function LargeHand({ hand: { tone, forearm, palm, fingers } }: { hand: Hand }) {
  const outline = toRoundedOutline(palm)
  const shape = (
    <>
      <polyline points={forearm} className={classes.forearm} />
      <path d={outline} className={classes.palm} />
      <Lines lines={fingers} className={classes.finger} />
    </>
  )
  return (
    <g data-tone={tone} className={classes.largeHand}>
      <g className={classes.halo}>{shape}</g>
      {shape}
    </g>
  )
}
