/**
 * Answers of the sheet. A press shows at once and is stored in the order of the presses, so that keys may follow each
 * other faster than the disk; one that could not be stored opens its question again.
 */
import { useRef, useState } from 'react'
import type { CheckIn, TrackedKind } from '../../../shared/kinds/check-in.ts'
import type { EntryDraft } from '../../../shared/kinds/entry.ts'
import { giveOrdinaryAnswers } from '../../../shared/kinds/finish-day.ts'
import type { OpenQuestion } from '../../../shared/kinds/finish-day-calls.ts'
import { capitalize } from '../../../shared/locale/capitalize.ts'
import { useAddEntry, useDayStart, useDeleteEntry, useSetCheckIns } from '../../data/queries.ts'
import { showError } from '../../ui/components/messages.ts'
import { useOfferUndo } from '../../ui/components/Undo.tsx'

export interface Finish {
  /** Given answers in words, by kind. */
  readonly said: ReadonlyMap<TrackedKind, string>
  readonly giveNothing: (question: OpenQuestion, text: string) => void
  readonly addUsual: (question: OpenQuestion, usual: EntryDraft, text: string) => void
  /** @returns true once the answers are stored */
  readonly giveOrdinary: (questions: readonly OpenQuestion[], texts: readonly string[]) => Promise<boolean>
  readonly takeBack: (kind: TrackedKind) => void
}

/** Stores a press. @returns how to take it back */
type Write = () => Promise<() => Promise<unknown>>

/** @param dayName "today", for the messages */
export function useFinish(dayName: string): Finish {
  const setCheckIns = useSetCheckIns()
  const addEntry = useAddEntry()
  const deleteEntry = useDeleteEntry()
  const dayStartMinutes = useDayStart()
  const offerUndo = useOfferUndo()
  const [said, setSaid] = useState<ReadonlyMap<TrackedKind, string>>(new Map())
  const undos = useRef(new Map<TrackedKind, () => Promise<unknown>>())
  const lastWrite = useRef<Promise<unknown>>(Promise.resolve())

  const open = (kinds: readonly TrackedKind[]) =>
    setSaid(before => new Map([...before].filter(([kind]) => !kinds.includes(kind))))

  function press(texts: ReadonlyMap<TrackedKind, string>, message: string, write: Write): Promise<boolean> {
    const kinds = [...texts.keys()]
    setSaid(before => new Map([...before, ...texts]))
    const written = lastWrite.current.then(async () => {
      try {
        const undo = await write()
        offerUndo({
          message,
          undo: async () => {
            await undo()
            open(kinds)
          },
          undone: kinds.length === 1 ? 'It is unanswered again.' : 'They are unanswered again.',
        })
        return true
      } catch (error) {
        open(kinds)
        showError(error)
        return false
      }
    })
    lastWrite.current = written
    return written
  }

  const giveCheckIns =
    (checkIns: CheckIn[]): Write =>
    async () => {
      await setCheckIns.mutateAsync({ checkIns, complete: true })
      for (const given of checkIns)
        undos.current.set(given.kind, () => setCheckIns.mutateAsync({ checkIns: [given], complete: false }))
      return () => setCheckIns.mutateAsync({ checkIns, complete: false })
    }

  return {
    said,
    giveNothing: ({ kind, date }, text) =>
      void press(
        new Map([[kind, text]]),
        `${capitalize(dayName)}: ${text}.`,
        giveCheckIns([{ kind, date, dayStartMinutes }]),
      ),
    addUsual: ({ kind }, usual, text) =>
      void press(new Map([[kind, text]]), `Logged ${text}.`, async () => {
        const { id } = await addEntry.mutateAsync(usual)
        const undo = () => deleteEntry.mutateAsync(id)
        undos.current.set(kind, undo)
        return undo
      }),
    giveOrdinary: (questions, texts) =>
      press(
        new Map(questions.map(({ kind }, index) => [kind, capitalize(texts[index] ?? '')])),
        `${capitalize(dayName)} was an ordinary day: ${texts.join('; ')}.`,
        giveCheckIns(giveOrdinaryAnswers(questions, dayStartMinutes)),
      ),
    takeBack: kind => {
      lastWrite.current = lastWrite.current.then(async () => {
        try {
          await undos.current.get(kind)?.()
          open([kind])
        } catch (error) {
          showError(error)
        }
      })
    },
  }
}
