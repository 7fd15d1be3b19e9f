import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { verdictWords } from '../../shared/analysis/finding-sentences.ts'
import { METHOD_PATH } from '../data/paths.ts'
import type { FindingsState } from '../data/use-findings.ts'
import { SuspectList } from '../suspects/SuspectList.tsx'
import { useSuspects } from '../suspects/use-suspects.ts'
import chartClasses from '../ui/charts/charts.module.css'
import { VerdictSign } from './forest/VerdictShape.tsx'
import classes from './SuspectsCard.module.css'

/** The suspects with their verdicts, whatever these are. */
export function SuspectsCard({ state: { ready } }: { state: FindingsState }) {
  const suspects = useSuspects()
  if (suspects === null) return null
  return (
    <section className={`${chartClasses.palette} ${classes.card}`} aria-labelledby="suspects-title">
      <h2 id="suspects-title">What you suspect</h2>
      <SuspectList
        suspects={suspects}
        renderState={({ exposure }) => {
          const finding = ready?.findings.findings.find(({ key }) => key === exposure)
          return (
            finding !== undefined && (
              <p className={classes.verdict}>
                <VerdictSign verdict={finding.verdict} />
                {verdictWords[finding.verdict]}
              </p>
            )
          )
        }}
      />
      <Anchor component={Link} to={METHOD_PATH} size="sm" underline="always">
        How this is worked out
      </Anchor>
    </section>
  )
}
