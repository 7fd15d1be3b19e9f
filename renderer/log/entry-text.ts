/** Display text of entries: title, details, time, and the name used in buttons and messages. */

import { sweatLevels } from '../../shared/kinds/activities.ts'
import type { ActivityDraft } from '../../shared/kinds/activity.ts'
import { type CrampDraft, restAnswers, statesAtOnset } from '../../shared/kinds/cramp.ts'
import { type DayDraft, heats, urineColours } from '../../shared/kinds/day.ts'
import type { Kind } from '../../shared/kinds/define-kind.ts'
import type { DraftOf, Entry, EntryDraft } from '../../shared/kinds/entry.ts'
import { isFromMemory } from '../../shared/kinds/entry-time.ts'
import type { FoodDraft } from '../../shared/kinds/food.ts'
import type { Shoe } from '../../shared/kinds/footwear.ts'
import type { JournalLists } from '../../shared/kinds/journal-lists.ts'
import { kindsByName } from '../../shared/kinds/kinds.ts'
import { medicationChanges, medicineClasses } from '../../shared/kinds/medicines.ts'
import { formatSite, type Muscle, muscles } from '../../shared/kinds/muscles.ts'
import { beddings, roomFeels, sleepPositions } from '../../shared/kinds/night.ts'
import { onsetPrecisions } from '../../shared/kinds/onset.ts'
import { describeAnswer, type FactorName } from '../../shared/kinds/own-factor.ts'
import { nameStretch } from '../../shared/kinds/stretch.ts'
import { circumstances } from '../../shared/kinds/symptoms.ts'
import { isThingKey } from '../../shared/kinds/thing-key.ts'
import { isolate } from '../../shared/locale/bidi.ts'
import { calendarDate, journalDay } from '../../shared/time/moment.ts'
import { momentOfEnd } from '../../shared/time/time-zone.ts'
import { formatDate, formatDuration, formatNumber, formatTime } from '../data/format.ts'
import type { Units } from '../data/units.ts'

export interface EntryText {
  readonly title: string
  /** Short phrases, the most important first. */
  readonly details: readonly string[]
}

/** Inputs of an entry's text other than the entry. */
export interface TextOptions {
  readonly shoes: readonly Shoe[]
  readonly ownFactors: readonly FactorName[]
  readonly lists: JournalLists
  readonly units: Units
  /** The computer's; only starts have a stored offset, so ends are shown by it. */
  readonly timeZone: string
}

export function describeEntry(entry: EntryDraft, options: TextOptions): EntryText {
  const { shoes, ownFactors, lists, units, timeZone } = options
  switch (entry.kind) {
    case 'cramp':
      return { title: formatSites(entry), details: listCrampDetails(entry, lists) }
    case 'fluid':
      return {
        title: `${isolate(lists.drinks.get(entry.drink).words)}, ${units.formatVolume(entry.volumeMl)}`,
        details: present(
          entry.alcoholPercent !== null && `${formatNumber(entry.alcoholPercent, 1)} % alcohol`,
          entry.caffeineMg !== null && `${formatNumber(entry.caffeineMg)} mg caffeine`,
          entry.reliefOf !== null && 'for a cramp',
        ),
      }
    case 'footwear':
      return { title: isolate(nameShoe(entry.shoeId, shoes)), details: [formatWearing(entry, timeZone)] }
    case 'activity':
      return {
        title: isolate(lists.activities.get(entry.activity).words),
        details: listActivityDetails(entry, options),
      }
    case 'stretch':
      return {
        title: nameStretch(entry),
        details: [formatMinutes(entry.durationMinutes), ...entry.muscles.map(nameMuscle)],
      }
    case 'food':
      return { title: 'Food and supplements', details: listFoodDetails(entry) }
    case 'day':
      return { title: 'The day', details: listDayDetails(entry, units) }
    case 'night':
      return { title: 'The night', details: listNightDetails(entry, units, timeZone) }
    case 'medication':
      return {
        title: `${isolate(entry.name)}: ${medicationChanges.words[entry.change].toLowerCase()}`,
        details: present(
          entry.dose !== '' && isolate(entry.dose),
          entry.medicineClass !== 'other' && medicineClasses.words[entry.medicineClass],
        ),
      }
    case 'dose':
      return { title: [entry.name, entry.amount].filter(Boolean).map(isolate).join(', '), details: [] }
    case 'own-factor': {
      const { name = 'Something of your own', unit = null } =
        ownFactors.find(({ id }) => id === entry.factorId) ?? {}
      return {
        title: isolate(name),
        details: present(describeAnswer(entry, unit && isolate(unit), formatAmount) || false),
      }
    }
  }
}

/** Text of a stored entry's row: a detail says when it was logged from memory. */
export function describeStored(entry: Entry, options: TextOptions): EntryText {
  const { title, details } = describeEntry(entry, options)
  return { title, details: isFromMemory(entry) ? [...details, 'from memory'] : details }
}

/** True of an entry about its whole day, which is stored at noon for want of a time. */
export function isOfWholeDay(entry: EntryDraft): boolean {
  const kind: Kind = kindsByName[entry.kind]
  return kind.isWholeDay?.(entry) ?? false
}

/** Time of day of an entry at its known precision: "14:05", "Night", "All day". */
export function formatEntryTime(entry: Entry): string {
  if (isOfWholeDay(entry)) return 'All day'
  if (entry.kind === 'cramp') return onsetPrecisions.get(entry.onsetPrecision).short ?? formatTime(entry)
  return formatTime(entry)
}

/** `formatEntryTime` under a journal day's heading: adds the date for the hours after midnight, which have the next one. */
export function formatTimeUnderDay(entry: Entry, dayStartMinutes: number): string {
  const time = formatEntryTime(entry)
  const date = calendarDate(entry)
  const isOfDay = time !== formatTime(entry) || journalDay(entry, dayStartMinutes) === date
  return isOfDay ? time : `${time}, ${formatDate(date, 'short')}`
}

/** Name of an entry in buttons and messages: "water, 250 ml", "cramp, left calf". */
export function nameEntry(entry: EntryDraft, options: TextOptions): string {
  const { title, details } = describeEntry(entry, options)
  // Starts with a name that the person typed, which keeps its capitals.
  if (entry.kind === 'footwear' || entry.kind === 'medication' || entry.kind === 'dose') return title
  if (entry.kind === 'own-factor') return [title, ...details].join(': ')
  const lower = startsWithOwnName(entry) ? title : title.charAt(0).toLowerCase() + title.slice(1)
  if (entry.kind === 'cramp') return `cramp, ${lower}`
  return entry.kind === 'activity' ? `${lower}, ${formatDuration(entry.durationMinutes * 60)}` : lower
}

const formatAmount = (amount: number) => formatNumber(amount, 2)
const startsWithOwnName = (entry: EntryDraft) =>
  (entry.kind === 'fluid' && isThingKey(entry.drink)) ||
  (entry.kind === 'activity' && isThingKey(entry.activity))

export function nameShoe(shoeId: number, shoes: readonly Shoe[]): string {
  return shoes.find(shoe => shoe.id === shoeId)?.name ?? 'A shoe'
}

export function formatSites(cramp: Pick<CrampDraft, 'sites'>): string {
  const [first, ...others] = cramp.sites.map(formatSite)
  if (first === undefined) return 'Cramp'
  return [first, ...others.map(site => site.charAt(0).toLowerCase() + site.slice(1))].join(', ')
}

function listCrampDetails(cramp: CrampDraft, { reliefs, symptoms }: JournalLists): string[] {
  return present(
    cramp.intensity !== null && `${cramp.intensity} of 10`,
    cramp.durationSeconds !== null && formatDuration(cramp.durationSeconds),
    cramp.onsetPrecision === 'about' && 'about that time',
    cramp.ongoing && 'still going on',
    cramp.wokeMe === true && 'woke me',
    cramp.stateAtOnset !== null && statesAtOnset.words[cramp.stateAtOnset].toLowerCase(),
    ...cramp.relief.map(({ technique }) => reliefs.inText(technique)),
    cramp.relievedByRest !== null && restAnswers.words[cramp.relievedByRest].toLowerCase(),
    ...cramp.symptoms.map(symptom => symptoms.inText(symptom)),
    ...cramp.circumstances.map(circumstance => circumstances.words[circumstance].toLowerCase()),
    cramp.sorenessHours !== null && `sore for ${cramp.sorenessHours} h`,
  )
}

function listActivityDetails(activity: ActivityDraft, { units, shoes }: TextOptions): string[] {
  return present(
    formatDuration(activity.durationMinutes * 60),
    activity.exertion !== null && `exertion ${activity.exertion} of 10`,
    activity.distanceKm !== null && `${formatNumber(activity.distanceKm, 2)} km`,
    activity.climbM !== null && `${formatNumber(activity.climbM)} m up`,
    activity.shoeId !== null && `in ${isolate(nameShoe(activity.shoeId, shoes))}`,
    activity.newOrHarder === true && 'harder than usual',
    activity.sweat !== null && sweatLevels.words[activity.sweat].toLowerCase(),
    activity.cold === true && 'in the cold',
    activity.waterTemperatureC !== null && `water ${units.formatTemperature(activity.waterTemperatureC)}`,
    activity.longestBoutMinutes !== null &&
      `${formatDuration(activity.longestBoutMinutes * 60)} without a break`,
    activity.warmUpMinutes !== null &&
      activity.warmUpMinutes > 0 &&
      `warmed up for ${formatMinutes(activity.warmUpMinutes)}`,
    activity.coolDownMinutes !== null &&
      activity.coolDownMinutes > 0 &&
      `cooled down for ${formatMinutes(activity.coolDownMinutes)}`,
  )
}

const nameMuscle = (muscle: Muscle) => muscles.words[muscle].toLowerCase()
const formatMinutes = (minutes: number) => formatDuration(minutes * 60)

const minerals = ['potassium', 'magnesium', 'calcium'] as const

function listFoodDetails(food: FoodDraft): string[] {
  return present(
    ...minerals.flatMap(mineral => {
      const servings = food[`${mineral}Servings`]
      const supplement = food[`${mineral}SupplementMg`]
      return [
        servings !== null && `${formatNumber(servings, 1)} rich in ${mineral}`,
        supplement !== null && `${formatNumber(supplement)} mg ${mineral}`,
      ]
    }),
  )
}

function listDayDetails(day: DayDraft, units: Units): string[] {
  return present(
    day.heat !== null && heats.words[day.heat].toLowerCase(),
    day.maxTemperatureC !== null && `up to ${units.formatTemperature(day.maxTemperatureC)}`,
    day.illnessWithFluidLoss !== null && (day.illnessWithFluidLoss ? 'ill, losing fluid' : 'not ill'),
    day.saltAfterSweat !== null && (day.saltAfterSweat ? 'salty after sweat' : 'nothing salty after sweat'),
    day.footExerciseMinutes !== null &&
      (day.footExerciseMinutes > 0
        ? `foot exercises, ${formatMinutes(day.footExerciseMinutes)}`
        : 'no foot exercises'),
    day.bother !== null && `bothered ${day.bother} of 10`,
    day.urineColour !== null && `urine ${urineColours.words[day.urineColour].toLowerCase()}`,
    day.saltG !== null && `${formatNumber(day.saltG, 1)} g of salt`,
  )
}

function listNightDetails(night: DraftOf<'night'>, units: Units, timeZone: string): string[] {
  return present(
    night.wakeAt === null ? 'to bed' : formatSleep(night, night.wakeAt, timeZone),
    night.sleepDisturbance !== null && `disturbed ${night.sleepDisturbance} of 10`,
    night.coldLegs !== null && (night.coldLegs ? 'cold legs' : 'warm legs'),
    night.bedding !== null && `bedding ${beddings.words[night.bedding].toLowerCase()}`,
    night.position !== null && sleepPositions.words[night.position].toLowerCase(),
    night.roomFeel !== null && `room ${roomFeels.words[night.roomFeel].toLowerCase()}`,
    night.roomTemperatureC !== null && units.formatTemperature(night.roomTemperatureC),
  )
}

function formatSleep(night: DraftOf<'night'>, wakeAt: number, timeZone: string): string {
  const end = momentOfEnd(wakeAt, night, timeZone)
  return `up at ${formatTime(end)}, ${formatDuration((wakeAt - night.at) / 1000)} in bed`
}

function formatWearing(worn: DraftOf<'footwear'>, timeZone: string): string {
  if (worn.takenOffAt === null) return 'put on'
  const end = momentOfEnd(worn.takenOffAt, worn, timeZone)
  const nextDate = calendarDate(end) === calendarDate(worn) ? '' : ' the next day'
  return `until ${formatTime(end)}${nextDate}, ${formatDuration((worn.takenOffAt - worn.at) / 1000)}`
}

function present(...phrases: readonly (string | false)[]): string[] {
  return phrases.filter(phrase => phrase !== false)
}
