/** Analysis jobs under way, shared by all pages and independent of which journal is open. */
import type { ComparedDays } from '../../../shared/analysis/compared-days.ts'
import type { FindingChecks, FoundFindings } from '../../../shared/analysis/finding.ts'
import type { Patterns } from '../../../shared/analysis/patterns.ts'
import type { JobRunner, RunOptions } from '../../jobs/job.ts'
import { createSharedWork } from '../../jobs/shared-work.ts'
import {
  type ChecksInput,
  checksJob,
  comparedDaysJob,
  type DiaryInput,
  type FindingsInput,
  type FindingsOutcome,
  findingsJob,
} from './diary-findings.ts'
import { type PatternsInput, patternsJob } from './period-patterns.ts'

/** Maximum waiting analyses, not counting the running one: more than the charts of one screen request at once. */
const MAX_WAITING = 4

export interface AnalysisWork {
  /**
   * Subscribes to the findings of this input.
   *
   * @param onFound called once when the job ends, before its subscribers get the result
   */
  findFindings(
    input: FindingsInput,
    onFound: (outcome: FindingsOutcome) => Promise<void>,
    subscriber: RunOptions,
  ): Promise<FoundFindings>
  findChecks(input: ChecksInput, subscriber: RunOptions): Promise<FindingChecks | null>
  countComparedDays(input: DiaryInput, subscriber: RunOptions): Promise<ComparedDays[]>
  makePatterns(input: PatternsInput, subscriber: RunOptions): Promise<Patterns>
  /** Ends all analyses, so that none reads the journal's file when it is replaced. */
  stop(): Promise<void>
}

export function createAnalysisWork({ run }: Pick<JobRunner, 'run'>): AnalysisWork {
  const findings = createSharedWork<FoundFindings>({ maxWaiting: MAX_WAITING })
  const checks = createSharedWork<FindingChecks | null>({ maxWaiting: MAX_WAITING })
  const days = createSharedWork<ComparedDays[]>({ maxWaiting: MAX_WAITING })
  const patterns = createSharedWork<Patterns>({ maxWaiting: MAX_WAITING })
  return {
    findFindings: (input, onFound, subscriber) =>
      findings.subscribe(
        JSON.stringify(input),
        async options => {
          const outcome = await run(findingsJob, input, options)
          if (!options.signal.aborted) await onFound(outcome)
          return outcome.found
        },
        subscriber,
      ),
    findChecks: (input, subscriber) =>
      checks.subscribe(JSON.stringify(input), options => run(checksJob, input, options), subscriber),
    countComparedDays: (input, subscriber) =>
      days.subscribe(JSON.stringify(input), options => run(comparedDaysJob, input, options), subscriber),
    makePatterns: (input, subscriber) =>
      patterns.subscribe(JSON.stringify(input), options => run(patternsJob, input, options), subscriber),
    async stop() {
      await Promise.all([findings, checks, days, patterns].map(work => work.abortAll()))
    },
  }
}
