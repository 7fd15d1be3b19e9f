import { firstKinds } from './0001-first-kinds.ts'
import { allKinds } from './0002-all-kinds.ts'
import { noteSearch } from './0003-note-search.ts'
import { advice } from './0004-advice.ts'
import { reports } from './0005-reports.ts'
import { reliefStart } from './0006-relief-start.ts'
import { conventions } from './0007-conventions.ts'
import { warningsThatEnd } from './0008-warnings-that-end.ts'
import { finishDay } from './0009-finish-day.ts'
import { suspects } from './0010-suspects.ts'
import { ownFactors } from './0011-own-factors.ts'
import { ruleChange } from './0012-rule-change.ts'
import { coins } from './0013-coins.ts'
import { checkpoints } from './0014-checkpoints.ts'
import { factorAnswers } from './0015-factor-answers.ts'
import { doses } from './0016-doses.ts'
import { ownThings } from './0017-own-things.ts'
import { activityShoes } from './0018-activity-shoes.ts'
import { sources } from './0019-sources.ts'
import { onsetSpans } from './0020-onset-spans.ts'
import type { Migration } from './migration.ts'

export type { Migration } from './migration.ts'

/** Migrations in order. Append only. */
export const migrations: readonly Migration[] = [
  firstKinds,
  allKinds,
  noteSearch,
  advice,
  reports,
  reliefStart,
  conventions,
  warningsThatEnd,
  finishDay,
  suspects,
  ownFactors,
  ruleChange,
  coins,
  checkpoints,
  factorAnswers,
  doses,
  ownThings,
  activityShoes,
  sources,
  onsetSpans,
]
