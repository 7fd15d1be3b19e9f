/** What a task and whoever waits for it say to each other meanwhile. */

/** Tells how far a task is, in steps of its own. @throws TaskCancelled when nobody wants the result any more */
export type OnStep = (done: number, total: number) => void

export class TaskCancelled extends Error {
  constructor() {
    super('cancelled')
    this.name = 'TaskCancelled'
  }
}

const WHOLE = 1000

/** The steps of one part of a task, as steps of the whole; `from` and `to` are shares of it. */
export const partOf =
  (onStep: OnStep, from: number, to: number): OnStep =>
  (done, total) =>
    onStep(Math.floor(WHOLE * (from + ((to - from) * done) / Math.max(1, total))), WHOLE)
