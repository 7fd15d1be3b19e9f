import { Button } from '@mantine/core'
import type { UseMutationResult } from '@tanstack/react-query'
import { showError } from '../../ui/components/messages.ts'
import { useOfferUndo } from '../../ui/components/Undo.tsx'

export interface StopButtonProps {
  id: number
  isRunning: boolean
  /** True on the day on which it was stopped. */
  canResume: boolean
  stop: UseMutationResult<unknown, Error, number>
  resume: UseMutationResult<unknown, Error, number>
  /** Message with the offer to undo: "Your coin test is stopped." */
  stopped: string
}

/** Ends what runs, or continues what was stopped today. */
export function StopButton({ id, isRunning, canResume, stop, resume, stopped }: StopButtonProps) {
  const offerUndo = useOfferUndo()

  async function end() {
    try {
      // Awaited: by the time of the reply this button may be gone, and callbacks of `mutate` with it.
      await stop.mutateAsync(id)
      offerUndo({
        message: stopped,
        undo: () => resume.mutateAsync(id),
        undone: 'It continues as planned.',
      })
    } catch (error) {
      showError(error)
    }
  }

  if (isRunning)
    return (
      <Button variant="default" loading={stop.isPending} onClick={end}>
        Stop
      </Button>
    )
  return canResume ? (
    <Button
      variant="default"
      loading={resume.isPending}
      onClick={() => resume.mutate(id, { onError: showError })}
    >
      Continue it
    </Button>
  ) : null
}
