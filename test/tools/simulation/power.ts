/** Power of the verdicts: how often real triggers among twelve exposures are found, at one look and as shown. */
import type { Suspect } from '../../../shared/analysis/suspects.ts'
import { pick } from '../../../shared/demo/draws.ts'
import type { Random } from '../../../shared/statistics/random.ts'
import { dateOfDayNumber } from '../../../shared/time/calendar-date.ts'
import { type LivedKey, twelveExposures } from './everyday-habits.ts'
import { BLOCK_START } from './life.ts'
import {
  drawTriggers,
  fewGaps,
  type Gaps,
  startOnCheckpoint,
  type Triggers,
  usualGaps,
  writeManyExposures,
} from './many-exposures.ts'
import { atLeast, type Band, type Study, shareRow } from './study.ts'
import { planTriggers } from './verdict-lives.ts'
import { catalogueOf, createLookLister, findLookAt, type Judged, type Look } from './verdict-looks.ts'
import { importFile, readDiary } from './written-journal.ts'

const daysOfLives = [84, 168] as const
const risks = [0.1, 0.15] as const

/** Draws a life with a threefold and a twofold trigger, and reads its last look with given suspects. */
export function followTriggers(random: Random, gaps: Gaps) {
  const days = pick(random, daysOfLives)
  const risk = pick(random, risks)
  const span = startOnCheckpoint(random, days)
  const triggers = drawTriggers(random)
  const diary = readDiary(importFile(writeManyExposures(random, span, planTriggers(risk, gaps, triggers))))
  const list = createLookLister(diary, span, catalogueOf(twelveExposures))
  return {
    days,
    risk,
    triggers,
    lookWith: (suspects: readonly Suspect[]): Look | null => findLookAt(list({ suspects }), span),
  }
}

/** The exposure at a look, if it is said to bring more cramps. */
export const findHarmful = (look: Look | null, wanted: LivedKey): Judged | undefined =>
  look?.judged.find(({ key, side }) => key === wanted && side === 'more')

function describeTriggers(look: Look | null, { tripling, doubling }: Triggers) {
  const others = look?.judged.filter(({ key }) => key !== tripling && key !== doubling) ?? []
  return {
    tripled: Number(findHarmful(look, tripling)?.isClearAlone === true),
    doubled: Number(findHarmful(look, doubling)?.isClearAlone === true),
    tripledShown: Number(findHarmful(look, tripling)?.verdict === 'likely'),
    doubledShown: Number(findHarmful(look, doubling)?.verdict === 'likely'),
    others: Number(others.some(({ isClearAlone }) => isClearAlone)),
  }
}

/** Both triggers and four other exposures, named at the first start. */
function drawSuspects(random: Random, { tripling, doubling }: Triggers): Suspect[] {
  const others = twelveExposures.filter(key => key !== tripling && key !== doubling)
  const first = random.nextInteger(others.length)
  const four = [0, 1, 2, 3].flatMap(next => others[(first + next) % others.length] ?? [])
  const namedOn = dateOfDayNumber(BLOCK_START)
  return [tripling, doubling, ...four].map(exposure => ({ exposure, namedOn, isBeforehand: true }))
}

interface PowerBands {
  readonly tripled: Band
  readonly doubled: Band
  readonly tripledShown: Band
  readonly doubledShown: Band
}

const measures = [
  ['tripled', 'ratio 3 found at one look'],
  ['doubled', 'ratio 2 found at one look'],
  ['tripledShown', 'ratio 3 likely as shown'],
  ['doubledShown', 'ratio 2 likely as shown'],
] as const
const OTHERS = 'any of the ten others found at one look'

function studyPower(name: string, title: string, gaps: Gaps, bands: PowerBands | null): Study {
  const nameCell = (days: number, risk: number) => `tripled-${days}d-p${Math.round(100 * risk)}`
  return {
    name,
    title: `a threefold and a twofold trigger among twelve exposures, ${title}`,
    runs: 1600,
    rows: [
      ...measures.map(([measure, what]) => shareRow(what, measure, bands?.[measure] ?? null)),
      shareRow(OTHERS, 'others'),
      ...measures.map(([measure, what]) => shareRow(`${what}, both among six suspects`, `${measure}Named`)),
      shareRow(`${OTHERS}, both among six suspects`, 'othersNamed'),
      ...daysOfLives.flatMap(days =>
        risks.map(risk =>
          shareRow(`ratio 3 found at one look: ${days} days, risk ${risk}`, nameCell(days, risk)),
        ),
      ),
    ],
    run: random => {
      const { days, risk, triggers, lookWith } = followTriggers(random, gaps)
      const alone = describeTriggers(lookWith([]), triggers)
      const named = describeTriggers(lookWith(drawSuspects(random, triggers)), triggers)
      return {
        ...alone,
        ...Object.fromEntries(Object.entries(named).map(([measure, value]) => [`${measure}Named`, value])),
        [nameCell(days, risk)]: alone.tripled,
      }
    },
  }
}

export const powerStudies: readonly Study[] = [
  studyPower('triggers-usual-gaps', 'usual gaps', usualGaps, {
    tripled: atLeast(0.48),
    doubled: atLeast(0.19),
    tripledShown: atLeast(0.378),
    doubledShown: atLeast(0.14),
  }),
  studyPower('triggers-few-gaps', 'gaps of 12% and 8%', fewGaps, null),
]
