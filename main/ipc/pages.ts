/**
 * Registry of pages: sends them events. Once a page is destroyed, reloaded or has crashed, the jobs that its calls wait for
 * are cancelled and its file tokens revoked.
 */
import { EVENT_CHANNEL } from '../../shared/call-names.ts'
import type { Caller } from '../../shared/contract.ts'
import type { EventMessage, EventName, EventPayload } from '../../shared/events.ts'
import { CallFailure } from '../files/failures.ts'
import { JobCancelled, type RunOptions } from '../jobs/job.ts'
import { createFileTokens, type FileTokens } from './file-tokens.ts'

/** Subset of Electron's WebContents, so that tests can supply it. */
interface PageContents {
  readonly id: number
  send(channel: string, message: unknown): void
  isDestroyed(): boolean
  once(event: 'destroyed', listener: () => void): unknown
  on(event: 'render-process-gone', listener: () => void): unknown
  on(
    event: 'did-start-navigation',
    listener: (details: { readonly isMainFrame: boolean; readonly isSameDocument: boolean }) => void,
  ): unknown
}

export interface Pages {
  readonly files: FileTokens
  /** Registers the page of a call; from then on it gets events. */
  meet(contents: PageContents): void
  send<Name extends EventName>(pageId: number | 'all', name: Name, payload: EventPayload<Name>): void
  /** Runs the work of one call. The page gets its progress under the caller's job id until the call is answered. */
  run<Output>(caller: Caller, work: (options: RunOptions) => Promise<Output>): Promise<Output>
  /** Cancels a job that a page has started. */
  cancel(pageId: number, job: string): void
}

export function createPages(): Pages {
  const pages = new Map<number, PageContents>()
  const jobsOf = new Map<number, Map<string, AbortController>>()
  const files = createFileTokens()

  function close(pageId: number): void {
    for (const controller of jobsOf.get(pageId)?.values() ?? []) controller.abort(new JobCancelled())
    jobsOf.delete(pageId)
    files.revoke(pageId)
  }

  function send<Name extends EventName>(
    pageId: number | 'all',
    name: Name,
    payload: EventPayload<Name>,
  ): void {
    const message = { name, payload } as EventMessage
    for (const [id, contents] of pages)
      if ((pageId === 'all' || pageId === id) && !contents.isDestroyed())
        contents.send(EVENT_CHANNEL, message)
  }

  return {
    files,
    meet(contents) {
      const { id } = contents
      if (pages.has(id)) return
      pages.set(id, contents)
      contents.once('destroyed', () => {
        pages.delete(id)
        close(id)
      })
      contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
        if (isMainFrame && !isSameDocument) close(id)
      })
      contents.on('render-process-gone', () => close(id))
    },
    send,
    async run({ pageId, job }, work) {
      if (job === undefined) return work({})
      const controller = new AbortController()
      const jobs = jobsOf.get(pageId) ?? new Map<string, AbortController>()
      if (jobs.has(job))
        throw new CallFailure({ code: 'internal', message: 'This is being worked on already.' })
      jobsOf.set(pageId, jobs.set(job, controller))
      try {
        return await work({
          signal: controller.signal,
          onProgress: (done, total) => send(pageId, 'progress', { job, done, total }),
        })
      } finally {
        jobs.delete(job)
      }
    },
    cancel: (pageId, job) => jobsOf.get(pageId)?.get(job)?.abort(new JobCancelled()),
  }
}
