import type { Input } from '../../shared/contract.ts'
import { useJournalClient } from '../data/journal-client.ts'
import { useOpenFiles } from '../data/open-files.ts'
import { showError } from '../ui/components/messages.ts'

/** Asks for files or a folder, and opens the preview that fits their content. */
export function useChooseFiles(): (order: Input<'chooseImport'>) => void {
  const journal = useJournalClient()
  const openFiles = useOpenFiles()
  return order => {
    void journal.chooseImport(order).then(opened => opened && openFiles(opened), showError)
  }
}
