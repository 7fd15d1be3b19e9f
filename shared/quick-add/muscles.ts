/** Muscles and sides in a line: "left calf", "both arches", "calf (right)". */

import type { CrampSite } from '../kinds/cramp.ts'
import { type Muscle, muscles, type Side, sides } from '../kinds/muscles.ts'
import { capitalize } from '../locale/capitalize.ts'
import { type Line, type Taken, words } from './line.ts'
import { askAtEnd, askInPlace } from './questions.ts'
import type { Question, Span } from './reading.ts'

interface MuscleName {
  /** Source of a regular expression. */
  readonly pattern: string
  /** Several if the word is ambiguous. */
  readonly muscles: readonly [Muscle, ...Muscle[]]
  /** Pattern of plurals that mean both sides; null if a plural implies no side. */
  readonly plural: string | null
}

/** Names of a single muscle come first, so that "front thigh" is not read as "thigh". */
const muscleNames: readonly MuscleName[] = [
  ...muscles.ids.flatMap((muscle): MuscleName[] => {
    const { pattern, plural } = muscles.get(muscle).names
    return pattern === null ? [] : [{ pattern, plural, muscles: [muscle] }]
  }),
  { pattern: 'thighs?', muscles: ['inner-thigh', 'front-thigh', 'hamstring'], plural: 'thighs' },
  { pattern: 'foot|feet', muscles: ['arch', 'toes'], plural: 'feet' },
  {
    pattern: 'legs?',
    muscles: ['calf', 'shin', 'hamstring', 'front-thigh', 'inner-thigh'],
    plural: 'legs',
  },
]

const ANY_MUSCLE = muscleNames.map(({ pattern }) => pattern).join('|')
/** Excludes "right after the run", "right now" and "left me with a limp", which name no side. */
const SIDE = String.raw`left(?!\s+me(?!\p{L}))|right(?!\s+(?:after|before|now|away|when|as)(?!\p{L}))|both`
const BEFORE = String.raw`(?:(?<before>left\s+and\s+right|${SIDE}|[lr])\s+(?:(?:of\s+)?my\s+|the\s+)?)?`
const AFTER = String.raw`(?:,?\s*(?:on\s+)?\(?(?:the\s+|my\s+)?(?<after>${SIDE})(?:\s+(?:sides?|legs?|foot|feet))?\)?(?!\s+(?:(?:my|the)\s+)?(?:${ANY_MUSCLE})(?![\p{L}\p{N}])))?`
const SITE = words(`${BEFORE}(?<muscle>${ANY_MUSCLE})${AFTER}`)
const LONE_SIDE = words(String.raw`(?<side>${SIDE})(?:\s+(?:sides?|legs?|foot|feet))?`)

/** Muscle with a side; alone it implies a cramp. */
export const SIDED_MUSCLE = words(
  String.raw`(?:${SIDE})\s+(?:(?:of\s+)?my\s+|the\s+)?(?:${ANY_MUSCLE})|(?:${ANY_MUSCLE})\s+\(?(?:left|right)\)?`,
)

interface FoundMuscle {
  readonly muscles: readonly [Muscle, ...Muscle[]]
  readonly side: Side | null
  /** Word for the muscle, without the side. */
  readonly word: Span & { readonly text: string }
}

export interface FoundSites {
  readonly sites: CrampSite[]
  readonly questions: Question[]
}

/** Reads the sites of a cramp; a missing muscle or side is asked for. */
export function takeSites(line: Line): FoundSites {
  const found = dropRepeated(takeMuscles(line))
  const sideless = found.filter(({ side }) => side === null)
  const lone = sideless.length === 1 ? line.take(LONE_SIDE, 'place') : null
  const sided = found.map(muscle =>
    muscle.side === null ? { ...muscle, side: readSide(lone?.groups.side) } : muscle,
  )
  const questions = sided.flatMap(muscle => [
    ...(muscle.muscles.length > 1 ? [askMuscle(muscle, line)] : []),
    ...(muscle.side === null ? [askSide(muscle, line)] : []),
  ])
  if (found.length === 0) questions.push(askPlace(line, line.take(LONE_SIDE, 'place')))
  return { sites: mergeSites(sided), questions }
}

/** Reads the muscles that were stretched, without sides. */
export function takeStretchedMuscles(line: Line): { muscles: Muscle[]; questions: Question[] } {
  const found = takeMuscles(line)
  const questions = found.filter(({ muscles }) => muscles.length > 1).map(muscle => askMuscle(muscle, line))
  return { muscles: [...new Set(found.map(({ muscles }) => muscles[0]))], questions }
}

function takeMuscles(line: Line): FoundMuscle[] {
  const found: FoundMuscle[] = []
  for (let site = line.take(SITE, 'place'); site !== null; site = line.take(SITE, 'place')) {
    const { muscle = '', before, after } = site.groups
    const name = muscleNames.find(({ pattern }) => new RegExp(`^(?:${pattern})$`, 'iu').test(muscle))
    if (name === undefined) continue
    const isPlural = name.plural !== null && new RegExp(`^(?:${name.plural})$`, 'iu').test(muscle)
    found.push({
      muscles: name.muscles,
      side: readSide(before) ?? readSide(after) ?? (isPlural ? 'both' : null),
      word: spanOfMuscle(site, muscle, before),
    })
  }
  return found
}

/**
 * Drops the general name if a line names one site twice, as in "left leg calf" and "foot cramp left arch". The exact name
 * keeps the side that either of them gives.
 */
function dropRepeated(found: readonly FoundMuscle[]): FoundMuscle[] {
  let kept = [...found]
  for (const exact of found) {
    const general = kept.find(other => other !== exact && isGeneralNameOf(other, exact))
    if (exact.muscles.length > 1 || !kept.includes(exact) || general === undefined) continue
    kept = kept
      .filter(other => other !== general)
      .map(other => (other === exact ? { ...exact, side: exact.side ?? general.side } : other))
  }
  return kept
}

/** True if both can be one site: a calf is part of a leg, and a name without a side adds no second site. */
function isGeneralNameOf(general: FoundMuscle, exact: FoundMuscle): boolean {
  const isWider = general.muscles.length > 1 || general.side === null
  return (
    isWider &&
    general.muscles.includes(exact.muscles[0]) &&
    (general.side === null || exact.side === null || general.side === exact.side)
  )
}

function spanOfMuscle(site: Taken, muscle: string, before: string | undefined): Span & { text: string } {
  const start = site.start + site.text.indexOf(muscle, before?.length ?? 0)
  return { start, end: start + muscle.length, text: muscle }
}

function readSide(word: string | undefined): Side | null {
  const text = word?.toLowerCase() ?? ''
  if (text === 'left' || text === 'l') return 'left'
  if (text === 'right' || text === 'r') return 'right'
  return text === '' ? null : 'both'
}

/** Sites with both sides of a muscle merged into `both`. */
function mergeSites(found: readonly FoundMuscle[]): CrampSite[] {
  const sites = new Map<Muscle, Side>()
  for (const { muscles, side } of found) {
    if (side === null) continue
    const known = sites.get(muscles[0])
    sites.set(muscles[0], known === undefined || known === side ? side : 'both')
  }
  return [...sites].map(([muscle, side]) => ({ muscle, side }))
}

const askSide = ({ word }: FoundMuscle, line: Line): Question =>
  askInPlace(
    line,
    word,
    `side ${word.start}`,
    `“${word.text}”: left, right or both?`,
    sides.ids.map(side => [sides.words[side], `${side} ${word.text}`]),
  )

function askMuscle({ muscles: meant, word }: FoundMuscle, line: Line): Question {
  const isPlural = /s$|feet$/i.test(word.text)
  const answers = meant.map(muscle => {
    const { typed, typedForBoth } = muscles.get(muscle).names
    return [capitalize(typed), (isPlural ? typedForBoth : null) ?? typed] as const
  })
  return askInPlace(line, word, `muscle ${word.start}`, `“${word.text}”: which part?`, answers)
}

/** Order of answers: from the toes up, the back of the thigh before its front and inside. */
const offeredMuscles: readonly Muscle[] = [
  'toes',
  'arch',
  'calf',
  'shin',
  'hamstring',
  'front-thigh',
  'inner-thigh',
  'hand',
  'arm',
  'trunk',
  'face',
]

/** @param side words for a side without a muscle next to them */
export function askPlace(line: Line, side: Taken | null = null): Question {
  const names = offeredMuscles.map(muscle => muscles.get(muscle).names.typed)
  if (side === null)
    return askAtEnd(
      line,
      'place',
      'Which muscle?',
      names.map(typed => [capitalize(typed), typed]),
    )
  return askInPlace(
    line,
    side,
    'place',
    'Which muscle?',
    names.map(typed => [capitalize(typed), `${side.groups.side} ${typed}`]),
  )
}
