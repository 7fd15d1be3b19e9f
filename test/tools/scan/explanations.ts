/** Why each place that the scan finds is as it should be. A place that is not here fails the scan, as does one that is gone. */
export interface Explanation {
  readonly rule: string
  readonly file: string
  readonly why: string
}

const fixedNames = 'Only names of tables and columns that the source lists are put in; values are bound.'

const sql = (file: string, why = fixedNames): Explanation => ({
  rule: 'SQL put together',
  file: `main/store/${file}`,
  why,
})

export const explanations: readonly Explanation[] = [
  {
    rule: 'another process',
    file: 'main/app/demo-process.ts',
    why: 'Starts Unknot itself a second time with `--demo`; no word comes from a page.',
  },
  {
    rule: 'insecure address',
    file: 'main/app/guards.ts',
    why: 'The proxy that does not exist, port 1 of this computer: it makes every connection fail.',
  },
  {
    rule: 'insecure address',
    file: 'shared/report/fhir.ts',
    why: 'Names of code systems, which FHIR spells as addresses; nothing loads them.',
  },
  {
    rule: 'permissions',
    file: 'main/app/guards.ts',
    why: 'Refuses every permission and every device, to every page.',
  },
  {
    rule: 'switches of Chromium',
    file: 'main/app/guards.ts',
    why: 'Four switches that close the network; their values are tested one by one.',
  },
  {
    rule: 'environment',
    file: 'main/app/index.ts',
    why: 'The language and region of the system, read on Linux alone, to choose formats.',
  },
  {
    rule: 'environment',
    file: 'main/app/page-origin.ts',
    why: 'The address of the development server: ignored when packaged, and unless it is this computer.',
  },
  {
    rule: 'loaded page',
    file: 'main/app/window.ts',
    why: 'The program’s own page, whose address main puts together.',
  },
  {
    rule: 'window',
    file: 'main/app/window.ts',
    why: 'The main window and the hidden one for printing, both with the same strict preferences.',
  },
  {
    rule: 'channel of main',
    file: 'main/ipc/calls.ts',
    why: 'The one entry point: asks for the sender and parses the input before a handler runs.',
  },
  {
    rule: 'channel of main',
    file: 'main/ipc/dropped-files.ts',
    why: 'Paths of dropped files, which the system gives to the preload alone; the sender is asked for first.',
  },
  {
    rule: 'out of the program',
    file: 'main/app/index.ts',
    why: 'Opens the program’s own data folder, from the menu; no word comes from a page.',
  },
  {
    rule: 'out of the program',
    file: 'main/ipc/handlers/index.ts',
    why: 'Opens the folder of the open journal; no word comes from the page.',
  },
  {
    rule: 'out of the program',
    file: 'main/services/reports/saved-files.ts',
    why: 'Shows the report that the person has just saved, named by the token of that page.',
  },
  {
    rule: 'exposed to a page',
    file: 'preload/index.ts',
    why: 'The calls of the contract, one subscription to events, and the time and region; never ipcRenderer.',
  },
  {
    rule: 'SQL put together',
    file: 'main/services/backups/backup-tasks.ts',
    why: fixedNames,
  },
  {
    rule: 'SQL put together',
    file: 'main/services/history/foreign-database.ts',
    why: 'Quoted names of plain tables of a foreign file, in a read-only copy of it; columns are those that the source lists.',
  },
  sql('change-log.ts'),
  sql('file-location.ts', 'One of two words, on or off.'),
  sql(
    'judge.ts',
    'Names of tables and columns of the expected schema; what a file calls its own is never put in.',
  ),
  sql('kinds/kind-table.ts'),
  sql('migrations/0007-conventions.ts', 'Numbers of the source, the limits of a volume and of a time.'),
  sql('open.ts', 'Numbers of the source: the id of the program and the version of a migration.'),
  sql('repositories/entry-search.ts', 'Conditions written in the source; what is searched for is bound.'),
]
