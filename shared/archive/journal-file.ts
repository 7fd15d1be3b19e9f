/**
 * A whole journal as one JSON file: what export writes, import reads, and a person's own script may make.
 *
 *     {
 *       "format": "unknot-journal",
 *       "version": 2,
 *       "profile": { "name": "" },
 *       "shoes": [ { "id": 1, "name": "Clogs", ... } ],
 *       "entries": [ { "id": 1, "kind": "fluid", "at": 1795082400000, "offsetMinutes": 60, "volumeMl": 250, ... } ],
 *       "checkIns": [ { "date": "2026-11-20", "kind": "fluid", "dayStartMinutes": 240, "checkedAt": 1795122000000 } ],
 *       "warnings": [],
 *       "suggestionDecisions": [],
 *       "experiments": []
 *     }
 *
 * Instants are UTC milliseconds; ids are the file's own and need only be distinct. Nothing of a journal is left out, the
 * trash included, so that writing and reading a file gives back the same journal; only the reports that were made from it
 * stay behind.
 *
 * Version 2 is written, versions 1 and 2 are read, for ever. Version 1 does not say when the days of its check-ins began
 * (at midnight), and its volumes are whole millilitres. A field that is added later is optional and has a default; what an
 * older program cannot read without it raises the version.
 */
import { z } from 'zod'
import { suggestionDecision } from '../advice/suggestions/decision.ts'
import { archivedExperiment } from '../experiments/experiment.ts'
import { checkIn, findCheckInProblems } from '../kinds/check-in.ts'
import { draftOf, type EntryDraft } from '../kinds/entry.ts'
import { findTimeProblems, type Problem } from '../kinds/entry-time.ts'
import { shoe } from '../kinds/footwear.ts'
import { kinds } from '../kinds/kinds.ts'
import { MAX_RECORDS_IN_FILE } from '../kinds/limits.ts'
import { profile } from '../kinds/profile.ts'
import { idField, instantField } from '../kinds/schemas.ts'
import { calendarDate, getFurthestClock, type Moment } from '../time/moment.ts'

const [first, ...others] = kinds

const archivedEntry = z.discriminatedUnion('kind', [
  first.archived,
  ...others.map(({ archived }) => archived),
])
export type ArchivedEntry = z.infer<typeof archivedEntry>

/** The draft inside an archived entry. */
export function draftOfArchived(archived: ArchivedEntry): EntryDraft {
  const { deletedAt: _deletedAt, ...stored } = archived
  if (stored.kind !== 'footwear') return draftOf(stored)
  const { closedBy: _closedBy, ...worn } = stored
  return draftOf(worn)
}

const archivedCheckIn = checkIn.extend({
  /** UTC milliseconds at which the person said so. */
  checkedAt: instantField,
})
export type ArchivedCheckIn = z.infer<typeof archivedCheckIn>

/** A warning sign that an entry raised, and whether it has been read. A file made by hand may leave them all out. */
const archivedWarning = z.strictObject({
  /** `E1`, `S10`. */
  rule: z
    .string()
    .max(8)
    .regex(/^[ESRI]\d+$/, 'This is not the name of a warning sign.'),
  entryId: idField,
  /** UTC milliseconds. */
  raisedAt: instantField,
  acknowledgedAt: instantField.nullable(),
  /** UTC milliseconds until which it was put off; an older file does not say. */
  snoozedUntil: instantField.nullable().default(null),
  /** UTC milliseconds at which a card about a rate ended, and its closing line; an older file does not say. */
  endedAt: instantField.nullable().default(null),
  closing: z.string().max(1000).default(''),
})
export type ArchivedWarning = z.infer<typeof archivedWarning>

/** The version that is written. */
export const FILE_VERSION = 2

const NO_VERSION = 'This file does not say which version of an Unknot journal it is.'
const NEWER = 'This file was written by a newer Unknot. Install the newest version to import it.'
const UNKNOWN_PART =
  'This holds something that this Unknot does not know. It was written by a newer Unknot, or has a spelling mistake.'

/** Whether a file, or a part of one, says that it is of a later version than this program writes. */
export const isNewerVersion = (version: unknown): boolean =>
  typeof version === 'number' && version > FILE_VERSION

export const journalFile = z.strictObject({
  format: z.literal('unknot-journal', { error: 'This is not an Unknot journal.' }),
  version: z
    .literal([1, FILE_VERSION], { error: NO_VERSION })
    .transform((): typeof FILE_VERSION => FILE_VERSION),
  profile,
  shoes: z.array(shoe),
  entries: z.array(archivedEntry),
  checkIns: z.array(archivedCheckIn),
  warnings: z.array(archivedWarning).default([]),
  /** What was decided about suggestions; an older file does not say. */
  suggestionDecisions: z.array(suggestionDecision).default([]),
  /** With the order that was drawn, and every answer; an older file does not say. */
  experiments: z.array(archivedExperiment).default([]),
})
export type JournalFile = z.infer<typeof journalFile>

/** Something wrong in a file, and where: `entries[12].volumeMl`. */
export interface FileProblem {
  readonly path: string
  readonly message: string
}

export type ParsedJournalFile =
  | { readonly ok: true; readonly file: JournalFile }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

/**
 * Parses the text of a journal file and checks it whole; not a single entry of a wrong file is handed on.
 *
 * @param now the moment of the import: what lies after it cannot have happened
 */
export function parseJournalFile(text: string, now: Moment): ParsedJournalFile {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { ok: false, problems: [{ path: '', message: `This is not JSON: ${detail}` }] }
  }
  return checkJournalFile(json, now)
}

export interface CheckOptions {
  /** So many problems say enough: then the rest is not looked at. */
  readonly mostProblems?: number
  /** Told after every entry, shoe and whatever else a file lists. */
  readonly onItem?: (done: number, total: number) => void
}

/**
 * The same for what has been read already. One by one: what nobody knows yet to be a journal may be large, and is not
 * there twice at any time.
 *
 * @param json is used up: its lists are empty afterwards
 */
export function checkJournalFile(
  json: unknown,
  now: Moment,
  { mostProblems = Number.POSITIVE_INFINITY, onItem = () => {} }: CheckOptions = {},
): ParsedJournalFile {
  const raw: Readonly<Record<string, unknown>> = isRecord(json) ? json : {}
  // Before anything else is said: what its parts are called here is of no use to the person.
  if (raw.format === 'unknot-journal' && isNewerVersion(raw.version))
    return { ok: false, problems: [{ path: '', message: NEWER }] }
  const given = new Map(listNames.flatMap(name => (Array.isArray(raw[name]) ? [[name, raw[name]]] : [])))
  const tooLong = [...given].filter(([, items]) => items.length > MAX_RECORDS_IN_FILE)
  if (tooLong.length > 0)
    return {
      ok: false,
      problems: tooLong.map(([path]) => ({ path, message: 'No journal would have so many.' })),
    }

  const problems: FileProblem[] = []
  const total = [...given.values()].reduce((sum, items) => sum + items.length, 0)
  let done = 0
  /** What each item of a list says; the list is empty then. */
  function take<T>(name: ListName, schema: z.ZodType<T>): T[] {
    const items = given.get(name) ?? []
    const taken: T[] = []
    for (const index of items.keys()) {
      if (problems.length >= mostProblems) break
      const parsed = schema.safeParse(items[index])
      items[index] = undefined
      if (parsed.success) taken.push(parsed.data)
      else for (const issue of parsed.error.issues) problems.push(problemOf(issue, [name, index]))
      onItem(++done, total)
    }
    items.length = 0
    return taken
  }

  const lists = {
    shoes: take('shoes', shoe),
    entries: take('entries', archivedEntry),
    checkIns: take('checkIns', archivedCheckIn),
    warnings: take('warnings', archivedWarning),
    suggestionDecisions: take('suggestionDecisions', suggestionDecision),
    experiments: take('experiments', archivedExperiment),
  }
  // The lists are empty by now: what is left to see is whether they are lists, and what stands beside them.
  const around = journalFile.safeParse(json)
  if (!around.success) {
    const outside = around.error.issues.map(issue => problemOf(issue))
    return { ok: false, problems: outside.concat(problems).slice(0, mostProblems) }
  }
  const file = { ...around.data, ...lists }
  const found =
    problems.length > 0
      ? problems
      : [...findBrokenReferences(file), ...findFutureEntries(file, now), ...findFutureAnswers(file, now)]
  return found.length === 0 ? { ok: true, file } : { ok: false, problems: found.slice(0, mostProblems) }
}

const listNames = ['shoes', 'entries', 'checkIns', 'warnings', 'suggestionDecisions', 'experiments'] as const
type ListName = (typeof listNames)[number]

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const problemOf = (
  { code, path, message }: z.core.$ZodIssue,
  within: readonly PropertyKey[] = [],
): FileProblem => ({
  path: formatPath([...within, ...path]),
  // A field, or a kind of entry, that is not among those of this program.
  message: code === 'unrecognized_keys' || code === 'invalid_union' ? UNKNOWN_PART : message,
})

/** What single entries cannot know: ids that stand twice, shoes and cramps that are named and not there. */
function findBrokenReferences(file: JournalFile): FileProblem[] {
  const { shoes, entries, checkIns, warnings, suggestionDecisions } = file
  const problems: FileProblem[] = []
  const shoeIds = new Set(shoes.map(({ id }) => id))
  const cramps = new Set(entries.filter(({ kind }) => kind === 'cramp').map(({ id }) => id))
  const worn = new Set(entries.filter(({ kind }) => kind === 'footwear').map(({ id }) => id))
  const seen = {
    shoes: new Set<number>(),
    entries: new Set<number>(),
    checkIns: new Set<string>(),
    warnings: new Set<string>(),
    suggestionDecisions: new Set<string>(),
  }

  shoes.forEach(({ id }, index) => {
    if (seen.shoes.has(id))
      problems.push({ path: `shoes[${index}].id`, message: `The id ${id} is there more than once.` })
    seen.shoes.add(id)
  })
  entries.forEach((entry, index) => {
    if (seen.entries.has(entry.id))
      problems.push({ path: `entries[${index}].id`, message: `The id ${entry.id} is there more than once.` })
    seen.entries.add(entry.id)
    if (entry.kind === 'footwear' && !shoeIds.has(entry.shoeId))
      problems.push({
        path: `entries[${index}].shoeId`,
        message: `There is no shoe with the id ${entry.shoeId}.`,
      })
    if (entry.kind === 'footwear' && entry.closedBy !== undefined && !worn.has(entry.closedBy))
      problems.push({
        path: `entries[${index}].closedBy`,
        message: `There is no footwear with the id ${entry.closedBy}.`,
      })
    if (entry.kind === 'fluid' && entry.reliefOf !== null && !cramps.has(entry.reliefOf))
      problems.push({
        path: `entries[${index}].reliefOf`,
        message: `There is no cramp with the id ${entry.reliefOf}.`,
      })
  })
  checkIns.forEach(({ date, kind }, index) => {
    const key = `${date} ${kind}`
    if (seen.checkIns.has(key))
      problems.push({ path: `checkIns[${index}]`, message: `${date} is checked in twice for ${kind}.` })
    seen.checkIns.add(key)
  })
  warnings.forEach(({ rule, entryId }, index) => {
    const key = `${rule} ${entryId}`
    if (!seen.entries.has(entryId))
      problems.push({
        path: `warnings[${index}].entryId`,
        message: `There is no entry with the id ${entryId}.`,
      })
    if (seen.warnings.has(key))
      problems.push({
        path: `warnings[${index}]`,
        message: `${rule} is there more than once for the same entry.`,
      })
    seen.warnings.add(key)
  })
  suggestionDecisions.forEach(({ suggestion }, index) => {
    if (seen.suggestionDecisions.has(suggestion))
      problems.push({ path: `suggestionDecisions[${index}]`, message: `${suggestion} is decided twice.` })
    seen.suggestionDecisions.add(suggestion)
  })
  return problems
}

function findFutureEntries({ entries, checkIns }: JournalFile, now: Moment): FileProblem[] {
  // The person may have been where the date comes first, and be where it comes last.
  const furthest = getFurthestClock(now.at)
  const at = (path: string, problems: readonly Problem[]) =>
    problems.map(({ field, message }) => ({ path: `${path}.${field}`, message }))
  return [
    ...entries.flatMap((entry, index) =>
      at(`entries[${index}]`, findTimeProblems(draftOfArchived(entry), now.at)),
    ),
    ...checkIns.flatMap((checkIn, index) => at(`checkIns[${index}]`, findCheckInProblems(checkIn, furthest))),
  ]
}

function findFutureAnswers({ experiments }: JournalFile, now: Moment): FileProblem[] {
  const today = calendarDate(getFurthestClock(now.at))
  return experiments.flatMap(({ days }, index) =>
    days.some(({ date }) => date > today)
      ? [
          {
            path: `experiments[${index}].days`,
            message: 'There is an answer for a day that has not begun yet.',
          },
        ]
      : [],
  )
}

function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    return text === '' ? String(part) : `${text}.${String(part)}`
  }, '')
}
