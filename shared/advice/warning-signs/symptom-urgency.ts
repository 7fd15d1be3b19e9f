import { type Symptom, symptoms } from '../../kinds/symptoms.ts'
import { isThingKey } from '../../kinds/thing-key.ts'

/** Urgency rank of a symptom: 0 for a possible emergency, 1 for the same day, 2 for all others, such as own ones. */
export function getUrgency(symptom: Symptom): 0 | 1 | 2 {
  if (isThingKey(symptom)) return 2
  const { urgency } = symptoms.get(symptom)
  return urgency === 'emergency' ? 0 : urgency === 'same-day' ? 1 : 2
}
