import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import type { Finding } from '../../shared/analysis/finding.ts'
import { verdictWords } from '../../shared/analysis/finding-sentences.ts'
import { METHOD_PATH } from '../data/paths.ts'
import { SuspectList } from '../suspects/SuspectList.tsx'
import { useSuspects } from '../suspects/use-suspects.ts'
import chartClasses from '../ui/charts/charts.module.css'
import { Disclosure } from '../ui/components/Disclosure.tsx'
import { VerdictSign } from './forest/VerdictShape.tsx'
import classes from './SuspectsCard.module.css'

/** The suspects with their verdicts, whatever these are. */
export function SuspectsCard({ findings }: { findings: readonly Finding[] }) {
  const suspects = useSuspects()
  if (suspects === null) return null
  const names = suspects.current.map(({ exposure }) => suspects.getName(exposure))
  return (
    <Disclosure
      title="What you suspect"
      answer={
        names.length === 0 ? 'Nothing yet. What you name here is looked at first.' : `${names.join('; ')}.`
      }
    >
      <div className={`${chartClasses.palette} ${classes.content}`}>
        <SuspectList
          suspects={suspects}
          renderState={({ exposure }) => {
            const finding = findings.find(({ key }) => key === exposure)
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
      </div>
    </Disclosure>
  )
}
