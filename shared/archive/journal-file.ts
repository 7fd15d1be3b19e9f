/**
 * Journal file: a whole journal as JSON, written by export, read by import, and possibly made by a person's script.
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
 *       "experiments": [],
 *       "suspects": [],
 *       "shownCheckpoints": [],
 *       "ownFactors": [ { "id": 1, "name": "Pickle brine", "answer": "amount", "unit": "ml", "window": "hours-12", ... } ],
 *       "factorCheckIns": [ { "factorId": 1, "date": "2026-11-20", "dayStartMinutes": 240, "checkedAt": 1795122000000 } ],
 *       "ownThings": [ { "id": 1, "list": "relief", "name": "Acupressure", "createdOn": "2026-11-20", "archived": false } ],
 *       "coins": [],
 *       "sources": [ { "name": "Apple Health", "reader": "apple-health", "answers": { ... }, "sheet": {} } ],
 *       "erasedKeys": [ { "source": "Apple Health", "key": "5b1f..." } ]
 *     }
 *
 * Instants are UTC milliseconds; ids only have to be distinct within the file. Lossless, the trash included: reading a
 * written file restores the same journal, except for saved reports and the Undo of the last import.
 *
 * Version 2 is written; versions 1 and 2 are readable permanently. Version 1 does not say when the days of its check-ins
 * began (at midnight), and its volumes are whole millilitres. A field added later is optional with a default; a change that
 * an older program cannot ignore raises the version.
 */
import { z } from 'zod'
import { suggestionDecision } from '../advice/suggestions/decision.ts'
import { shownCheckpoint } from '../analysis/stored-checkpoints.ts'
import { listJudged, naming } from '../analysis/suspects.ts'
import { archivedCoinExperiment } from '../experiments/coin-experiment.ts'
import { archivedExperiment } from '../experiments/experiment.ts'
import { checkIn, findCheckInProblems, findDateAhead } from '../kinds/check-in.ts'
import { draftOf, type EntryDraft } from '../kinds/entry.ts'
import { findTimeProblems, type Problem } from '../kinds/entry-time.ts'
import { shoe } from '../kinds/footwear.ts'
import { kinds } from '../kinds/kinds.ts'
import { MAX_RECORDS_IN_FILE } from '../kinds/limits.ts'
import type { OwnList } from '../kinds/list.ts'
import {
  type ArchivedOwnFactor,
  archivedFactorCheckIn,
  archivedOwnFactor,
  findWrongAnswer,
  getFactorNameKey,
} from '../kinds/own-factor.ts'
import { listOwnReferences } from '../kinds/own-references.ts'
import { ownThing } from '../kinds/own-thing.ts'
import { profile } from '../kinds/profile.ts'
import { erasedKey, getSourceNameKey, importSource, sourceName } from '../kinds/provenance.ts'
import { idField, instantField } from '../kinds/schemas.ts'
import { type ThingKey, thingIdOf, thingKeyOf } from '../kinds/thing-key.ts'
import { calendarDate, getFurthestClock, type Moment } from '../time/moment.ts'

const [first, ...others] = kinds

export const archivedEntry = z.discriminatedUnion('kind', [
  first.archived,
  ...others.map(({ archived }) => archived),
])
export type ArchivedEntry = z.infer<typeof archivedEntry>

/** Draft of an archived entry. */
export function draftOfArchived(archived: ArchivedEntry): EntryDraft {
  const { deletedAt: _deletedAt, ...stored } = archived
  if (stored.kind !== 'footwear') return draftOf(stored)
  const { closedBy: _closedBy, ...worn } = stored
  return draftOf(worn)
}

export const archivedCheckIn = checkIn.extend({
  /** UTC milliseconds of the check-in. */
  checkedAt: instantField,
  /** Program in whose sheet it was given, after an import; missing where it was given for the day itself. */
  source: sourceName.optional(),
})
export type ArchivedCheckIn = z.infer<typeof archivedCheckIn>

/** Warning sign that an entry raised, and whether it was read. Optional in a file made by hand. */
export const archivedWarning = z.strictObject({
  /** Id of the rule: `E1`, `S10`. */
  rule: z
    .string()
    .max(8)
    .regex(/^[ESRI]\d+$/, 'This is not the name of a warning sign.'),
  entryId: idField,
  /** UTC milliseconds. */
  raisedAt: instantField,
  acknowledgedAt: instantField.nullable(),
  /** UTC milliseconds until which it is snoozed; missing in older files. */
  snoozedUntil: instantField.nullable().default(null),
  /** UTC milliseconds at which a card about a rate ended, with its closing sentence; missing in older files. */
  endedAt: instantField.nullable().default(null),
  closing: z.string().max(1000).default(''),
})
export type ArchivedWarning = z.infer<typeof archivedWarning>

/** Version that is written. */
export const FILE_VERSION = 2

const NO_VERSION = 'This file does not say which version of an Unknot journal it is.'
const NEWER = 'This file was written by a newer Unknot. Install the newest version to import it.'
const UNKNOWN_PART =
  'This holds something that this Unknot does not know. It was written by a newer Unknot, or has a spelling mistake.'

/** True if a file, or a part of one, declares a later version than this program writes. */
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
  /** Decisions about suggestions; missing in older files. */
  suggestionDecisions: z.array(suggestionDecision).default([]),
  /** Experiments with their random order and every answer; missing in older files. */
  experiments: z.array(archivedExperiment).default([]),
  /** Every naming of a suspect; missing in older files. */
  suspects: z.array(naming).default([]),
  /** Checkpoints that were shown, on which the error budget was spent; missing in older files. */
  shownCheckpoints: z.array(shownCheckpoint).default([]),
  /** The person's own factors, deleted ones included; missing in older files. */
  ownFactors: z.array(archivedOwnFactor).default([]),
  /** Check-ins of own factors; missing in older files. */
  factorCheckIns: z.array(archivedFactorCheckIn).default([]),
  /** The person's own drinks, activities, reliefs and symptoms; missing in older files. */
  ownThings: z.array(ownThing).default([]),
  /** Experiments with nightly coins, with all coins and answers; missing in older files. */
  coins: z.array(archivedCoinExperiment).default([]),
  /** Programs whose exports came in; missing in older files. An entry may name one that is not listed. */
  sources: z.array(importSource).default([]),
  /** Imported records whose entry was erased; missing in older files. */
  erasedKeys: z.array(erasedKey).default([]),
})
export type JournalFile = z.infer<typeof journalFile>

/** Problem in a file, and its place: `entries[12].volumeMl`. */
export interface FileProblem {
  readonly path: string
  readonly message: string
}

export type ParsedJournalFile =
  | { readonly ok: true; readonly file: JournalFile }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

/**
 * Parses and validates the text of a journal file. All or nothing: a file with any problem yields no entries.
 *
 * @param now moment of the import; later entries are refused
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
  /** Maximum problems collected; then validation stops. */
  readonly mostProblems?: number
  /** Progress callback, called after each item of a list. */
  readonly onItem?: (done: number, total: number) => void
}

/**
 * Validates an already parsed journal file, item by item: an untrusted file may be large, so it is never in memory twice.
 *
 * @param json consumed: its lists are empty afterwards
 */
export function checkJournalFile(
  json: unknown,
  now: Moment,
  { mostProblems = Number.POSITIVE_INFINITY, onItem = () => {} }: CheckOptions = {},
): ParsedJournalFile {
  const raw: Readonly<Record<string, unknown>> = isRecord(json) ? json : {}
  // Comes first, since the problems of a newer file's fields would not help the person.
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
  /** Validates the items of a list and empties it. */
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
    suspects: take('suspects', naming),
    shownCheckpoints: take('shownCheckpoints', shownCheckpoint),
    ownFactors: take('ownFactors', archivedOwnFactor),
    factorCheckIns: take('factorCheckIns', archivedFactorCheckIn),
    ownThings: take('ownThings', ownThing),
    coins: take('coins', archivedCoinExperiment),
    sources: take('sources', importSource),
    erasedKeys: take('erasedKeys', erasedKey),
  }
  // The lists are empty by now, so this validates the rest: that they are lists, and all other fields.
  const around = journalFile.safeParse(json)
  if (!around.success) {
    const outside = around.error.issues.map(issue => problemOf(issue))
    return { ok: false, problems: outside.concat(problems).slice(0, mostProblems) }
  }
  const file = { ...around.data, ...lists }
  const found =
    problems.length > 0
      ? problems
      : [
          ...findBrokenReferences(file),
          ...findFutureEntries(file, now),
          ...findFutureAnswers(file, now),
          ...findFutureNamings(file, now),
        ]
  return found.length === 0 ? { ok: true, file } : { ok: false, problems: found.slice(0, mostProblems) }
}

const listNames = [
  'shoes',
  'entries',
  'checkIns',
  'warnings',
  'suggestionDecisions',
  'experiments',
  'suspects',
  'shownCheckpoints',
  'ownFactors',
  'factorCheckIns',
  'ownThings',
  'coins',
  'sources',
  'erasedKeys',
] as const
type ListName = (typeof listNames)[number]

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const problemOf = (issue: z.core.$ZodIssue, within: readonly PropertyKey[] = []): FileProblem => ({
  path: formatPath([...within, ...issue.path]),
  message: isUnknownPart(issue) ? UNKNOWN_PART : issue.message,
})

/** Unknown field or kind of entry. A union without a discriminator is a choice, which has a sentence of its own. */
const isUnknownPart = (issue: z.core.$ZodIssue) =>
  issue.code === 'unrecognized_keys' || (issue.code === 'invalid_union' && issue.discriminator !== undefined)

/** Problems across records: duplicate ids, and references to missing shoes, own factors and cramps. */
function findBrokenReferences(file: JournalFile): FileProblem[] {
  const { shoes, entries, checkIns, warnings, suggestionDecisions, suspects } = file
  const problems: FileProblem[] = [
    ...findFactorProblems(file),
    ...findThingProblems(file),
    ...findSourceProblems(file),
  ]
  const shoeIds = new Set(shoes.map(({ id }) => id))
  const cramps = new Set(entries.filter(({ kind }) => kind === 'cramp').map(({ id }) => id))
  const worn = new Set(entries.filter(({ kind }) => kind === 'footwear').map(({ id }) => id))
  const seen = {
    shoes: new Set<number>(),
    entries: new Set<number>(),
    checkIns: new Set<string>(),
    warnings: new Set<string>(),
    suggestionDecisions: new Set<string>(),
    suspects: new Set<string>(),
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
    const shoeId = entry.kind === 'footwear' || entry.kind === 'activity' ? entry.shoeId : null
    if (shoeId !== null && !shoeIds.has(shoeId))
      problems.push({
        path: `entries[${index}].shoeId`,
        message: `There is no shoe with the id ${shoeId}.`,
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
  suspects.forEach((one, index) => {
    const { exposure, namedOn } = one
    // One naming a day, and one that is judged.
    for (const key of [`${exposure} ${namedOn}`, ...listJudged([one]).map(judged => judged.exposure)]) {
      if (seen.suspects.has(key))
        problems.push({ path: `suspects[${index}]`, message: `${exposure} is named twice.` })
      seen.suspects.add(key)
    }
  })
  return problems
}

/** Own factors with one id or one name, and entries and check-ins that name a missing one or answer it in another way. */
function findFactorProblems({ ownFactors, entries, factorCheckIns }: JournalFile): FileProblem[] {
  const problems: FileProblem[] = []
  const byId = new Map<number, ArchivedOwnFactor>()
  const names = new Set<string>()
  ownFactors.forEach((factor, index) => {
    const { id, name, deletedAt } = factor
    if (byId.has(id))
      problems.push({ path: `ownFactors[${index}].id`, message: `The id ${id} is there more than once.` })
    byId.set(id, factor)
    const key = getFactorNameKey(name)
    if (deletedAt !== null) return
    if (names.has(key))
      problems.push({ path: `ownFactors[${index}].name`, message: `${name} is there more than once.` })
    names.add(key)
  })
  const say = (path: string, message: string | null) => {
    if (message !== null) problems.push({ path: `${path}.factorId`, message })
  }
  const sayMissing = (id: number) => `There is nothing of your own with the id ${id}.`
  entries.forEach((entry, index) => {
    if (entry.kind !== 'own-factor') return
    const factor = byId.get(entry.factorId)
    say(`entries[${index}]`, factor ? findWrongAnswer(entry, factor) : sayMissing(entry.factorId))
  })
  const checked = new Set<string>()
  factorCheckIns.forEach(({ factorId, date }, index) => {
    const path = `factorCheckIns[${index}]`
    const factor = byId.get(factorId)
    if (factor === undefined) say(path, sayMissing(factorId))
    else if (factor.answer !== 'amount')
      say(path, `“${factor.name}” is not an amount: it is answered for each day.`)
    if (checked.has(`${factorId} ${date}`)) say(path, `${date} is checked in twice for it.`)
    checked.add(`${factorId} ${date}`)
  })
  return problems
}

/** Own things with one id, and entries that name a thing that is missing or of another list. */
function findThingProblems({ ownThings, entries }: JournalFile): FileProblem[] {
  const problems: FileProblem[] = []
  const lists = new Map<ThingKey, OwnList>()
  ownThings.forEach(({ id, list }, index) => {
    if (lists.has(thingKeyOf(id)))
      problems.push({ path: `ownThings[${index}].id`, message: `The id ${id} is there more than once.` })
    lists.set(thingKeyOf(id), list)
  })
  entries.forEach((entry, index) => {
    for (const { key, list, field } of listOwnReferences(entry))
      if (lists.get(key) !== list)
        problems.push({
          path: `entries[${index}].${field}`,
          message: `There is no ${list} of your own with the id ${thingIdOf(key)}.`,
        })
  })
  return problems
}

/** Sources with one name, and two entries, or an entry and an erased one, of one record. */
function findSourceProblems({ sources, entries, erasedKeys }: JournalFile): FileProblem[] {
  const problems: FileProblem[] = []
  const seen = new Set<string>()
  const check = (path: string, identity: string, message: string) => {
    if (seen.has(identity)) problems.push({ path, message })
    seen.add(identity)
  }
  sources.forEach(({ name }, index) => {
    check(`sources[${index}].name`, getSourceNameKey(name), `${name} is there more than once.`)
  })
  entries.forEach(({ source, sourceKey }, index) => {
    const path = `entries[${index}].sourceKey`
    if (source !== undefined && sourceKey !== undefined)
      check(path, recordIdentity(source, sourceKey), `${source} has this record more than once.`)
    else if (source !== sourceKey)
      problems.push({ path, message: 'A source and the key of its record belong together.' })
  })
  erasedKeys.forEach(({ source, key }, index) => {
    const path = `erasedKeys[${index}].key`
    check(path, recordIdentity(source, key), `${source} has this record more than once.`)
  })
  return problems
}

/** Identity of a record among those of all sources. No name and no key holds a line break. */
export const recordIdentity = (source: string, key: string): string => `${getSourceNameKey(source)}\n${key}`

function findFutureEntries({ entries, checkIns, factorCheckIns }: JournalFile, now: Moment): FileProblem[] {
  // Entries may be from further east than the import, so the zone whose date is furthest ahead counts.
  const furthest = getFurthestClock(now.at)
  const at = (path: string, problems: readonly Problem[]) =>
    problems.map(({ field, message }) => ({ path: `${path}.${field}`, message }))
  return [
    ...entries.flatMap((entry, index) =>
      at(`entries[${index}]`, findTimeProblems(draftOfArchived(entry), now.at)),
    ),
    ...checkIns.flatMap((checkIn, index) => at(`checkIns[${index}]`, findCheckInProblems(checkIn, furthest))),
    ...factorCheckIns.flatMap(({ date }, index) =>
      at(`factorCheckIns[${index}]`, findDateAhead(date, furthest)),
    ),
  ]
}

function findFutureAnswers({ experiments, coins }: JournalFile, now: Moment): FileProblem[] {
  const today = calendarDate(getFurthestClock(now.at))
  const answered = [
    ...experiments.map(({ days }, index) => ({ path: `experiments[${index}].days`, days })),
    ...coins.map(({ answers }, index) => ({ path: `coins[${index}].answers`, days: answers })),
  ]
  return answered
    .filter(({ days }) => days.some(({ date }) => date > today))
    .map(({ path }) => ({ path, message: 'There is an answer for a day that has not begun yet.' }))
}

function findFutureNamings({ suspects }: JournalFile, now: Moment): FileProblem[] {
  const today = calendarDate(getFurthestClock(now.at))
  return suspects.flatMap(({ namedOn, withdrawnOn }, index) =>
    namedOn > today || (withdrawnOn ?? '') > today
      ? [
          {
            path: `suspects[${index}]`,
            message: 'This was named or withdrawn on a day that has not begun yet.',
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
