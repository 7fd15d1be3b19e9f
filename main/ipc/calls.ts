/**
 * IPC entry point of the pages: checks the sender, parses the input, runs the handler, and replies with a result
 * envelope.
 */
import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import type { z } from 'zod'
import { callNames } from '../../shared/call-names.ts'
import {
  type Call,
  type Caller,
  contract,
  type Failure,
  type Handlers,
  jobIdSchema,
  type Output,
  type Reply,
} from '../../shared/contract.ts'
import { MAX_PICTURE_CHARACTERS, MAX_PROBLEM_LENGTH, MAX_PROBLEMS } from '../../shared/kinds/limits.ts'
import { CallFailure } from '../files/failures.ts'
import { describeFileError, findFileErrorSentence, getErrorCode } from '../files/file-errors.ts'
import { JobCancelled } from '../jobs/job.ts'
import type { Pages } from './pages.ts'

export interface CallDeps {
  /**
   * Current handlers, read at each call: they change with the journal. Calls without one fail with
   * `journal-unavailable`.
   */
  readonly getHandlers: () => Partial<Handlers>
  /** Registry of pages that have called. */
  readonly pages: Pick<Pages, 'meet'>
  /** True for the program's own pages; other senders are rejected. */
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean
  /** Wraps each handler; it may delay it, and refuse its result. */
  readonly middleware?: Middleware
  /** Logs an unexpected error. */
  readonly report?: (error: unknown) => void
}

/** Registers a handler for every call of the contract. */
export function registerCalls(
  ipcMain: Pick<IpcMain, 'handle'>,
  { getHandlers, pages, isTrusted, middleware, report }: CallDeps,
): void {
  for (const call of callNames)
    ipcMain.handle(call, (event, input: unknown, job: unknown) => {
      if (!isTrusted(event)) throw new Error('refused')
      pages.meet(event.sender)
      const parsedJob = jobIdSchema.optional().safeParse(job)
      if (!parsedJob.success) return { ok: false, failure: invalidInput(parsedJob.error) }
      const caller = { pageId: event.sender.id, ...(parsedJob.data && { job: parsedJob.data }) }
      return answer(getHandlers(), call, input, caller, middleware, report)
    })
}

/** Middleware around a handler. */
export type Middleware = <T>(run: () => T | PromiseLike<T>) => T | PromiseLike<T>

/** Parses the input, runs the handler and wraps its result or error. Never rejects. */
export async function answer<C extends Call>(
  handlers: Partial<Handlers>,
  call: C,
  input: unknown,
  caller: Caller,
  middleware: Middleware = run => run(),
  report: (error: unknown) => void = console.error,
): Promise<Reply<C>> {
  const parsed = parseInput(call, input)
  if (!parsed.ok) return parsed
  if (handlers[call] === undefined) return { ok: false, failure: withoutJournal }
  // Cast: the contract pairs this handler with this input, which TypeScript cannot follow for a call chosen at run
  // time.
  const handle = handlers[call] as (input: unknown, caller: Caller) => Output<C> | PromiseLike<Output<C>>
  return new Promise<Output<C>>(resolve => resolve(middleware(() => handle(parsed.value, caller)))).then(
    value => ({ ok: true, value }),
    error => {
      if (error instanceof CallFailure) return { ok: false, failure: bounded(error.failure) }
      if (error instanceof JobCancelled) return { ok: false, failure: cancelled }
      report(error)
      return { ok: false, failure: unforeseen(error) }
    },
  )
}

/** Failure of calls that have no handler while the journal is refused. */
const withoutJournal: Failure = {
  code: 'journal-unavailable',
  message: 'The journal is not open, so nothing was read or stored.',
}

const cancelled: Failure = { code: 'cancelled', message: 'Stopped. Nothing was changed.' }

/**
 * Number of values above which validation stops at the first problem: a million bad values would be a million problems.
 */
const LARGE_INPUT = 10_000

function parseInput(
  call: Call,
  input: unknown,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: Failure } {
  const schema = contract[call].input
  const size = measureInput(input)
  if (size === 'oversized' || (size === 'large' && !schema.validate(input)))
    return { ok: false, failure: { code: 'invalid-input', message: CANNOT_BE_STORED, problems: [] } }
  const parsed = schema.safeParse(input)
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, failure: invalidInput(parsed.error) }
}

/**
 * Classifies an input by its number of values (counted up to LARGE_INPUT) and its longest text. Iterative, since deep
 * nesting would overflow the stack.
 */
function measureInput(input: unknown): 'small' | 'large' | 'oversized' {
  const open = [input]
  let count = 0
  while (open.length > 0) {
    const value = open.pop()
    if (typeof value === 'string' && value.length > MAX_PICTURE_CHARACTERS) return 'oversized'
    if (typeof value !== 'object' || value === null) continue
    const inside = Array.isArray(value) ? value : Object.values(value)
    count += inside.length
    if (count > LARGE_INPUT) return 'large'
    open.push(...inside)
  }
  return 'small'
}

const CANNOT_BE_STORED = 'This cannot be stored as it is.'

function invalidInput(error: z.ZodError): Failure {
  const problems = error.issues
    .slice(0, MAX_PROBLEMS)
    .map(issue => ({ field: issue.path.join('.'), message: issue.message }))
  return bounded({ code: 'invalid-input', message: problems[0]?.message ?? CANNOT_BE_STORED, problems })
}

/** Truncates the messages and the list of problems: they may quote the input. */
function bounded(failure: Failure): Failure {
  if (failure.code !== 'invalid-input') return failure
  const message = failure.message.slice(0, MAX_PROBLEM_LENGTH)
  const problems = failure.problems.slice(0, MAX_PROBLEMS).map(problem => ({
    field: problem.field.slice(0, MAX_PROBLEM_LENGTH),
    message: problem.message.slice(0, MAX_PROBLEM_LENGTH),
  }))
  return { ...failure, message, problems }
}

function unforeseen(error: unknown): Failure {
  const code = getErrorCode(error) ?? ''
  const sentence = findFileErrorSentence(error, 'journal')
  if (sentence !== undefined || code.startsWith('SQLITE_'))
    return { code: 'internal', message: `${describeFileError(error, 'journal')} Nothing was stored.` }
  return { code: 'internal', message: 'Something went wrong. Nothing was stored; please try again.' }
}
