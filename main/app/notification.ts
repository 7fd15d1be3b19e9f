import { Notification } from 'electron'

/** Notifications in view: one that is garbage collected no longer hears its click. */
const shown = new Set<Notification>()

/** Shows a notification of the system; nothing where the system has none. */
export function showNotification(title: string, body: string, onClick: () => void): void {
  if (!Notification.isSupported()) return
  const notification = new Notification({ title, body })
  shown.add(notification)
  notification.on('click', () => {
    shown.delete(notification)
    onClick()
  })
  notification.on('close', () => shown.delete(notification))
  notification.show()
}
