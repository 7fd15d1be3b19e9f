/**
 * The one list of kinds. Drafts, entries, tables, CSV columns and forms of all kinds are derived from it; a kind that is
 * not in it does not exist. Lists on screen and in files follow its order.
 */
import { activity } from './activity.ts'
import { cramp } from './cramp.ts'
import { day } from './day.ts'
import { dose } from './dose.ts'
import { fluid } from './fluid.ts'
import { food } from './food.ts'
import { footwear } from './footwear.ts'
import { medication } from './medication.ts'
import { night } from './night.ts'
import { ownFactorEntry } from './own-factor.ts'
import { recordOf } from './record.ts'
import { stretch } from './stretch.ts'

export const kinds = [
  cramp,
  fluid,
  footwear,
  activity,
  stretch,
  food,
  day,
  night,
  medication,
  dose,
  ownFactorEntry,
] as const

type AnyKind = (typeof kinds)[number]
export type EntryKind = AnyKind['name']
export type KindOf<Name extends EntryKind> = Extract<AnyKind, { name: Name }>

/** Kinds of which a day can be complete. */
export type TrackedKind = Exclude<AnyKind, { tracked: null }>['name']

/**
 * One value per kind, complete by construction. The caller states the type of the result, see `recordOf`.
 *
 * @example perKind<Record<EntryKind, string>>(kind => kind.words)
 */
export const perKind = <PerKind extends Readonly<Record<EntryKind, unknown>>>(
  make: (kind: AnyKind) => unknown,
): PerKind => recordOf(kinds.map(kind => [kind.name, make(kind)]))

export const kindsByName = perKind<{ readonly [Name in EntryKind]: KindOf<Name> }>(kind => kind)

export const entryKinds: readonly EntryKind[] = kinds.map(({ name }) => name)

/** Label of each kind. */
export const kindWords = perKind<Readonly<Record<EntryKind, string>>>(({ words }) => words)
