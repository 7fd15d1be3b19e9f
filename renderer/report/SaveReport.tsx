import { Alert, Button, Group, Menu, Stack } from '@mantine/core'
import { IconChevronDown, IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import type { ReportFormat, ReportSource } from '../../shared/report/kept.ts'
import type { PageFit } from '../../shared/report/page-fit.ts'
import { useJournalClient } from '../data/journal-client.ts'
import { useStartedJob } from '../data/use-job.ts'
import classes from './ReportScreen.module.css'

export interface SaveReportProps {
  /** Null while what is chosen makes no report. */
  source: ReportSource | null
  /** How the preview fitted page one; null before it has. */
  fit: PageFit | null
  /** Stores what has been typed but not stored yet; false when that was refused. */
  storeName: () => Promise<boolean>
}

const dataFormats: readonly { format: ReportFormat; name: string }[] = [
  { format: 'csv', name: 'Table (CSV)' },
  { format: 'json', name: 'Report data (JSON)' },
  { format: 'fhir.json', name: 'Health record (FHIR R4)' },
]

type Task = ReportFormat | 'print'

/** Everything a report can be made into, and what became of it. */
export function SaveReport({ source, fit, storeName }: SaveReportProps) {
  const journal = useJournalClient()
  const make = useStartedJob(async (task: Task, options) => {
    if (source === null) return null
    if (!(await storeName())) throw new Error('First correct the name on the report.')
    const made = await (task === 'print'
      ? journal.printReport({ source, fit }, options)
      : journal.saveReport({ source, fit, format: task }, options))
    if ('path' in made) return made.path
    return made.printed ? 'Sent to the printer.' : null
  })
  const isBlocked = source === null || make.isPending
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
      <p className={classes.hint}>
        Notes, alcohol and pregnancy stay out of every file unless you tick them.
      </p>
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
        {make.data && (
          <Alert title={make.variables === 'print' ? 'Printed' : 'Saved'} className={classes.saved}>
            {make.data}
          </Alert>
        )}
      </div>
      {make.error && (
        <Alert color="red" title="Not saved" role="alert">
          {make.error.message}
        </Alert>
      )}
    </Stack>
  )
}
