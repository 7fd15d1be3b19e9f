/** Reader of named reliefs: "pickle brine helped", "tried electrolytes, did not help". */

import type { ReliefAction } from '../kinds/cramp.ts'
import type { JournalLists } from '../kinds/journal-lists.ts'
import { type ReliefTechnique, reliefTechniques } from '../kinds/reliefs.ts'
import { thingKeyOf } from '../kinds/thing-key.ts'
import { type Line, words } from './line.ts'

/** With an amount it is a drink, and left to the reader of drinks. */
const AMOUNT = words(
  String.raw`\d+(?:[.,]\d+)?\s*(?:ml|cl|dl|l|litres?|liters?|fl\s*oz|oz|cups?|glass(?:es)?|bottles?)`,
)

const HELPED = String.raw`(?:,?\s+(?:which\s+|it\s+)?(?:(?<no>(?:did(?:n['’]?t|\s+not)|no)\s+(?:help|work))|(?:helped|worked)\s+(?<little>a\s+(?:little|bit))|(?<yes>helped|worked)))?`

/** Reads the reliefs of a line; without a word on the effect it stays unknown. */
export function takeReliefs(line: Line, lists: JournalLists): ReliefAction[] {
  if (line.has(AMOUNT)) return []
  return listNamed(lists).flatMap(({ technique, names }) => {
    const found = line.take(words(String.raw`(?:tried\s+|took\s+|drank\s+)?${names}${HELPED}`), 'detail')
    if (found === null) return []
    const { no, little, yes } = found.groups
    const helped =
      no !== undefined ? 'no' : little !== undefined ? 'a-little' : yes !== undefined ? 'yes' : null
    return [{ technique, helped, startedAfterMinutes: null, minutesToRelief: null }]
  })
}

/** Techniques with a name, the person's own first: "Pickle brine shot" is not read as pickle brine. */
function listNamed({ own, reliefs }: JournalLists): { technique: ReliefTechnique; names: string }[] {
  const ownKeys = [...own.values()]
    .filter(({ list, archived }) => list === 'relief' && !archived)
    .toSorted((a, b) => b.name.length - a.name.length)
    .map(({ id }) => thingKeyOf(id))
  return [...ownKeys, ...reliefTechniques.ids].flatMap(technique => {
    const { names } = reliefs.get(technique)
    return names === null ? [] : [{ technique, names }]
  })
}
