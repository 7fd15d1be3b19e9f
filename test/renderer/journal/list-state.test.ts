import { describe, expect, test, vi } from 'vitest'
import { createBatchReader } from '../../../renderer/data/batch-reader.ts'
import { addressOfFilter, filterOf } from '../../../renderer/journal/address.ts'
import { extendTo, listSelected, noSelection, toggle } from '../../../renderer/journal/selection.ts'
import { type EntryFilter, emptyFilter } from '../../../shared/search/entry-filter.ts'

describe('a selection', () => {
  const list = [50, 40, 30, 20, 10]

  test('is extended from where it began, up or down, beside what is selected already', () => {
    const begun = toggle(toggle(noSelection, 50), 20)
    expect(listSelected(extendTo(begun, 10, list), list)).toEqual([50, 20, 10])
    expect(listSelected(extendTo(begun, 40, list), list)).toEqual([50, 40, 30, 20])
  })

  test('holds only what is still in the list', () => {
    expect(listSelected(toggle(toggle(noSelection, 50), 99), list)).toEqual([50])
    expect(listSelected(extendTo(toggle(noSelection, 99), 30, list), list)).toEqual([30])
  })
})

test('what is read in the same moment is read in one call, and what is not there is null', async () => {
  const read = vi.fn(async (ids: number[]) => ids.filter(id => id < 5).map(id => ({ id })))
  const readOne = createBatchReader(read, ({ id }) => id, 2)
  expect(await Promise.all([readOne(3), readOne(4), readOne(9)])).toEqual([{ id: 3 }, { id: 4 }, null])
  expect(read.mock.calls).toEqual([[[3, 4]], [[9]]])
})

test('a filter comes back from its address', () => {
  const filter: EntryFilter = {
    text: 'a&b=c train',
    kinds: ['cramp', 'fluid'],
    muscle: 'calf',
    side: 'left',
    source: 'Apple Health',
    fromDate: '2026-01-01',
    toDate: '2026-02-01',
  }
  expect(filterOf(new URLSearchParams(addressOfFilter(filter).toString()))).toEqual(filter)
  expect(addressOfFilter(emptyFilter).toString()).toBe('')
  expect(filterOf(new URLSearchParams('from=2026-02-01&to=2026-01-01'))).toEqual(emptyFilter)
})
