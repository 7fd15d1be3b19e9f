/**
 * Unsaved form values in local storage, so that they survive errors, navigation and restarts. One slot per entry or shoe,
 * one per kind for new ones, one per settings field; removed when the form is saved or discarded.
 */
import type { EntryKind } from '../../shared/kinds/entry.ts'
import type { OwnList } from '../../shared/kinds/list.ts'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'
import { useStatus } from '../data/queries.ts'

export interface FormName {
  readonly kind: EntryKind | 'shoe' | `own ${OwnList}` | `night-card ${CalendarDate}` | `setting ${string}`
  /** The entry or shoe being changed; null for a new one. */
  readonly entry: { readonly id: number } | null
}

interface UnsavedForm<Values> {
  readonly values: Values
  /** UTC milliseconds of the last change. */
  readonly keptAt: number
}

export interface UnsavedForms {
  /** Stored values, if they have the fields of `pattern`; null otherwise. */
  readonly read: <Values extends object>(name: FormName, pattern: Values) => UnsavedForm<Values> | null
  readonly keep: (name: FormName, values: object, now: number) => void
  readonly forget: (name: FormName) => void
}

function createUnsavedForms(scope: 'own' | 'demo'): UnsavedForms {
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
        // Storage is full, for instance by a pasted book. The open form still holds the text, and refuses it when saved.
      }
    },
    forget: name => localStorage.removeItem(keyOf(name)),
  }
}

const forms = { own: createUnsavedForms('own'), demo: createUnsavedForms('demo') }

/** Unsaved forms of the open journal. The demo has its own, because its entry ids mean other entries in a real journal. */
export function useUnsavedForms(): UnsavedForms {
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

/** A form written by another version may have other fields, and is discarded. */
function isLike<Values extends object>(value: unknown, pattern: Values): value is Values {
  if (typeof value !== 'object' || value === null) return false
  const fields: Record<string, unknown> = { ...value }
  const expected = Object.entries(pattern)
  return (
    Object.keys(fields).length === expected.length &&
    expected.every(([key, like]) => key in fields && Array.isArray(fields[key]) === Array.isArray(like))
  )
}
