/** Shoes of the demo's person. The demo's entries refer to them by these ids. */
import type { Shoe } from '../kinds/footwear.ts'

export const runningShoes = {
  id: 1,
  name: 'Blue running shoes',
  kind: 'running',
  archSupport: 'good',
  fit: 'comfortable',
  heelMm: 28,
  cushioning: 'thick',
  insole: false,
  retired: false,
} as const satisfies Shoe

export const laceUps = {
  id: 2,
  name: 'Brown lace-ups',
  kind: 'work',
  archSupport: 'some',
  fit: 'comfortable',
  heelMm: 25,
  cushioning: 'medium',
  insole: true,
  retired: false,
} as const satisfies Shoe

/** Planted cause of cramps: no arch support. */
export const canvasShoes = {
  id: 3,
  name: 'Flat canvas shoes',
  kind: 'trainer',
  archSupport: 'none',
  fit: 'comfortable',
  heelMm: 10,
  cushioning: 'thin',
  insole: false,
  retired: false,
} as const satisfies Shoe

/** Narrow shoes without an effect on cramps. */
export const dressShoes = {
  id: 4,
  name: 'Black dress shoes',
  kind: 'dress',
  archSupport: 'some',
  fit: 'narrow',
  heelMm: 30,
  cushioning: 'medium',
  insole: false,
  retired: false,
} as const satisfies Shoe

/** Shoes bought in the last weeks of the diary, without an effect on cramps. */
export const walkingShoes = {
  id: 5,
  name: 'Green walking shoes',
  kind: 'trainer',
  archSupport: 'good',
  fit: 'comfortable',
  heelMm: 24,
  cushioning: 'medium',
  insole: false,
  retired: false,
} as const satisfies Shoe

export const demoShoes: readonly Shoe[] = [runningShoes, laceUps, canvasShoes, dressShoes, walkingShoes]
