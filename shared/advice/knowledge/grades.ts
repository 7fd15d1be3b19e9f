/**
 * Grades of the published evidence for a piece of advice: seven, each with one sentence in plain words. The letters never
 * appear on screen.
 */

/** Grades from the strongest evidence to "not for self-use". Suggestions are ranked in this order. */
export const grades = ['A', 'B', 'C', 'D', 'O', 'X', 'H'] as const
export type Grade = (typeof grades)[number]

export interface GradeWords {
  /** Shown on the card. */
  readonly label: string
  /** Explanation of the label, for a tooltip and for the expanded card. */
  readonly meaning: string
}

export const gradeWords: Record<Grade, GradeWords> = {
  A: {
    label: 'Tested in trials',
    meaning: 'Several randomised trials agree, with at least moderate certainty.',
  },
  B: {
    label: 'Trial results are mixed',
    meaning: 'Randomised trials exist, but they are few or small, or they disagree.',
  },
  C: {
    label: 'Seen in studies of patients; not proven to help',
    meaning: 'Observed in groups of people or in the laboratory. Nobody has shown that acting on it helps.',
  },
  D: {
    label: 'Common advice; little research',
    meaning: 'Experts advise it or it sounds plausible. Hardly anyone has tested it.',
  },
  O: {
    label: 'Not studied: your own idea',
    meaning: 'You named it yourself. Unknot has no study about it.',
  },
  X: {
    label: 'Trials found no clear benefit',
    meaning: 'Good studies looked for a benefit and did not find one.',
  },
  H: {
    label: 'Only with a clinician',
    meaning: 'It can do harm. It is not something to try without a clinician.',
  },
}

/** The more cautious of two grades: the later one in `grades`. */
export function lowerGrade(one: Grade, other: Grade): Grade {
  return grades.indexOf(one) >= grades.indexOf(other) ? one : other
}
