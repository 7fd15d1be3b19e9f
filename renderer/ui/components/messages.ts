/** The short messages at the edge of the window. They are read out by screen readers. */
import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'

/** Says that something was done. Gone after a few seconds, so it must not be the only place where that shows. */
export function showMessage(
  message: ReactNode,
  options: { id?: string; closesAfterMs?: number } = {},
): string {
  return notifications.show({
    ...(options.id !== undefined && { id: options.id }),
    message,
    autoClose: options.closesAfterMs ?? 6_000,
    role: 'status',
    withBorder: true,
  })
}

/** Ids of the error messages that are still open. */
const openErrors = new Set<string>()

/** Says what went wrong. Stays until it is closed, or until it is no longer so. */
export function showError(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  const id = notifications.show({
    title: 'That did not work',
    message,
    color: 'red',
    autoClose: false,
    withBorder: true,
    onClose: () => openErrors.delete(id),
  })
  openErrors.add(id)
}

/** Takes away what went wrong before, once something was stored again: "the disk is full" must not outlive the truth. */
export function hideErrors(): void {
  for (const id of openErrors) notifications.hide(id)
  openErrors.clear()
}
