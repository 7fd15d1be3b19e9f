/** Pages after page one: the rest of the lists it had to cut, and the chosen pages. */
import { formatExperiments } from '../../../shared/experiments/summary.ts'
import { conditions } from '../../../shared/kinds/conditions.ts'
import { nameIn } from '../../../shared/kinds/journal-lists.ts'
import { reliefTechniques } from '../../../shared/kinds/reliefs.ts'
import { symptoms } from '../../../shared/kinds/symptoms.ts'
import type { Caps } from '../../../shared/report/cuts.ts'
import { entriesOf } from '../../../shared/report/facts.ts'
import { nameAnswer, writeOwnThing } from '../../../shared/report/own-things.ts'
import type { Report, ReportFinding } from '../../../shared/report/report.ts'
import type { ReportSection } from '../../../shared/report/section.ts'
import { formatDate, formatNumber } from '../../data/format.ts'
import { ChartsPage } from './ChartsPage.tsx'
import { DayTable } from './DayTable.tsx'
import { EpisodeTable } from './EpisodeTable.tsx'
import { isTableCut, KeyNumbersTable } from './KeyNumbersTable.tsx'
import classes from './Report.module.css'
import { dateStyleOf, describeFindingsSource, formatCount, listKnownDays } from './report-words.ts'
import {
  areDosesCut,
  ExperimentItem,
  FindingLine,
  formatDoses,
  isMedicineCut,
  isWarningCut,
  MedicineLine,
  WarningRow,
} from './TreatmentBlocks.tsx'
import { describeTrend, TrendChart } from './TrendChart.tsx'
import { Drawings } from './WhereAndWhen.tsx'

/** Cap that cuts nothing. */
const WHOLE = Number.MAX_SAFE_INTEGER
const WHOLE_TABLE = { measures: WHOLE, hasIntervals: true }

export function FollowingPages({ report, caps }: { report: Report; caps: Caps }) {
  const { pages, reveal } = report.order
  const cramps = entriesOf(report.episodes, 'cramp')
  const left = listContinuations(report, caps)
  return (
    <>
      {left.length > 0 && (
        <section className={classes.following}>
          <h2>Continued from page one</h2>
          <p className={classes.note}>
            What does not fit on page one in 9 pt stands here: the intervals first, the warning signs last.
          </p>
          {left.map(({ title, lines }) => (
            <div key={title}>
              <h3>{title}</h3>
              {lines}
            </div>
          ))}
        </section>
      )}
      {pages.includes('charts') && <ChartsPage report={report} />}
      {pages.includes('days') && (
        <section className={classes.following}>
          <h2>Every day of the period</h2>
          <DayTable days={report.days} withAlcohol={reveal.includes('alcohol')} />
        </section>
      )}
      {pages.includes('episodes') && (
        <section className={classes.following}>
          <h2>Every cramp of the period</h2>
          {cramps.length === 0 ? (
            <p className={classes.instead}>No cramp was recorded in this period.</p>
          ) : (
            <EpisodeTable
              cramps={cramps}
              ownNames={report.ownNames}
              dateStyle={dateStyleOf(report.order)}
              withNotes={reveal.includes('notes')}
            />
          )}
        </section>
      )}
      {pages.includes('own-things') && <OwnThings section={report.ownThings} />}
      {pages.includes('method') && <Method />}
    </>
  )
}

/** Own factors of the person, a line each. */
function OwnThings({ section }: { section: Report['ownThings'] }) {
  if (section === null) return null
  return (
    <section className={classes.following}>
      <h2>Followed in the person’s own words</h2>
      {section.kind === 'withheld' ? (
        <p className={classes.instead}>{section.why}</p>
      ) : (
        <table className={`${classes.table} ${classes.rows}`}>
          <thead>
            <tr>
              {['What', 'How it is answered', 'In this period'].map(column => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {section.content.map(thing => (
              <tr key={thing.name}>
                <th scope="row" dir="auto">
                  {thing.name}
                </th>
                <td>{nameAnswer(thing)}</td>
                <td>{writeOwnThing(thing, { number: formatNumber })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

interface Continuation {
  readonly title: string
  readonly lines: React.ReactNode
}

const contentOf = <Content,>(section: ReportSection<Content> | null): Content | null =>
  section?.kind === 'shown' ? section.content : null

const nameAll = (findings: readonly ReportFinding[] = []) => `${findings.map(({ name }) => name).join('; ')}.`

const inList = (items: React.ReactNode) => <ul className={classes.lines}>{items}</ul>

/** Uncut versions of what page one shows in part, in its order. */
function listContinuations(report: Report, caps: Caps): Continuation[] {
  const warnings = contentOf(report.warnings) ?? []
  const treatment = contentOf(report.medicines)
  const symptomCounts = contentOf(report.symptoms)?.counts ?? []
  const relief = contentOf(report.relief) ?? []
  const findings = contentOf(report.findings)
  const { done = [], underWay = [], coins } = contentOf(report.experiments) ?? {}
  const experiments = formatExperiments(done, underWay, coins)
  const { questions, sections } = report.order
  const medicines = treatment?.medicines ?? []
  const doses = treatment?.doses ?? []
  const numbers = contentOf(report.numbers)
  const trend = contentOf(report.trend)
  const hasDrawings = report.places?.kind === 'shown' || report.hours?.kind === 'shown'
  const lists: (Continuation & { isCut: boolean })[] = [
    {
      title: 'Warning signs raised',
      isCut: warnings.length > caps.warnings || warnings.some(warning => isWarningCut(warning, caps)),
      lines: inList(
        warnings.map(warning => (
          <WarningRow key={warning.rule} warning={warning} phrases={WHOLE} dates={WHOLE} />
        )),
      ),
    },
    {
      title: 'In numbers',
      isCut: numbers !== null && isTableCut(numbers, caps),
      lines: (
        <>
          {numbers !== null && <KeyNumbersTable numbers={numbers} caps={WHOLE_TABLE} />}
          {!caps.hasIntervals && (
            <p className={classes.note}>
              Known days of {formatNumber(report.daysInPeriod)}: cramps{' '}
              {formatNumber(report.trackedDays.cramp)}
              {listKnownDays(report)}.
            </p>
          )}
        </>
      ),
    },
    {
      title: 'Where and when',
      isCut: hasDrawings && !caps.hasDrawings,
      lines: <Drawings report={report} caps={{ hasTrend: true, hasIntervals: true }} />,
    },
    {
      title: 'Cramps per week, 12 weeks',
      isCut: trend !== null && !caps.hasTrend && (caps.hasDrawings || !hasDrawings),
      lines: trend !== null && (
        <div className={classes.halfWide}>
          <TrendChart trend={trend} medicines={medicines} hasInterval />
        </div>
      ),
    },
    {
      title: 'Trend of the cramps per week',
      isCut: trend !== null && caps.hasTrend && caps.hasDrawings && !caps.hasIntervals,
      lines: trend !== null && <p>{describeTrend(trend.change)}</p>,
    },
    {
      title: 'Symptoms with it',
      isCut: symptomCounts.length > caps.symptoms,
      lines: inList(
        symptomCounts.map(({ symptom, count, lastDate }) => (
          <li key={symptom}>
            {nameIn(symptoms, symptom, report.ownNames)}: {formatCount(count, 'cramp')}, last{' '}
            {formatDate(lastDate)}
          </li>
        )),
      ),
    },
    {
      title: 'Medicines',
      isCut: medicines.length > caps.medicines || medicines.some(one => isMedicineCut(one, caps)),
      lines: inList(
        medicines.map(one => (
          <MedicineLine
            key={`${one.name} ${one.startedOn}`}
            medicine={one}
            characters={WHOLE}
            maxChanges={WHOLE}
          />
        )),
      ),
    },
    {
      title: 'Taken as needed',
      isCut: doses.length > caps.medicines || doses.some(one => areDosesCut(one, caps)),
      lines: inList(doses.map(one => <li key={one.name}>{formatDoses(one, WHOLE)}</li>)),
    },
    {
      title: 'Conditions',
      isCut: (treatment?.conditions.length ?? 0) > caps.conditions,
      lines: inList(treatment?.conditions.map(one => <li key={one}>{conditions.words[one]}</li>)),
    },
    {
      title: 'What was tried',
      isCut: relief.length > caps.relief,
      lines: inList(
        relief.map(({ technique, n, helped, medianMinutes }) => (
          <li key={technique}>
            {nameIn(reliefTechniques, technique, report.ownNames)}: helped {helped} of {n}
            {medianMinutes !== null && `, half by ${formatNumber(medianMinutes, 1)} min`}
          </li>
        )),
      ),
    },
    {
      title: 'Experiments',
      isCut: experiments.length > caps.experiments,
      lines: inList(
        experiments.map(line => <ExperimentItem key={`${line.question} ${line.fromDate}`} line={line} />),
      ),
    },
    {
      title: `What goes with the cramps: ${describeFindingsSource(report)}`,
      isCut:
        (findings?.links.length ?? 0) > caps.links ||
        (!caps.hasFindingSentences && (findings?.links.length ?? 0) > 0),
      lines: inList(
        findings?.links.map(finding => <FindingLine key={finding.name} finding={finding} hasSentence />),
      ),
    },
    {
      title: 'Tested, no clear link',
      isCut: (findings?.withoutLink.length ?? 0) > caps.withoutLink,
      lines: <p>{nameAll(findings?.withoutLink)}</p>,
    },
    {
      title: 'Tested, not sure yet',
      isCut: (findings?.unsure.length ?? 0) > caps.unsure,
      lines: <p>{nameAll(findings?.unsure)}</p>,
    },
    {
      title: 'Questions for the doctor',
      isCut: sections.includes('questions') && questions.length > caps.questions,
      lines: (
        <p className={classes.typed} dir="auto">
          {questions}
        </p>
      ),
    },
  ]
  return lists.filter(({ isCut }) => isCut)
}

const methodLines = [
  'Everything was written down by the person in a diary on their own computer; nothing was measured by a device.',
  'A day is known for cramps when a cramp was recorded or the person confirmed that there was none; other days are left out of every rate.',
  'For cramps a day runs from noon to noon, so a night belongs to the evening it began; times are local to where they were written down.',
  'Rates are per 28 known days, with exact Poisson limits (Garwood, 95%); two stretches of 28 are compared by the exact conditional test.',
  'The trend is a Poisson regression of weekly counts over known days, its interval widened where weeks vary more than chance would.',
  'Minutes until half of the cramps were gone are Kaplan-Meier medians, given from five uses on; techniques are not ranked.',
  'Findings compare each cramp with other days of the same eight weeks and the same kind of day (work or off), by conditional logistic regression with Firth’s penalty.',
  'Links are judged every four weeks by a randomisation test, adjusted for all tests of the diary (a step-down procedure after Holm); “possible” ones may be chance: about one of five diaries in which nothing matters shows one.',
  'An experiment compares periods whose order chance drew: p is the share of all orders that could have been drawn that would differ as much; its interval is of a Poisson regression, widened for overdispersion. Where a coin decided each day, p is one-sided, over all ways the coins could have fallen.',
  'A finding is an association in one person’s diary: anything else that changed on the same days may lie behind it. A dash means not recorded, never none.',
]

function Method() {
  return (
    <section className={classes.following}>
      <h2>Method in ten lines</h2>
      <ol className={classes.method}>
        {methodLines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </section>
  )
}
