/** What Settings asks about keeping the journal. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BackupList } from '../../shared/archive/backup.ts'
import { type Progress, useJournalClient } from '../data/journal-client.ts'

const backupsKey = ['backups']

export function useBackups() {
  const journal = useJournalClient()
  // Backups are made while the page looks elsewhere: each time the list is shown, it is asked anew.
  return useQuery({ queryKey: backupsKey, queryFn: () => journal.listBackups({}), staleTime: 0 })
}

/** A change of the backups that is answered with the list as it is then. */
export function useBackupChange(change: () => Promise<BackupList>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: list => client.setQueryData<BackupList>(backupsKey, list),
  })
}

/** Progress from 0 to 100; null while it is not known. */
export const getPercent = (progress: Progress | null): number | null =>
  progress === null || progress.total === 0 ? null : (progress.done / progress.total) * 100
