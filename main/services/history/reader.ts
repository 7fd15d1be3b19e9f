/** Reader of one program's export. One small file each, listed in `readers.ts` in the order of recognition. */
import type { Answers, HistoryContext, Interpretation } from '../../../shared/history/history.ts'
import type { OnStep } from '../../jobs/job.ts'
import type { HistoryFiles } from './history-files.ts'

export interface HistoryReader<Scan> {
  /** Stable id, stored with the answers: `apple-health`. */
  readonly id: string
  /** Name of the source, as entries carry it: "Apple Health". Null where the person names it: `Interpretation.sourceName`. */
  readonly name: string | null
  /** Objects of the sentence "Unknot can read ... from it": "drinks, training and nights". */
  readonly reads: string
  /** True if the content is that of this program, judged by names inside and the first kilobytes, never by the file's own name. */
  recognise(files: HistoryFiles): Promise<boolean>
  /**
   * Reads what a journal has a field for, as a stream.
   *
   * @throws CallFailure with a sentence when the export is damaged or incomplete; JobCancelled from `onStep`
   */
  scan(files: HistoryFiles, onStep: OnStep): Promise<Scan>
  /** Pure: lives in `shared/history/<reader>.ts`. */
  interpret(scan: Scan, answers: Answers, context: HistoryContext): Interpretation
}
