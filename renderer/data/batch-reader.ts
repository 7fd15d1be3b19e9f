/** Reads entries one by one for whoever shows them, and together for whoever keeps them. */

/**
 * Collects what is asked for in the same moment into as few calls as the journal allows.
 *
 * @param read answers in any order, and leaves out what is not there
 * @param most how many may be asked for at a time
 * @returns null for what is not there
 */
export function createBatchReader<Item>(
  read: (ids: number[]) => Promise<readonly Item[]>,
  idOf: (item: Item) => number,
  most: number,
): (id: number) => Promise<Item | null> {
  let waiting: { ids: Set<number>; items: Promise<Map<number, Item>> } | null = null

  async function readTogether(ids: Set<number>): Promise<Map<number, Item>> {
    // Everything that is drawn in one go asks before this goes on.
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
