/** Blocks of page one: treatment and conditions, warning signs, findings and experiments. */

import { formatRatio, verdictWords } from '../../../shared/analysis/finding-sentences.ts'
import { formatExperiments, type ReportedExperiment } from '../../../shared/experiments/summary.ts'
import { conditions } from '../../../shared/kinds/conditions.ts'
import { medicationChanges, medicineClasses } from '../../../shared/kinds/medicines.ts'
import { isolate } from '../../../shared/locale/bidi.ts'
import { capitalize } from '../../../shared/locale/capitalize.ts'
import type { DateStyle } from '../../../shared/locale/formats.ts'
import { lowerFirst } from '../../../shared/locale/lower-first.ts'
import { type Caps, cutList } from '../../../shared/report/cuts.ts'
import { writeDoseCount } from '../../../shared/report/doses.ts'
import type {
  ReportDoses,
  ReportExperiments,
  ReportFinding,
  ReportFindings,
  ReportMedicine,
  ReportWarning,
  Treatment,
} from '../../../shared/report/report.ts'
import { formatDate, formatDateRange, formatNumber } from '../../data/format.ts'
import { formats } from '../../data/sentence-formats.ts'
import { AndMore } from './Block.tsx'
import classes from './Report.module.css'
import { formatDates, formatTaken, shorten } from './report-words.ts'

const levelWords: Record<ReportWarning['level'], string> = {
  emergency: 'Emergency',
  'same-day': 'Same day',
  routine: 'Routine',
  information: 'For information',
}

interface WarningListProps {
  warnings: readonly ReportWarning[]
  caps: Caps
  /** Length of the report's period: within a year, single dates need no year. */
  daysInPeriod: number
}

export function WarningList({ warnings, caps, daysInPeriod }: WarningListProps) {
  const { shown, more } = cutList(warnings, caps.warnings)
  if (warnings.length === 0)
    return <p className={classes.note}>None was raised by what was written down in this period.</p>
  return (
    <>
      <ul className={classes.warnings}>
        {shown.map(warning => (
          <WarningRow
            key={warning.rule}
            warning={warning}
            phrases={caps.warningPhrases}
            dates={caps.warningDates}
            dateStyle={caps.warningDates === 1 && daysInPeriod <= 365 ? 'day' : 'medium'}
          />
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
  dateStyle?: DateStyle
}

/** Recorded facts and dates of a warning sign. Its advice is left out: it is for the person, not for the doctor. */
export function WarningRow({ warning: { level, recorded, dates }, ...room }: WarningLineProps) {
  const phrases = cutList(recorded, room.phrases)
  return (
    <li>
      <span className={classes.level}>{levelWords[level]}</span> {capitalize(phrases.shown.join('; '))}
      {phrases.more > 0 && `; ${phrases.more} more on page 2`}{' '}
      <span className={classes.aside}>{formatDates(dates, room.dates, room.dateStyle)}</span>
    </li>
  )
}

/** True if page one shows only a part of it. */
export const isWarningCut = ({ recorded, dates }: ReportWarning, caps: Caps) =>
  recorded.length > caps.warningPhrases || dates.length > caps.warningDates

export function TreatmentList({
  treatment: { medicines, doses = [], conditions: present, pregnancyWeek, alcohol },
  caps,
}: {
  treatment: Treatment
  caps: Caps
}) {
  const medicine = cutList(medicines, caps.medicines)
  const condition = cutList(present, caps.conditions)
  const dose = cutList(doses, caps.medicines)
  return (
    <>
      {medicines.length === 0 && <p className={classes.note}>No medicine was written down.</p>}
      <ol className={classes.lines}>
        {medicine.shown.map(one => (
          <MedicineLine
            key={`${one.name} ${one.startedOn}`}
            medicine={one}
            characters={caps.medicineCharacters}
            maxChanges={caps.medicineChanges}
          />
        ))}
      </ol>
      <AndMore count={medicine.more} />
      {doses.length > 0 && (
        <p className={classes.note}>
          <strong>Taken as needed:</strong>{' '}
          {dose.shown.map(one => formatDoses(one, caps.medicineCharacters)).join('; ')}
          {dose.more > 0 && `; ${dose.more} more on page 2`}.
        </p>
      )}
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

/** @example 'Ibuprofen, 5 times on 4 days (400 mg)' */
export function formatDoses(doses: ReportDoses, characters: number): string {
  const amounts =
    doses.amounts.length === 0 ? '' : ` (${isolate(shorten(doses.amounts.join(', '), characters))})`
  return `${isolate(shorten(doses.name, characters))}, ${writeDoseCount(doses)}${amounts}`
}

/** True if page one shortens the name or the amounts. */
export const areDosesCut = ({ name, amounts }: ReportDoses, caps: Caps) =>
  [name, amounts.join(', ')].some(text => text.length > caps.medicineCharacters)

/** True if page one shortens its name, a dose or the list of its changes. */
export const isMedicineCut = ({ name, dose, changes }: ReportMedicine, caps: Caps) =>
  changes.length > caps.medicineChanges ||
  [name, dose, ...changes.map(change => change.dose)].some(text => text.length > caps.medicineCharacters)

interface MedicineLineProps {
  medicine: ReportMedicine
  /** Maximum characters of a name or a dose. */
  characters: number
  /** Maximum changes of the dose; the newest are kept. */
  maxChanges: number
}

export function MedicineLine({ medicine, characters, maxChanges }: MedicineLineProps) {
  const { name, medicineClass, dose, startedOn, stoppedOn, changes } = medicine
  const shown = changes.slice(Math.max(0, changes.length - maxChanges))
  return (
    <li>
      <strong dir="auto">{shorten(name, characters)}</strong>
      {dose !== '' && ` ${isolate(shorten(dose, characters))}`}
      {medicineClass !== 'other' && `, ${lowerFirst(medicineClasses.words[medicineClass])}`};{' '}
      {formatTaken(startedOn, stoppedOn)}
      {shown.map(({ date, change, dose: changed }) => (
        <span key={`${date} ${change}`}>
          ; {medicationChanges.words[change].toLowerCase()} {formatDate(date)}
          {changed !== '' && ` to ${isolate(shorten(changed, characters))}`}
        </span>
      ))}
    </li>
  )
}

export function FindingList({ findings, caps }: { findings: ReportFindings; caps: Caps }) {
  const links = cutList(findings.links, caps.links)
  const { hasFindingSentences } = caps
  return (
    <>
      {findings.links.length === 0 && <p className={classes.note}>No link was found.</p>}
      <ul className={classes.findings}>
        {links.shown.map(finding => (
          <FindingLine key={finding.name} finding={finding} hasSentence={hasFindingSentences} />
        ))}
      </ul>
      <AndMore count={links.more} />
      <p className={classes.note}>
        <NameList title="Tested, no clear link" findings={findings.withoutLink} cap={caps.withoutLink} />
        <NameList
          title="Tested, not sure yet (a link or none: more days may tell)"
          findings={findings.unsure}
          cap={caps.unsure}
        />
        {!hasFindingSentences && findings.links.length > 0 && 'Counts and intervals on page 2.'}
      </p>
    </>
  )
}

interface FindingLineProps {
  finding: ReportFinding
  /** Shows the whole sentence rather than the effect alone. */
  hasSentence: boolean
}

export function FindingLine({
  finding: { name, verdict, contrast, isAmount = false, sentence },
  hasSentence,
}: FindingLineProps) {
  const effect =
    contrast === null ? '' : `${isAmount ? 'with more' : 'with it'}, cramps ${nameEffect(contrast.ratio)}`
  return (
    <li>
      <strong>{name}</strong> <span className={classes.level}>{verdictWords[verdict]}</span>{' '}
      {hasSentence ? sentence : effect}
    </li>
  )
}

/** The effect in a few words; its interval is on page two. */
function nameEffect(ratio: number): string {
  if (ratio >= 1) return `about ${formatRatio(ratio, formats)} times as likely`
  return `about ${formatNumber(100 * (1 - ratio))}% less likely`
}

interface NameListProps {
  title: string
  findings: readonly ReportFinding[]
  cap: number
}

/** `Tested, no clear link: Coffee; 2 more on page 2.` */
function NameList({ title, findings, cap }: NameListProps) {
  if (findings.length === 0) return null
  const { shown, more } = cutList(findings, cap)
  const names = shown.map(({ name }) => name).join('; ')
  return (
    <>
      <strong>{title}:</strong> {names}
      {more > 0 && `${names && '; '}${more} more on page 2`}.{' '}
    </>
  )
}

export function ExperimentList({
  experiments: { done, underWay, coins },
  cap,
}: {
  experiments: ReportExperiments
  cap: number
}) {
  const { shown, more } = cutList(formatExperiments(done, underWay, coins), cap)
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
