/** Boundary cases of the routine rules: a situation in which each just holds, and near misses. */
import { cramp, DAY, day, medicineBefore, nightBefore, onset, type Surroundings, site } from './situation.ts'

export interface Situation {
  readonly subject: ReturnType<typeof cramp>
  readonly around?: Surroundings
}

/** Cramps before the subject, one a day, with the same fields. */
const before = (count: number, fields: Parameters<typeof cramp>[0] = {}) =>
  Array.from({ length: count }, (_, index) => cramp({ at: onset - (index + 1) * DAY, ...fields }))
/** `count` cramp-free days in a row; the last is `from` days before the subject's cramp-day (2026-11-18). */
export const freeDays = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(2026, 10, 18 - from - index)).toISOString().slice(0, 10),
  )
const beforeBy = (days: readonly number[], fields: Parameters<typeof cramp>[0] = {}) =>
  days.map(count => cramp({ at: onset - count * DAY, ...fields }))

/** Weekly cramps, going back from 56 days before the subject: outside the windows of the other rules. */
const weekly = (count: number) =>
  beforeBy(
    Array.from({ length: count }, (_, index) => 56 + 7 * index),
    { wokeMe: false },
  )

const walking = { stateAtOnset: 'walking', relievedByRest: 'yes' } as const
const backAndWalking = { symptoms: ['worse-walking' as const, 'back-pain' as const] }
const bothered = day({ bother: 5 })
const statinLately = medicineBefore(84 * DAY, { name: 'Simvastatin', medicineClass: 'statin' })
/** Tracked days around the change: 28 before and, with the subject's own, 28 after, the minimum for a comparison. */
const knownBefore = freeDays(85, 28)
const knownSince = freeDays(1, 27)

export const routineSituations: Record<string, Situation> = {
  R1: { subject: cramp({ sorenessHours: 49 }) },
  R2: { subject: cramp({ symptoms: ['limping'], circumstances: ['longer-than-a-day'] }) },
  R3: {
    subject: cramp({ symptoms: ['tingling'] }),
    around: { entries: [cramp({ at: onset - 27 * DAY, symptoms: ['numb'] })] },
  },
  R4: { subject: cramp(walking), around: { entries: before(2, walking) } },
  R5: { subject: cramp(backAndWalking), around: { entries: before(1, backAndWalking) } },
  R6: { subject: cramp({ wokeMe: true }), around: { entries: before(3, { wokeMe: true }) } },
  R7: { subject: cramp({ wokeMe: false }), around: { entries: before(11, { wokeMe: false }) } },
  R8: {
    // 8 cramps on 28 tracked days after none on 28.
    subject: cramp({ wokeMe: false }),
    around: { entries: before(7, { wokeMe: false }), crampFreeDays: freeDays(8, 48) },
  },
  R9: { subject: cramp({ symptoms: ['weakness'], circumstances: ['longer-than-4-weeks'] }) },
  R10: {
    subject: cramp(),
    around: { entries: [statinLately], crampFreeDays: [...knownBefore, ...knownSince] },
  },
  R11: { subject: cramp(), around: { profile: { conditions: ['dialysis'] } } },
  R12: { subject: cramp({ sites: [site('arch')], symptoms: ['swelling'] }) },
  R13: { subject: cramp({ sites: [site('arm')] }) },
  R14: {
    subject: cramp({ wokeMe: false }),
    around: {
      entries: [...weekly(7), bothered],
      crampFreeDays: freeDays(1, 48),
      patternFound: false,
    },
  },
  R15: { subject: cramp(), around: { profile: { dateOfBirth: '2010-11-20' } } },
}

/** Near misses: each situation with one value just below the threshold. */
export const nearMisses: readonly (readonly [rule: string, why: string, situation: Situation])[] = [
  ['R1', '48 hours', { subject: cramp({ sorenessHours: 48 }) }],
  ['R1', 'nobody said how long', { subject: cramp({ sorenessHours: null }) }],
  ['R2', 'not for more than a day', { subject: cramp({ symptoms: ['limping'] }) }],
  [
    'R2',
    'no weight on it at all, which is S8',
    { subject: cramp({ symptoms: ['limping', 'cannot-bear-weight'], circumstances: ['longer-than-a-day'] }) },
  ],
  ['R3', 'once, and not for long', { subject: cramp({ symptoms: ['tingling'] }) }],
  [
    'R3',
    'the other one 28 days ago',
    {
      subject: cramp({ symptoms: ['tingling'] }),
      around: { entries: [cramp({ at: onset - 28 * DAY, symptoms: ['numb'] })] },
    },
  ],
  ['R4', 'two', { subject: cramp(walking), around: { entries: before(1, walking) } }],
  [
    'R4',
    'other muscles',
    { subject: cramp(walking), around: { entries: before(2, { ...walking, sites: [site('hand')] }) } },
  ],
  [
    'R4',
    'not gone with rest',
    { subject: cramp(walking), around: { entries: before(2, { ...walking, relievedByRest: 'no' }) } },
  ],
  [
    'R4',
    'cramps of the night',
    {
      subject: cramp({ relievedByRest: 'yes' }),
      around: { entries: before(5, { relievedByRest: 'yes' }) },
    },
  ],
  ['R5', 'one day', { subject: cramp(backAndWalking) }],
  [
    'R5',
    'no back pain and none along the leg',
    {
      subject: cramp({ symptoms: ['worse-walking'] }),
      around: { entries: before(2, { symptoms: ['worse-walking'] }) },
    },
  ],
  [
    'R6',
    'three nights',
    { subject: cramp({ wokeMe: true }), around: { entries: before(2, { wokeMe: true }) } },
  ],
  [
    'R6',
    'several cramps of three nights',
    {
      subject: cramp({ wokeMe: true }),
      around: { entries: [...before(2, { wokeMe: true }), ...before(2, { wokeMe: true })] },
    },
  ],
  [
    'R6',
    'sleep disturbed by less than 5 on average',
    {
      subject: cramp({ wokeMe: false }),
      around: { entries: [5, 5, 5, 4].map((one, n) => nightBefore(n, one)) },
    },
  ],
  [
    'R6',
    'three nights rated',
    {
      subject: cramp({ wokeMe: false }),
      around: { entries: [9, 9, 9].map((one, n) => nightBefore(n, one)) },
    },
  ],
  ['R7', 'eleven', { subject: cramp({ wokeMe: false }), around: { entries: before(10, { wokeMe: false }) } }],
  [
    'R7',
    'three severe ones',
    {
      subject: cramp({ wokeMe: false, intensity: 7 }),
      around: { entries: [...before(2, { wokeMe: false, intensity: 7 }), ...before(1, { intensity: 6 })] },
    },
  ],
  [
    'R8',
    'a lower limit of less than 1',
    {
      subject: cramp({ wokeMe: false }),
      around: { entries: before(3, { wokeMe: false }), crampFreeDays: freeDays(4, 52) },
    },
  ],
  [
    'R8',
    'less than twice as many',
    {
      subject: cramp({ wokeMe: false }),
      around: {
        entries: [
          ...before(27, { wokeMe: false }),
          ...beforeBy(
            Array.from({ length: 15 }, (_, index) => 28 + index),
            { wokeMe: false },
          ),
        ],
        crampFreeDays: freeDays(43, 13),
      },
    },
  ],
  [
    'R8',
    'fewer than 14 tracked days before',
    {
      subject: cramp({ wokeMe: false }),
      around: { entries: before(7, { wokeMe: false }), crampFreeDays: freeDays(8, 33) },
    },
  ],
  ['R9', 'not for four weeks', { subject: cramp({ symptoms: ['weakness'] }) }],
  ['R9', 'twitching alone', { subject: cramp({ symptoms: ['twitching'] }) }],
  [
    'R10',
    'started longer ago',
    {
      subject: cramp(),
      around: {
        entries: [medicineBefore(84 * DAY + 1, { medicineClass: 'statin' })],
        crampFreeDays: [...knownBefore, ...knownSince],
      },
    },
  ],
  [
    'R10',
    'too little known of the time before',
    {
      subject: cramp(),
      around: { entries: [statinLately], crampFreeDays: [...freeDays(85, 27), ...knownSince] },
    },
  ],
  [
    'R10',
    'too little known of the time after',
    {
      subject: cramp(),
      around: { entries: [statinLately], crampFreeDays: [...knownBefore, ...freeDays(1, 26)] },
    },
  ],
  [
    'R10',
    'no more cramps than before',
    {
      subject: cramp(),
      around: {
        entries: [statinLately, ...beforeBy([90])],
        crampFreeDays: [...knownBefore, ...knownSince],
      },
    },
  ],
  [
    'R10',
    'a medicine that is not known for it',
    {
      subject: cramp(),
      around: {
        entries: [medicineBefore(84 * DAY, { medicineClass: 'ace-inhibitor' })],
        crampFreeDays: [...knownBefore, ...knownSince],
      },
    },
  ],
  [
    'R10',
    'a dose that was lowered',
    {
      subject: cramp(),
      around: {
        entries: [medicineBefore(84 * DAY, { medicineClass: 'statin', change: 'dose-down' })],
        crampFreeDays: [...knownBefore, ...knownSince],
      },
    },
  ],
  [
    'R11',
    'flat feet',
    { subject: cramp(), around: { profile: { conditions: ['flat-feet', 'heart-disease'] } } },
  ],
  ['R12', 'one calf, which is S2', { subject: cramp({ symptoms: ['swelling'] }) }],
  [
    'R12',
    'warm as well, which is S3',
    { subject: cramp({ sites: [site('arch')], symptoms: ['swelling', 'warmth'] }) },
  ],
  ['R12', 'a hand', { subject: cramp({ sites: [site('hand')], symptoms: ['swelling'] }) }],
  ['R13', 'hand and thigh', { subject: cramp({ sites: [site('hand'), site('hamstring')] }) }],
  ...(
    [
      ['a pattern', { patternFound: true }],
      ['nobody has looked', { patternFound: null }],
      ['55 tracked days', { crampFreeDays: freeDays(1, 47) }],
      ['bother of 4', { entries: [...weekly(7), day({ bother: 4 })] }],
      ['seven cramps', { entries: [...weekly(6), bothered], crampFreeDays: freeDays(1, 49) }],
    ] as const satisfies readonly (readonly [string, Surroundings])[]
  ).map(
    ([why, around]) =>
      [
        'R14',
        why,
        { subject: cramp({ wokeMe: false }), around: { ...routineSituations.R14?.around, ...around } },
      ] as const,
  ),
  ['R15', 'sixteen today', { subject: cramp(), around: { profile: { dateOfBirth: '2010-11-19' } } }],
  ['R15', 'age not told', { subject: cramp() }],
]
