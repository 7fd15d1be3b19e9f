/** Which rows of a long list are selected, and which of them the keys move from. */

export interface Selection {
  readonly ids: ReadonlySet<number>
  /** Where a range begins that Shift extends; null before anything was selected. */
  readonly anchor: number | null
}

export const noSelection: Selection = { ids: new Set(), anchor: null }

/** Selects a row, or no longer. */
export function toggle({ ids }: Selection, id: number): Selection {
  const changed = new Set(ids)
  if (!changed.delete(id)) changed.add(id)
  return { ids: changed, anchor: id }
}

/** Selects everything from the anchor to `id`, as they stand in `list`, beside what is selected already. */
export function extendTo(selection: Selection, id: number, list: readonly number[]): Selection {
  const from = selection.anchor === null ? -1 : list.indexOf(selection.anchor)
  const to = list.indexOf(id)
  if (from < 0 || to < 0) return toggle(selection, id)
  const range = list.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { ids: new Set([...selection.ids, ...range]), anchor: selection.anchor }
}

export const selectAll = (list: readonly number[]): Selection => ({
  ids: new Set(list),
  anchor: list[0] ?? null,
})

/** What is selected of `list`, in its order: what has gone from the list is no longer selected. */
export function listSelected({ ids }: Selection, list: readonly number[]): number[] {
  return ids.size === 0 ? [] : list.filter(id => ids.has(id))
}
