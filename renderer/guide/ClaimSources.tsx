import {
  claimGroups,
  claimGroupWords,
  type ListedClaim,
  listAllClaims,
  nameStrength,
} from '../../shared/advice/all-claims.ts'
import { describeReference } from '../../shared/advice/knowledge/references.ts'
import { useMayTellStatinTrials } from '../data/queries.ts'
import classes from './Guide.module.css'
import { GuidePage } from './GuidePage.tsx'

const NO_DATE = 'no date on the copy that was read'

/** List of every claim of the program, with its strength, its sources, their year and what they studied. */
export function ClaimSources() {
  const claims = listAllClaims(useMayTellStatinTrials())
  return (
    <GuidePage
      title="Where each claim comes from"
      lead="Everything Unknot says about cramps, how strong it is, and what it rests on. Where there is no source, it says so."
    >
      {claimGroups.map(group => {
        const ofGroup = claims.filter(claim => claim.group === group)
        return (
          <details key={group} className={classes.claims}>
            <summary>
              <h2>
                {claimGroupWords[group]} ({ofGroup.length})
              </h2>
            </summary>
            <ul>
              {ofGroup.map(claim => (
                <li key={claim.key}>
                  <Claim claim={claim} />
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </GuidePage>
  )
}

function Claim({ claim }: { claim: ListedClaim }) {
  const { title, text, sources, isInArticles, ownJudgement } = claim
  return (
    <article aria-label={title}>
      <h3>{title}</h3>
      <p>{text}</p>
      <p className={classes.grade}>How strong: {nameStrength(claim)}</p>
      {sources.length > 0 && (
        <table className={classes.claimSources}>
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">Year</th>
              <th scope="col">Studied on</th>
            </tr>
          </thead>
          <tbody>
            {sources.map(id => {
              const { line, year, studiedOn } = describeReference(id)
              return (
                <tr key={id}>
                  <td>{line}</td>
                  <td>{year ?? NO_DATE}</td>
                  <td>{studiedOn}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {isInArticles && (
        <p>Also in the general articles about cramps that Unknot grew from. They are no studies.</p>
      )}
      {ownJudgement !== null && (
        <p>
          <strong>Our own judgement, not confirmed by a clinician:</strong> {ownJudgement}
        </p>
      )}
    </article>
  )
}
