/** What to tell somebody whose journal was not opened. In none of these cases has the file been changed. */
import type { Refusal } from '../../shared/contract.ts'

export interface RefusalText {
  readonly title: string
  /** What happened. */
  readonly happened: string
  /** What to do next. */
  readonly next: string
}

export const refusalTexts: Record<Refusal, RefusalText> = {
  damaged: {
    title: 'Your journal file is damaged',
    happened:
      'The file was checked before opening, and parts of it cannot be read back as they were written.',
    next: 'Close Unknot and copy the file to a safe place, together with any file beside it that has the same name and ends in -wal or -shm. Then put your latest backup in its place and start again. Without a backup, keep the copy: somebody who knows SQLite databases can often recover most entries from it.',
  },
  newer: {
    title: 'This journal was written by a newer Unknot',
    happened: 'A later version has changed the way the journal is stored, and this version does not know it.',
    next: 'Install the newest version of Unknot and open the journal with that.',
  },
  foreign: {
    title: 'This file is not an Unknot journal',
    happened: 'There is a file in the place of the journal, but another program made it.',
    next: 'Move the file somewhere else and start again. Unknot then begins a new, empty journal, or opens your own if you put that in its place.',
  },
  unwritable: {
    title: 'Your journal cannot be written to',
    happened: 'The file can be read, but nothing new could be stored in it.',
    next: 'Make sure that the disk is neither full nor write-protected and that you may change the file and its folder. Close other programs that use the file, then start again.',
  },
  'not-a-file': {
    title: 'There is a folder where your journal should be',
    happened: 'Unknot keeps the journal in one file. In its place there is a folder of the same name.',
    next: 'Move or rename that folder and start again. Unknot then begins a new, empty journal, or opens your own if you put that in its place.',
  },
  unreadable: {
    title: 'Your journal could not be opened',
    happened: 'The computer did not let Unknot read the file.',
    next: 'Make sure that the disk it lies on is connected and that you may read the file. Close other programs that use it, then start again.',
  },
  missing: {
    title: 'Your journal is not in its place',
    happened:
      'There is no journal file here, or an empty one, but there are backups of it. It may have been moved or deleted.',
    next: 'If you have moved the file, put it back and start again. Otherwise restore the newest backup. You can also begin a new, empty journal: the backups stay.',
  },
}
