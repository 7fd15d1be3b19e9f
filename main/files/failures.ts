/** What a handler throws when it cannot do what it was asked; `calls.ts` puts it into the reply. */
import type { Failure, FieldProblem } from '../../shared/contract.ts'

export class CallFailure extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'CallFailure'
    this.failure = failure
  }
}

/** Refuses the input, naming the fields, unless there is nothing to say against it. */
export function refuseIf(problems: readonly FieldProblem[]): void {
  const [first] = problems
  if (first !== undefined) throw new CallFailure({ code: 'invalid-input', message: first.message, problems })
}

/** The value, or a refusal that says that it is no longer there. */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined)
    throw new CallFailure({
      code: 'not-found',
      message: `${what} is no longer in the journal. Nothing was changed.`,
    })
  return value
}
