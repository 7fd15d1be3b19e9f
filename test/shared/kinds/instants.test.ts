import { expect, test } from 'vitest'
import { z } from 'zod'
import { checkJournalFile, journalFile } from '../../../shared/archive/journal-file.ts'
import { contract } from '../../../shared/contract.ts'
import { emptyProfile } from '../../../shared/kinds/profile.ts'
import { EARLIEST_INSTANT, LATEST_INSTANT } from '../../../shared/time/moment.ts'
import { makeExperiment } from '../experiments/make-experiment.ts'
import { crampDraft, footwearDraft, nightDraft, shoeDraft } from './drafts.ts'

type JsonSchema = Readonly<Record<string, unknown>>
const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null
const toJson = (schema: z.ZodType): unknown => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })

/** Names by which the contract and the file call their times. */
const TIME = /^at$|At$|Until$/

/** Every time in a schema with its range, `loggedAt -2208988800000 to 7258118400000`. */
function listTimes(schema: unknown): string[] {
  if (!isSchema(schema)) return []
  const { properties } = schema
  const own = Object.entries(isSchema(properties) ? properties : {}).flatMap(([name, field]) => {
    if (!TIME.test(name) || !isSchema(field)) return []
    const alternatives = Array.isArray(field.anyOf) ? field.anyOf.filter(isSchema) : [field]
    return alternatives
      .filter(({ type }) => type !== 'null')
      .map(({ type, minimum, maximum }) => `${name}: ${type} from ${minimum} to ${maximum}`)
  })
  return [...own, ...Object.values(schema).flatMap(listTimes)]
}

test('every time of the contract and of the file is an instant with the one range', () => {
  const schemas = [journalFile, ...Object.values(contract).flatMap(({ input, output }) => [input, output])]
  const times = schemas.flatMap(schema => listTimes(toJson(schema)))
  expect(times.length).toBeGreaterThan(20)
  const range = `integer from ${EARLIEST_INSTANT} to ${LATEST_INSTANT}`
  expect(times.filter(time => !time.endsWith(`: ${range}`))).toEqual([])
})

const at = Date.UTC(2026, 10, 19)
const stored = { loggedAt: at, editedAt: at, deletedAt: at }
const full = () => ({
  format: 'unknot-journal',
  version: 1,
  profile: emptyProfile,
  shoes: [{ ...shoeDraft(), id: 1 }],
  entries: [
    { ...crampDraft(), ...stored, id: 1 },
    { ...footwearDraft(), ...stored, id: 2 },
    { ...nightDraft({ wakeAt: at }), ...stored, id: 3 },
  ],
  checkIns: [{ date: '2026-11-18', kind: 'fluid', checkedAt: at }],
  warnings: [{ rule: 'S1', entryId: 1, raisedAt: at, acknowledgedAt: at, snoozedUntil: at }],
  suggestionDecisions: [{ suggestion: 'x', decision: 'done', reason: '', decidedAt: at }],
  experiments: [
    (({ id: _id, ...experiment }) => ({
      ...experiment,
      createdAt: at,
      days: [{ date: '2026-11-21', kept: true, answeredAt: at }],
    }))(makeExperiment()),
  ],
})

/** Paths of the times in a value: `entries[0].loggedAt`. */
function listPaths(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => listPaths(item, `${path}[${index}]`))
  if (!isSchema(value)) return []
  return Object.entries(value).flatMap(([name, field]) => {
    const own = path === '' ? name : `${path}.${name}`
    return TIME.test(name) && typeof field === 'number' ? [own] : listPaths(field, own)
  })
}

function setAt(value: unknown, path: string, time: number): void {
  const [last = '', ...before] = path
    .split(/[.[\]]+/)
    .filter(part => part !== '')
    .reverse()
  const owner = before
    .reverse()
    .reduce<unknown>((inner, part) => (isSchema(inner) ? inner[part] : inner), value)
  Object.assign(isSchema(owner) ? owner : {}, { [last]: time })
}

test.each(listPaths(full()))('a file whose %s is in microseconds is refused with that path', path => {
  const file = full()
  setAt(file, path, 9e15)
  const checked = checkJournalFile(file, { at: LATEST_INSTANT, offsetMinutes: 0 })
  expect(checked).toMatchObject({ ok: false })
  expect(checked.ok ? [] : checked.problems.map(problem => problem.path)).toContain(path)
})
