import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportJournal, importJournal } from '../../../../main/services/transfer/transfer.ts'
import { createJournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { type JournalFile, parseJournalFile } from '../../../../shared/archive/journal-file.ts'
import type { ArchivedCoinExperiment } from '../../../../shared/experiments/coin-experiment.ts'
import type { ArchivedExperiment } from '../../../../shared/experiments/experiment.ts'
import { emptyProfile } from '../../../../shared/kinds/profile.ts'
import { anyJournalFile } from '../../../fixtures/arbitrary-journals.ts'
import { makeCoins } from '../../../shared/experiments/make-coins.ts'
import { makeExperiment } from '../../../shared/experiments/make-experiment.ts'
import { crampDraft, fluidDraft, footwearDraft, shoeDraft } from '../../../shared/kinds/drafts.ts'

const NOW = Date.UTC(2026, 10, 20)
const newJournal = () => createJournalStore(openJournal(':memory:'))
const stored = { loggedAt: NOW, editedAt: null, deletedAt: null }

const { id: _id, ...drawn } = makeExperiment({ firstDate: '2026-09-01' })
/** Experiment of eight weeks with two answered days. */
const experiment: ArchivedExperiment = {
  ...drawn,
  days: [
    { date: '2026-09-01', kept: true, answeredAt: NOW },
    { date: '2026-09-02', kept: false, answeredAt: NOW },
  ],
}

const { id: _coinId, ...thrown } = makeCoins({
  firstDate: '2026-04-01',
  actions: ['warm-feet', 'loose-bedding'],
})
/** Experiment with coins before the other one, with one answered night. */
const coins: ArchivedCoinExperiment = {
  ...thrown,
  answers: [{ date: '2026-04-01', action: 'loose-bedding', followed: true, answeredAt: NOW }],
}

const file = (fields: Partial<JournalFile> = {}): JournalFile => ({
  ownFactors: [],
  factorCheckIns: [],
  ownThings: [],
  sources: [],
  erasedKeys: [],
  format: 'unknot-journal',
  version: 2,
  profile: { ...emptyProfile, name: 'Ada' },
  shoes: [{ ...shoeDraft(), id: 3 }],
  entries: [
    { ...fluidDraft({ reliefOf: 8 }), ...stored, id: 7 },
    { ...crampDraft(), ...stored, id: 8 },
    { ...footwearDraft({ shoeId: 3 }), ...stored, id: 9, deletedAt: NOW },
  ],
  checkIns: [{ date: '2026-11-19', kind: 'fluid', dayStartMinutes: 0, checkedAt: NOW }],
  warnings: [
    {
      rule: 'S1',
      entryId: 8,
      raisedAt: NOW,
      acknowledgedAt: null,
      snoozedUntil: null,
      endedAt: null,
      closing: '',
    },
  ],
  suggestionDecisions: [
    { suggestion: 'loose-bedding', decision: 'dismissed', reason: 'Cold feet', decidedAt: NOW },
  ],
  experiments: [experiment],
  suspects: [],
  coins: [coins],
  shownCheckpoints: [],
  ...fields,
})

/** Current time, later than any time that a property generates. */
const LATER = { at: Date.UTC(2199, 0, 1), offsetMinutes: 0 }

function problemsOf(value: unknown, now = LATER) {
  const parsed = parseJournalFile(JSON.stringify(value), now)
  return parsed.ok ? [] : parsed.problems
}

describe('a journal file', () => {
  test('property: export, a fresh journal, import, export: the same file', () => {
    fc.assert(
      fc.property(anyJournalFile, given => {
        const first = newJournal()
        importJournal(first, given)
        const text = JSON.stringify(exportJournal(first))
        const parsed = parseJournalFile(text, LATER)
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
        const second = newJournal()
        importJournal(second, parsed.file)
        expect(exportJournal(first)).toEqual(given)
        expect(exportJournal(second)).toEqual(given)
        first.close()
        second.close()
      }),
      { numRuns: 60 },
    )
  })

  test('added to a journal in use leaves what was there, and names its own shoes and cramps', () => {
    const journal = newJournal()
    journal.profile.change({ ...emptyProfile, name: 'Grace' })
    const shoe = journal.shoes.add(shoeDraft({ name: 'Boots' }))
    // A different `loggedAt` from the file's entry: equal kind and `loggedAt` would match as one entry.
    const mine = journal.entries.add(footwearDraft({ shoeId: shoe.id }), NOW - 1)
    importJournal(journal, file())
    const all = exportJournal(journal)
    expect(all.profile.name).toBe('Grace')
    expect(all.shoes.map(({ name }) => name)).toEqual(['Boots', 'Blue runners'])
    expect(journal.entries.get(mine.id)).toEqual(mine)
    const cramp = all.entries.find(({ kind }) => kind === 'cramp')
    const drink = all.entries.find(({ kind }) => kind === 'fluid')
    const worn = all.entries.findLast(({ kind }) => kind === 'footwear')
    expect(all.warnings).toEqual([
      {
        rule: 'S1',
        entryId: cramp?.id,
        raisedAt: NOW,
        acknowledgedAt: null,
        snoozedUntil: null,
        endedAt: null,
        closing: '',
      },
    ])
    expect(drink).toMatchObject({ kind: 'fluid', reliefOf: cramp?.id })
    expect(worn).toMatchObject({ kind: 'footwear', shoeId: all.shoes[1]?.id, deletedAt: NOW })
    journal.close()
  })

  test.each<readonly [string, Partial<ArchivedExperiment>, boolean]>([
    ['of a time before is added', { firstDate: '2026-07-07', days: [] }, true],
    ['of a time that overlaps is left out', { firstDate: '2026-07-08', days: [] }, false],
    [
      'that was stopped before the other began is added',
      { firstDate: '2026-08-01', stoppedOn: '2026-09-01' },
      true,
    ],
    ['of an earlier copy is left out: answers are not put together', { days: [] }, false],
    ['that is there already stays one', {}, false],
  ])('with an experiment %s', (_what, fields, isAdded) => {
    const journal = newJournal()
    importJournal(journal, file())
    importJournal(journal, file({ experiments: [{ ...experiment, ...fields }] }))
    expect(exportJournal(journal).experiments).toEqual([
      ...(isAdded ? [{ ...experiment, ...fields }] : []),
      experiment,
    ])
    journal.close()
  })

  test.each<readonly [string, Partial<ArchivedCoinExperiment>, boolean]>([
    ['of a time before are added', { firstDate: '2026-02-01', answers: [] }, true],
    ['of a time that overlaps are left out', { firstDate: '2026-02-05', answers: [] }, false],
    [
      'that overlap with an experiment in periods are left out',
      { firstDate: '2026-10-01', answers: [] },
      false,
    ],
    ['of an earlier copy are left out', { answers: [] }, false],
    ['that are there already stay once', {}, false],
  ])('with coins %s', (_what, fields, isAdded) => {
    const journal = newJournal()
    importJournal(journal, file())
    importJournal(journal, file({ coins: [{ ...coins, ...fields }] }))
    expect(exportJournal(journal).coins).toEqual([...(isAdded ? [{ ...coins, ...fields }] : []), coins])
    journal.close()
  })

  test('that storage refuses in the middle leaves nothing behind', () => {
    const journal = newJournal()
    const spoiled = file({
      entries: [...file().entries, { ...fluidDraft({ volumeMl: -1 }), ...stored, id: 10 }],
    })
    expect(() => importJournal(journal, spoiled)).toThrow(/CHECK constraint/)
    expect(exportJournal(journal)).toMatchObject({
      profile: emptyProfile,
      shoes: [],
      entries: [],
      checkIns: [],
    })
    journal.close()
  })
})

describe('a file that is wrong is refused, and says where', () => {
  test('in a field', () => {
    const entries = [...file().entries, { ...fluidDraft({ volumeMl: -250 }), ...stored, id: 12 }]
    expect(problemsOf(file({ entries }))).toEqual([
      { path: 'entries[3].volumeMl', message: 'Enter a number from 1 to 5000 ml.' },
    ])
  })

  test.each([
    ['a shoe nobody has', file({ shoes: [] }), 'entries[2].shoeId'],
    ['a cramp that is not there', file({ entries: file().entries.slice(0, 1) }), 'entries[0].reliefOf'],
    ['an id twice', file({ shoes: [3, 3].map(id => ({ ...shoeDraft(), id })) }), 'shoes[1].id'],
    [
      'a warning of an entry nobody has',
      file({
        warnings: [
          {
            rule: 'S1',
            entryId: 99,
            raisedAt: NOW,
            acknowledgedAt: null,
            snoozedUntil: null,
            endedAt: null,
            closing: '',
          },
        ],
      }),
      'warnings[0].entryId',
    ],
    ['a check-in twice', file({ checkIns: [...file().checkIns, ...file().checkIns] }), 'checkIns[1]'],
    [
      'a day that is answered twice',
      file({ experiments: [{ ...experiment, days: [...experiment.days, ...experiment.days] }] }),
      'experiments[0].days',
    ],
    [
      'an order that nobody drew',
      file({ experiments: [{ ...experiment, arms: experiment.arms.map(() => 1) }] }),
      'experiments[0].arms',
    ],
    [
      'a night that is answered twice',
      file({ coins: [{ ...coins, answers: [...coins.answers, ...coins.answers] }] }),
      'coins[0].answers',
    ],
    [
      'an answer about an action that no coin decided',
      file({
        coins: [{ ...coins, answers: coins.answers.map(one => ({ ...one, action: 'drink-to-thirst' })) }],
      }),
      'coins[0].answers',
    ],
    [
      'coins for only some nights of one action',
      file({
        coins: [{ ...coins, actions: coins.actions.map((one, i) => ({ ...one, arms: one.arms.slice(i) })) }],
      }),
      'coins[0].actions',
    ],
    [
      'an action twice',
      file({
        coins: [{ ...coins, actions: coins.actions.map(one => ({ ...one, action: 'loose-bedding' })) }],
      }),
      'coins[0].actions',
    ],
    [
      'a source without the key of its record',
      file({ entries: file().entries.map(entry => ({ ...entry, source: 'Bearable' })) }),
      'entries[0].sourceKey',
    ],
    [
      'two entries of one record',
      file({
        entries: file().entries.map((entry, index) => ({
          ...entry,
          ...{ source: ['Bearable', 'bearable', 'Loop'][index] ?? '', sourceKey: '7' },
        })),
      }),
      'entries[1].sourceKey',
    ],
    ['no version there was', { ...file(), version: 0 }, 'version'],
    ['a later version', { ...file(), version: 3 }, ''],
    ['another format', { ...file(), format: 'dear-diary' }, 'format'],
    ['a field nobody knows', { ...file(), admin: true }, ''],
    ['no entries at all', { ...file(), entries: undefined }, 'entries'],
    ['a list', [], ''],
  ])('with %s', (_what, value, path) => {
    expect(problemsOf(value).map(problem => problem.path)).toContain(path)
  })

  test('with what cannot have happened yet', () => {
    const thatEvening = { at: Date.UTC(2026, 10, 19, 18), offsetMinutes: 60 }
    expect(problemsOf(file(), thatEvening)).toEqual([])
    const tomorrow = { ...fluidDraft({ at: thatEvening.at + 86_400_000 }), ...stored, id: 12 }
    const entries = [...file().entries, tomorrow]
    // At UTC+14, where dates begin first, it is the morning of the 20th by now.
    const checkIns = [{ date: '2026-11-20', kind: 'cramp' as const, dayStartMinutes: 0, checkedAt: NOW }]
    const experiments = [
      { ...experiment, days: [{ date: '2026-11-21', kept: true, answeredAt: thatEvening.at }] },
    ]
    const tooEarly = [{ ...coins, answers: coins.answers.map(one => ({ ...one, date: '2026-11-21' })) }]
    expect(
      problemsOf(file({ entries, checkIns, experiments, coins: tooEarly }), thatEvening).map(
        ({ path }) => path,
      ),
    ).toEqual(['entries[3].at', 'checkIns[0].date', 'experiments[0].days', 'coins[0].answers'])
  })

  test('that is no JSON', () => {
    expect(parseJournalFile('{ "format": ', LATER)).toMatchObject({
      ok: false,
      problems: [{ path: '', message: expect.stringMatching(/^This is not JSON/) }],
    })
  })
})
