/**
 * The lists of one journal: the built-in records, extended by the person's own things. Forms, quick add, texts, search,
 * charts, the analysis and the report ask them for what an id means.
 */
import { isolate } from '../locale/bidi.ts'
import { lowerFirst } from '../locale/lower-first.ts'
import { type Activity, type ActivityFacts, activities } from './activities.ts'
import { type Drink, type DrinkFacts, drinks } from './drinks.ts'
import type { Labelled, OpenList, OwnList } from './list.ts'
import { getFactorNameKey } from './own-factor.ts'
import type { OwnThing, OwnThingOf } from './own-thing.ts'
import { type ReliefFacts, type ReliefTechnique, reliefTechniques } from './reliefs.ts'
import { type Symptom, type SymptomFacts, symptoms } from './symptoms.ts'
import { isThingKey, type ThingKey, thingKeyOf } from './thing-key.ts'

interface JournalList<Id extends string, Facts extends Labelled> {
  /** Offered ids: the built-in ones, then own things that are not archived, by name. */
  readonly ids: readonly Id[]
  /** Labels of the offered ids and of archived ones. */
  readonly words: Readonly<Record<Id, string>>
  /** Label within a sentence: in small letters, but an own name keeps its capitals. */
  inText(id: Id): string
  /** Facts of any id. A thing that the list does not know yet has those of `unknown`. */
  get(id: Id): Facts
  /** Offered ids and `chosen`: an entry may name archived things. */
  idsWith(...chosen: readonly Id[]): readonly Id[]
  /** Ids whose facts pass a test, archived ones included. */
  where(test: (facts: Facts) => boolean): Id[]
}

export interface JournalLists {
  readonly drinks: JournalList<Drink, DrinkFacts>
  readonly activities: JournalList<Activity, ActivityFacts>
  readonly reliefs: JournalList<ReliefTechnique, ReliefFacts>
  readonly symptoms: JournalList<Symptom, SymptomFacts>
  /** The person's own things, by key. */
  readonly own: ReadonlyMap<ThingKey, OwnThing>
}

/** The built-in list of each kind of own things. */
const openLists = {
  drink: drinks,
  activity: activities,
  relief: reliefTechniques,
  symptom: symptoms,
} as const satisfies { readonly [Name in OwnList]: OpenList<string, Labelled, Name> }

/** Label of a thing that is not in the list: another window has just made it. */
const UNKNOWN = 'Something of your own'

/** Name in a quick-add line; source of a regular expression, with blanks of any length. */
export const patternOfName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)
    .replaceAll(/\s+/gu, String.raw`\s+`)

const anyMl = drinks.get('other').usualMl

const drinkOf = ({
  name,
  usualMl,
  alcoholPercent,
  caffeine,
  hasElectrolytes,
}: OwnThingOf<'drink'>): DrinkFacts => ({
  words: name,
  alcoholPercent,
  caffeine,
  hasElectrolytes,
  isPlainWater: false,
  names: { typed: name, pattern: patternOfName(name), counted: null, rank: 0 },
  countedIn: null,
  usualMl: usualMl === null ? anyMl : () => [usualMl],
  vesselMl: {},
})

const activityOf = ({ name, isStill }: OwnThingOf<'activity'>): ActivityFacts => ({
  words: name,
  isStill,
  // A thing done without moving needs no warm-up; of the others it is not known.
  isGentle: isStill,
  coversDistance: !isStill,
  isInWater: false,
  typed: name,
  names: patternOfName(name),
})

const reliefOf = ({ name }: OwnThingOf<'relief'>): ReliefFacts => ({
  words: name,
  names: patternOfName(name),
})

const symptomOf = ({ name }: OwnThingOf<'symptom'>): SymptomFacts => ({
  words: name,
  group: 'common',
  urgency: null,
  names: null,
})

/** Lists of a journal with these own things. */
export function createLists(things: readonly OwnThing[]): JournalLists {
  const sorted = things.toSorted((a, b) => a.name.localeCompare(b.name, 'en') || a.id - b.id)
  const unknown = { name: UNKNOWN, id: 0, createdOn: '', archived: true }
  return {
    own: new Map(things.map(thing => [thingKeyOf(thing.id), thing])),
    drinks: extend(drinks, ofList(sorted, 'drink'), drinkOf, {
      ...unknown,
      ...{ list: 'drink', usualMl: null, alcoholPercent: 0, caffeine: 'perhaps', hasElectrolytes: false },
    }),
    activities: extend(activities, ofList(sorted, 'activity'), activityOf, {
      ...unknown,
      list: 'activity',
      isStill: false,
    }),
    reliefs: extend(reliefTechniques, ofList(sorted, 'relief'), reliefOf, { ...unknown, list: 'relief' }),
    symptoms: extend(symptoms, ofList(sorted, 'symptom'), symptomOf, { ...unknown, list: 'symptom' }),
  }
}

const ofList = <Name extends OwnList>(things: readonly OwnThing[], list: Name) =>
  things.filter((thing): thing is OwnThingOf<Name> => thing.list === list)

function extend<Id extends string, Facts extends Labelled, Thing extends OwnThing>(
  builtIn: OpenList<Id, Facts>,
  things: readonly Thing[],
  factsOf: (thing: Thing) => Facts,
  unknown: Thing,
): JournalList<Id | ThingKey, Facts> {
  const own = new Map(things.map(thing => [thingKeyOf(thing.id), factsOf(thing)]))
  const offered = things.filter(({ archived }) => !archived).map(({ id }) => thingKeyOf(id))
  const ids: readonly (Id | ThingKey)[] = [...builtIn.ids, ...offered]
  const get = (id: Id | ThingKey): Facts => (isOwn(id) ? (own.get(id) ?? factsOf(unknown)) : builtIn.get(id))
  return {
    ids,
    // Cast: TypeScript has no record that holds some of the keys of a template literal.
    words: {
      ...builtIn.words,
      ...Object.fromEntries([...own].map(([key, { words }]) => [key, words])),
    } as Readonly<Record<Id | ThingKey, string>>,
    get,
    inText: id => (isOwn(id) ? isolate(get(id).words) : get(id).words.toLowerCase()),
    idsWith: (...chosen) => [...ids, ...chosen.filter(id => !ids.includes(id))],
    where: test => [...builtIn.where(test), ...[...own.keys()].filter(key => test(get(key)))],
  }
}

const isOwn = (id: string): id is ThingKey => isThingKey(id)

/**
 * Usual size in ml and strength in % by volume that the person gave for an own drink; null for what it has none of, and for
 * built-in drinks, of which each has its own.
 */
export function getOwnMeasures(
  drink: Drink,
  { own }: JournalLists,
): { readonly usualMl: number | null; readonly strength: number | null } {
  const thing = isOwn(drink) ? own.get(drink) : undefined
  if (thing?.list !== 'drink') return { usualMl: null, strength: null }
  return { usualMl: thing.usualMl, strength: thing.alcoholPercent > 0 ? thing.alcoholPercent : null }
}

/** Label of an id where the own things are given by their names alone, as in a report. */
export const nameIn = <Id extends string>(
  list: OpenList<Id, Labelled>,
  id: Id | ThingKey,
  ownNames: Readonly<Record<string, string>>,
): string => (isOwn(id) ? (ownNames[id] ?? UNKNOWN) : list.words[id])

/** The same within a sentence: with a small letter, but an own name keeps its capitals. */
export const nameWithin = <Id extends string>(
  list: OpenList<Id, Labelled>,
  id: Id | ThingKey,
  ownNames: Readonly<Record<string, string>>,
): string => (isOwn(id) ? isolate(nameIn(list, id, ownNames)) : lowerFirst(list.words[id]))

/** Lists of a journal without own things. */
export const builtInLists = createLists([])

/** Names that an own thing of a list cannot take: the labels of its built-in records, and other own ones. */
export interface TakenName {
  readonly name: string
  /** State of the own thing that has it; null for a built-in record. */
  readonly archived: boolean | null
}

/** Item of a list that has this name already, case, width and spacing aside; undefined when the name is free. */
export function findTakenName(
  list: OwnList,
  name: string,
  things: readonly Pick<OwnThing, 'id' | 'list' | 'name' | 'archived'>[],
  exceptId?: number,
): TakenName | undefined {
  const key = getFactorNameKey(name)
  const label = Object.values<string>(openLists[list].words).find(words => getFactorNameKey(words) === key)
  if (label !== undefined) return { name: label, archived: null }
  return things.find(
    other => other.list === list && other.id !== exceptId && getFactorNameKey(other.name) === key,
  )
}

/** Sentence for a name that is taken. */
export function writeTakenName({ name, archived }: TakenName): string {
  if (archived === null) return `“${name}” is in the list already. Choose another name.`
  return archived
    ? `You already have “${name}”, archived. Bring it back, or choose another name.`
    : `You already have “${name}”. Choose another name.`
}
