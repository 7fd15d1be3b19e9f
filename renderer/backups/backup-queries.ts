/** Queries and mutations of the backup list. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BackupList } from '../../shared/archive/backup.ts'
import { type Progress, useJournalClient } from '../data/journal-client.ts'
import { queryKeys } from '../data/queries.ts'

export function useBackups() {
  const journal = useJournalClient()
  // Always stale: main also makes backups in the background, so each mount reads the list again.
  return useQuery({ queryKey: queryKeys.backups, queryFn: () => journal.listBackups({}), staleTime: 0 })
}

/** Mutation of the backups, which main answers with the new list. */
export function useBackupChange(change: () => Promise<BackupList>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: list => client.setQueryData<BackupList>(queryKeys.backups, list),
  })
}

/** Percent from 0 to 100; null while the total is unknown. */
export const getPercent = (progress: Progress | null): number | null =>
  progress === null || progress.total === 0 ? null : (progress.done / progress.total) * 100
