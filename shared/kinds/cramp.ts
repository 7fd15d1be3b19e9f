/** A cramp: one episode, from its onset until the muscle let go. */
import type { z } from 'zod'
import { defineKind } from './define-kind.ts'
import {
  addedLater,
  choice,
  duration,
  picks,
  rows,
  score,
  state,
  tags,
  wholeNumber,
  yesNo,
} from './fields.ts'
import { MAX_RELIEF_ACTIONS } from './limits.ts'
import { type IdOf, listOf } from './list.ts'
import { formatSite, muscles, sides } from './muscles.ts'
import { getPossibleInstants, isWithinHours, type OnsetPrecision, onsetPrecisions } from './onset.ts'
import { ask, type Unlikely } from './question.ts'
import { helpedAnswers, reliefTechniques } from './reliefs.ts'
import { circumstances, symptoms } from './symptoms.ts'

export { type OnsetPrecision, onsetPrecisions }

export const statesAtOnset = listOf()({
  asleep: { words: 'Asleep' },
  'in-bed-awake': { words: 'In bed, awake' },
  sitting: { words: 'Sitting' },
  standing: { words: 'Standing' },
  walking: { words: 'Walking' },
  exercising: { words: 'During sport' },
  'after-exercise': { words: 'Within 2 hours after sport' },
  'in-water': { words: 'In water' },
})
export type StateAtOnset = IdOf<typeof statesAtOnset>

/** Answers on whether the cramp went within 10 minutes of rest. */
export const restAnswers = listOf()({
  yes: { words: 'Went within 10 minutes of rest' },
  no: { words: 'Did not go with rest' },
})

export const cramp = defineKind(
  'cramp',
  {
    onsetPrecision: choice(onsetPrecisions, 'how well the time is known', 'exact').startingWith('exact'),
    /** It has not let go yet: the clock of "cramp now" is running. */
    ongoing: state(),
    /** Saved in the night; the rest is asked in the morning. Only such a cramp may have no site yet. */
    needsDetails: state(),
    /** From onset until the muscle let go; null when unknown. */
    durationSeconds: duration(),
    sites: picks(
      { muscle: choice(muscles, 'where it cramped'), side: choice(sides, 'left, right or both') },
      {
        twice: 'The same place is listed twice.',
        spellings: ({ muscle, side }) => [
          `${side} ${muscle}`,
          `${muscle} ${side}`,
          `${side} ${muscles.words[muscle]}`,
          formatSite({ muscle, side }),
        ],
        problem: `Enter places such as "left calf; right arch": ${sides.ids.join(', ')}, and one of ${muscles.ids.join(', ')}.`,
      },
    ),
    intensity: score(),
    stateAtOnset: choice(statesAtOnset, 'what you were doing').optional(),
    relievedByRest: choice(restAnswers, 'whether it went with rest').optional(),
    wokeMe: yesNo(),
    relief: rows(
      {
        technique: choice(reliefTechniques, 'what was tried').startingWith('stretch'),
        helped: choice(helpedAnswers, 'whether it helped').optional(),
        /** Minutes from the onset of the cramp until it was begun. */
        startedAfterMinutes: addedLater(wholeNumber(0, 1440, 'minutes').optional()),
        /** Minutes from starting it until the cramp was gone; null when something else ended it, or when unknown. */
        minutesToRelief: wholeNumber(0, 240, 'minutes').optional(),
      },
      {
        max: [MAX_RELIEF_ACTIONS, `Enter at most ${MAX_RELIEF_ACTIONS} things tried.`],
        order: ['technique', 'helped', 'minutesToRelief', 'startedAfterMinutes'],
        problem: 'Enter what was tried such as "stretch/yes/2/1; heat///".',
      },
    ),
    symptoms: tags(symptoms, 'a symptom', 'A symptom is listed twice.'),
    circumstances: tags(circumstances, 'what applies', 'A circumstance is listed twice.'),
    /** Duration of soreness after the cramp. */
    sorenessHours: wholeNumber(0, 336, 'hours').optional(),
  },
  {
    words: 'Cramp',
    inTitle: 'cramp',
    typed: ['cramp'],
    tracked: 'cramp-day',
    rules: [
      {
        field: 'sites',
        error: 'Choose at least one place that cramped.',
        holds: draft => draft.sites.length > 0 || draft.needsDetails,
      },
      {
        field: 'durationSeconds',
        error: 'A cramp that is still going on has no length yet.',
        holds: draft => !draft.ongoing || draft.durationSeconds === null,
      },
      {
        field: 'at',
        error:
          'The time is not in that part of the day: after midnight is 0:00 to 5:59, the morning 6:00 to 11:59, the afternoon 12:00 to 17:59, the evening 18:00 to 23:59. A date alone is stored at 12:00.',
        holds: isWithinHours,
      },
    ],
    earliestAt: draft => getPossibleInstants(draft).firstAt,
    ask({ durationSeconds, sorenessHours, relief }) {
      const minutes = (durationSeconds ?? 0) / 60
      const found: Unlikely[] = []
      if (minutes > 60)
        found.push(
          ask('durationSeconds', 'A cramp of more than an hour. Are minutes and seconds in the right place?'),
        )
      else if (minutes > 10)
        found.push(ask('durationSeconds', 'Did one cramp last for more than 10 minutes without letting go?'))
      if ((sorenessHours ?? 0) > 48)
        found.push(
          ask('sorenessHours', 'Was it still painful after two days, in spite of rest and stretching?'),
        )
      relief.forEach(({ minutesToRelief }, index) => {
        if ((minutesToRelief ?? 0) > 10)
          found.push(
            ask(`relief.${index}.minutesToRelief`, 'Did it take more than 10 minutes to let go after this?'),
          )
      })
      return found
    },
    form: {
      clock: draft => onsetPrecisions.get(draft.onsetPrecision).clock,
      // A length ends a running cramp, and saving the form gives a cramp that waited for details its details.
      settle: draft => {
        const ongoing = draft.ongoing && draft.durationSeconds === null
        return { ...draft, ongoing, needsDetails: ongoing && draft.needsDetails }
      },
    },
  },
)

export const crampDraft = cramp.draft
export type CrampDraft = z.output<typeof crampDraft>
export type CrampSite = CrampDraft['sites'][number]
export type ReliefAction = CrampDraft['relief'][number]

/** Values of a cramp of which only time and place are known. */
export const untoldCramp = { note: '', ...cramp.unanswered } satisfies Partial<CrampDraft>
