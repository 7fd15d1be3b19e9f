/** Report sections with judgements: warning signs, findings in their fixed wording, and experiments. */
import { type WarningLevel, warningLevels } from '../advice/warning-signs/rule.ts'
import type { Sign } from '../advice/warning-signs/sign.ts'
import { getExposureOf } from '../analysis/exposures/exposures.ts'
import type { Finding, Findings, Verdict } from '../analysis/finding.ts'
import { listFinishedCoins, listRunningCoins } from '../experiments/coin-summary.ts'
import { listFinishedExperiments, listRunningExperiments } from '../experiments/summary.ts'
import { getEntryDay } from '../kinds/day-hours.ts'
import type { Entry } from '../kinds/entry.ts'
import type { Period } from '../kinds/period.ts'
import type { PrivateThing } from '../privacy/private-things.ts'
import { entriesOf, isWithin, type ReportFacts } from './facts.ts'
import type { ReportExperiments, ReportFinding, ReportFindings, ReportWarning } from './report.ts'
import { countOf, type ReportSection, show, withhold } from './section.ts'

/** Largest number of findings listed as links. */
const MAX_LINKS = 5

/** Warning signs of a period, merged by rule with all dates: most urgent first, then the newest. */
export function summarizeWarnings(
  signs: readonly Sign[],
  entries: readonly Entry[],
  period: Period,
): ReportSection<ReportWarning[]> {
  const checked = [...entriesOf(entries, 'cramp'), ...entriesOf(entries, 'day')].filter(entry =>
    isWithin(getEntryDay(entry, 0), period),
  )
  if (signs.length === 0 && checked.length === 0)
    return withhold(
      'No cramp and no day was described in this period, so there was nothing to check for warning signs.',
    )
  const newestFirst = signs.toSorted((a, b) => b.date.localeCompare(a.date))
  return show(
    [...Map.groupBy(newestFirst, ({ rule }) => rule)]
      .flatMap(([rule, same]) =>
        same.slice(0, 1).map(({ level, recorded }) => ({
          rule,
          level,
          recorded: isUrgent(level)
            ? [...new Set(same.flatMap(sign => sign.recorded))]
            : // Counts over the preceding weeks: only the newest are current.
              [...recorded],
          dates: [...new Set(same.map(({ date }) => date))],
        })),
      )
      .sort((a, b) => warningLevels.indexOf(a.level) - warningLevels.indexOf(b.level)),
  )
}

const isUrgent = (level: WarningLevel) => level === 'emergency' || level === 'same-day'

/** Findings of the whole diary, grouped by verdict. Exposures of a private topic are omitted unless it is revealed. */
export function summarizeFindings(
  found: Findings | null,
  reveal: readonly PrivateThing[],
): ReportSection<ReportFindings> {
  if (found === null) return withhold('The diary has not been tested for links.')
  const { findings, firstDate, lastDate, trackedDays, crampDays } = found
  const revealed = findings.filter(finding => {
    const { privateThing } = getExposureOf(finding)
    return privateThing === undefined || reveal.includes(privateThing)
  })
  const withVerdict = (...wanted: readonly Verdict[]) =>
    revealed
      .filter(({ verdict }) => wanted.includes(verdict))
      .sort(
        (a, b) => wanted.indexOf(a.verdict) - wanted.indexOf(b.verdict) || getAdjustedP(a) - getAdjustedP(b),
      )
      .map(describeFinding)
  const links = withVerdict('likely', 'possible').slice(0, MAX_LINKS)
  const withoutLink = withVerdict('no-clear-link')
  const unsure = withVerdict('not-sure-yet')
  if (firstDate === null || lastDate === null || links.length + withoutLink.length + unsure.length === 0)
    return withhold(
      'Nothing has been compared yet. That needs 28 days and 8 days with a cramp; ' +
        `the diary has ${countOf(trackedDays, 'answered day')}, ${crampDays} with a cramp.`,
    )
  return show({ fromDate: firstDate, toDate: lastDate, links, withoutLink, unsure })
}

/** Sort key: the adjusted P of the last checkpoint, infinity without one. */
const getAdjustedP = ({ checkpoint }: Finding) => checkpoint?.test?.adjustedP ?? Number.POSITIVE_INFINITY

function describeFinding(finding: Finding): ReportFinding {
  const { verdict, measurement, sentence } = finding
  const { contrast } = measurement
  const { name, scale } = getExposureOf(finding)
  return {
    name,
    verdict,
    contrast: contrast && { ratio: contrast.ratio, lower: contrast.lower, upper: contrast.upper },
    ...(scale.kind === 'amount' && { isAmount: true }),
    sentence,
  }
}

/** Experiments that overlap the period. */
export function summarizeExperiments(
  { experiments, coins }: Pick<ReportFacts, 'experiments' | 'coins'>,
  period: Period,
): ReportSection<ReportExperiments> {
  const done = listFinishedExperiments(experiments, period)
  const doneCoins = listFinishedCoins(coins, period)
  const underWay = [...listRunningExperiments(experiments, period), ...listRunningCoins(coins, period)]
  return done.length + doneCoins.length + underWay.length === 0
    ? withhold('No experiment was made in this period.')
    : show({ done, underWay, ...(doneCoins.length > 0 && { coins: doneCoins }) })
}
