/** Selection of a long list: selected ids, and the anchor of a range. */

export interface Selection {
  readonly ids: ReadonlySet<number>
  /** Anchor of the range that Shift extends; null before any selection. */
  readonly anchor: number | null
}

export const noSelection: Selection = { ids: new Set(), anchor: null }

/** Selects a row, or no longer. */
export function toggle({ ids }: Selection, id: number): Selection {
  const changed = new Set(ids)
  if (!changed.delete(id)) changed.add(id)
  return { ids: changed, anchor: id }
}

/** Adds the rows from the anchor to `id`, in the order of `list`, to the selection. */
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

/** Selected ids that are still in `list`, in its order. */
export function listSelected({ ids }: Selection, list: readonly number[]): number[] {
  return ids.size === 0 ? [] : list.filter(id => ids.has(id))
}
