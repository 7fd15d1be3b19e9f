/** Symptoms of the cramp form by group, and the circumstances asked with them. */
import {
  type BuiltInSymptom,
  type Circumstance,
  circumstances,
  type Symptom,
  symptomGroups,
  symptoms,
} from '../../shared/kinds/symptoms.ts'

export interface SymptomsOfGroup {
  readonly name: string
  readonly symptoms: readonly BuiltInSymptom[]
}

const groups = symptomGroups.ids.map(id => ({
  id,
  name: symptomGroups.words[id],
  symptoms: symptoms.where(({ group }) => group === id),
}))

/** Symptoms that often go with a cramp. */
export const commonSymptoms: readonly BuiltInSymptom[] = symptoms.where(({ group }) => group === 'common')

/** Groups of warning signs, asked behind a question of their own. */
export const worryingSymptoms: readonly SymptomsOfGroup[] = groups.filter(({ id }) => id !== 'common')

/**
 * Circumstances to ask about: those that change what the ticked symptoms mean, and those already ticked.
 *
 * @param isWorried true while the worrying symptoms are open
 */
export function listAskedCircumstances(
  all: readonly Circumstance[],
  present: readonly Symptom[],
  ticked: readonly Circumstance[],
  isWorried: boolean,
): Circumstance[] {
  const matters = (circumstance: Circumstance): boolean => {
    const { askedWith } = circumstances.get(circumstance)
    if (askedWith === 'worrying') return isWorried
    return askedWith.some(symptom => present.includes(symptom))
  }
  return all.filter(circumstance => ticked.includes(circumstance) || matters(circumstance))
}
