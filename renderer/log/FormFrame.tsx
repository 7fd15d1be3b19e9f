import { Alert, Button, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { submitByKey } from '../ui/components/submit-key.ts'
import { QuestionsProvider } from '../ui/fields/FieldQuestion.tsx'
import { BegunLine } from './BegunLine.tsx'
import classes from './FormFrame.module.css'
import { FormZoneProvider } from './form-zone-context.ts'
import type { Submission } from './use-entry-form.ts'

export interface FormFrameProps {
  submission: Submission
  onCancel: () => void
  children: ReactNode
}

/** Form element, notices and buttons around the fields of every entry form. */
export function FormFrame({ submission, onCancel, children }: FormFrameProps) {
  const { formRef, onSubmit, isSaving, failure, questions, begunAt, zone } = submission
  const isAsking = Object.keys(questions).length > 0
  return (
    <form
      ref={formRef}
      onSubmit={onSubmit}
      onKeyDownCapture={submitByKey}
      noValidate
      className={classes.form}
    >
      <Stack gap="md" className={classes.fields}>
        {begunAt !== null && <BegunLine begunAt={begunAt} onStartAfresh={submission.startAfresh} />}
        <FormZoneProvider value={zone}>
          <QuestionsProvider value={questions}>{children}</QuestionsProvider>
        </FormZoneProvider>
      </Stack>
      <div className={classes.footer}>
        {failure !== null && (
          <Alert color="red" title="Not saved yet" mb="sm">
            {failure} What you entered is still here.
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={isSaving}>
            {isAsking ? 'Yes, store it' : 'Save'}
          </Button>
        </Group>
      </div>
    </form>
  )
}
