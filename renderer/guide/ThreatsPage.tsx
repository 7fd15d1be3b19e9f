import { label, labelTitle } from '../../shared/privacy/label.ts'
import { threats, threatsLead, threatsTitle } from '../../shared/privacy/threats.ts'
import classes from './Guide.module.css'
import { GuidePage } from './GuidePage.tsx'

/** Privacy label, and the threat model: against whom the journal is protected. */
export function ThreatsPage() {
  return (
    <GuidePage title={threatsTitle} lead={threatsLead}>
      <div className={classes.purpose}>
        <section className={classes.panel} aria-labelledby="privacy-label">
          <h2 id="privacy-label">{labelTitle}</h2>
          <dl className={classes.label}>
            {label.map(({ what, amount }) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{amount}</dd>
              </div>
            ))}
          </dl>
        </section>
        {threats.map(({ id, who, holds, doesNotHold }) => (
          <section key={id} className={classes.panel} aria-labelledby={`threat-${id}`}>
            <h2 id={`threat-${id}`}>{who}</h2>
            <dl className={classes.facts}>
              <Sentences term="Protected" sentences={holds} />
              <Sentences term="Not protected" sentences={doesNotHold} />
            </dl>
          </section>
        ))}
      </div>
    </GuidePage>
  )
}

function Sentences({ term, sentences }: { term: string; sentences: readonly string[] }) {
  return (
    <div>
      <dt>{term}</dt>
      {sentences.map(sentence => (
        <dd key={sentence}>{sentence}</dd>
      ))}
    </div>
  )
}
