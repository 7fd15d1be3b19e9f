/** Errors of handlers that reach the page; `calls.ts` puts the failure into the reply. */
import type { Failure, FieldProblem } from '../../shared/contract.ts'

export class CallFailure extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'CallFailure'
    this.failure = failure
  }
}

/** Throws `invalid-input`, naming the fields, if there are problems. */
export function refuseIf(problems: readonly FieldProblem[]): void {
  const [first] = problems
  if (first !== undefined) throw new CallFailure({ code: 'invalid-input', message: first.message, problems })
}

/** Asserts that a value exists. @throws CallFailure `not-found` when it is undefined */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined)
    throw new CallFailure({
      code: 'not-found',
      message: `${what} is no longer in the journal. Nothing was changed.`,
    })
  return value
}
