import { ActionIcon, Menu } from '@mantine/core'
import { IconCopy, IconDownload, IconPhoto, IconTable } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { useJournalClient } from '../../data/journal-client.ts'
import { showError, showMessage } from '../components/messages.ts'
import { type ChartBasis, describeChartBasis, nameBasis } from './chart-basis.ts'
import { type ChartNumbers, joinNumbers } from './chart-numbers.ts'
import { drawPicture } from './chart-picture.ts'

const COPIED = 'Copied'

const tellPlace = ({ path }: { path: string | null }) => (path === null ? null : `Saved as ${path}`)

export interface ExportChartProps {
  question: string
  answer: string
  basis: ChartBasis | null
  numbers: readonly ChartNumbers[]
  /** Element that contains the drawing; unset while the table is shown, and then no picture can be exported. */
  figure: RefObject<HTMLElement | null>
  isDrawn: boolean
}

/** Menu that exports a chart to a file or the clipboard, as the picture on screen or as its numbers. */
export function ExportChart({ question, answer, basis, numbers, figure, isDrawn }: ExportChartProps) {
  const journal = useJournalClient()
  const name = basis === null ? question : `${question} ${nameBasis(basis)}`
  const { columns, rows } = joinNumbers(numbers, basis)
  const table = { columns: [...columns], rows: rows.map(row => [...row]) }
  const draw = () => {
    if (figure.current === null) throw new Error('The chart is not on the page.')
    return drawPicture(figure.current, {
      question,
      answer,
      basis: basis === null ? '' : describeChartBasis(basis),
    })
  }
  /** Each gives the sentence to say when it is done, or null when the person changed their mind. */
  const ways = {
    savePicture: async () => tellPlace(await journal.saveChartPicture({ name, pngBase64: await draw() })),
    saveNumbers: async () => tellPlace(await journal.saveChartNumbers({ name, ...table })),
    copyPicture: async () => {
      await journal.copyChartPicture({ pngBase64: await draw() })
      return COPIED
    },
    copyNumbers: async () => {
      await journal.copyChartNumbers(table)
      return COPIED
    },
  }
  const taking = useMutation({
    mutationFn: (way: keyof typeof ways) => ways[way](),
    onSuccess: sentence => sentence !== null && showMessage(sentence),
    onError: showError,
  })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={`Save or copy "${question}"`}
          loading={taking.isPending}
        >
          <IconDownload size={17} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPhoto size={16} aria-hidden />}
          disabled={!isDrawn}
          onClick={() => taking.mutate('savePicture')}
        >
          Save the picture (PNG)…
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTable size={16} aria-hidden />}
          onClick={() => taking.mutate('saveNumbers')}
        >
          Save the numbers (CSV)…
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconCopy size={16} aria-hidden />}
          disabled={!isDrawn}
          onClick={() => taking.mutate('copyPicture')}
        >
          Copy picture
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopy size={16} aria-hidden />}
          onClick={() => taking.mutate('copyNumbers')}
        >
          Copy numbers
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
