/**
 * Relief during a cramp: steps, milestones and closing. Written to be read at three in the morning: one thing at a
 * time, few words.
 *
 *      0 min          it eases                5 min                 10 min
 *        |---------------|----------------------|---------------------|
 *        open, stretch    rub, warm or cool      try another way       get help today
 */

import type { Condition } from '../../kinds/conditions.ts'
import type { CrampSite } from '../../kinds/cramp.ts'
import type { Muscle } from '../../kinds/muscles.ts'
import type { ClaimId } from '../knowledge/claim-id.ts'
import { isFluidForTheClinician } from '../knowledge/fluid-limits.ts'
import { isHeatUnsafe } from '../knowledge/heat-limits.ts'
import type { SafetyNoteId } from '../knowledge/safety-notes.ts'
import type { WarningRuleId } from '../warning-signs/rule.ts'
import { protocols } from './protocols.ts'
import type { ReliefProtocol, ReliefStep } from './relief-step.ts'

/**
 * Protocols for the cramping places, in the order in which these were chosen; the protocol `other` without a place.
 * Steps contraindicated by `conditions` are left out; a step that two protocols share is only in the first.
 */
export function getReliefSteps(
  sites: readonly CrampSite[],
  conditions: readonly Condition[] = [],
): ReliefProtocol[] {
  const chosen = new Set(sites.map(({ muscle }) => findProtocol(muscle)))
  const shown = new Set<string>()
  return (chosen.size > 0 ? [...chosen] : [findProtocol('other')]).map(protocol => {
    const steps = selectSteps(protocol, conditions).filter(({ id }) => !shown.has(id))
    for (const { id } of steps) shown.add(id)
    return { ...protocol, steps }
  })
}

/** Steps of a protocol without those contraindicated by `conditions`. */
export function selectSteps({ steps }: ReliefProtocol, conditions: readonly Condition[]): ReliefStep[] {
  return steps.filter(({ notWith }) => !notWith.some(one => conditions.includes(one)))
}

function findProtocol(muscle: Muscle): ReliefProtocol {
  const protocol = protocols.find(({ muscles }) => muscles.includes(muscle))
  if (protocol === undefined) throw new RangeError(`muscle: no relief for ${muscle}`)
  return protocol
}

/** Advice above the steps of every muscle, from the first second on. */
export const opening = {
  title: 'Breathe out slowly',
  text: 'Nearly every cramp passes. Sit up and switch on a light.',
  safety: ['falls'],
} as const satisfies { title: string; text: string; safety: readonly SafetyNoteId[] }

/** Advice for a cramp that still lasts after `afterMinutes`. */
export interface ReliefMilestone {
  readonly afterMinutes: number
  readonly title: string
  readonly text: string
  /** Addition for people without a condition that makes warmth unsafe. */
  readonly warmth: string | null
  readonly safety: readonly SafetyNoteId[]
  /** The warning rule that holds from this time on; its card says whom to call. */
  readonly rule: WarningRuleId | null
}

/** Milestones in order of time. */
export const milestones: readonly ReliefMilestone[] = [
  {
    afterMinutes: 5,
    title: 'Still there? Try another way',
    text: 'Change position. If you are steady on your feet, stand up or walk a few steps.',
    warmth: 'You can also put something warm on it, not hot, where the skin feels as it should.',
    safety: ['falls', 'heat'],
    rule: null,
  },
  {
    afterMinutes: 10,
    title: 'Ten minutes is long for a cramp',
    text: 'Have it looked at today. Until then, keep to what eases it and do not force anything.',
    warmth: null,
    safety: [],
    rule: 'S1',
  },
]

/** The last milestone reached; undefined before the first. */
export function getMilestone(elapsedMinutes: number): ReliefMilestone | undefined {
  return milestones.findLast(({ afterMinutes }) => elapsedMinutes >= afterMinutes)
}

/** Text of a milestone for a person with `conditions`. */
export function writeMilestone(
  { text, warmth, safety }: ReliefMilestone,
  conditions: readonly Condition[],
): Pick<ReliefMilestone, 'text' | 'safety'> {
  if (warmth === null) return { text, safety }
  return isHeatUnsafe(conditions)
    ? { text, safety: safety.filter(note => note !== 'heat') }
    : { text: `${text} ${warmth}`, safety }
}

/** Warnings; each completes "Do not ...". */
export const doNot: readonly string[] = [
  'point your toes while calf or foot cramps',
  'bounce while you stretch',
  'pull into sharp pain; stop if something pops',
  'put heat on numb skin',
  'press hard on a calf that is swollen or warm',
]

/** Closing advice after the cramp. */
export const closing = {
  title: 'It has let go',
  text: 'It may stay sore for a day or two. Rest it, a little raised if you like.',
  fluids: 'Drink only if you are thirsty.',
  claims: ['001-13', '003-01'],
} as const satisfies { title: string; text: string; fluids: string; claims: readonly ClaimId[] }

/** Closing advice for a person with `conditions`: nothing about drinking where a clinician decides the amount. */
export function writeClosing(conditions: readonly Condition[]): string {
  return isFluidForTheClinician(conditions) ? closing.text : `${closing.text} ${closing.fluids}`
}
