import { formatReference, type ReferenceId } from '../../../shared/advice/knowledge/references.ts'
import classes from './References.module.css'

export interface ReferencesProps {
  ids: readonly ReferenceId[]
  /** What must be said beside them, or where there are none. */
  remark?: string | undefined
  /** What they are about, where several lists stand on one screen. */
  name?: string
}

/** What a statement rests on, folded away; nothing where there is nothing to name. */
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
