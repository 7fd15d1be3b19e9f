import { Alert, Button, Group, Progress, Radio, Stack, Table, Text, VisuallyHidden } from '@mantine/core'
import { useEffect, useState } from 'react'
import {
  type ChangedChoice,
  type CsvAnswers,
  type ImportPlan,
  type ImportPreview,
  type Outcome,
  PROBLEMS_COUNTED,
} from '../../shared/archive/import-plan.ts'
import { entryKinds, kindWords } from '../../shared/kinds/entry.ts'
import { isolate } from '../../shared/locale/bidi.ts'
import { countWords, formatDateRange, formatNumber } from '../data/format.ts'
import { useJournalClient } from '../data/journal-client.ts'
import { useJob, useStartedJob } from '../data/use-job.ts'
import { showMessage } from '../ui/components/messages.ts'
import { getPercent } from './backup-queries.ts'
import { CsvQuestions } from './CsvQuestions.tsx'
import { PassphraseQuestion } from './RestoreDialog.tsx'

/** Running step for the chosen files. */
export type ImportWork = 'none' | 'reading' | 'importing'

interface ImportPreviewPanelProps {
  /** Token of the chosen files. */
  files: string
  onWork: (work: ImportWork) => void
  onClose: () => void
}

/** Preview of an import, with the passphrase prompt and CSV questions it needs. */
export function ImportPreviewPanel({ files, onWork, onClose }: ImportPreviewPanelProps) {
  const journal = useJournalClient()
  const [passphrase, setPassphrase] = useState<string | null>(null)
  const [answers, setAnswers] = useState<CsvAnswers>({ dateOrder: null, decimalSign: null })
  const [changed, setChanged] = useState<ChangedChoice>('keep')
  const choices = { files, passphrase, answers, changed }
  const preview = useJob({
    queryKey: ['import-preview', choices],
    run: options => journal.previewImport(choices, options),
    keepsPrevious: true,
    isVolatile: true,
  })
  const importing = useStartedJob(async (token: string, options) => {
    const result = await journal.runImport({ ...choices, token }, options)
    if (result.state === 'refused') return result
    if (result.state === 'ready') showMessage(describeDone(result.plan, changed))
    else showMessage('The import was cancelled. Nothing was added to the journal.')
    onClose()
    return result
  })
  const work = importing.isPending ? 'importing' : preview.isRunning ? 'reading' : 'none'
  useEffect(() => {
    onWork(work)
    return () => onWork('none')
  }, [work, onWork])
  const error = preview.error ?? importing.error
  if (preview.isStopped) return <Text>Nothing was read.</Text>
  if (importing.isPending || preview.output === undefined)
    return (
      <Working
        what={importing.isPending ? 'Importing' : 'Reading the files'}
        percent={getPercent(importing.progress ?? preview.progress)}
        onCancel={importing.isPending ? importing.stop : preview.stop}
        error={error}
      />
    )
  const shown: ImportPreview = importing.data?.state === 'refused' ? importing.data : preview.output
  switch (shown.state) {
    case 'locked':
      return <PassphraseQuestion message={shown.message} onAnswer={setPassphrase} />
    case 'asks':
      return (
        <CsvQuestions questions={shown.questions} onAnswer={given => setAnswers({ ...answers, ...given })} />
      )
    case 'refused':
      return <Problems preview={shown} onClose={onClose} />
    case 'cancelled':
      return <Text>Nothing was read.</Text>
    case 'ready':
      return (
        <Stack>
          <PlanTable plan={shown.plan} />
          {hasChanged(shown.plan) && <ChangedQuestion value={changed} onChange={setChanged} />}
          {shown.plan.takesProfile && (
            <Text size="sm">
              Your journal is empty, so the name, units and other settings in the file will be used too.
            </Text>
          )}
          {shown.plan.renamedThings.map(({ from, to }) => (
            <Text key={to} size="sm">
              Your journal has another “<bdi>{from}</bdi>”. The one in the file comes in as “<bdi>{to}</bdi>”.
            </Text>
          ))}
          {shown.plan.experiments.leftOut > 0 && (
            <Text size="sm">
              {countWords(shown.plan.experiments.leftOut, 'experiment', 'experiments')} in the file will be
              left out: your journal has one from the same time, or a later copy of it, and that stays as it
              is.
            </Text>
          )}
          {error && (
            <Alert color="red" role="alert">
              {error.message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button
              disabled={!changesAnything(shown.plan, changed) || preview.isRunning}
              onClick={() => importing.mutate(shown.plan.token)}
            >
              Import
            </Button>
          </Group>
        </Stack>
      )
  }
}

interface WorkingProps {
  what: string
  percent: number | null
  onCancel: () => void
  error: Error | null
}

function Working({ what, percent, onCancel, error }: WorkingProps) {
  if (error)
    return (
      <Alert color="red" role="alert">
        {error.message}
      </Alert>
    )
  return (
    <Stack>
      <Text role="status">{what} …</Text>
      <Progress value={percent ?? 100} animated={percent === null} aria-label={what} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </Stack>
  )
}

function Problems({
  preview,
  onClose,
}: {
  preview: Extract<ImportPreview, { state: 'refused' }>
  onClose: () => void
}) {
  const { problems, problemCount } = preview
  return (
    <Stack>
      <Alert color="red" role="alert" title="Nothing was imported">
        Correct what is listed below, and choose the file again. A file is imported as a whole, or not at all.
      </Alert>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Where</Table.Th>
            <Table.Th>What</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {problems.map(({ place, message }) => (
            <Table.Tr key={`${place} ${message}`}>
              <Table.Td>{place}</Table.Td>
              <Table.Td>{message}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {problemCount > problems.length && (
        <Text>
          And {problemCount >= PROBLEMS_COUNTED ? 'at least ' : ''}
          {formatNumber(problemCount - problems.length)} more.
        </Text>
      )}
      <Group justify="flex-end">
        <Button onClick={onClose}>Close</Button>
      </Group>
    </Stack>
  )
}

function listOutcomes(plan: ImportPlan): readonly (readonly [string, Outcome])[] {
  return [
    ...entryKinds.map(kind => [kindWords[kind], plan.kinds[kind]] as const),
    ['Shoes', plan.shoes] as const,
    ['Names of my own things', plan.ownFactors] as const,
    ['My own drinks, activities, reliefs and symptoms', plan.ownThings] as const,
    ['Days marked complete', plan.checkIns] as const,
    ['Experiments', { ...plan.experiments, changed: 0 }] as const,
  ].filter(([, outcome]) => outcome.new + outcome.same + outcome.changed > 0)
}

const hasChanged = (plan: ImportPlan) => listOutcomes(plan).some(([, outcome]) => outcome.changed > 0)

function changesAnything(plan: ImportPlan, changed: ChangedChoice): boolean {
  return (
    plan.takesProfile ||
    listOutcomes(plan).some(
      ([, outcome]) => outcome.new > 0 || (changed === 'replace' && outcome.changed > 0),
    )
  )
}

function describeDone(plan: ImportPlan, changed: ChangedChoice): string {
  const all = entryKinds.map(kind => plan.kinds[kind])
  const added = all.reduce((sum, outcome) => sum + outcome.new, 0)
  const replaced = changed === 'keep' ? 0 : all.reduce((sum, outcome) => sum + outcome.changed, 0)
  const words = [`${countWords(added, 'entry', 'entries')} added`]
  if (replaced > 0) words.push(`${formatNumber(replaced)} replaced`)
  return `Imported: ${words.join(', ')}.`
}

function PlanTable({ plan }: { plan: ImportPlan }) {
  const outcomes = listOutcomes(plan)
  if (outcomes.length === 0) return <Text>There are no entries in this file.</Text>
  return (
    <>
      {plan.firstDate !== null && plan.lastDate !== null && (
        <Text>{formatDateRange(plan.firstDate, plan.lastDate)}</Text>
      )}
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <VisuallyHidden>Kind</VisuallyHidden>
            </Table.Th>
            <Table.Th ta="right">New</Table.Th>
            <Table.Th ta="right">Already there</Table.Th>
            <Table.Th ta="right">There, but different</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {outcomes.map(([what, outcome]) => (
            <Table.Tr key={what}>
              <Table.Th fw={400}>{what}</Table.Th>
              <Table.Td ta="right">{formatNumber(outcome.new)}</Table.Td>
              <Table.Td ta="right">{formatNumber(outcome.same)}</Table.Td>
              <Table.Td ta="right">{formatNumber(outcome.changed)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <RenamedFactors renamed={plan.renamedFactors} />
    </>
  )
}

const RENAMED_SHOWN = 5

/** Own factors of the file that get another name, since the journal's of that name are answered in another way. */
function RenamedFactors({ renamed }: { renamed: ImportPlan['renamedFactors'] }) {
  if (renamed.length === 0) return null
  const shown = renamed.slice(0, RENAMED_SHOWN).map(({ from, to }) => `${isolate(from)} as ${isolate(to)}`)
  const more = renamed.length - shown.length
  return (
    <Text>
      You have something of the same name that is answered in another way. It stays, and the file’s comes
      under a new name: {shown.join(', ')}
      {more > 0 && `, and ${formatNumber(more)} more`}.
    </Text>
  )
}

function ChangedQuestion({
  value,
  onChange,
}: {
  value: ChangedChoice
  onChange: (value: ChangedChoice) => void
}) {
  return (
    <Radio.Group
      label="What is different in the journal"
      value={value}
      onChange={picked => onChange(picked === 'replace' ? 'replace' : 'keep')}
    >
      <Stack gap="xs" mt="xs">
        <Radio value="keep" label="Keep it as it is in the journal" />
        <Radio value="replace" label="Change it to what is in the file, even if it is in the trash" />
      </Stack>
    </Radio.Group>
  )
}
