/** Calls about the person's own drinks, activities, reliefs and symptoms. */
import { z } from 'zod'
import { ownThing, ownThingDraft } from './own-thing.ts'
import { idField } from './schemas.ts'

const nothing = z.strictObject({})
const byId = z.strictObject({ id: idField })

export const ownThingCalls = {
  /** Archived ones included, in the order in which they were made. */
  listOwnThings: { access: 'reads', input: nothing, output: z.array(ownThing) },
  addOwnThing: { access: 'writes', input: ownThingDraft, output: ownThing },
  /** Renames, changes or archives one; its list stays. */
  changeOwnThing: {
    access: 'writes',
    input: z.strictObject({ id: idField, draft: ownThingDraft }),
    output: ownThing,
  },
  /** Refused while an entry names it; `restoreOwnThing` brings it back. */
  deleteOwnThing: { access: 'writes', input: byId, output: nothing },
  restoreOwnThing: { access: 'writes', input: byId, output: ownThing },
} as const
