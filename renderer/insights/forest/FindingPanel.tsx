import { Badge, CloseButton, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { CrampFilter } from '../../../shared/analysis/cramp-filter.ts'
import { labelDoseBar } from '../../../shared/analysis/dose-response.ts'
import type { Exposure } from '../../../shared/analysis/exposures/exposure.ts'
import { getExposureOf } from '../../../shared/analysis/exposures/exposures.ts'
import type { Finding, Findings } from '../../../shared/analysis/finding.ts'
import {
  verdictMeanings,
  verdictWords,
  writeBasisSentence,
} from '../../../shared/analysis/finding-sentences.ts'
import { countOf } from '../../../shared/analysis/sentence-parts.ts'
import { formatNumber } from '../../data/format.ts'
import { useFormats } from '../../data/sentence-formats.ts'
import chartClasses from '../../ui/charts/charts.module.css'
import { DoseBars } from './DoseBars.tsx'
import { FindingChecks } from './FindingChecks.tsx'
import classes from './Forest.module.css'
import { describeExclusion, getDoseTitle, tellFinding } from './finding-words.ts'
import { PublishedEvidence } from './PublishedEvidence.tsx'
import { VerdictSign } from './VerdictShape.tsx'

export interface FindingPanelProps {
  id: string
  finding: Finding
  outcome: Findings['outcome']
  /** Cramps that the finding is about. */
  filter: CrampFilter
  onClose: () => void
}

/** Panel with a full finding: sentence, counts, exclusions, checks and published evidence. */
export function FindingPanel({ id, finding, outcome, filter, onClose }: FindingPanelProps) {
  const { measurement, verdict, isInterim, checkpoint } = finding
  const formats = useFormats()
  const exposure = getExposureOf(finding)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const doseResponse = measurement.doseResponse.map(bar => ({
    ...bar,
    label: labelDoseBar(exposure, bar, formats),
  }))
  // If nearly every day has a cramp, every bar would be full.
  const hasDoses = outcome === 'cramp-days' && doseResponse.some(({ days }) => days > 0)
  const isMeasured = measurement.estimate !== null && measurement.missing.length === 0
  return (
    <section
      ref={panel}
      id={id}
      className={`${chartClasses.palette} ${classes.panel}`}
      aria-label={exposure.name}
      onKeyDown={event => event.key === 'Escape' && onClose()}
    >
      <header className={classes.panelHeader}>
        <Title order={3} className={classes.panelTitle}>
          <VerdictSign verdict={verdict} />
          {exposure.name}: {verdictWords[verdict].toLowerCase()}
          {isMeasured && checkpoint !== null && isInterim && (
            <Badge variant="default" size="sm" tt="none">
              interim
            </Badge>
          )}
        </Title>
        <CloseButton aria-label={`Close "${exposure.name}"`} onClick={onClose} />
      </header>
      <p className={classes.sentence}>{tellFinding(finding, outcome, formats)}</p>
      <p className={classes.comparison}>{verdictMeanings[verdict]}</p>
      <div className={classes.columns}>
        {hasDoses && (
          <section className={classes.part}>
            <h4>{getDoseTitle(exposure)}</h4>
            <DoseBars bars={doseResponse} title={getDoseTitle(exposure)} />
            <p className={classes.comparison}>
              All answered days together, not matched; lines are 95% intervals (Wilson).
            </p>
          </section>
        )}
        <Counts finding={finding} exposure={exposure} outcome={outcome} />
        <PublishedEvidence exposureKey={finding.key} />
      </div>
      {measurement.trackedDays > 0 && (
        <FindingChecks finding={finding} exposure={exposure} outcome={outcome} filter={filter} />
      )}
    </section>
  )
}

interface CountsProps {
  finding: Finding
  exposure: Exposure
  outcome: Findings['outcome']
}

/** Days that were compared, and days that could not be. */
function Counts({ finding: { measurement }, exposure, outcome }: CountsProps) {
  const { trackedDays, excluded } = measurement
  return (
    <section className={classes.part}>
      <h4>What was compared</h4>
      <ul>
        <li>The {exposure.windowWords} each cramp, and before the same hour on similar days</li>
        <li>{countOf(trackedDays, 'answered day', { number: formatNumber })} with a known window</li>
        <li>{writeBasisSentence(measurement, outcome, { number: formatNumber })}</li>
      </ul>
      <h4>Left out</h4>
      {excluded.length === 0 ? (
        <p>Nothing was left out.</p>
      ) : (
        <ul>
          {excluded.map(exclusion => (
            <li key={exclusion.reason}>{describeExclusion(exclusion)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
