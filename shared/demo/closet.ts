/** The shoes of the demo's person. Their ids are those the demo's entries name. */
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

/** The ones that bring cramps on: no arch support. */
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

/** Narrow, and yet innocent. */
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

/** Bought in the last weeks of the diary, and innocent as well. */
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

export const closet: readonly Shoe[] = [runningShoes, laceUps, canvasShoes, dressShoes, walkingShoes]
