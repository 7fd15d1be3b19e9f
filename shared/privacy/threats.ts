/**
 * The threat model: against whom the journal is protected, what holds, what does not, and which tests show it. The guide
 * shows it without the tests; main/THREATS.md is written from it by its test.
 */

/** A test file, and the beginning of a test's name in it; empty for all of the file. */
export interface Evidence {
  readonly file: string
  readonly test: string
}

export interface Threat {
  readonly id: string
  /** Heading: the person, or the thing, that could do harm. */
  readonly who: string
  readonly holds: readonly string[]
  readonly doesNotHold: readonly string[]
  readonly shownBy: readonly Evidence[]
}

export const threatsTitle = 'What is protected, and what is not'
export const threatsLead =
  'Unknot keeps your journal on this computer and sends nothing anywhere. Here is what that protects you from, and what it cannot.'

export const threats: readonly Threat[] = [
  {
    id: 'disk',
    who: 'Someone who has your disk',
    holds: [
      'If your system encrypts the disk and the computer was off, nothing can be read.',
      'A copy that you locked with a passphrase stays closed as long as nobody can guess the passphrase.',
    ],
    doesNotHold: [
      'Without disk encryption, the journal and its backups can be read. Turn it on in your system’s settings.',
      'What you delete or erase can sometimes be recovered from a disk with special tools.',
    ],
    shownBy: [
      { file: 'test/main/files/seal.test.ts', test: '' },
      { file: 'test/e2e/keeping.spec.ts', test: 'everything is erased after the word was typed' },
    ],
  },
  {
    id: 'unlocked',
    who: 'Someone at your unlocked computer',
    holds: [
      'What they delete can be brought back from the trash, or from a backup.',
      'Erasing everything asks for a typed word first.',
      'A reminder on the lock screen says how many things are left, and nothing about your health.',
    ],
    doesNotHold: [
      'They can read everything, save copies, and erase everything. Lock the screen when you leave.',
      'What you copied stays on the clipboard until something else is copied.',
      'A reminder names Unknot. One from a calendar file is also where your calendar is copied to.',
    ],
    shownBy: [
      {
        file: 'test/e2e/journal-screen.spec.ts',
        test: 'many entries are deleted at once, and one Undo brings them all back',
      },
      { file: 'test/e2e/keeping.spec.ts', test: 'what was deleted comes back from a backup' },
      { file: 'test/shared/kinds/reminder.test.ts', test: 'the text says how much is left' },
    ],
  },
  {
    id: 'other-user',
    who: 'Another user of this computer',
    holds: [
      'Only your own account can open the journal, its backups and the files you save.',
      'Files that an earlier version left readable are closed at the next start.',
    ],
    doesNotHold: [
      'An administrator of the computer can read everything.',
      'A file that you pass on, or put where others may read, is out of Unknot’s hands.',
    ],
    shownBy: [
      {
        file: 'test/e2e/private-files.spec.ts',
        test: 'the data folder, backups, copies, tables and reports',
      },
      { file: 'test/main/app/private-files.test.ts', test: 'what an earlier version left readable' },
    ],
  },
  {
    id: 'file',
    who: 'A harmful import or backup',
    holds: [
      'You see what a file would do before anything changes, and a safety copy is made first.',
      'A backup with anything in it that Unknot does not make itself is refused.',
      'Files that are too large, or nested too deeply, are refused before they are read.',
      'Tables you save open in a spreadsheet without running anything.',
    ],
    doesNotHold: ['A proper file can still hold wrong entries. Open only files from people you trust.'],
    shownBy: [
      { file: 'test/main/store/judge.test.ts', test: '' },
      { file: 'test/main/services/transfer/import.test.ts', test: 'what is no journal is refused' },
      { file: 'test/main/files/csv.test.ts', test: '' },
    ],
  },
  {
    id: 'page',
    who: 'A fault in a page of the program',
    holds: [
      'A page can send nothing: no request, no connection and no name look-up leaves the program.',
      'A page can reach no camera, microphone or device, and can open no other page.',
      'It can open no file but those that you chose or dropped on the window.',
    ],
    doesNotHold: [
      'It could change or erase entries, and backups on this computer. Keep a copy on another disk.',
      'It could put text on the clipboard.',
    ],
    shownBy: [
      { file: 'test/e2e/nothing-leaves.spec.ts', test: 'a script in the page reaches nobody by any way' },
      { file: 'test/e2e/nothing-leaves.spec.ts', test: 'a walk over all screens opens no connection' },
      { file: 'test/e2e/closed.spec.ts', test: 'every permission is refused' },
      { file: 'test/main/ipc/file-tokens.test.ts', test: 'no call opens a path that a page names' },
      { file: 'test/main/app/guards.test.ts', test: '' },
      { file: 'test/main/app/security-checklist.test.ts', test: '' },
      { file: 'test/main/app/no-network.test.ts', test: 'no source of the program uses the network' },
    ],
  },
  {
    id: 'program',
    who: 'Someone who tampers with the program',
    holds: ['No setting of the system and no word of the command line makes a package run other code.'],
    doesNotHold: [
      'Someone who can change the program’s files can change what it does. Get it only from a place that you trust.',
      'No package is signed yet, so your system cannot tell you who made it.',
    ],
    shownBy: [
      {
        file: 'test/main/app/security-checklist.test.ts',
        test: '19. Check which fuses you can change',
      },
    ],
  },
  {
    id: 'shared-folder',
    who: 'A backup folder that others can open',
    holds: [
      'Unknot removes only the copies that it brought there itself.',
      'A copy that was changed there is refused when you restore it.',
    ],
    doesNotHold: [
      'The copies are not locked. Anyone who can open the folder can read them, and a cloud service may keep old ones.',
      'For such a place, save a copy with a passphrase instead.',
    ],
    shownBy: [
      { file: 'test/main/services/backups/own-folder.test.ts', test: '' },
      { file: 'test/main/services/backups/backups.test.ts', test: '' },
    ],
  },
]
