/** What a statement rests on: publications and public guidance, named alike wherever a screen tells its source. */
import { formatSource, type SourceId, sources } from './sources.ts'
import { type GuidanceId, guidance } from './warning-signs/guidance.ts'

export type ReferenceId = SourceId | GuidanceId

const isSource = (id: ReferenceId): id is SourceId => Object.hasOwn(sources, id)

/** One line of a list of sources. */
export function formatReference(id: ReferenceId): string {
  if (isSource(id)) return formatSource(sources[id])
  const { publisher, about } = guidance[id]
  return `${publisher}: ${about}`
}
