import { Button } from '@mantine/core'
import { useId } from 'react'
import { Link } from 'react-router'
import { notRepeated, partsLeftOut } from '../../shared/advice/claims.ts'
import { tellAboutStatins } from '../../shared/advice/knowledge/before-and-after.ts'
import { conditionGroups } from '../../shared/advice/knowledge/conditions.ts'
import { explanations } from '../../shared/advice/knowledge/explanations.ts'
import { medicinesWithCramps } from '../../shared/advice/knowledge/medicines.ts'
import { formatReference, type ReferenceId } from '../../shared/advice/knowledge/references.ts'
import { safetyNotes } from '../../shared/advice/knowledge/safety-notes.ts'
import { conditions } from '../../shared/kinds/conditions.ts'
import { medicineClasses } from '../../shared/kinds/medicines.ts'
import { useMayTellStatinTrials } from '../data/queries.ts'
import { GradeMark } from '../ui/components/GradeMark.tsx'
import classes from './Guide.module.css'
import { GuidePage } from './GuidePage.tsx'

const medicines = medicineClasses.ids.flatMap(medicineClass => {
  const information = medicinesWithCramps[medicineClass]
  return information === undefined
    ? []
    : [{ medicineClass, name: medicineClasses.words[medicineClass], ...information }]
})

const statins = tellAboutStatins(true)

/** Sources in order of first mention; the index gives the number shown on the page. */
const listSources = (mayTellStatinTrials: boolean): readonly ReferenceId[] => [
  ...new Set<ReferenceId>([
    ...explanations.flatMap(one => one.sources),
    ...medicines.flatMap(one => one.sources),
    ...(mayTellStatinTrials ? statins.sources : []),
    ...conditionGroups.flatMap(group => conditions.ids.flatMap(one => group.conditions[one]?.sources ?? [])),
  ]),
]

const untold = [...new Set([...Object.values(partsLeftOut), ...Object.values(notRepeated)])]

/** Article on cramps, and on the medicines and conditions linked to them. Reads nothing from the journal's entries. */
export function AboutCramps() {
  const mayTellStatinTrials = useMayTellStatinTrials()
  const usedSources = listSources(mayTellStatinTrials)
  const number = (ids: readonly ReferenceId[]) => <Numbers ids={ids} used={usedSources} />
  return (
    <GuidePage
      title="About cramps"
      lead="General information, not a diagnosis. Where something is not proven, we say so. The numbers in brackets lead to the sources at the end."
    >
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Panel title="What a cramp is">
            {explanations.map(({ id, question, text, grade, sources }) => (
              <div key={id}>
                <h3>{question}</h3>
                {grade !== null && (
                  <p className={classes.grade}>
                    <GradeMark grade={grade} />
                  </p>
                )}
                <p>
                  {text} {number(sources)}
                </p>
              </div>
            ))}
          </Panel>
          <Panel title="Medicines that can go with cramps">
            <p>
              Most people who take one of these get no cramps from it, and there is a good reason for taking
              it. <strong>{safetyNotes.medicines.text}</strong>
            </p>
            <dl className={classes.facts}>
              {medicines.map(({ medicineClass, name, text, sources }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    {text} {number(sources)}
                  </dd>
                  {medicineClass === 'statin' && mayTellStatinTrials && (
                    <dd>
                      {statins.text} {number(statins.sources)}
                    </dd>
                  )}
                </div>
              ))}
            </dl>
            <p>
              Did cramps begin, or become more frequent, after one of these was started or its dose was
              raised? Ask for a medication review, and take the report of this journal with you.
            </p>
            <Button component={Link} to="/report" variant="default" mt="sm">
              Go to the report
            </Button>
          </Panel>
        </div>
        <div className={classes.stack}>
          <Panel title="Conditions that can go with cramps">
            <p>
              Cramps alone do not mean that you have any of these. If you do have one, tell the team that
              looks after you about the cramps.
            </p>
            {conditionGroups.map(({ title, conditions: known }) => (
              <div key={title}>
                <h3>{title}</h3>
                <dl className={classes.facts}>
                  {conditions.ids.flatMap(one => {
                    const information = known[one]
                    return information === undefined
                      ? []
                      : [
                          <div key={one}>
                            <dt>{conditions.words[one]}</dt>
                            <dd>
                              {information.text} {number(information.sources)}
                            </dd>
                          </div>,
                        ]
                  })}
                </dl>
              </div>
            ))}
          </Panel>
          <Panel title="Often said, but not proven">
            <ul>
              {untold.map(reason => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </Panel>
          <Panel title="Sources">
            <ol className={classes.sources}>
              {usedSources.map(id => (
                <li key={id}>{formatReference(id)}</li>
              ))}
            </ol>
          </Panel>
        </div>
      </div>
    </GuidePage>
  )
}

/** Numbers of the sources that a sentence cites. */
function Numbers({ ids, used }: { ids: readonly ReferenceId[]; used: readonly ReferenceId[] }) {
  if (ids.length === 0) return null
  const numbers = ids.map(id => used.indexOf(id) + 1).toSorted((a, b) => a - b)
  return (
    <span className={classes.numbersOfSources}>
      (source{numbers.length > 1 ? 's' : ''} {numbers.join(', ')})
    </span>
  )
}

function Panel({ title, children }: { title: string; children: React.ReactNode }) {
  const id = useId()
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
