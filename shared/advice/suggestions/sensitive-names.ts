/**
 * Topics of own factors that neither an experiment nor a suggestion may touch, told by their names. A name that only sounds
 * like one is refused too: the person can still compare its days.
 */
import { medicineClasses } from '../../kinds/medicines.ts'
import { wholeWords } from '../../locale/whole-words.ts'

const knownMedicines = medicineClasses.ids.flatMap(id => medicineClasses.get(id).names?.pattern ?? [])

const topicPatterns = {
  medicine: wholeWords(
    [
      ...knownMedicines,
      'medicines?|medications?|meds|drugs?|tablets?|pills?|capsules?|inhalers?|injections?|dose|doses|mg',
      'painkillers?|ibuprofen|paracetamol|acetaminophen|aspirin|diclofenac|antibiotics?|antidepressants?',
      String.raw`insulin|metformin|thyroxine|levothyroxine|melatonin|muscle\s+relaxants?|cbd|cannabis`,
      String.raw`supplements?|vitamins?|minerals|iron|sodium|creatine|taurine|omega[\s-]?3|fish\s+oil|collagen`,
      String.raw`b\s?12|d3|salt\s+(?:tablets?|pills?)|(?:electrolyte|protein)\s+powder`,
    ].join('|'),
  ),
  'drinking-less': wholeWords(
    [
      String.raw`(?:less|fewer|no|without|little|not|nothing)\s+(?:to\s+)?(?:\w+\s+)?(?:drink|drinks|drinking|fluids?|water)`,
      String.raw`(?:drink|drinking|drank|fluids?|water)\s+(?:less|little|nothing|no)`,
      String.raw`(?:skip|skipping|skipped|limit|limiting|avoid|avoiding|cut|cutting)\s+(?:down\s+)?(?:on\s+)?(?:drinks?|drinking|fluids?|water)`,
      String.raw`fluid\s+(?:limit|restriction)|(?:dry\s+)?fasting|thirst|dehydration`,
    ].join('|'),
  ),
  alcohol: wholeWords(
    'alcohol|beers?|wines?|cider|spirits|whisk(?:e)?y|vodka|gin|rum|liquor|cocktails?|schnaps?p?s?',
  ),
} as const
type SensitiveTopic = keyof typeof topicPatterns

const topics = ['medicine', 'drinking-less', 'alcohol'] as const satisfies readonly SensitiveTopic[]

const refusals: Record<SensitiveTopic, string> = {
  medicine:
    'This sounds like a medicine or a supplement. Those are for you and your doctor to decide about, never for an experiment.',
  'drinking-less': 'This sounds like drinking less. That can do harm, so it is never an experiment.',
  alcohol:
    'This sounds like alcohol. Deciding by chance whether to drink is not harmless for everybody. Your journal can compare the days instead.',
}

/** Sentence with the reason why something of this name is never an experiment; null if its name tells none. */
export function findNameObstacle(name: string): string | null {
  const topic = topics.find(one => topicPatterns[one].test(name))
  return topic === undefined ? null : refusals[topic]
}
