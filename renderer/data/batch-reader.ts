/**
 * Batches reads of single items: every id requested in the same microtask goes into one call.
 *
 * @param read answers in any order, without the ids that do not exist
 * @param most maximum ids per call
 * @returns a reader that resolves to null for an id that does not exist
 */
export function createBatchReader<Item>(
  read: (ids: number[]) => Promise<readonly Item[]>,
  idOf: (item: Item) => number,
  most: number,
): (id: number) => Promise<Item | null> {
  let waiting: { ids: Set<number>; items: Promise<Map<number, Item>> } | null = null

  async function readTogether(ids: Set<number>): Promise<Map<number, Item>> {
    // Microtask: rows rendered together request their ids before this continuation runs.
    await Promise.resolve()
    if (waiting?.ids === ids) waiting = null
    const items = await read([...ids])
    return new Map(items.map(item => [idOf(item), item]))
  }

  return async id => {
    if (waiting === null || waiting.ids.size >= most) {
      const ids = new Set<number>()
      waiting = { ids, items: readTogether(ids) }
    }
    waiting.ids.add(id)
    return (await waiting.items).get(id) ?? null
  }
}
