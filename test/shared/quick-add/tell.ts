/** Reading as one line of text: the entry with all its facts, the questions, or the hint. */
import type { EntryDraft } from '../../../shared/kinds/entry.ts'
import type { Question, Reading } from '../../../shared/quick-add/reading.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { clockTime, momentOfInstant } from '../../../shared/time/time-zone.ts'
import { LONDON } from './contexts.ts'

const MOST_LABELS = 4

export function tell(reading: Reading): string {
  if (reading.kind === 'not-understood') return `none: ${reading.hint.split(/[.:]/)[0]}`
  if (reading.kind === 'asks') return reading.questions.map(tellQuestion).join(' ')
  if (reading.kind === 'entries') return reading.entries.map(tell).join(' + ')
  if (reading.kind === 'check-in') {
    const { checkIn } = reading
    return `no ${'kind' in checkIn ? checkIn.kind : `factor ${checkIn.factorId}`} on ${checkIn.date}`
  }
  const { kind, at, offsetMinutes, ...facts } = reading.draft
  const when = `${calendarDate({ at, offsetMinutes }).slice(5)} ${clockTime({ at, offsetMinutes })}`
  return [kind, when, ...Object.entries(facts).flatMap(tellFact)].join(' ')
}

function tellQuestion({ text, options }: Question): string {
  const labels = options.map(({ label }) => label)
  const told = labels.length > MOST_LABELS ? [...labels.slice(0, MOST_LABELS - 1), '…'] : labels
  return `${text} [${told.join(' | ')}]`
}

/** Unknown values are left out. */
function tellFact([name, value]: [string, unknown]): string[] {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return []
  if (value === false && name !== 'wokeMe') return []
  if (typeof value === 'number' && name.endsWith('At'))
    return [`${name}=${clockTime(momentOfInstant(value, LONDON))}`]
  if (name === 'sites') return [tellSites(value as SitesOf<EntryDraft>)]
  return [`${name}=${value}`]
}

type SitesOf<Draft> = Draft extends { sites: infer Sites } ? Sites : never

const tellSites = (sites: SitesOf<EntryDraft>) =>
  `(${sites.map(({ side, muscle }) => `${side} ${muscle}`).join(', ')})`
