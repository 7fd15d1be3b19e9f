import { Alert, Button, Group, Menu, Stack } from '@mantine/core'
import { IconChevronDown, IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useSearchParams } from 'react-router'
import type { ReportFormat, ReportSource } from '../../shared/report/kept.ts'
import type { PageFit } from '../../shared/report/page-fit.ts'
import { useJournalClient } from '../data/journal-client.ts'
import { PRINT_PARAMETER } from '../data/paths.ts'
import { useStartedJob } from '../data/use-job.ts'
import classes from './ReportScreen.module.css'

export interface SaveReportProps {
  /** Null while the choices are invalid. */
  source: ReportSource | null
  /** Layout of page one in the preview; null until it is fitted. */
  fit: PageFit | null
  /** Stores a name that is still unsaved; resolves to false when it is refused. */
  storeName: () => Promise<boolean>
}

const dataFormats: readonly { format: ReportFormat; name: string }[] = [
  { format: 'csv', name: 'Table (CSV)' },
  { format: 'json', name: 'Report data (JSON)' },
  { format: 'fhir.json', name: 'Health record (FHIR R4)' },
]

type Task = ReportFormat | 'print'

/** Output formats of the report, with the result of the last one. */
export function SaveReport({ source, fit, storeName }: SaveReportProps) {
  const journal = useJournalClient()
  const make = useStartedJob(async (task: Task, options) => {
    if (source === null) return null
    if (!(await storeName())) throw new Error('First correct the name on the report.')
    const made = await (task === 'print'
      ? journal.printReport({ source, fit }, options)
      : journal.saveReport({ source, fit, format: task }, options))
    return 'path' in made ? made : made.printed ? 'printed' : null
  })
  const saved = make.data === 'printed' || !make.data?.path ? null : make.data
  const isBlocked = source === null || make.isPending
  usePrintCommand(source !== null && !make.isPending, () => make.mutate('print'))
  const isMaking = (task: Task) => make.isPending && make.variables === task
  return (
    <Stack gap="xs">
      <Button
        leftSection={<IconFileTypePdf size={18} aria-hidden />}
        disabled={isBlocked}
        onClick={() => make.mutate('pdf')}
      >
        Save PDF
      </Button>
      <Group grow gap="xs">
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          disabled={isBlocked}
          onClick={() => make.mutate('print')}
        >
          Print
        </Button>
        <Menu>
          <Menu.Target>
            <Button
              variant="default"
              rightSection={<IconChevronDown size={16} aria-hidden />}
              disabled={isBlocked}
            >
              Save data
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {dataFormats.map(({ format, name }) => (
              <Menu.Item key={format} onClick={() => make.mutate(format)}>
                {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      <div role="status">
        {make.isPending && (
          <Group gap="xs" justify="space-between">
            <span className={classes.hint}>
              {isMaking('pdf') || isMaking('print') ? 'Drawing the pages …' : 'Writing the file …'}
            </span>
            <Button variant="default" size="xs" onClick={make.stop}>
              Stop
            </Button>
          </Group>
        )}
        {make.data === 'printed' && <Alert title="Printed">Sent to the printer.</Alert>}
        {saved !== null && (
          <Alert title="Saved" className={classes.saved}>
            <p>{saved.path}</p>
            {saved.file !== null && <ShowSaved key={saved.file} file={saved.file} />}
          </Alert>
        )}
      </div>
      {make.error && (
        <Alert color="red" title="Not saved" role="alert">
          {make.error.message}
        </Alert>
      )}
      <p className={classes.hint}>
        Notes, alcohol and pregnancy stay out of every file unless you tick them.
      </p>
    </Stack>
  )
}

/** Prints once when the address asks for it, as soon as the report can be printed. */
function usePrintCommand(canPrint: boolean, print: () => void): void {
  const [params, setParams] = useSearchParams()
  const isAsked = params.has(PRINT_PARAMETER)
  const obey = useEffectEvent(() => {
    setParams({}, { replace: true })
    print()
  })
  useEffect(() => {
    if (isAsked && canPrint) obey()
  }, [isAsked, canPrint])
}

/** Ways to the saved file, next to the notice of where it is. */
function ShowSaved({ file }: { file: string }) {
  const journal = useJournalClient()
  const ways = useRef<HTMLDivElement>(null)
  // In a low window the notice is below the fold.
  useEffect(() => {
    // In braces: recent Chromium returns a promise, which React would call as the clean-up.
    ways.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const show = useMutation({ mutationFn: (as: 'file' | 'folder') => journal.showSavedReport({ file, as }) })
  return (
    <>
      <Group ref={ways} gap="xs" mt="xs">
        <Button size="xs" disabled={show.isPending} onClick={() => show.mutate('file')}>
          Open
        </Button>
        <Button size="xs" variant="default" disabled={show.isPending} onClick={() => show.mutate('folder')}>
          Show in folder
        </Button>
      </Group>
      {show.error && <p role="alert">{show.error.message}</p>}
    </>
  )
}
