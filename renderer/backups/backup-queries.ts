/** What Settings asks about keeping the journal. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BackupList } from '../../shared/archive/backup.ts'
import { useJournalClient } from '../data/journal-client.ts'

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

/** How often a person wants to see that something moves. */
const ASK_EVERY_MS = 200

/** How far what is under way is, from 0 to 100; null while nobody can say. */
export function useProgressPercent(isWorking: boolean): number | null {
  const journal = useJournalClient()
  const { data } = useQuery({
    queryKey: ['keeping-progress'],
    queryFn: () => journal.getKeepingProgress({}),
    enabled: isWorking,
    refetchInterval: ASK_EVERY_MS,
    gcTime: 0,
  })
  if (!isWorking || data == null || data.total === 0) return null
  return (data.done / data.total) * 100
}
