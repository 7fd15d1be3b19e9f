import { z } from 'zod'
import { ownFactor } from '../../kinds/own-factor.ts'

const { id, name, answer, unit, window, direction } = ownFactor.shape

/** Parts of an own factor that its exposure is made from. A finding holds them, with the name of that time. */
export const studiedFactor = z.strictObject({ id, name, answer, unit, window, direction })
export type StudiedFactor = z.infer<typeof studiedFactor>
