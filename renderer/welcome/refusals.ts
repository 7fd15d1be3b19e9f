/** Texts for a journal that was not opened. In none of these cases was the file changed. */
import type { Refusal } from '../../shared/contract.ts'

export interface RefusalText {
  readonly title: string
  readonly happened: string
  readonly next: string
}

export const refusalTexts: Record<Refusal, RefusalText> = {
  damaged: {
    title: 'Your journal file is damaged',
    happened: 'Unknot checked the file before opening it and found parts that cannot be read correctly.',
    next: 'Close Unknot and copy the file to a safe place, together with any file beside it that has the same name and ends in -wal or -shm. Then put your latest backup in its place and start again. Without a backup, keep the copy: someone who knows SQLite databases can often recover most of the entries.',
  },
  changed: {
    title: 'Another program has changed your journal',
    happened:
      'Unknot checked the file before opening it and found parts in it that Unknot does not make. Using it could harm your entries.',
    next: 'Restore a backup from before the change. Or undo the change in the program that made it, and start again.',
  },
  newer: {
    title: 'This journal was written by a newer Unknot',
    happened: 'A later version changed the way the journal is stored, and this version cannot read it.',
    next: 'Install the newest version of Unknot and open the journal with that.',
  },
  foreign: {
    title: 'This file is not an Unknot journal',
    happened: 'There is a file where your journal should be, but it was made by another program.',
    next: 'Move the file somewhere else and start again. Unknot will then start a new, empty journal, or open your own if you put it there.',
  },
  unwritable: {
    title: 'Your journal cannot be written to',
    happened: 'The file can be read, but nothing new can be stored in it.',
    next: 'Make sure that the disk is neither full nor write-protected and that you are allowed to change the file and its folder. Close other programs that use the file, then start again.',
  },
  'not-a-file': {
    title: 'There is a folder where your journal should be',
    happened:
      'Unknot keeps the journal in a single file, but there is a folder with the same name in that place.',
    next: 'Move or rename that folder and start again. Unknot will then start a new, empty journal, or open your own if you put it there.',
  },
  unreadable: {
    title: 'Your journal could not be opened',
    happened: 'The computer did not let Unknot read the file.',
    next: 'Make sure that the disk it is on is connected and that you are allowed to read the file. Close other programs that use it, then start again.',
  },
  missing: {
    title: 'Your journal is not in its place',
    happened:
      'There is no journal file here, or an empty one, but there are backups of it. It may have been moved or deleted.',
    next: 'If you have moved the file, put it back and start again. Otherwise restore the newest backup. You can also begin a new, empty journal: the backups stay.',
  },
}
