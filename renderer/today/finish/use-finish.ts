/**
 * Answers of the sheet. A press shows at once and is stored in the order of the presses, so that keys may follow each
 * other faster than the disk; one that could not be stored opens its question again.
 */
import { useRef, useState } from 'react'
import type { CheckIn } from '../../../shared/kinds/check-in.ts'
import type { EntryDraft } from '../../../shared/kinds/entry.ts'
import { giveOrdinaryAnswers } from '../../../shared/kinds/finish-day.ts'
import type { OpenQuestion } from '../../../shared/kinds/finish-day-calls.ts'
import type { FactorCheckIn } from '../../../shared/kinds/own-factor.ts'
import { capitalize } from '../../../shared/locale/capitalize.ts'
import {
  useAddEntry,
  useDayStart,
  useDeleteEntry,
  useSetCheckIns,
  useSetFactorCheckIn,
} from '../../data/queries.ts'
import { showError } from '../../ui/components/messages.ts'
import { useOfferUndo } from '../../ui/components/Undo.tsx'

/** Id of an own factor's question among those of the kinds. */
export const idOfFactor = (factorId: number): string => `own-factor ${factorId}`

export interface Finish {
  /** Given answers in words, by the id of their question: a kind, or that of `idOfFactor`. */
  readonly said: ReadonlyMap<string, string>
  readonly giveNothing: (question: OpenQuestion, text: string) => void
  /** Says that there was none of an own factor. */
  readonly giveNone: (id: string, checkIn: FactorCheckIn, text: string, message: string) => void
  /** @param logged completes "Logged ..." */
  readonly addEntry: (id: string, draft: EntryDraft, text: string, logged: string) => void
  /** @returns true once the answers are stored */
  readonly giveOrdinary: (questions: readonly OpenQuestion[], texts: readonly string[]) => Promise<boolean>
  readonly takeBack: (id: string) => void
}

/** Stores a press. @returns how to take it back */
type Write = () => Promise<() => Promise<unknown>>

/** @param dayName "today", for the messages */
export function useFinish(dayName: string): Finish {
  const setCheckIns = useSetCheckIns()
  const setFactorCheckIn = useSetFactorCheckIn()
  const storeEntry = useAddEntry()
  const deleteEntry = useDeleteEntry()
  const dayStartMinutes = useDayStart()
  const offerUndo = useOfferUndo()
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(new Map())
  const undos = useRef(new Map<string, () => Promise<unknown>>())
  const lastWrite = useRef<Promise<unknown>>(Promise.resolve())

  const open = (ids: readonly string[]) =>
    setSaid(before => new Map([...before].filter(([id]) => !ids.includes(id))))

  function press(texts: ReadonlyMap<string, string>, message: string, write: Write): Promise<boolean> {
    const ids = [...texts.keys()]
    setSaid(before => new Map([...before, ...texts]))
    const written = lastWrite.current.then(async () => {
      try {
        const undo = await write()
        offerUndo({
          message,
          undo: async () => {
            await undo()
            open(ids)
          },
          undone: ids.length === 1 ? 'It is unanswered again.' : 'They are unanswered again.',
        })
        return true
      } catch (error) {
        open(ids)
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
    giveNone: (id, checkIn, text, message) =>
      void press(new Map([[id, text]]), message, async () => {
        await setFactorCheckIn.mutateAsync({ ...checkIn, complete: true })
        const undo = () => setFactorCheckIn.mutateAsync({ ...checkIn, complete: false })
        undos.current.set(id, undo)
        return undo
      }),
    addEntry: (id, draft, text, logged) =>
      void press(new Map([[id, text]]), `Logged ${logged}.`, async () => {
        const added = await storeEntry.mutateAsync(draft)
        const undo = () => deleteEntry.mutateAsync(added.id)
        undos.current.set(id, undo)
        return undo
      }),
    giveOrdinary: (questions, texts) =>
      press(
        new Map(questions.map(({ kind }, index) => [kind, capitalize(texts[index] ?? '')])),
        `${capitalize(dayName)} was an ordinary day: ${texts.join('; ')}.`,
        giveCheckIns(giveOrdinaryAnswers(questions, dayStartMinutes)),
      ),
    takeBack: id => {
      lastWrite.current = lastWrite.current.then(async () => {
        try {
          await undos.current.get(id)?.()
          open([id])
        } catch (error) {
          showError(error)
        }
      })
    },
  }
}
