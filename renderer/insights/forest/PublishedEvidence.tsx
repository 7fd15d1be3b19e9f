import { getAdviceFor } from '../../../shared/advice/exposure-advice.ts'
import { isFluidForTheClinician } from '../../../shared/advice/knowledge/fluid-limits.ts'
import { formatSource, sources } from '../../../shared/advice/knowledge/sources.ts'
import type { ExposureKey } from '../../../shared/analysis/exposures/exposures.ts'
import { useProfile } from '../../data/queries.ts'
import { GradeMark } from '../../ui/components/GradeMark.tsx'
import classes from './Forest.module.css'

/** Published evidence on an exposure. Leaves out advice on fluids for people whom it could harm. */
export function PublishedEvidence({ exposureKey }: { exposureKey: ExposureKey }) {
  const { data: profile } = useProfile()
  const isLimited = profile !== undefined && isFluidForTheClinician(profile.conditions)
  const advice = getAdviceFor(exposureKey).filter(({ aboutFluids }) => !(aboutFluids && isLimited))
  const lines = advice.flatMap(({ evidence }) => evidence)
  const sourceIds = [...new Set(lines.flatMap(line => line.sources))]
  return (
    <section className={classes.part}>
      <h4>Published evidence</h4>
      {lines.length === 0 && <p>Unknot has no study about this to show you here.</p>}
      {lines.map(({ about, grade, finding }) => (
        <div key={finding}>
          <GradeMark grade={grade} />
          <p>
            {about !== null && <strong>For {about}: </strong>}
            {finding}
          </p>
        </div>
      ))}
      {sourceIds.length > 0 && (
        <details className={classes.sources}>
          <summary>{sourceIds.length === 1 ? 'Source' : `${sourceIds.length} sources`}</summary>
          <ul>
            {sourceIds.map(id => (
              <li key={id}>{formatSource(sources[id])}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
