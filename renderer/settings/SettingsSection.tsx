import { Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import type { SettingsPart } from '../data/paths.ts'
import { usePartOfSettings } from './part-of-settings.ts'
import classes from './Settings.module.css'

/** Titled group of settings with a lead sentence. */
export function SettingsSection({
  part,
  title,
  lead,
  children,
}: {
  /** Name by which an address can open Settings here. */
  part?: SettingsPart
  title: string
  lead: string
  children: ReactNode
}) {
  const id = useId()
  const heading = usePartOfSettings(part)
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div>
        <Title order={2} id={id} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        <Text size="sm" c="dimmed" mt={4}>
          {lead}
        </Text>
      </div>
      <Stack gap="md">{children}</Stack>
    </section>
  )
}
