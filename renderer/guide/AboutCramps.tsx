import { Button } from '@mantine/core'
import { useId } from 'react'
import { Link } from 'react-router'
import { notRepeated, partsLeftOut } from '../../shared/advice/claims.ts'
import { conditionGroups } from '../../shared/advice/conditions.ts'
import { explanations } from '../../shared/advice/explanations.ts'
import { medicinesWithCramps } from '../../shared/advice/medicines.ts'
import { safetyNotes } from '../../shared/advice/safety-notes.ts'
import { formatSource, type SourceId, sources } from '../../shared/advice/sources.ts'
import { medicineClasses } from '../../shared/journal/medication.ts'
import { conditions } from '../../shared/journal/profile.ts'
import { conditionWords, medicineClassWords } from '../../shared/journal/words.ts'
import classes from './Guide.module.css'
import { GuidePage } from './GuidePage.tsx'

const medicines = medicineClasses.flatMap(one => {
  const information = medicinesWithCramps[one]
  return information === undefined ? [] : [{ name: medicineClassWords[one], text: information.text }]
})

const usedSources: readonly SourceId[] = [
  ...new Set([
    ...explanations.flatMap(one => one.sources),
    ...Object.values(medicinesWithCramps).flatMap(one => one.sources),
  ]),
]

const untold = [...new Set([...Object.values(partsLeftOut), ...Object.values(notRepeated)])]

/** What is known of cramps, and what medicines and conditions have to do with them. For reading only. */
export function AboutCramps() {
  return (
    <GuidePage
      title="About cramps"
      lead="General information, not a diagnosis. What is thought and not proven is told as such."
    >
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Panel title="What a cramp is">
            {explanations.map(({ id, question, text }) => (
              <div key={id}>
                <h3>{question}</h3>
                <p>{text}</p>
              </div>
            ))}
          </Panel>
          <Panel title="Medicines that can go with cramps">
            <p>
              Most people who take them have no cramps from them, and they are taken for a reason.{' '}
              <strong>{safetyNotes.medicines.text}</strong>
            </p>
            <dl className={classes.facts}>
              {medicines.map(({ name, text }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
            <p>
              Did cramps begin, or become more, after one of these was started or raised? Ask for a medication
              review, and take the report of this journal with you.
            </p>
            <Button component={Link} to="/report" variant="default" mt="sm">
              Go to the report
            </Button>
          </Panel>
        </div>
        <div className={classes.stack}>
          <Panel title="Conditions that can go with cramps">
            <p>
              Cramps alone do not mean that you have any of these. If one of them is yours, tell the team that
              looks after you about the cramps.
            </p>
            {conditionGroups.map(({ title, conditions: known }) => (
              <div key={title}>
                <h3>{title}</h3>
                <dl className={classes.facts}>
                  {conditions.flatMap(one => {
                    const information = known[one]
                    return information === undefined
                      ? []
                      : [
                          <div key={one}>
                            <dt>{conditionWords[one]}</dt>
                            <dd>{information.text}</dd>
                          </div>,
                        ]
                  })}
                </dl>
              </div>
            ))}
          </Panel>
          <Panel title="Often said, and not shown">
            <ul>
              {untold.map(reason => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </Panel>
          <Panel title="Sources">
            <ul className={classes.sources}>
              {usedSources.map(id => (
                <li key={id}>{formatSource(sources[id])}</li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </GuidePage>
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
