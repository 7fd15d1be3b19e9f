/**
 * What an entry is: one of the kinds, with the instant it speaks of. A draft is what a form makes; an entry is a draft
 * that the journal has stored. A new kind is added to the two unions here and, as it stands in a file, to the one of
 * `journal-file.ts`.
 */
import { z } from 'zod'
import { activityDraft } from './activity.ts'
import { crampDraft } from './cramp.ts'
import { dayDraft } from './day.ts'
import { fluidDraft } from './fluid.ts'
import { foodDraft } from './food.ts'
import { footwearDraft } from './footwear.ts'
import { medicationDraft } from './medication.ts'
import { nightDraft } from './night.ts'
import { idField, instantField } from './schemas.ts'
import { stretchDraft } from './stretch.ts'

export const entryKinds = [
  'cramp',
  'fluid',
  'footwear',
  'activity',
  'stretch',
  'food',
  'day',
  'night',
  'medication',
] as const
export type EntryKind = (typeof entryKinds)[number]

export const kindWords: Readonly<Record<EntryKind, string>> = {
  cramp: 'Cramp',
  fluid: 'Drink',
  footwear: 'Footwear',
  activity: 'Activity',
  stretch: 'Stretching',
  food: 'Food and supplements',
  day: 'The day',
  night: 'The night',
  medication: 'Medicine',
}

export const entryDraft = z.discriminatedUnion('kind', [
  crampDraft,
  fluidDraft,
  footwearDraft,
  activityDraft,
  stretchDraft,
  foodDraft,
  dayDraft,
  nightDraft,
  medicationDraft,
])
export type EntryDraft = z.infer<typeof entryDraft>
export type DraftOf<Kind extends EntryKind> = Extract<EntryDraft, { kind: Kind }>

/** What the journal adds to a draft. */
export const storedFields = {
  id: idField,
  /** UTC milliseconds at which it was written down. */
  loggedAt: instantField,
  /** UTC milliseconds of the last change; null when it stands as first written. */
  editedAt: instantField.nullable(),
}

export const entry = z.discriminatedUnion('kind', [
  crampDraft.safeExtend(storedFields),
  fluidDraft.safeExtend(storedFields),
  footwearDraft.safeExtend(storedFields),
  activityDraft.safeExtend(storedFields),
  stretchDraft.safeExtend(storedFields),
  foodDraft.safeExtend(storedFields),
  dayDraft.safeExtend(storedFields),
  nightDraft.safeExtend(storedFields),
  medicationDraft.safeExtend(storedFields),
])
export type Entry = z.infer<typeof entry>
export type EntryOf<Kind extends EntryKind> = Extract<Entry, { kind: Kind }>

/** The draft inside an entry, for editing, duplicating and undoing. */
export function draftOf(stored: Entry): EntryDraft {
  const { id: _id, loggedAt: _loggedAt, editedAt: _editedAt, ...draft } = stored
  return draft
}
