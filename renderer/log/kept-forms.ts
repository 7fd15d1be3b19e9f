/**
 * What was typed and not yet stored, kept on this computer through errors, navigation and restarts. One form per entry
 * or shoe, one per kind for new ones, one per field of the settings; forgotten when it is saved or thrown away.
 */
import type { EntryKind } from '../../shared/kinds/entry.ts'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'
import { useStatus } from '../data/queries.ts'

export interface FormName {
  readonly kind: EntryKind | 'shoe' | `night-card ${CalendarDate}` | `setting ${string}`
  /** The entry or shoe that is changed; null for a new one. */
  readonly entry: { readonly id: number } | null
}

export interface KeptForm<Values> {
  readonly values: Values
  /** UTC milliseconds of the last key. */
  readonly keptAt: number
}

export interface KeptForms {
  /** What was begun, if it has the fields that forms like `pattern` have now. */
  readonly read: <Values extends object>(name: FormName, pattern: Values) => KeptForm<Values> | null
  readonly keep: (name: FormName, values: object, now: number) => void
  readonly forget: (name: FormName) => void
}

function createKeptForms(scope: 'own' | 'demo'): KeptForms {
  const keyOf = ({ kind, entry }: FormName) => `unknot-form ${scope} ${kind} ${entry?.id ?? 'new'}`
  return {
    read: (name, pattern) => {
      const stored = parse(localStorage.getItem(keyOf(name)))
      if (typeof stored?.keptAt !== 'number') return null
      const { values, keptAt } = stored
      return isLike(values, pattern) ? { values, keptAt } : null
    },
    keep: (name, values, now) => {
      try {
        localStorage.setItem(keyOf(name), JSON.stringify({ values, keptAt: now }))
      } catch {
        // No room, as for a pasted book. The form itself still holds it, and says what is wrong when it is saved.
      }
    },
    forget: name => localStorage.removeItem(keyOf(name)),
  }
}

const forms = { own: createKeptForms('own'), demo: createKeptForms('demo') }

/** The kept forms of this journal: the demo's entries have ids that mean something else in one's own. */
export function useKeptForms(): KeptForms {
  return useStatus().data?.demo === true ? forms.demo : forms.own
}

function parse(text: string | null): { values?: unknown; keptAt?: unknown } | null {
  if (text === null) return null
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' ? parsed : null
  } catch {
    return null
  }
}

/** A form of another version has other fields, and cannot be continued. */
function isLike<Values extends object>(value: unknown, pattern: Values): value is Values {
  if (typeof value !== 'object' || value === null) return false
  const fields: Record<string, unknown> = { ...value }
  const expected = Object.entries(pattern)
  return (
    Object.keys(fields).length === expected.length &&
    expected.every(([key, like]) => key in fields && Array.isArray(fields[key]) === Array.isArray(like))
  )
}
