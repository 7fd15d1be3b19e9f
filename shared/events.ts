/**
 * Events that main sends to the pages, on one channel. The sender and the page's client are derived from this object, as
 * the calls are from `contract`.
 */
import { z } from 'zod'
import { jobIdSchema } from './contract.ts'
import { entryKinds } from './kinds/entry.ts'
import { calendarDateField } from './kinds/schemas.ts'

/** Parts of what a page reads: entries by kind, then everything that is no entry. */
export const journalParts = [
  ...entryKinds,
  'check-ins',
  'shoes',
  'own-factors',
  'own-things',
  /** Programs whose exports came in, and the answers about them. */
  'sources',
  'profile',
  'warnings',
  'decisions',
  'suspects',
  /** The notice about the new rule of verdicts. */
  'rule-change',
  'experiments',
  'reports',
  /** The global shortcut has been pressed for the first time. */
  'cramp-shortcut',
  /** State of the journal: open or refused, and its file in its place. */
  'status',
  /** The current moment: a day has ended, or a rule's time has come. */
  'clock',
] as const
export type JournalPart = (typeof journalParts)[number]

export const events = {
  /** The journal differs from what the page has read. */
  changed: z.strictObject({
    what: z.array(z.enum(journalParts)).min(1),
    /** Earliest date of the entries and check-ins that changed; null when any date may have. */
    since: calendarDateField.nullable(),
  }),
  /** Progress of a job, named as in the call that waits for it. */
  progress: z.strictObject({ job: jobIdSchema, done: z.int(), total: z.int() }),
  /** An intent waits for the page, which takes it with `takeIntents`. */
  intentQueued: z.strictObject({}),
  /** The person asks to finish a day, by a click on a notification. */
  finishDay: z.strictObject({ date: calendarDateField }),
} as const

export type EventName = keyof typeof events
export type EventPayload<Name extends EventName> = z.output<(typeof events)[Name]>
export type Changed = EventPayload<'changed'>

/** Message on the channel. */
export type EventMessage = {
  [Name in EventName]: { readonly name: Name; readonly payload: EventPayload<Name> }
}[EventName]

/** Parts and dates of the journal that a query depends on. */
export interface ReadParts {
  readonly parts: readonly JournalPart[]
  /** Last date of the entries it depends on; null for one that depends on all. */
  readonly until: string | null
}

/** True if a change makes a query stale: a glass of water today concerns neither shoes nor last year's chart. */
export const concerns = ({ what, since }: Changed, { parts, until }: ReadParts): boolean =>
  what.some(part => parts.includes(part)) && (since === null || until === null || since <= until)
