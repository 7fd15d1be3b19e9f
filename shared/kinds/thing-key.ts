/**
 * Keys of the person's own things, in the same fields as the ids of a built-in list: `own:7` is the thing with the id 7.
 * Ids are unique over all lists of one journal, so that a key alone names a thing.
 */
import { z } from 'zod'

export type ThingKey = `own:${number}`

const PATTERN = /^own:[1-9]\d{0,15}$/
const LONGEST = 20

export const isThingKey = (id: string): id is ThingKey => PATTERN.test(id)

export const thingKeyOf = (id: number): ThingKey => `own:${id}`

/** @example thingIdOf('own:7') // 7 */
export const thingIdOf = (key: ThingKey): number => Number(key.slice('own:'.length))

// Cast: zod does not narrow a string by its pattern.
export const thingKeySchema = z.string().max(LONGEST).regex(PATTERN) as z.ZodString & z.ZodType<ThingKey>
