import type { BackupProblem, BackupReason } from '../../shared/archive/backup.ts'
import { formatNumber } from '../data/format.ts'

export const reasonWords: Record<BackupReason, string> = {
  daily: 'daily backup',
  'by-hand': 'made by you',
  'before-migration': 'before an update',
  'before-restore': 'before a restore',
  'before-import': 'before an import',
}

export const problemWords: Record<BackupProblem, string> = {
  damaged: 'This file is damaged. It was not changed, and cannot be restored.',
  changed:
    'Another program has changed this file. Using it could harm your entries, so it was not restored. The file was left as it is.',
  newer: 'This file was written by a newer Unknot. Install the newest version to restore it.',
  foreign: 'This file is not an Unknot journal.',
  unreadable: 'This file could not be read.',
  text: 'This file is text, and not a copy of the journal’s file. If you saved it as text (JSON) or as tables (CSV), you can bring it back under “Your data”, with “Choose files”.',
  empty: 'This file is empty.',
}

const MB = 1024 * 1024

/** "320 KB", "4.2 MB". */
export function describeSize(bytes: number): string {
  return bytes < MB ? `${formatNumber(Math.max(1, bytes / 1024))} KB` : `${formatNumber(bytes / MB, 1)} MB`
}
