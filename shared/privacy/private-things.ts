/** Parts of a journal left out of a report, and of every file made with it, unless the person reveals them. */
export const privateThings = ['notes', 'alcohol', 'pregnancy'] as const
export type PrivateThing = (typeof privateThings)[number]
