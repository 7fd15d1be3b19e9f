/**
 * Intended purpose of Unknot by module, and the content that a clinician has not reviewed yet. Shown in the guide, from
 * the first start and from the settings. It says what each part does; it never claims that a part does nothing.
 */

export interface ModulePurpose {
  readonly id: string
  readonly name: string
  /** Function of the module, in whole sentences. */
  readonly does: string
  /** Completes "For ...". */
  readonly forWhom: string
  /** Excluded uses, in whole sentences. */
  readonly notFor: string
}

/** Opening sentences, also shown on the first start and in the README. */
export const purpose = {
  what: 'Unknot is a diary for adults who get muscle cramps. It keeps what you write, counts it, and helps you to prepare a visit to the doctor.',
  limits: 'It is not meant to diagnose, treat or monitor a disease.',
  notAssessed: 'No regulator or other authority has assessed it.',
  worried: 'If something worries you, ask a doctor. Do not wait for the program.',
} as const

export const modulePurposes: readonly ModulePurpose[] = [
  {
    id: 'diary',
    name: 'The diary',
    does: 'It keeps what you write about cramps, drinks, shoes, activity, nights and medicines, on this computer. It counts the cramps and draws them over time.',
    forWhom: 'adults who want to remember what happened',
    notFor:
      'Do not rely on it to call for help: nobody sees it but you. Do not use it to decide on a medicine or a dose.',
  },
  {
    id: 'findings',
    name: 'Findings',
    does: 'They compare the days with a cramp with other days of the same weeks, and the weeks before a change of medicine with the weeks after. They say how sure they are.',
    forWhom: 'people who have written for some weeks and wonder what goes with their cramps',
    notFor:
      'Do not take a link for a cause. Do not start, stop or change a medicine because of one. Do not use them to rule out an illness.',
  },
  {
    id: 'suggestions',
    name: 'Suggestions and experiments',
    does: 'They list common advice against cramps, say how strong the evidence is and what your diary says, and let you try one fairly.',
    forWhom: 'adults who may do light exercise; what a condition in your profile speaks against is left out',
    notFor:
      'Do not use them instead of a treatment, or against advice you were given. They are not for children, nor for pregnancy without a midwife or doctor.',
  },
  {
    id: 'relief',
    name: 'Relief',
    does: 'It shows stretches and other steps for the muscle that cramps, with a timer.',
    forWhom: 'people with an ordinary cramp: sudden, painful, over within minutes',
    notFor:
      'Do not use it for an injury, for a swollen, warm or discoloured leg, or for a cramp of more than 10 minutes. With chest pain or trouble breathing, call for help.',
  },
  {
    id: 'warning-signs',
    name: 'Warning signs',
    does: 'They compare what you write with a fixed list of signs, and say how soon to have them looked at, and by whom.',
    forWhom: 'people who write down what they notice',
    notFor:
      'Do not take a missing card for an all-clear: the list is short, and knows only what you write. It is no alarm either: nobody is told.',
  },
  {
    id: 'report',
    name: 'The report',
    does: 'It puts your diary on a page for a doctor: how often, how bad, when, where, which medicines and which signs.',
    forWhom: 'you, and the doctor or nurse to whom you show it',
    notFor: 'Do not take it for a test result or a medical record. All of it was written down by you.',
  },
]

/** Content that awaits a clinician's review, in the words of `REVIEWS.md`. */
export const openReviews: readonly string[] = [
  'The current page of NICE CKS on leg cramps: only the copy of 2012 could be read. It is the weakest citation, and the first to check.',
  'The pages of the NHS: read as copies, not on nhs.uk itself. None of them carries a date.',
  'Every limit that is marked as our own judgement: in the warning signs above all those of R6, R7, R8, R10, R14, S8 and S9.',
  'The limits for water: 1 litre within an hour, 4 litres in a day.',
  'The advice on signs with a statin: the NHS says to stop and call; Unknot says to call today, before the next dose.',
  'What is said about the trials of statins, and when it is shown and left out.',
  'The half minute of each hold, and the steps for shin, back of the thigh, hand and other places.',
  'Pickle brine: the tablespoon, and who should ask first.',
  'Vitamin K2: what is said about the one trial and its figures.',
  'The medicines taken from reference lists: cholinesterase inhibitors, lithium, beta-blockers, steroid tablets, chemotherapy.',
  'What the Cochrane review of 2021 found for the number of cramps: that part could not be read.',
  'The Thai trial of stretching in pregnancy: its authors and its year could not be read.',
  'The wording of this page.',
]
