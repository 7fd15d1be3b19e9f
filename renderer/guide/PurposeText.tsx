import { modulePurposes, openReviews, purpose } from '../../shared/advice/purpose.ts'
import classes from './Guide.module.css'

/** Intended purpose of Unknot by module, and the texts that no clinician has reviewed yet. */
export function PurposeText() {
  return (
    <div className={classes.purpose}>
      <p>{purpose.what}</p>
      <p>
        <strong>
          {purpose.limits} {purpose.notAssessed}
        </strong>{' '}
        {purpose.worried}
      </p>
      {modulePurposes.map(({ id, name, does, forWhom, notFor }) => (
        <section key={id} className={classes.panel} aria-labelledby={`purpose-${id}`}>
          <h2 id={`purpose-${id}`}>{name}</h2>
          <dl className={classes.facts}>
            <div>
              <dt>What it does</dt>
              <dd>{does}</dd>
            </div>
            <div>
              <dt>For whom</dt>
              <dd>For {forWhom}.</dd>
            </div>
            <div>
              <dt>What not to use it for</dt>
              <dd>{notFor}</dd>
            </div>
          </dl>
        </section>
      ))}
      <section className={classes.panel} aria-labelledby="open-reviews">
        <h2 id="open-reviews">Not yet read by a clinician</h2>
        <ul>
          {openReviews.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}
