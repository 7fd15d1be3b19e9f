/** Calls about the closet; a part of the contract. */
import { z } from 'zod'
import { shoe, shoeDraft } from './footwear.ts'
import { MAX_ENTRIES_AT_ONCE } from './limits.ts'
import { calendarDateField, idField } from './schemas.ts'

const nothing = z.strictObject({})

/** Use of one shoe, over all its wearings; a shoe without one is missing. */
const shoeWear = z.strictObject({
  shoeId: idField,
  wearings: z.int(),
  /** Wearings without a known end, which add nothing to the time. */
  withoutEnd: z.int(),
  /** Time worn, in seconds. */
  wornSeconds: z.int(),
  firstWornOn: calendarDateField,
})
export type ShoeWear = z.infer<typeof shoeWear>

const entryIds = z.array(idField).max(MAX_ENTRIES_AT_ONCE)

export const closetCalls = {
  listShoes: { access: 'reads', input: nothing, output: z.array(shoe) },
  listShoeWear: { access: 'reads', input: nothing, output: z.array(shoeWear) },
  addShoe: { access: 'writes', input: shoeDraft, output: shoe },
  changeShoe: { access: 'writes', input: shoe, output: shoe },
  /** Deletes a shoe that no wearing and no activity names, in the trash neither. */
  deleteShoe: { access: 'writes', input: z.strictObject({ id: idField }), output: nothing },
  /** Moves the wearings and activities of a shoe to another one, and deletes it. Answers with the entries that were moved. */
  mergeShoes: {
    access: 'writes',
    input: z.strictObject({ id: idField, into: idField }),
    output: z.strictObject({ entryIds }),
  },
  /** Brings a deleted shoe back under its own id, with the entries that were moved from it. */
  restoreShoe: { access: 'writes', input: z.strictObject({ shoe, entryIds }), output: shoe },
} as const
