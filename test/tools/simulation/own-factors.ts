/**
 * Own factors against built-in exposures: a real trigger that is written down as the one or the other, and twelve factors
 * without effect against twelve built-in exposures without effect.
 */
import type { Exposure } from '../../../shared/analysis/exposures/exposure.ts'
import type { CataloguedExposure } from '../../../shared/analysis/exposures/exposures.ts'
import { makeOwnExposure } from '../../../shared/analysis/exposures/own-exposure.ts'
import type { JournalFile } from '../../../shared/archive/journal-file.ts'
import { chance, pick } from '../../../shared/demo/draws.ts'
import { blankFactor, factorWindows, type NewOwnFactor } from '../../../shared/kinds/own-factor.ts'
import type { Random } from '../../../shared/statistics/random.ts'
import {
  drawHabit,
  type LivedKey,
  type TriggerKey,
  twelveExposures,
  twentyFiveExposures,
} from './everyday-habits.ts'
import { drawSeason, type Span } from './life.ts'
import { type LifePlan, startOnCheckpoint, usualGaps, writeManyExposures } from './many-exposures.ts'
import { atMost, type Study, shareRow } from './study.ts'
import { catalogueOf, createLookLister, findLookAt, type Look, ONE_LOOK_LEVEL } from './verdict-looks.ts'
import { importFile, type JournalWriter, MINUTES_PER_DAY, readDiary } from './written-journal.ts'

const DAYS = 168

/** Factors by which a person could write down two built-in triggers: an answer of the date, and amounts by the clock. */
const twins: Readonly<Partial<Record<TriggerKey, NewOwnFactor>>> = {
  sitting: { ...blankFactor, name: 'Long drive', window: 'hours-24', direction: 'more' },
  alcohol: { name: 'Cider', answer: 'amount', unit: 'cans', window: 'hours-12', direction: 'more' },
}
const twinned = ['sitting', 'alcohol'] as const satisfies readonly TriggerKey[]

const SITTING_MINUTES = 120

/** The same journal with what it says of a trigger written a second time, as answers about an own factor. */
function addTwin(file: JournalFile, trigger: (typeof twinned)[number]): JournalFile {
  const factor = { ...blankFactor, ...twins[trigger] }
  const factorId = 1
  let id = file.entries.length
  const answers = file.entries.flatMap((entry): JournalFile['entries'] => {
    const { at, offsetMinutes, note, loggedAt, editedAt, deletedAt } = entry
    const common = {
      at,
      offsetMinutes,
      note,
      loggedAt,
      editedAt,
      deletedAt,
      kind: 'own-factor' as const,
      factorId,
    }
    const none = { present: null, amount: null, score: null }
    if (trigger === 'alcohol')
      return entry.kind === 'fluid' && entry.drink === 'beer'
        ? [{ ...common, ...none, id: ++id, amount: 1 }]
        : []
    const isAnswer = entry.kind === 'activity' && entry.longestBoutMinutes !== null
    return isAnswer
      ? [{ ...common, ...none, id: ++id, present: (entry.longestBoutMinutes ?? 0) >= SITTING_MINUTES }]
      : []
  })
  const checkIns = file.checkIns.filter(({ kind }) => trigger === 'alcohol' && kind === 'fluid')
  return {
    ...file,
    entries: [...file.entries, ...answers],
    ownFactors: [{ ...factor, id: factorId, archived: false, createdOn: '2023-01-01', deletedAt: null }],
    factorCheckIns: checkIns.map(({ date, dayStartMinutes, checkedAt }) => ({
      ...{ factorId, date, dayStartMinutes, checkedAt },
    })),
  }
}

const ownExposures = ({ ownFactors }: JournalFile): readonly CataloguedExposure[] =>
  ownFactors.map(makeOwnExposure)

const isFound = (look: Look | null, exposure: Pick<Exposure, 'key'>): number =>
  Number(
    look?.judged.some(
      ({ key, side, isClearAlone }) => key === exposure.key && side === 'more' && isClearAlone,
    ) === true,
  )

const risks = [0.1, 0.15, 0.2] as const

const plantedFactor: Study = {
  name: 'own-factor-trigger',
  title: `a threefold trigger among twelve exposures, written as built-in exposure and as own factor, ${DAYS} days`,
  runs: 800,
  rows: [
    shareRow('found at one look, built in', 'builtIn'),
    shareRow('found at one look, own factor', 'own'),
    shareRow('difference, own less built in', 'difference', { from: -0.03, to: 0.03 }),
    ...twinned.flatMap(key => [
      shareRow(`found at one look, ${key}, built in`, `builtIn-${key}`),
      shareRow(`found at one look, ${key}, own factor`, `own-${key}`),
    ]),
  ],
  run: random => {
    const span = startOnCheckpoint(random, DAYS)
    const trigger = pick(random, twinned)
    const plan = { keys: twelveExposures, baseRisk: pick(random, risks), gaps: usualGaps }
    const ratios = new Map([[trigger, 3]])
    const file = importFile(addTwin(writeManyExposures(random, span, { ...plan, ratios }), trigger))
    const diary = readDiary(file)
    const others = catalogueOf(twelveExposures.filter(key => key !== trigger))
    const lookAt = (exposure: CataloguedExposure) =>
      isFound(findLookAt(createLookLister(diary, span, [...others, exposure])(), span), exposure)
    const [builtIn, own] = [...catalogueOf([trigger]), ...ownExposures(file)].map(lookAt)
    if (builtIn === undefined || own === undefined) throw new RangeError('exposures: two wanted')
    return {
      ...{ builtIn, own, difference: own - builtIn },
      ...{ [`builtIn-${trigger}`]: builtIn, [`own-${trigger}`]: own },
    }
  },
}

/** The four windows in turn, with each of the three answers. */
const twelveFactors: readonly NewOwnFactor[] = factorWindows.ids.flatMap(window =>
  (['yes-no', 'scale', 'amount'] as const).map(answer => ({
    name: `${answer} ${window}`,
    ...{ answer, window, direction: null },
    unit: answer === 'amount' ? 'ml' : null,
  })),
)

/** Twelve factors without effect, each with habits and gaps as those of the built-in exposures. */
function planFactors(random: Random, span: Span): (writer: JournalWriter, day: number) => void {
  const season = drawSeason(random, span)
  const habits = twelveFactors.map(factor => ({ factor, isOn: drawHabit(random, span, season) }))
  const ids = new Map<string, number>()
  return (writer, day) => {
    for (const { factor, isOn } of habits) {
      const id = ids.get(factor.name) ?? writer.addFactor(factor)
      ids.set(factor.name, id)
      const isAnswered = !chance(random, usualGaps.missing)
      const strength = isOn(day) ? 4 + random.nextInteger(5) : random.nextInteger(3)
      const minutes = 480 + random.nextInteger(900)
      if (!isAnswered) continue
      if (factor.answer === 'yes-no') writer.writeAnswer(id, day, { present: isOn(day) })
      else if (factor.answer === 'scale') writer.writeAnswer(id, day, { score: strength })
      else {
        if (strength > 0) writer.writeAmount(id, day * MINUTES_PER_DAY + minutes, 30 * strength)
        writer.checkInFactor(id, day)
      }
    }
  }
}

/** Life with twelve factors without effect beside some built-in exposures. */
export function writeNullFactors(random: Random, span: Span, plan: LifePlan): JournalFile {
  return writeManyExposures(random, span, { ...plan, writeMore: planFactors(random, span) })
}

/** Twelve further built-in exposures. */
const twelveFurther: readonly LivedKey[] = twentyFiveExposures.filter(
  key => !twelveExposures.some(one => one === key) && key !== 'illness-loss',
)

const nullFactors: Study = {
  name: 'own-factor-nulls',
  title: `twelve exposures without effect, beside twelve further built-in ones or twelve own factors, ${DAYS} days, one look`,
  runs: 800,
  rows: [
    shareRow('any adjusted P <= 0.05, twelve built-in ones alone', 'alone'),
    shareRow('any adjusted P <= 0.05, twelve own factors alone', 'ownAlone', atMost(0.05)),
    shareRow('any adjusted P <= 0.05, with twelve further built-in ones', 'further'),
    shareRow('any adjusted P <= 0.05, with twelve own factors', 'withOwn', atMost(0.05)),
    shareRow('difference, own factors less further built-in ones', 'difference', { from: -1, to: 0.015 }),
    shareRow('P <= 0.01 among the own factors judged', 'smallP', atMost(0.012)),
  ],
  run: random => {
    const span = startOnCheckpoint(random, DAYS)
    const plan = { keys: twentyFiveExposures, baseRisk: pick(random, risks), gaps: usualGaps }
    const file = importFile(writeNullFactors(random, span, plan))
    const diary = readDiary(file)
    const lookAt = (catalogue: readonly CataloguedExposure[]) =>
      findLookAt(createLookLister(diary, span, catalogue)(), span)
    const isAny = (look: Look | null) =>
      Number(look?.judged.some(({ adjustedP }) => adjustedP !== null && adjustedP <= ONE_LOOK_LEVEL) === true)
    const [builtIn, own] = [catalogueOf(twelveExposures), ownExposures(file)]
    const ownLook = lookAt(own)
    const further = isAny(lookAt([...builtIn, ...catalogueOf(twelveFurther)]))
    const withOwn = isAny(lookAt([...builtIn, ...own]))
    const judged = ownLook?.judged.flatMap(({ pValue }) => pValue ?? []) ?? []
    return {
      ...{ alone: isAny(lookAt(builtIn)), ownAlone: isAny(ownLook) },
      ...{ further, withOwn, difference: withOwn - further },
      ...(judged.length > 0 && { smallP: judged.filter(p => p <= 0.01).length / judged.length }),
    }
  },
}

export const ownFactorStudies: readonly Study[] = [plantedFactor, nullFactors]
