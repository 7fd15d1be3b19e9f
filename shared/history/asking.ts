/** Questions of table readers: asked under ids of one table, and their answers checked against what was offered. */
import type { Collector } from './collector.ts'
import { digestKey } from './digest-key.ts'
import type { Answer, AnswerOption, AnswerType, HistoryQuestion } from './history.ts'

interface Asked {
  /** Id within the table; made of names in the table, so that it is the same in a later export. */
  readonly id: string
  readonly group: string
  readonly text: string
  readonly help?: string
  /** True where it may stay unanswered: nothing depends on it but one field. */
  readonly isOptional?: boolean
}

interface AskedOptions<Id extends string> extends Asked {
  readonly options: readonly OptionOf<Id>[]
}

export interface OptionOf<Id extends string> extends AnswerOption {
  readonly id: Id
}

/** Each returns null while there is no answer, or one that was not offered. */
export interface Asking {
  one<Id extends string>(asked: AskedOptions<Id> & { readonly suggested: NoInfer<Id> | null }): Id | null
  several(asked: AskedOptions<string> & { readonly suggested: readonly string[] }): ReadonlySet<string> | null
  number(
    asked: Asked & {
      readonly min: number
      readonly max: number
      readonly unit: string
      readonly suggested: number | null
    },
  ): number | null
  text(asked: Asked & { readonly maxLength: number; readonly suggested: string | null }): string | null
}

/** @param scope name of the table among all that one reader knows: answers of another table do not count for it */
export function createAsking(collector: Collector, scope: string): Asking {
  const ask = (
    { id, group, text, help = '', isOptional = false }: Asked,
    answer: AnswerType,
    suggested: Answer | null,
  ): Answer | null => {
    const question: HistoryQuestion = {
      id: `${scope}/${id}`,
      ...{ group, text, help, answer, suggested },
      isNeeded: !isOptional,
    }
    return collector.ask(question)
  }
  return {
    one(asked) {
      const { options } = asked
      const given = ask(asked, { kind: 'one', options }, asked.suggested)
      return options.find(({ id }) => id === given)?.id ?? null
    },
    several(asked) {
      const { options } = asked
      const given = ask(asked, { kind: 'several', options }, asked.suggested)
      if (given === null) return null
      const offered = new Set(options.map(({ id }) => id))
      return new Set((typeof given === 'string' ? [given] : given).filter(id => offered.has(id)))
    },
    number(asked) {
      const { min, max, unit, suggested } = asked
      const given = ask(
        asked,
        { kind: 'number', min, max, unit },
        suggested === null ? null : String(suggested),
      )
      const value = typeof given === 'string' && given.trim() !== '' ? Number(given) : Number.NaN
      return value >= min && value <= max ? value : null
    },
    text(asked) {
      const { maxLength, suggested } = asked
      const given = ask(asked, { kind: 'text', maxLength }, suggested)
      const text = typeof given === 'string' ? given.trim().slice(0, maxLength).toWellFormed() : ''
      return text === '' ? null : text
    },
  }
}

/** Longest part of an id that is taken over as it is. */
const LONGEST_NAME = 80

/** Name from a table as part of an id: a long one is cut, with a digest of the whole behind it. */
export const idOfName = (name: string): string =>
  name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME).toWellFormed()}~${digestKey([name])}`

/** Name from a table as it is shown. */
export const shorten = (name: string): string =>
  name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME).toWellFormed()}…`

const LONGEST_LIST = 300

/** Names from a table in one sentence, as many as fit. */
export function shortenList(names: readonly string[]): string {
  const text = names.map(shorten).join(', ')
  return text.length <= LONGEST_LIST ? text : `${text.slice(0, LONGEST_LIST).toWellFormed()}…`
}

/** Name from a table within a question. */
export const quote = (name: string): string => `“${shorten(name)}”`
