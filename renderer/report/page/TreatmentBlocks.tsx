/** Blocks of page one: treatment and conditions, warning signs, findings and experiments. */

import { verdictWords } from '../../../shared/analysis/finding-sentences.ts'
import { formatExperiments, type ReportedExperiment } from '../../../shared/experiments/summary.ts'
import { conditions } from '../../../shared/kinds/conditions.ts'
import { medicationChanges, medicineClasses } from '../../../shared/kinds/medicines.ts'
import { isolate } from '../../../shared/locale/bidi.ts'
import { capitalize } from '../../../shared/locale/capitalize.ts'
import { lowerFirst } from '../../../shared/locale/lower-first.ts'
import { type Caps, cutList } from '../../../shared/report/cuts.ts'
import type {
  ReportExperiments,
  ReportFinding,
  ReportFindings,
  ReportMedicine,
  ReportWarning,
  Treatment,
} from '../../../shared/report/report.ts'
import { formatDate, formatDateRange, formatNumber } from '../../data/format.ts'
import { AndMore } from './Block.tsx'
import classes from './Report.module.css'
import { formatDates, formatTaken, shorten } from './report-words.ts'

/** Maximum characters of a name or a dose; longer ones are repeated whole on page two. */
export const MEDICINE_CHARACTERS = 70

/** Maximum phrases and dates of a warning sign; signs with more are repeated whole on page two. */
const WARNING_PHRASES = 5
const WARNING_DATES = 3

const levelWords: Record<ReportWarning['level'], string> = {
  emergency: 'Emergency',
  'same-day': 'Same day',
  routine: 'Routine',
  information: 'For information',
}

export function WarningList({ warnings, cap }: { warnings: readonly ReportWarning[]; cap: number }) {
  const { shown, more } = cutList(warnings, cap)
  if (warnings.length === 0)
    return <p className={classes.note}>None was raised by what was written down in this period.</p>
  return (
    <>
      <ul className={classes.warnings}>
        {shown.map(warning => (
          <WarningRow key={warning.rule} warning={warning} phrases={WARNING_PHRASES} dates={WARNING_DATES} />
        ))}
      </ul>
      <AndMore count={more} />
    </>
  )
}

interface WarningLineProps {
  warning: ReportWarning
  /** Maximum number of phrases and of dates shown. */
  phrases: number
  dates: number
}

/** Recorded facts and dates of a warning sign. Its advice is left out: it is for the person, not for the doctor. */
export function WarningRow({ warning: { level, recorded, dates }, ...room }: WarningLineProps) {
  const phrases = cutList(recorded, room.phrases)
  return (
    <li>
      <span className={classes.level}>{levelWords[level]}</span> {capitalize(phrases.shown.join('; '))}
      {phrases.more > 0 && `; ${phrases.more} more on page 2`}{' '}
      <span className={classes.aside}>{formatDates(dates, room.dates)}</span>
    </li>
  )
}

/** True if page one shows only a part of it. */
export const isWarningCut = ({ recorded, dates }: ReportWarning) =>
  recorded.length > WARNING_PHRASES || dates.length > WARNING_DATES

export function TreatmentList({
  treatment: { medicines, conditions: present, pregnancyWeek, alcohol },
  caps,
}: {
  treatment: Treatment
  caps: Caps
}) {
  const medicine = cutList(medicines, caps.medicines)
  const condition = cutList(present, caps.conditions)
  return (
    <>
      {medicines.length === 0 && <p className={classes.note}>No medicine was written down.</p>}
      <ol className={classes.lines}>
        {medicine.shown.map(one => (
          <MedicineLine
            key={`${one.name} ${one.startedOn}`}
            medicine={one}
            characters={MEDICINE_CHARACTERS}
          />
        ))}
      </ol>
      <AndMore count={medicine.more} />
      <p className={classes.note}>
        <strong>Conditions:</strong>{' '}
        {present.length === 0
          ? 'none written down, please ask'
          : condition.shown.map(one => conditions.words[one]).join('; ')}
        {condition.more > 0 && `; ${condition.more} more on page 2`}
        {pregnancyWeek !== null && `; pregnant, week ${pregnancyWeek}`}.
        {alcohol !== null &&
          ` Alcohol: ${formatNumber(alcohol.unitsPerWeek, 1)} UK units a week (${alcohol.trackedDays} complete days).`}
      </p>
    </>
  )
}

export function MedicineLine({ medicine, characters }: { medicine: ReportMedicine; characters: number }) {
  const { name, medicineClass, dose, startedOn, stoppedOn, changes } = medicine
  return (
    <li>
      <strong dir="auto">{shorten(name, characters)}</strong>
      {dose !== '' && ` ${isolate(shorten(dose, characters))}`}
      {medicineClass !== 'other' && `, ${lowerFirst(medicineClasses.words[medicineClass])}`};{' '}
      {formatTaken(startedOn, stoppedOn)}
      {changes.map(({ date, change, dose: changed }) => (
        <span key={`${date} ${change}`}>
          ; {medicationChanges.words[change].toLowerCase()} {formatDate(date)}
          {changed !== '' && ` (${isolate(shorten(changed, characters))})`}
        </span>
      ))}
    </li>
  )
}

export function FindingList({ findings, caps }: { findings: ReportFindings; caps: Caps }) {
  const links = cutList(findings.links, caps.links)
  return (
    <>
      {findings.links.length === 0 && <p className={classes.note}>No link was found.</p>}
      <ul className={classes.findings}>
        {links.shown.map(finding => (
          <FindingLine key={finding.name} finding={finding} />
        ))}
      </ul>
      <AndMore count={links.more} />
      <NameLine title="Tested, no clear link" findings={findings.withoutLink} cap={caps.withoutLink} />
      <NameLine title="Tested, not sure yet" findings={findings.unsure} cap={caps.unsure} />
    </>
  )
}

export function FindingLine({ finding: { name, verdict, sentence } }: { finding: ReportFinding }) {
  return (
    <li>
      <strong>{name}</strong> <span className={classes.level}>{verdictWords[verdict]}</span> {sentence}
    </li>
  )
}

function NameLine({
  title,
  findings,
  cap,
}: {
  title: string
  findings: readonly ReportFinding[]
  cap: number
}) {
  if (findings.length === 0) return null
  const { shown, more } = cutList(findings, cap)
  const names = shown.map(({ name }) => name).join('; ')
  return (
    <p className={classes.note}>
      <strong>{title}:</strong> {names}
      {more > 0 && `${names && '; '}${more} more on page 2`}.
    </p>
  )
}

export function ExperimentList({
  experiments: { done, underWay },
  cap,
}: {
  experiments: ReportExperiments
  cap: number
}) {
  const { shown, more } = cutList(formatExperiments(done, underWay), cap)
  return (
    <>
      <ul className={classes.lines}>
        {shown.map(line => (
          <ExperimentItem key={`${line.question} ${line.fromDate}`} line={line} />
        ))}
      </ul>
      <AndMore count={more} />
    </>
  )
}

export function ExperimentItem({ line: { question, fromDate, toDate, text } }: { line: ReportedExperiment }) {
  return (
    <li>
      <strong>{question}</strong> {formatDateRange(fromDate, toDate)}: {text}
    </li>
  )
}
