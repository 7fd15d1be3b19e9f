import { Button, ScrollArea, Table, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import type { MonthCounts } from '../../shared/history-calls.ts'
import { type EntryKind, entryKinds, kindWords } from '../../shared/kinds/entry.ts'
import { formatDate, formatNumber } from '../data/format.ts'

const columns = [
  { what: 'new', words: 'New' },
  { what: 'same', words: 'Already here' },
  { what: 'updated', words: 'Updated' },
  { what: 'kept', words: 'Stays as you changed it' },
] as const

/** Entries by kind, and month by month on request. */
export function MonthTables({ months }: { months: readonly MonthCounts[] }) {
  const [isOpen, setOpen] = useState(false)
  const kinds = entryKinds.filter(kind => months.some(month => month.kind === kind))
  const shown = columns.filter(({ what }) => what === 'new' || months.some(month => month[what] > 0))
  const totalOf = (kind: EntryKind, what: (typeof columns)[number]['what']) =>
    months.reduce((total, month) => total + (month.kind === kind ? month[what] : 0), 0)
  return (
    <>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <VisuallyHidden>Kind</VisuallyHidden>
            </Table.Th>
            {shown.map(({ what, words }) => (
              <Table.Th key={what} ta="right">
                {words}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kinds.map(kind => (
            <Table.Tr key={kind}>
              <Table.Th fw={400}>{kindWords[kind]}</Table.Th>
              {shown.map(({ what }) => (
                <Table.Td key={what} ta="right">
                  {formatNumber(totalOf(kind, what))}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={isOpen}
          onClick={() => setOpen(wasOpen => !wasOpen)}
        >
          {isOpen ? 'Hide the months' : 'Month by month'}
        </Button>
      </div>
      {isOpen && <Months months={months} kinds={kinds} />}
    </>
  )
}

/** Entries of each month, newest first, whatever becomes of them. */
function Months({ months, kinds }: { months: readonly MonthCounts[]; kinds: readonly EntryKind[] }) {
  const byMonth = [...Map.groupBy(months, ({ month }) => month)].toSorted(([a], [b]) => (a < b ? 1 : -1))
  return (
    <ScrollArea.Autosize mah={320} viewportProps={{ tabIndex: 0, 'aria-label': 'Entries by month' }}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Month</Table.Th>
            {kinds.map(kind => (
              <Table.Th key={kind} ta="right">
                {kindWords[kind]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {byMonth.map(([month, ofMonth]) => (
            <Table.Tr key={month}>
              <Table.Th fw={400}>{formatDate(`${month}-01`, 'month')}</Table.Th>
              {kinds.map(kind => {
                const counts = ofMonth.find(other => other.kind === kind)
                return (
                  <Table.Td key={kind} ta="right">
                    {counts === undefined
                      ? ''
                      : formatNumber(counts.new + counts.same + counts.updated + counts.kept)}
                  </Table.Td>
                )
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}
