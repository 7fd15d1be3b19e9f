/** What a task and whoever waits for it say to each other meanwhile. */

/** Tells how far a task is, in steps of its own. @throws TaskCancelled when nobody wants the result any more */
export type OnStep = (done: number, total: number) => void

export class TaskCancelled extends Error {
  constructor() {
    super('cancelled')
    this.name = 'TaskCancelled'
  }
}
