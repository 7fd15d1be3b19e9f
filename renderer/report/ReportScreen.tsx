import { Alert, Button, Input, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type Paper, papers } from '../../shared/locale/conventions.ts'
import type { ReportSource } from '../../shared/report/kept.ts'
import { reportRequest } from '../../shared/report/order.ts'
import type { PageFit } from '../../shared/report/page-fit.ts'
import { writeUnprintableSentence } from '../../shared/report/printable.ts'
import { getToday, useNow } from '../data/clock.ts'
import { useConventions } from '../data/conventions.ts'
import { useJournalClient } from '../data/journal-client.ts'
import { queryKeys, useDayStart } from '../data/queries.ts'
import { Screen } from '../ui/components/Screen.tsx'
import { ContentChoice } from './ContentChoice.tsx'
import { KeptReports } from './KeptReports.tsx'
import { type PeriodChoice, PeriodChoiceFields, periodOfChoice } from './PeriodChoice.tsx'
import { ReportPreview } from './ReportPreview.tsx'
import classes from './ReportScreen.module.css'
import { SaveReport } from './SaveReport.tsx'
import { useStoredChoices } from './stored-choices.ts'
import { useNameField } from './use-name-field.ts'
import { useReport } from './use-report.ts'

/** Debounce of the preview in ms, since questions are typed. */
const PREVIEW_AFTER_MS = 400

export function ReportScreen() {
  const journal = useJournalClient()
  const today = getToday(useNow(), useDayStart())
  const [choice, setChoice] = useState<PeriodChoice>({ kind: 'weeks', weeks: 12 })
  const conventions = useConventions()
  const [chosenPaper, setPaper] = useState<Paper | null>(null)
  const paper = chosenPaper ?? conventions.paper
  const [choices, change] = useStoredChoices()
  const [openId, setOpenId] = useState<number | null>(null)
  const [fit, setFit] = useState<PageFit | null>(null)
  const name = useNameField()
  const kept = useQuery({ queryKey: queryKeys.keptReports, queryFn: () => journal.listKeptReports({}) })
  const reports = kept.data ?? []
  const period = periodOfChoice(choice, today, reports)
  const order = reportRequest.safeParse({ ...period, paper, ...choices }).data
  const [settledQuestions] = useDebouncedValue(choices.questions, PREVIEW_AFTER_MS)
  const settledOrder = reportRequest.safeParse({
    ...period,
    paper,
    ...choices,
    questions: settledQuestions,
  }).data
  const sourceOf = (wanted: typeof order): ReportSource | null => {
    if (openId !== null) return { kind: 'kept', id: openId }
    return wanted === undefined ? null : { kind: 'new', order: wanted }
  }
  const preview = useReport(sourceOf(settledOrder))
  const shown = preview.made?.report
  const lack = useMemo(() => (shown === undefined ? null : writeUnprintableSentence(shown)), [shown])
  return (
    <Screen title="Report" lead="One page for your doctor, as it will print, and the data behind it.">
      <div className={classes.columns}>
        <div className={classes.controls}>
          {openId === null ? (
            <Stack gap="lg">
              <PeriodChoiceFields choice={choice} onChange={setChoice} today={today} reports={reports} />
              <Input.Wrapper label="Paper" labelElement="div">
                <SegmentedControl
                  aria-label="Paper"
                  fullWidth
                  mt={6}
                  data={[...papers]}
                  value={paper}
                  onChange={value => setPaper(papers.find(candidate => candidate === value) ?? paper)}
                />
              </Input.Wrapper>
              <TextInput
                label="Name on the report"
                description="Optional. It stays on this computer."
                value={name.text}
                onChange={event => name.type(event.currentTarget.value)}
                onBlur={() => void name.store()}
                onKeyDown={event => event.key === 'Enter' && void name.store()}
                error={name.problem}
              />
            </Stack>
          ) : (
            <Alert title="A report made before">
              <p>It is shown as it was made, whatever has been written down since.</p>
              <Button variant="default" onClick={() => setOpenId(null)}>
                Make a new one
              </Button>
            </Alert>
          )}
          <Stack gap="lg">
            <div role="status">{lack !== null && <Alert color="yellow">{lack}</Alert>}</div>
            <SaveReport source={sourceOf(order)} fit={fit} storeName={name.store} />
            {openId === null && <ContentChoice choices={choices} onChange={change} />}
            <KeptReports reports={reports} openId={openId} onOpen={setOpenId} />
          </Stack>
        </div>
        {openId === null && settledOrder === undefined ? (
          <section className={classes.desk} aria-label="Preview">
            <p className={classes.hint}>
              {period === null
                ? 'Correct the dates of the period to see the report.'
                : 'Shorten your questions to see the report.'}
            </p>
          </section>
        ) : (
          <ReportPreview state={preview} onFitted={setFit} />
        )}
      </div>
    </Screen>
  )
}
