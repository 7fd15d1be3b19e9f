import { Alert, TextInput, VisuallyHidden } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { CheckedDay } from '../../shared/kinds/check-in.ts'
import type { EntryDraft } from '../../shared/kinds/entry.ts'
import type { Unlikely } from '../../shared/kinds/question.ts'
import type { CheckedFactor, EntryReading, Reading } from '../../shared/quick-add/reading.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { nameEntry } from '../log/entry-text.ts'
import { useFindUnlikely } from '../log/unlikely.ts'
import { useTextOptions } from '../log/use-text-options.ts'
import { submitByKey } from '../ui/components/submit-key.ts'
import { CheckInInterpretation } from './CheckInInterpretation.tsx'
import { describeDraft, formatDraftText } from './draft-text.ts'
import { Examples } from './Examples.tsx'
import { Interpretation, type ShownEntry } from './Interpretation.tsx'
import { Questions } from './Questions.tsx'
import classes from './QuickAdd.module.css'
import { useNextStep } from './use-next-step.ts'
import { useReading } from './use-reading.ts'
import { useStore } from './use-store.ts'

/** A screen reader waits for a pause in the typing before it hears what the line means. */
const ANNOUNCED_AFTER_MS = 700

/**
 * One line, and below it at all times what would be stored. Enter goes on: to the first question while there is one,
 * then to the button that stores, then to the next line. Nothing is stored that was not shown before.
 */
export function QuickAdd() {
  const { line, type, reading, context, error } = useReading()
  const { store, storeAll, storeCheckIn, isStoring } = useStore()
  const [failure, setFailure] = useState<string | null>(null)
  const findUnlikely = useFindUnlikely()
  /** Questions asked about the drafts of a line; storing the same drafts again confirms them. */
  const [asked, setAsked] = useState<Asked | null>(null)
  const words = useTextOptions(context.shoes)
  const input = useRef<HTMLInputElement>(null)
  const answer = useRef<HTMLDivElement>(null)
  const nextStep = useNextStep(input, answer)
  const isSaving = useRef(false)
  const newestLine = useRef(line)
  useEffect(() => {
    newestLine.current = line
  }, [line])
  const hintId = useId()
  useEffect(() => input.current?.focus(), [])

  const entries = listEntries(reading)
  const shown = entries.map(({ draft, assumptions }) => ({
    text: describeDraft(draft, words, calendarDate(context.now)),
    unlikely: asked?.get(draft) ?? [],
    assumptions,
  }))
  const [announcement] = useDebouncedValue(
    line.trim() === '' ? '' : announce(reading, shown),
    ANNOUNCED_AFTER_MS,
  )

  function change(typed: string) {
    setFailure(null)
    nextStep.cancel()
    type(typed)
  }

  /** Runs one save at a time: a second press must not store a second entry. */
  async function saveOnce(run: () => Promise<'stored' | 'asked'>) {
    if (isSaving.current) return
    isSaving.current = true
    setFailure(null)
    try {
      if ((await run()) === 'asked') return
      // The next line may have been begun while this one was stored.
      if (newestLine.current === line) type('')
    } catch (problem) {
      setFailure(problem instanceof Error ? problem.message : String(problem))
    } finally {
      isSaving.current = false
    }
    input.current?.focus()
  }

  function save() {
    const [first, second] = entries
    if (first === undefined) return
    saveOnce(async () => {
      const before = first.changes === null ? null : context.wearing
      if (entries.some(({ draft }) => asked?.has(draft) !== true)) {
        const found: Asked = new Map()
        for (const { draft } of entries) found.set(draft, await findUnlikely(draft, before))
        if ([...found.values()].some(unlikely => unlikely.length > 0)) {
          setAsked(found)
          return 'asked'
        }
      }
      const names = entries.map(({ draft }) => nameEntry(draft, words))
      if (second === undefined) await store(first, names[0] ?? '', before)
      else await storeAll(entries, names)
      return 'stored'
    })
  }

  function saveCheckIn(checkIn: CheckedDay | CheckedFactor, name: string) {
    saveOnce(async () => {
      await storeCheckIn(checkIn, name)
      return 'stored'
    })
  }

  function goOn(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    // A key that is held down must not run through showing and storing at once.
    if (!event.repeat) nextStep.take()
  }

  /** Ctrl+Enter, wherever the focus is: what is shown is stored, whichever button is at hand. */
  function storeShown(event: FormEvent) {
    event.preventDefault()
    // A check-in is stored by its own button, which is there only where the journal agrees.
    if (reading?.kind === 'check-in') answer.current?.querySelector('button')?.click()
    else save()
  }

  return (
    <form noValidate className={classes.quickAdd} onKeyDownCapture={submitByKey} onSubmit={storeShown}>
      <TextInput
        ref={input}
        data-autofocus
        label="What happened?"
        placeholder="500 ml water 14:00"
        value={line}
        onChange={event => change(event.currentTarget.value)}
        onKeyDown={goOn}
        aria-describedby={hintId}
        autoComplete="off"
        spellCheck={false}
        size="md"
      />
      <VisuallyHidden role="status" aria-live="polite">
        {announcement}
      </VisuallyHidden>
      {error !== null && (
        <Alert color="red" title="Your closet or profile could not be read">
          {error.message} Nothing in your journal has changed.
        </Alert>
      )}
      {failure !== null && (
        <Alert color="red" title="Not stored yet">
          {failure} What you typed is still here.
        </Alert>
      )}
      <div ref={answer}>
        {line.trim() === '' && <Examples onPick={picked => pick(picked)} />}
        {shown.length > 0 && (
          <Interpretation
            entries={shown}
            isStoring={isStoring}
            onSave={save}
            onAnswer={answered => pick(answered)}
          />
        )}
        {reading?.kind === 'check-in' && (
          <CheckInInterpretation
            checkIn={reading.checkIn}
            today={context.today}
            isStoring={isStoring}
            onSave={name => saveCheckIn(reading.checkIn, name)}
          />
        )}
        {reading?.kind === 'asks' && <Questions reading={reading} onAnswer={answered => pick(answered)} />}
        {reading?.kind === 'not-understood' && line.trim() !== '' && (
          <p className={classes.hint}>{reading.hint}</p>
        )}
      </div>
      <p id={hintId} className={classes.keys}>
        Enter goes to the next step and then stores; Ctrl+Enter stores what is shown straight away. Escape
        closes and keeps what you typed.
      </p>
    </form>
  )

  function pick(answered: string) {
    change(answered)
    input.current?.focus()
  }
}

type Asked = Map<EntryDraft, readonly Unlikely[]>

function listEntries(reading: Reading | null): readonly EntryReading[] {
  if (reading?.kind === 'entry') return [reading]
  return reading?.kind === 'entries' ? reading.entries : []
}

/** Live region text, announced when typing pauses. */
function announce(reading: Reading | null, shown: readonly ShownEntry[]): string {
  if (shown.length > 0) {
    const told = shown.flatMap(({ text, assumptions }) => [
      formatDraftText(text),
      ...assumptions.map(assumption => assumption.text),
    ])
    return [...told, `Press Enter to store ${shown.length > 1 ? 'them' : 'it'}.`].join(' ')
  }
  if (reading?.kind === 'check-in') return 'Press Enter to see it, and again to store it.'
  if (reading?.kind === 'asks') return reading.questions.map(question => question.text).join(' ')
  return reading?.kind === 'not-understood' ? reading.hint : ''
}
