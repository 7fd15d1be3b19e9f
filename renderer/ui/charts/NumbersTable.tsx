import { Table } from '@mantine/core'
import { type ChartNumbers, formatCell } from './chart-numbers.ts'

/** The numbers of a chart as a table; the first cell of a row names it. */
export function NumbersTable({ numbers: { title, columns, rows } }: { numbers: ChartNumbers }) {
  return (
    <Table verticalSpacing={6} striped stickyHeader captionSide="top">
      {title !== undefined && <Table.Caption>{title}</Table.Caption>}
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ title }) => (
            <Table.Th key={title} scope="col">
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(row => (
          <Table.Tr key={String(row[0])}>
            {columns.map((column, index) => {
              const words = formatCell(row[index] ?? null, column)
              return index === 0 ? (
                <Table.Th key={column.title} scope="row">
                  {words}
                </Table.Th>
              ) : (
                <Table.Td key={column.title}>{words}</Table.Td>
              )
            })}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
