import { Badge, CloseButton, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Exposure } from '../../../shared/analysis/exposures.ts'
import { getExposure } from '../../../shared/analysis/exposures.ts'
import type { Finding } from '../../../shared/analysis/finding.ts'
import { verdictWords } from '../../../shared/analysis/finding-sentences.ts'
import chartClasses from '../../charts/charts.module.css'
import { formatNumber } from '../../format.ts'
import { DoseBars } from './DoseBars.tsx'
import { FindingChecks } from './FindingChecks.tsx'
import classes from './Forest.module.css'
import { describeExclusion, getDoseTitle, verdictMeanings } from './finding-words.ts'
import { PublishedEvidence } from './PublishedEvidence.tsx'
import { VerdictSign } from './VerdictShape.tsx'

export interface FindingPanelProps {
  id: string
  finding: Finding
  onClose: () => void
}

/** One finding in full: the sentence, what was counted, what was left out, the checks, and what has been published. */
export function FindingPanel({ id, finding, onClose }: FindingPanelProps) {
  const { measurement, verdict, isInterim, checkpoint, sentence } = finding
  const exposure = getExposure(finding.key)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' })
  }, [])
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
      <p className={classes.sentence}>{sentence}</p>
      <p className={classes.comparison}>{verdictMeanings[verdict]}</p>
      <div className={classes.columns}>
        {measurement.doseResponse.some(({ days }) => days > 0) && (
          <section className={classes.part}>
            <h4>{getDoseTitle(exposure)}</h4>
            <DoseBars bars={measurement.doseResponse} title={getDoseTitle(exposure)} />
            <p className={classes.comparison}>
              All tracked days together, not matched; lines are 95% intervals (Wilson).
            </p>
          </section>
        )}
        <Counts finding={finding} exposure={exposure} />
        <PublishedEvidence exposureKey={finding.key} />
      </div>
      {measurement.trackedDays > 0 && <FindingChecks finding={finding} exposure={exposure} />}
    </section>
  )
}

/** What was compared, and what could not be. */
function Counts({ finding: { measurement }, exposure }: { finding: Finding; exposure: Exposure }) {
  const { events, comparisonDays, trackedDays, excluded } = measurement
  return (
    <section className={classes.part}>
      <h4>What was compared</h4>
      <ul>
        <li>The {exposure.windowWords} each cramp, and before the same hour on similar days</li>
        <li>{formatNumber(trackedDays)} tracked days with a known window</li>
        <li>
          {formatNumber(events)} cramp days and {formatNumber(comparisonDays)} comparison days
        </li>
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
