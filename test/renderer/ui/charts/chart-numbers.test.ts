import { describe, expect, it } from 'vitest'
import { describeChartBasis, nameBasis } from '../../../../renderer/ui/charts/chart-basis.ts'
import { joinNumbers } from '../../../../renderer/ui/charts/chart-numbers.ts'

const basis = { fromDate: '2025-12-01', toDate: '2026-11-28', only: ['calf', 'at night'] }
const weeks = { title: 'Weeks', columns: [{ title: 'Week' }, { title: 'Cramps' }], rows: [['1 - 7 Dec', 3]] }
const bands = {
  title: 'Bands',
  columns: [{ title: 'After' }, { title: 'Cramps' }, { title: 'Share, %' }],
  rows: [['a harder week', null, 50]],
}

describe('the numbers of a chart as one table', () => {
  it('hold the period and the choice of cramps in every row', () => {
    expect(joinNumbers([weeks], basis)).toEqual({
      columns: ['Week', 'Cramps', 'Period from', 'Period to', 'Which cramps'],
      rows: [['1 - 7 Dec', 3, '2025-12-01', '2026-11-28', 'calf, at night']],
    })
    expect(joinNumbers([weeks], { ...basis, only: [] }).rows[0]?.at(-1)).toBe('all')
  })

  it('tell the rows of several drawings apart, and leave empty what is not theirs', () => {
    expect(joinNumbers([weeks, bands], null)).toEqual({
      columns: ['Part', 'Week', 'Cramps', 'After', 'Share, %'],
      rows: [
        ['Weeks', '1 - 7 Dec', 3, null, null],
        ['Bands', null, null, 'a harder week', 50],
      ],
    })
  })
})

it('what a chart is of stands on it in words, and in the name of its file in dates that sort', () => {
  expect(describeChartBasis(basis)).toMatch(/^.*2025\s–\s.*2026 · only: calf, at night$/)
  expect(describeChartBasis({ ...basis, only: [], note: 'all there is' })).toMatch(/2026 · all there is$/)
  expect(nameBasis(basis)).toBe('2025-12-01 to 2026-11-28, calf, at night')
})
