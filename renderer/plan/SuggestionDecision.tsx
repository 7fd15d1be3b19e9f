import { Button, Group, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Decision, SuggestionDecision } from '../../shared/advice/suggestions/decision.ts'
import type { Suggestion } from '../../shared/advice/suggestions/suggestion.ts'
import { type NewDecision, useDecide } from '../data/queries.ts'
import { showError } from '../ui/components/messages.ts'
import { useOfferUndo } from '../ui/components/Undo.tsx'
import classes from './PlanScreen.module.css'

const REASON_LENGTH = 500

const said: Record<Decision, string> = {
  accepted: 'You will find it under “What you are doing”.',
  dismissed: 'You will find it under “Not for me” and can bring it back.',
  done: 'You will find it under “Done”.',
}

/** Makes a decision and offers to take it back, to what was decided before. */
function useDecideAbout({ id }: Pick<Suggestion, 'id'>, before: SuggestionDecision | undefined) {
  const decide = useDecide()
  const offerUndo = useOfferUndo()
  return async (decision: Decision | null, reason = '') => {
    const decided: NewDecision | null = decision && { decision, reason, decidedAt: null }
    try {
      await decide.mutateAsync({ suggestion: id, decided })
      // The card is somewhere else by now, and with it the button that had the focus.
      document.getElementById('content')?.focus({ preventScroll: true })
      offerUndo({
        message: decision === null ? 'It is back among the suggestions.' : said[decision],
        undo: () => decide.mutateAsync({ suggestion: id, decided: before ?? null }),
        undone: 'It is as it was before.',
      })
    } catch (error) {
      showError(error)
    }
  }
}

export interface DecisionButtonsProps {
  suggestion: Suggestion
  decided: SuggestionDecision | undefined
}

/** Decision buttons of a suggestion, by its current state. */
export function DecisionButtons({ suggestion, decided }: DecisionButtonsProps) {
  const decide = useDecideAbout(suggestion, decided)
  const [isDismissing, setIsDismissing] = useState(false)
  if (isDismissing)
    return (
      <Dismissal onCancel={() => setIsDismissing(false)} onDismiss={reason => decide('dismissed', reason)} />
    )
  const notForMe = (
    <Button variant="default" onClick={() => setIsDismissing(true)}>
      Not for me
    </Button>
  )
  const bringBack = (
    <Button variant="default" onClick={() => decide(null)}>
      {decided?.decision === 'accepted' ? 'Back to the suggestions' : 'Bring it back'}
    </Button>
  )
  return (
    <Group gap="xs" role="group" aria-label="Decide">
      {decided === undefined && (
        <>
          <Button onClick={() => decide('accepted')}>I will do this</Button>
          {notForMe}
        </>
      )}
      {decided?.decision === 'accepted' && (
        <>
          <Button onClick={() => decide('done')}>Mark as done</Button>
          {bringBack}
          {notForMe}
        </>
      )}
      {(decided?.decision === 'done' || decided?.decision === 'dismissed') && bringBack}
    </Group>
  )
}

interface DismissalProps {
  onCancel: () => void
  onDismiss: (reason: string) => void
}

/** Asks for a reason, which may stay empty: it is for the person, and for when it comes up again. */
function Dismissal({ onCancel, onDismiss }: DismissalProps) {
  const [reason, setReason] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <div className={classes.dismissal}>
      <Textarea
        label="Why is it not for you?"
        description="Only for you. You may leave it empty."
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
        maxLength={REASON_LENGTH}
        autosize
        minRows={2}
        ref={field}
      />
      <Group gap="xs">
        <Button onClick={() => onDismiss(reason)}>Set it aside</Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </div>
  )
}
