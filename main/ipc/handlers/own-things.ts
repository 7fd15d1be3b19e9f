import type { Handlers } from '../../../shared/contract.ts'
import type { Services } from '../../services/services.ts'

type OwnThingCalls = Pick<
  Handlers,
  'listOwnThings' | 'addOwnThing' | 'changeOwnThing' | 'deleteOwnThing' | 'restoreOwnThing'
>

/** Calls about the person's own drinks, activities, reliefs and symptoms. */
export function createOwnThingHandlers({ store, ownThingService }: Services): OwnThingCalls {
  return {
    listOwnThings: () => store.ownThings.list(),
    addOwnThing: ownThingService.add,
    changeOwnThing: ({ id, draft }) => ownThingService.change(id, draft),
    deleteOwnThing: ({ id }) => {
      ownThingService.delete(id)
      return {}
    },
    restoreOwnThing: ({ id }) => ownThingService.restore(id),
  }
}
