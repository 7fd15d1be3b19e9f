/**
 * Routine rules: signs for an ordinary appointment. Their cards can be snoozed for four weeks; once raised, a rule is
 * suppressed for `quietDays`, whatever else is saved.
 */

import type { Condition } from '../../kinds/conditions.ts'
import { medicineClasses } from '../../kinds/medicines.ts'
import { lowerFirst } from '../../locale/lower-first.ts'
import { tellOnCard } from '../knowledge/before-and-after.ts'
import { crampedIn, hasSymptom, isLong, mayHaveCrampedIn, type WarningFacts } from './facts.ts'
import {
  ifChest,
  makeAppointment,
  nameCircumstances,
  nameCondition,
  nameCramp,
  nameSymptoms,
} from './phrases.ts'
import {
  describeMedicineChanges,
  describeRise,
  frequencyCondition,
  isDoubled,
  isFrequent,
  isOftenSevere,
  isUnexplained,
  medicineCondition,
  riseCondition,
  unexplainedCondition,
} from './rate-conditions.ts'
import { backSymptoms, isFollowedByMore, nerveSymptoms, RECENT_DAYS } from './recent-weeks.ts'
import type { WarningRule } from './rule.ts'
import { isLegChecked, legOrAnkle } from './same-day-rules.ts'

/** Days for which a routine rule is suppressed after its card was raised, read or snoozed. */
export const QUIET_DAYS = 28
const A_YEAR = 365

/** R1: hours of soreness. */
const SORE_HOURS = 48
/** R3, R4, R5: cramps or days within 28 days. */
const NERVE_CRAMPS = 2
const WALKING_CRAMPS = 3
const BACK_AND_WALKING_DAYS = 2
/** R6: nights within 28 days; mean disturbance on the scale from 0 to 10. */
const NIGHTS_WOKEN = 4
const SLEEP_DISTURBANCE = 5
/** R15: age in years below which it holds. */
const ADULT_ENOUGH_YEARS = 16

const weaknessSymptoms = ['weakness', 'both-legs-weak'] as const

const wokeOften = ({ recent }: WarningFacts) => recent.nightsWoken >= NIGHTS_WOKEN
const isSleepDisturbed = ({ recent }: WarningFacts) =>
  recent.sleepDisturbance !== null && recent.sleepDisturbance >= SLEEP_DISTURBANCE

const hasLastingWeakness = (facts: WarningFacts) =>
  hasSymptom(facts, ...weaknessSymptoms, 'wasting') && facts.circumstances.has('longer-than-4-weeks')
const twitchesWeakly = (facts: WarningFacts) =>
  hasSymptom(facts, 'twitching') && hasSymptom(facts, ...weaknessSymptoms)

const teamConditions = [
  'kidney-disease',
  'dialysis',
  'liver-disease',
  'thyroid-disorder',
  'diabetes',
  'peripheral-artery-disease',
] as const satisfies readonly Condition[]
const nameTeamConditions = ({ conditions, isPregnant }: WarningFacts): string[] => [
  ...teamConditions.filter(one => conditions.has(one)).map(nameCondition),
  ...(isPregnant ? [nameCondition('pregnant')] : []),
]

const listRises = ({ recent }: WarningFacts) => recent.medicineChanges.filter(isFollowedByMore)
const listClasses = (facts: WarningFacts) => [
  ...new Set(listRises(facts).map(({ medicineClass }) => medicineClass)),
]

const isElsewhere = (facts: WarningFacts) => crampedIn(facts, ['arm', 'trunk', 'face'])

export const routineRules: readonly WarningRule[] = [
  {
    id: 'R1',
    level: 'routine',
    quietDays: QUIET_DAYS,
    inShort: 'Pain that is still there 48 hours after a cramp, in spite of rest, cold and stretching.',
    holds: ({ sorenessHours }) => sorenessHours !== null && sorenessHours > SORE_HOURS,
    title: () => 'Still painful after 48 hours',
    recorded: ({ sites, sorenessHours }) => [...nameCramp(sites), `${sorenessHours} hours sore afterwards`],
    why: () =>
      'Being sore for a day or two after a cramp is common. When it lasts longer, something in the muscle or beside it may need care.',
    whatToDo: makeAppointment,
    watchFor: null,
    sources: [],
    claims: ['001-14', '003-01'],
    ownJudgement: null,
  },
  {
    id: 'R2',
    level: 'routine',
    quietDays: QUIET_DAYS,
    inShort: 'Limping, or walking differently, for more than a day.',
    holds: facts => hasSymptom(facts, 'limping') && isLong(facts) && !hasSymptom(facts, 'cannot-bear-weight'),
    title: () => 'Limping for more than a day',
    recorded: facts => [
      ...nameCramp(facts.sites),
      ...nameSymptoms(facts, ['limping']),
      ...nameCircumstances(facts, ['longer-than-a-day', 'longer-than-4-weeks']),
    ],
    why: () =>
      'Being sore for a day or two is common. A limp that lasts longer than a day is worth a closer look.',
    whatToDo: call => `${makeAppointment(call)} For a foot, a podiatrist can look at it as well.`,
    watchFor: null,
    sources: [],
    claims: ['001-15', '001-18'],
    ownJudgement: 'The 24 hours.',
  },
  {
    id: 'R3',
    level: 'routine',
    quietDays: QUIET_DAYS,
    inShort: 'Numbness, tingling, burning or pain along the leg that comes back, or lasts more than a day.',
    holds: facts =>
      hasSymptom(facts, ...nerveSymptoms) && (isLong(facts) || facts.recent.nerveCramps >= NERVE_CRAMPS),
    title: () => 'Numbness, tingling or burning with cramps',
    recorded: facts => [
      ...nameCramp(facts.sites),
      ...nameSymptoms(facts, nerveSymptoms),
      ...(facts.recent.nerveCramps >= NERVE_CRAMPS
        ? [`such signs with ${facts.recent.nerveCramps} cramps in ${RECENT_DAYS} days`]
        : []),
      ...nameCircumstances(facts, ['longer-than-a-day', 'longer-than-4-weeks']),
    ],
    why: () => 'Feelings like these come from nerves rather than from the muscle, and can be examined.',
    whatToDo: makeAppointment,
    watchFor: ({ emergency, hospital }) =>
      `If you become numb between the legs, or lose control of bladder or bowel, go to ${hospital} or call ${emergency}.`,
    sources: ['nhs-leg-cramps'],
    claims: ['000-23', '001-16', '004-12'],
    ownJudgement: 'Two cramps in 28 days, or one that lasts for more than a day.',
  },
  {
    id: 'R4',
    level: 'routine',
    quietDays: QUIET_DAYS,
    inShort: 'Pain that comes with walking or sport and goes with rest, three times in four weeks.',
    holds: ({ isOfWalking, recent }) => isOfWalking && recent.walkingCramps >= WALKING_CRAMPS,
    title: () => 'Pain while walking that stops with rest',
    recorded: ({ sites, recent }) => [
      ...nameCramp(sites),
      `${recent.walkingCramps} cramps of these muscles in ${RECENT_DAYS} days that began while walking or in sport and went within 10 minutes of rest`,
    ],
    why: () =>
      'Pain with this pattern can be connected with the blood flow in the legs, which can be measured.',
    whatToDo: makeAppointment,
    watchFor: ({ sameDay }) =>
      `If a foot hurts at rest, or a sore on it does not heal, contact ${sameDay} the same day.`,
    sources: ['nhs-circulation'],
    claims: ['004-08'],
    ownJudgement: 'Three cramps in 28 days, gone within 10 minutes of rest.',
  },
  {
    id: 'R5',
    level: 'routine',
    quietDays: QUIET_DAYS,
    inShort: 'Cramps that walking makes worse, together with back pain or pain along the leg.',
    holds: facts =>
      facts.isWorseWalking &&
      hasSymptom(facts, ...backSymptoms) &&
      facts.recent.backAndWalkingDays >= BACK_AND_WALKING_DAYS,
    title: () => 'Worse when walking, with back or leg pain',
    recorded: facts => [
      ...nameCramp(facts.sites),
      ...nameSymptoms(facts, ['worse-walking', ...backSymptoms]),
      `this on ${facts.recent.backAndWalkingDays} days of ${RECENT_DAYS}`,
    ],
    why: () => 'A pressed nerve in the lower back can be felt in the leg, so a doctor may look at the back.',
    whatToDo: makeAppointment,
    watchFor: ({ emergency, hospital }) =>
      `If both legs turn weak or numb, or bladder or bowel change, go to ${hospital} or call ${emergency}.`,
    sources: [],
    claims: ['004-07'],
    ownJudgement: 'Two days of 28.',
  },
  {
    id: 'R6',
    level: 'routine',
    quietDays: QUIET_DAYS,
    inShort: 'Cramps that wake you on four nights in four weeks, or keep your sleep badly disturbed.',
    holds: facts => facts.isCramp && (wokeOften(facts) || isSleepDisturbed(facts)),
    title: () => 'Cramps that keep disturbing your sleep',
    recorded: facts => [
      ...(wokeOften(facts)
        ? [`woken by a cramp on ${facts.recent.nightsWoken} of ${RECENT_DAYS} nights`]
        : []),
      ...(isSleepDisturbed(facts)
        ? [
            `sleep disturbance of ${facts.recent.sleepDisturbance?.toFixed(1)} out of 10 on average over two weeks`,
          ]
        : []),
    ],
    why: () => 'Broken sleep wears people down, and it is reason enough to ask for help.',
    whatToDo: makeAppointment,
    watchFor: null,
    sources: ['nhs-leg-cramps'],
    claims: ['002-01'],
    ownJudgement: 'Four nights in 28 days; a mean of 5 of 10 over 14 days with four or more nights rated.',
  },
  {
    id: 'R7',
    level: 'routine',
    quietDays: QUIET_DAYS,
    inShort: 'Three or more cramps a week over four weeks, or four severe ones.',
    holds: facts => facts.isCramp && (isFrequent(facts) || isOftenSevere(facts)),
    rate: frequencyCondition,
    title: facts => (isFrequent(facts) ? 'Frequent cramps' : 'Severe cramps'),
    recorded: facts => [
      ...(!isFrequent(facts)
        ? []
        : facts.recent.cramps >= (facts.recent.crampsOn28TrackedDays ?? 0)
          ? [`${facts.recent.cramps} cramps in ${RECENT_DAYS} days`]
          : [`${facts.recent.crampsOn28TrackedDays} cramps on the last ${RECENT_DAYS} answered days`]),
      ...(isOftenSevere(facts)
        ? [`${facts.recent.severeCramps} cramps of strength 7 or more (out of 10) in ${RECENT_DAYS} days`]
        : []),
    ],
    why: () =>
      'You do not have to put up with cramps like these. A doctor can look for a reason, and for what may help.',
    whatToDo: makeAppointment,
    watchFor: null,
    sources: ['nhs-leg-cramps'],
    claims: ['000-23', '004-12'],
    ownJudgement: 'Three a week over 28 days; four of strength 7 or more in 28 days.',
  },
  {
    id: 'R8',
    level: 'routine',
    quietDays: QUIET_DAYS,
    inShort: 'At least twice as many cramps as in the four weeks before.',
    holds: facts => facts.isCramp && isDoubled(facts),
    rate: riseCondition,
    title: () => 'Clearly more cramps than the month before',
    recorded: ({ recent: { rise } }) => (rise === null ? [] : [describeRise(rise)]),
    why: () =>
      'Chance alone seldom makes such a difference. It is worth talking over what else changed in these weeks.',
    whatToDo: makeAppointment,
    watchFor: null,
    sources: [],
    claims: [],
    ownJudgement:
      'The whole rule: twice the rate, with a lower 95% limit above 1, and 14 answered days in each month.',
  },
  {
    id: 'R9',
    level: 'routine',
    quietDays: QUIET_DAYS,
    isSoon: true,
    inShort:
      'Weakness or thinner muscles for four weeks, twitching with weakness, or tripping: within two weeks.',
    holds: facts =>
      hasLastingWeakness(facts) || twitchesWeakly(facts) || hasSymptom(facts, 'clumsy-or-tripping'),
    title: () => 'Weakness, thinner muscles or tripping',
    recorded: facts => [
      ...nameCramp(facts.sites),
      ...nameSymptoms(facts, [...weaknessSymptoms, 'wasting', 'twitching', 'clumsy-or-tripping']),
      ...nameCircumstances(facts, ['longer-than-4-weeks']),
    ],
    why: () =>
      'A cramp does not make a muscle weak or thin for long. Strength and reflexes can be tested, and that should happen soon.',
    whatToDo: ({ routine }) => `Make an appointment with ${routine} within the next two weeks.`,
    watchFor: ({ sameDay, emergency }) =>
      `If the weakness grows within days, contact ${sameDay} the same day. If swallowing or breathing becomes hard, call ${emergency}.`,
    sources: ['nhs-leg-cramps-earlier'],
    claims: [],
    ownJudgement: 'The four weeks, and the signs that make it more urgent.',
  },
  {
    id: 'R10',
    level: 'routine',
    quietDays: QUIET_DAYS,
    inShort:
      'More cramps in the 12 weeks after a medicine was started or its dose was raised than in the 12 weeks before.',
    holds: facts => facts.isCramp && listRises(facts).length > 0,
    rate: medicineCondition,
    title: () => 'More cramps since a medicine was changed',
    recorded: facts => [
      ...listClasses(facts).map(one => lowerFirst(medicineClasses.words[one])),
      ...describeMedicineChanges(listRises(facts)),
      ...(listRises(facts).some(({ comparison }) => comparison === null)
        ? ['started, or the dose raised, in the last 12 weeks, and more cramps since then than before']
        : []),
    ],
    why: () =>
      'Some people get cramps with this medicine. It may also be chance, and you take the medicine for a reason.',
    known: facts => tellOnCard(listClasses(facts), facts.mayTellStatinTrials),
    whatToDo: ({ aboutMedicine }) =>
      `Ask ${aboutMedicine} for a medication review. Until then take it as prescribed.`,
    watchFor: ({ sameDay }) =>
      `If you get new weakness, pain in many muscles or dark urine, contact ${sameDay} the same day.`,
    sources: [],
    claims: ['004-09', '004-10'],
    ownJudgement:
      'The comparison of 12 weeks before with 12 weeks after, with 28 answered days in each at least.',
  },
  {
    id: 'R11',
    level: 'routine',
    quietDays: A_YEAR,
    inShort:
      'You are pregnant, or have diabetes, kidney, liver or thyroid disease, or poor circulation: tell the team that looks after you.',
    holds: facts => facts.isCramp && nameTeamConditions(facts).length > 0,
    title: () => 'Tell the team that looks after you',
    recorded: facts => ['cramps', ...nameTeamConditions(facts)],
    why: facts =>
      facts.isPregnant
        ? 'Cramps are common in pregnancy. Your midwife or doctor knows what is safe for you now.'
        : 'Cramps can go with this, and those who look after you may want to check your blood or your treatment.',
    whatToDo: ({ routine }) =>
      `Tell the team that looks after you, or ${routine}, the next time you are in touch. It need not be today.`,
    watchFor: null,
    sources: [],
    claims: ['004-11'],
    ownJudgement: null,
  },
  {
    id: 'R12',
    level: 'routine',
    quietDays: QUIET_DAYS,
    inShort: 'New swelling of legs or feet.',
    holds: facts =>
      hasSymptom(facts, 'swelling') && mayHaveCrampedIn(facts, legOrAnkle) && !isLegChecked(facts),
    title: () => 'Swelling with cramps',
    recorded: facts => [...nameCramp(facts.sites, legOrAnkle), ...nameSymptoms(facts, ['swelling'])],
    why: () => 'A cramp does not make a leg or a foot swell, so it is worth finding out what does.',
    whatToDo: makeAppointment,
    watchFor: ifChest,
    sources: ['nhs-leg-cramps'],
    claims: ['000-23', '004-12'],
    ownJudgement: 'A place that was not named may be a leg.',
  },
  {
    id: 'R13',
    level: 'routine',
    quietDays: QUIET_DAYS,
    inShort: 'Cramps in the arms, trunk or face, or in many places.',
    holds: facts => isElsewhere(facts) || hasSymptom(facts, 'widespread-pain'),
    title: facts => (isElsewhere(facts) ? 'Cramps in arms, trunk or face' : 'Cramps or pain in many places'),
    recorded: facts => [...nameCramp(facts.sites), ...nameSymptoms(facts, ['widespread-pain'])],
    why: () => 'Ordinary cramps are mostly in legs and feet. Cramps elsewhere are worth a closer look.',
    whatToDo: makeAppointment,
    watchFor: null,
    sources: [],
    claims: [],
    ownJudgement: 'The whole rule.',
  },
  {
    id: 'R14',
    level: 'routine',
    quietDays: QUIET_DAYS,
    inShort: 'Cramps that bother you and that nothing in eight weeks of your journal explains.',
    holds: facts => facts.isCramp && isUnexplained(facts),
    rate: unexplainedCondition,
    title: () => 'Nothing in your journal explains these cramps so far',
    recorded: ({ recent }) => [
      `${recent.crampsInAll} cramps and ${recent.trackedDays} answered days`,
      'no likely or possible pattern among them',
      ...(recent.bother === null ? [] : [`how much they bother: ${recent.bother} out of 10`]),
    ],
    why: () =>
      'You have kept a careful journal, and the usual triggers do not explain the cramps. A doctor can look for other reasons.',
    whatToDo: makeAppointment,
    watchFor: null,
    sources: [],
    claims: ['004-12'],
    ownJudgement: 'Eight answered weeks, eight cramps, and bother of 5 of 10.',
  },
  {
    id: 'R15',
    level: 'information',
    quietDays: A_YEAR,
    inShort: 'If you are under 16: ask a parent to talk to a doctor.',
    holds: ({ isCramp, ageYears }) => isCramp && ageYears !== null && ageYears < ADULT_ENOUGH_YEARS,
    title: () => 'Talk to a parent about it',
    recorded: facts => [...nameCramp(facts.sites), 'being under 16'],
    why: () => 'Cramps are common while growing, and mostly harmless. This program was made for adults.',
    whatToDo: () => 'Show this to a parent, and ask them to talk to a doctor about it.',
    watchFor: null,
    sources: [],
    claims: ['003-09'],
    ownJudgement: null,
  },
]
