/** The calls about keeping the journal, answered by a computer with nothing on it yet. Tests bring what they need. */

import type { BackupList } from '../../shared/archive/backup.ts'
import type { keepingCalls } from '../../shared/archive/calls.ts'
import type { Handlers } from '../../shared/contract.ts'

export type KeepingHandlers = Pick<Handlers, keyof typeof keepingCalls>

export const emptyBackupList: BackupList = {
  standardFolder: '/home/sam/unknot/backups',
  ownFolder: null,
  problem: null,
  backups: [],
}

export function createFakeKeeping(): KeepingHandlers {
  return {
    listBackups: () => emptyBackupList,
    backUpNow: () => emptyBackupList,
    chooseBackupFolder: () => emptyBackupList,
    forgetBackupFolder: () => emptyBackupList,
    chooseBackupFile: () => null,
    previewBackup: () => ({ state: 'refused', problem: 'unreadable', detail: 'there is no such file' }),
    restoreBackup: () => ({}),
    beginAnew: () => ({}),
    saveCopy: () => ({ path: null }),
    saveOpenJournal: () => ({ path: null }),
    saveTables: () => ({ path: null }),
    chooseImport: () => ({ names: [] }),
    previewImport: () => ({ state: 'cancelled' }),
    runImport: () => ({ state: 'cancelled' }),
    eraseEverything: () => ({}),
    getKeepingProgress: () => null,
    cancelKeeping: () => ({}),
  }
}
