import { type DesignName, designs, drawArms } from '../../../shared/experiments/design.ts'
import type { Experiment } from '../../../shared/experiments/experiment.ts'
import { createRandom } from '../../../shared/statistics/random.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'

/** Experiment of eight one-week periods, its order drawn from its seed as in the program. */
export function makeExperiment({
  design: name = '8-weeks-by-weeks',
  ...fields
}: Partial<Omit<Experiment, 'design' | 'arms'>> & { readonly design?: DesignName } = {}): Experiment {
  const design = designs[name]
  const seed = fields.seed ?? 7
  return {
    id: 1,
    subject: 'loose-bedding',
    design,
    firstDate: '2026-11-21',
    seed,
    arms: [...drawArms(design, createRandom(seed))],
    createdAt: momentAt('2026-11-17', '14:00', 'Europe/Berlin').at,
    stoppedOn: null,
    ...fields,
  }
}
