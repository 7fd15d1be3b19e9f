import { expect, test } from 'vitest'
import { isSitePicked, toggleSite } from '../../../../renderer/ui/fields/sites.ts'

test('a press picks one side, a press on the other makes both, a third leaves the second', () => {
  const left = toggleSite([], 'calf', 'left')
  expect(left).toEqual([{ muscle: 'calf', side: 'left' }])
  const both = toggleSite(left, 'calf', 'right')
  expect(both).toEqual([{ muscle: 'calf', side: 'both' }])
  expect(toggleSite(both, 'calf', 'left')).toEqual([{ muscle: 'calf', side: 'right' }])
})

test('a second press on the same side takes it back', () => {
  const toes = { muscle: 'toes', side: 'right' } as const
  expect(toggleSite([toes, { muscle: 'calf', side: 'left' }], 'calf', 'left')).toEqual([toes])
})

test('both sides show as the left one and the right one', () => {
  const sites = [{ muscle: 'calf', side: 'both' }] as const
  expect(isSitePicked(sites, 'calf', 'left')).toBe(true)
  expect(isSitePicked(sites, 'calf', 'right')).toBe(true)
  expect(isSitePicked(sites, 'shin', 'left')).toBe(false)
})
