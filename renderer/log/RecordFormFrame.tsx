import { Alert, Button, Group, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { submitByKey } from '../ui/components/submit-key.ts'
import { BegunLine } from './BegunLine.tsx'

export interface RecordFormFrameProps {
  /** As `useRecordForm` returns it. */
  state: {
    readonly begunAt: number | null
    readonly failure: string | null
    readonly startAfresh: () => void
    readonly submit: (event: FormEvent<HTMLFormElement>) => void
  }
  saveLabel: string
  isSaving: boolean
  onCancel: () => void
  children: ReactNode
}

/** Frame around the fields of a record: the line about unsaved input, the reason of a failure, and the buttons. */
export function RecordFormFrame({ state, saveLabel, isSaving, onCancel, children }: RecordFormFrameProps) {
  const { begunAt, failure, startAfresh, submit } = state
  return (
    <form onSubmit={submit} onKeyDownCapture={submitByKey} noValidate>
      <Stack gap="md">
        {begunAt !== null && <BegunLine begunAt={begunAt} onStartAfresh={startAfresh} />}
        {children}
        {failure !== null && (
          <Alert color="red" title="Not saved yet">
            {failure} What you entered is still here.
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={isSaving}>
            {saveLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
