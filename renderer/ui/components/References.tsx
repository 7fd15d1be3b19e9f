import { formatReference, type ReferenceId } from '../../../shared/advice/knowledge/references.ts'
import classes from './References.module.css'

export interface ReferencesProps {
  ids: readonly ReferenceId[]
  /** Remark shown with the references, or alone when there are none. */
  remark?: string | undefined
  /** Subject of the references, for screens with several lists. */
  name?: string
}

/** Folded list of a statement's sources; renders nothing without sources and remark. */
export function References({ ids, remark, name }: ReferencesProps) {
  const lines = [...ids.map(formatReference), ...(remark === undefined ? [] : [remark])]
  if (lines.length === 0) return null
  return (
    <details className={classes.references}>
      <summary>
        {ids.length > 1 ? `${ids.length} sources` : 'Source'}
        {name !== undefined && `: ${name}`}
      </summary>
      <ul>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
