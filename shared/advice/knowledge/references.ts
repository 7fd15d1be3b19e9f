/** References of a statement: publications and public guidance, formatted alike on every screen. */

import { lowerFirst } from '../../locale/lower-first.ts'
import { type GuidanceId, guidance } from './guidance.ts'
import { formatSource, type SourceId, sources } from './sources.ts'

export type ReferenceId = SourceId | GuidanceId

const isSource = (id: ReferenceId): id is SourceId => Object.hasOwn(sources, id)

/** Formats a reference as one line of a list. */
export function formatReference(id: ReferenceId): string {
  if (isSource(id)) return formatSource(sources[id])
  const { publisher, about } = guidance[id]
  return `${publisher}: ${about}`
}

export interface ReferenceFacts {
  readonly line: string
  /** Year of publication; null for guidance that was read as an undated copy. */
  readonly year: number | null
  readonly studiedOn: string
}

/** Line, year and studied population of a reference, for the list of all claims. */
export function describeReference(id: ReferenceId): ReferenceFacts {
  const line = formatReference(id)
  if (isSource(id)) return { line, year: sources[id].year, studiedOn: sources[id].studiedOn }
  return { line, year: guidance[id].year, studiedOn: guidance[id].studiedOn }
}

const isReference = (id: string): id is ReferenceId =>
  Object.hasOwn(sources, id) || Object.hasOwn(guidance, id)

/** Sentence that marks the part without a source; undefined where there is none. */
export const nameOwnJudgement = (ownJudgement: string | null): string | undefined =>
  ownJudgement === null
    ? undefined
    : `Our own judgement, which no clinician has confirmed yet: ${lowerFirst(ownJudgement)}`

/** Ids of all references, for schemas. */
export const referenceIds: readonly ReferenceId[] = [
  ...Object.keys(sources),
  ...Object.keys(guidance),
].filter(isReference)
