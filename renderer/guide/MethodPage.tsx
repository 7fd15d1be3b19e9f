import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { DAYS_PER_CHECKPOINT, DAYS_PER_STRATUM_BLOCK } from '../../shared/analysis/blocks-and-strata.ts'
import { SHARES } from '../../shared/analysis/error-budget.ts'
import { exposures } from '../../shared/analysis/exposures/exposures.ts'
import { verdictMeanings, verdictWords } from '../../shared/analysis/finding-sentences.ts'
import { verdictsBySureness } from '../../shared/analysis/forest-plot.ts'
import { FALSE_LIKELY_PER_HALF_YEAR } from '../../shared/analysis/promise.ts'
import { MAX_SUSPECTS } from '../../shared/analysis/suspects.ts'
import { formatNumber } from '../data/format.ts'
import { PLAN_PATH } from '../data/paths.ts'
import classes from './Guide.module.css'
import { GuidePage } from './GuidePage.tsx'

interface Topic {
  readonly id: string
  readonly title: string
  readonly points: readonly string[]
}

const blockWeeks = DAYS_PER_STRATUM_BLOCK / 7

const listTopicsBeforeWords = (): readonly Topic[] => [
  {
    id: 'compared',
    title: 'What is compared',
    points: [
      'A day runs from noon to noon, so that a night stays in one piece.',
      'For a day with a cramp, Unknot looks at the hours before it. How much did you drink? Which shoes did you wear? How many hours count was fixed in advance for each question.',
      'The same hours of your other days are the comparison.',
      'A day that you did not answer is unknown. It never counts as “none”.',
      'A cramp of some time in the morning counts if the hours before it are alike, whenever in the morning it began. Otherwise it is left out, and the answer says so.',
    ],
  },
  {
    id: 'like-with-like',
    title: 'Like with like',
    points: [
      `Days are compared within the same ${blockWeeks} weeks only. So a hot summer or a hard month does not look like a trigger.`,
      'Work days are compared with work days, and days off with days off.',
      'Days on which you were three time zones or more from home are left out.',
    ],
  },
  {
    id: 'chance',
    title: 'Could it be chance?',
    points: [
      'Suppose your shoes do not matter. Then your cramps could just as well have fallen on other days.',
      `Unknot tries this out. It deals your cramps to days at random, like cards, up to 99,999 times. Every deal stays within the same ${blockWeeks} weeks and the same kind of day.`,
      'Then it counts how many deals look as striking as your diary. If hardly any do, chance is a poor explanation.',
    ],
  },
  {
    id: 'budget',
    title: 'Many questions, one budget',
    points: [
      `With ${formatNumber(exposures.length)} questions, one will look striking by luck. So the more is asked, the more proof each answer needs.`,
      'Something of your own is one question more, judged like all others.',
      `Your suspects, up to ${MAX_SUSPECTS}, share ${formatNumber(100 * SHARES.suspect)}% of what luck is allowed. All other questions share the rest.`,
      'A suspect that you name before its numbers are shown is judged on all your days.',
      'One that you name later is judged on the days after that. Its numbers made you pick it, so they cannot also prove it.',
      'A suspect that you remove after its numbers were shown keeps its share. If weak ones could be dropped, the others would look too strong.',
      `Answers are worked out every ${DAYS_PER_CHECKPOINT / 7} weeks. Looking more often changes nothing.`,
    ],
  },
]

const listTopicsAfterWords = (): readonly Topic[] => [
  {
    id: 'promised',
    title: 'What is promised',
    points: [
      `Suppose nothing that you write down matters. Then Unknot still calls something “likely” in at most about 1 of ${formatNumber(Math.round(1 / FALSE_LIKELY_PER_HALF_YEAR))} half years.`,
      'This goes on for as long as you keep a journal. Over many years, expect it to be wrong some time.',
      'It is said of all cramps of legs and feet. If you choose a place, a side or a time of day, nothing is called likely.',
      '“Possible” promises less. In about 1 of 5 journals where nothing matters, something looks like this.',
      'A real trigger can be missed. The more days you answer, the fewer are missed.',
    ],
  },
  {
    id: 'not-ruled-out',
    title: 'What no diary can rule out',
    points: [
      'Another cause on the same day. If you dance in your flat shoes, the diary cannot tell the dancing from the shoes.',
      'A weekly routine. If you train on Tuesdays and sleep badly on Tuesdays, training looks guilty.',
      'How you remember and rate. If you expect a cramp after wine, you may notice more of them, or call them stronger.',
      'Cramps that change what you do. If you stretch more after a bad night, stretching seems to come with cramps.',
    ],
  },
]

/** Method of the findings in plain words: what is compared, how chance is allowed for, what is promised. */
export function MethodPage() {
  return (
    <GuidePage
      title="How this is worked out"
      lead="How Unknot tells a link from luck, what it promises, and what no diary can tell."
    >
      <div className={classes.purpose}>
        {listTopicsBeforeWords().map(renderTopic)}
        <section className={classes.panel} aria-labelledby="method-words">
          <h2 id="method-words">What the words mean</h2>
          <dl className={classes.facts}>
            {verdictsBySureness.map(verdict => (
              <div key={verdict}>
                <dt>{verdictWords[verdict]}</dt>
                <dd>{verdictMeanings[verdict]}</dd>
              </div>
            ))}
          </dl>
        </section>
        {listTopicsAfterWords().map(renderTopic)}
        <p>
          To find out whether something causes your cramps, try it:{' '}
          <Anchor component={Link} to={PLAN_PATH} underline="always">
            go to the plan
          </Anchor>
          .
        </p>
      </div>
    </GuidePage>
  )
}

const renderTopic = ({ id, title, points }: Topic) => (
  <section key={id} className={classes.panel} aria-labelledby={`method-${id}`}>
    <h2 id={`method-${id}`}>{title}</h2>
    <ul>
      {points.map(point => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  </section>
)
