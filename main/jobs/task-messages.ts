import type { Failure } from '../../shared/contract.ts'
import type { TaskInput, TaskName } from '../services/tasks.ts'

/** What the thread is asked. */
export interface TaskOrder<Name extends TaskName = TaskName> {
  readonly name: Name
  readonly input: TaskInput<Name>
  /** One number, shared with the thread: other than 0 once nobody wants the result any more. */
  readonly cancelled: Int32Array
}

/** What the thread says. */
export type TaskMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: Failure }
