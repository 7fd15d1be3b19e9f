/** `Notification`: shown nowhere. Each one that is shown is recorded, and a test can click it. */
import type * as Electron from 'electron/main'
import { present, refuseUnknown, StrictEmitter } from './absence.ts'
import { record } from './records.ts'

const knownOptions = ['title', 'body', 'silent']

class StandInNotification extends StrictEmitter {
  readonly title: string
  readonly body: string
  private readonly options: Electron.NotificationConstructorOptions

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super('Notification', ['show', 'click', 'close', 'failed'])
    refuseUnknown('Notification', options, knownOptions)
    this.title = options.title ?? ''
    this.body = options.body ?? ''
    this.options = options
  }

  static isSupported(): boolean {
    return true
  }

  show(): void {
    record('Notification', 'show', this.options)
    globalThis.electronStandIn?.notifications.push({ click: () => this.emit('click', {}) })
    this.emit('show', {})
  }

  close(): void {
    record('Notification', 'close', this.options)
    this.emit('close', {})
  }
}

/** A new one is guarded, too: a member that it lacks throws by name. */
export const Notification = new Proxy(
  present<typeof Electron.Notification>('Notification', StandInNotification),
  {
    construct: (_, [options]: [Electron.NotificationConstructorOptions?]) =>
      present<Electron.Notification>('Notification', new StandInNotification(options)),
  },
)
