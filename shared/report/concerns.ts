/** What to worry about and what goes with the cramps: the warning cards, and the findings with their fixed wording. */
import { type WarningLevel, warningLevels } from '../advice/warning-signs/rule.ts'
import type { Sign } from '../advice/warning-signs/sign.ts'
import { getExposure } from '../analysis/exposures/exposures.ts'
import type { Finding, Findings, Verdict } from '../analysis/finding.ts'
import { listRunningExperiments, listFinishedExperiments } from '../experiments/summary.ts'
import type { ExperimentView } from '../experiments/view.ts'
import { getEntryDay } from '../kinds/day-hours.ts'
import type { Entry } from '../kinds/entry.ts'
import type { Period } from '../kinds/period.ts'
import type { PrivateThing } from '../privacy/private-things.ts'
import { entriesOf, isWithin } from './facts.ts'
import type { ReportExperiments, ReportFinding, ReportFindings, ReportWarning } from './report.ts'
import { countOf, type Section, show, withhold } from './section.ts'

const MAX_LINKS = 5

/** The warning signs of a period, each with all its dates: most urgent first, then the newest. */
export function summarizeWarnings(
  signs: readonly Sign[],
  entries: readonly Entry[],
  period: Period,
): Section<ReportWarning[]> {
  const judged = [...entriesOf(entries, 'cramp'), ...entriesOf(entries, 'day')].filter(entry =>
    isWithin(getEntryDay(entry, 0), period),
  )
  if (signs.length === 0 && judged.length === 0)
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
            : // Counts of the weeks before: those of the last time hold.
              [...recorded],
          dates: [...new Set(same.map(({ date }) => date))],
        })),
      )
      .sort((a, b) => warningLevels.indexOf(a.level) - warningLevels.indexOf(b.level)),
  )
}

const isUrgent = (level: WarningLevel) => level === 'emergency' || level === 'same-day'

/** What was tested in the whole diary, sorted by what came of it. */
export function summarizeFindings(
  found: Findings | null,
  reveal: readonly PrivateThing[],
): Section<ReportFindings> {
  if (found === null) return withhold('The diary has not been tested for links.')
  const { findings, firstDate, lastDate, trackedDays, crampDays } = found
  const told = findings.filter(({ key }) => {
    const { privateThing } = getExposure(key)
    return privateThing === undefined || reveal.includes(privateThing)
  })
  const withVerdict = (...wanted: readonly Verdict[]) =>
    told
      .filter(({ verdict }) => wanted.includes(verdict))
      .sort((a, b) => wanted.indexOf(a.verdict) - wanted.indexOf(b.verdict) || chance(a) - chance(b))
      .map(describeFinding)
  const links = withVerdict('likely', 'possible').slice(0, MAX_LINKS)
  const withoutLink = withVerdict('no-clear-link')
  const unsure = withVerdict('not-sure-yet')
  if (firstDate === null || lastDate === null || links.length + withoutLink.length + unsure.length === 0)
    return withhold(
      'Nothing has been tested yet: a test needs at least 28 tracked days of an exposure and 8 cramp days that can ' +
        `be compared. The diary has ${countOf(trackedDays, 'tracked day')} with ${countOf(crampDays, 'cramp day')}.`,
    )
  return show({ fromDate: firstDate, toDate: lastDate, links, withoutLink, unsure })
}

/** The smaller, the less likely by chance alone. */
const chance = ({ checkpoint }: Finding) => checkpoint?.qValue ?? Number.POSITIVE_INFINITY

function describeFinding({ key, verdict, measurement, sentence }: Finding): ReportFinding {
  const { contrast } = measurement
  return {
    name: getExposure(key).name,
    verdict,
    contrast: contrast && { ratio: contrast.ratio, lower: contrast.lower, upper: contrast.upper },
    sentence,
  }
}

/** Those that ran at some time of the period. */
export function tellExperiments(
  experiments: readonly ExperimentView[],
  period: Period,
): Section<ReportExperiments> {
  const done = listFinishedExperiments(experiments, period)
  const underWay = listRunningExperiments(experiments, period)
  return done.length + underWay.length === 0
    ? withhold('No experiment was made in this period.')
    : show({ done, underWay })
}
