import { everyCramp } from '../../shared/analysis/cramp-filter.ts'
import { periodOfSpan } from '../../shared/analysis/overview-timeline.ts'
import { writeHalfSentence } from '../../shared/analysis/relief-sentences.ts'
import type { ReliefTimes, TechniqueTimes } from '../../shared/analysis/relief-times.ts'
import { countOf } from '../../shared/analysis/sentence-parts.ts'
import type { JournalLists } from '../../shared/kinds/journal-lists.ts'
import { isolate } from '../../shared/locale/bidi.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { useNow } from '../data/clock.ts'
import { formatNumber } from '../data/format.ts'
import { useLists, usePatterns } from '../data/queries.ts'
import { formats } from '../data/sentence-formats.ts'
import classes from './Guide.module.css'

/** Relief counts of the journal, in alphabetical order: a ranking would mislead, since the choice depends on severity. */
export function WhatHelpedYou() {
  const today = calendarDate(useNow())
  const { data, error } = usePatterns(periodOfSpan('all', today), everyCramp)
  return (
    <section className={classes.panel} aria-labelledby="what-helped-you">
      <h2 id="what-helped-you">What helped you</h2>
      {data === undefined ? (
        <p role="status">
          {error === null ? 'Your journal is being analysed.' : 'Your journal could not be analysed.'}
        </p>
      ) : (
        <Techniques techniques={data.relief.techniques} />
      )}
    </section>
  )
}

function Techniques({ techniques }: Pick<ReliefTimes, 'techniques'>) {
  const { reliefs } = useLists()
  if (techniques.length === 0)
    return (
      <p>
        Nothing to count yet. When you log a cramp, add what you tried and how long it took. It is then
        counted here.
      </p>
    )
  return (
    <>
      <ul className={classes.helped}>
        {techniques.toSorted(byName(reliefs)).map(one => (
          <li key={one.technique}>
            {describeTechnique(one, reliefs)}
            <span className={classes.answers}>{describeAnswers(one)}</span>
          </li>
        ))}
      </ul>
      <p className={classes.small}>
        In alphabetical order, not a ranking: what you try depends on how bad the cramp is.
      </p>
    </>
  )
}

type Reliefs = JournalLists['reliefs']

const byName = (reliefs: Reliefs) => (one: TechniqueTimes, other: TechniqueTimes) =>
  reliefs.get(one.technique).words.localeCompare(reliefs.get(other.technique).words)

/** "Stretched: half of the cramps gone after 3 min (51 uses)"; the count alone while too few uses have a time. */
function describeTechnique(technique: TechniqueTimes, reliefs: Reliefs): string {
  const word = isolate(reliefs.get(technique.technique).words)
  if (technique.minutes === null) return `${word}: ${countOf(technique.uses, 'use', formats)}`
  return `${word}: half of the cramps gone ${writeHalfSentence(technique, formats)}`
}

function describeAnswers({ helped: { yes, aLittle, no, untold } }: TechniqueTimes): string {
  const said = [
    [yes, 'helped'],
    [aLittle, 'helped a little'],
    [no, 'did not help'],
    [untold, 'not said'],
  ] as const
  return said
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${words}: ${formatNumber(count)}`)
    .join(', ')
}
