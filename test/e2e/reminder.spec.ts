/** The daily reminder: turned on in Settings, shown by the system once a day, and its click. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ElectronApplication, expect, test } from '@playwright/test'
import { calendarDate } from '../../shared/time/moment.ts'
import { momentAt, momentOfInstant } from '../../shared/time/time-zone.ts'
import { shareFolder, startApp } from './app.ts'
import { answerSaveDialogs, openScreen, passWelcome } from './person.ts'
import { specClock, timeZone } from './surroundings.ts'

const folder = shareFolder()
/** Half past eight in the evening of the stated day: after the hour that is proposed, and before the night. */
const evening = () => momentAt(calendarDate(momentOfInstant(specClock.now(), timeZone)), '20:30', timeZone).at

/** Notifications shown since `watchNotifications`, in the main process. */
interface Watching {
  shownNotifications?: { title: string; emit(event: 'click'): unknown }[]
}

const watchNotifications = (electronApp: ElectronApplication) =>
  electronApp.evaluate(({ Notification }) => {
    const shown: NonNullable<Watching['shownNotifications']> = []
    Object.assign(globalThis, { shownNotifications: shown })
    Notification.prototype.show = function show() {
      shown.push(this)
    }
  })
const listTitles = (electronApp: ElectronApplication) =>
  electronApp.evaluate(() => (globalThis as Watching).shownNotifications?.map(({ title }) => title))
/** The check of a computer that has woken; the other one comes each minute. */
const wake = (electronApp: ElectronApplication) =>
  electronApp.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'))

test('is off at first, comes once a day without health words, and opens the questions of the day', async () => {
  const { electronApp, page, close } = await startApp({
    args: [`--now=${new Date(evening()).toISOString()}`],
  })
  await passWelcome(page)
  await watchNotifications(electronApp)
  await wake(electronApp)
  expect(await listTitles(electronApp)).toEqual([])

  await openScreen(page, 'Settings')
  const reminder = page.getByRole('region', { name: 'Reminder' })
  await expect(reminder.getByRole('textbox', { name: 'Time of the reminder' })).toHaveCount(0)
  await reminder.getByRole('switch', { name: 'Remind me once a day' }).check()
  await expect(reminder.getByRole('combobox', { name: 'Time of the reminder' })).toBeVisible()
  await wake(electronApp)
  await expect.poll(() => listTitles(electronApp)).toHaveLength(1)
  const [title] = (await listTitles(electronApp)) ?? []
  expect(title).toMatch(/^Unknot: \d things? left for today$/)
  await wake(electronApp)
  expect(await listTitles(electronApp)).toHaveLength(1)

  await electronApp.evaluate(() => (globalThis as Watching).shownNotifications?.[0]?.emit('click'))
  await expect(page.getByRole('dialog', { name: /^Finish today/ })).toBeVisible()
  await close()
})

test('a calendar file is saved, which reminds while the program is closed', async () => {
  const { electronApp, page, close } = await startApp()
  const path = join(folder(), 'reminder.ics')
  await passWelcome(page)
  await openScreen(page, 'Settings')
  await answerSaveDialogs(electronApp, path)
  await page.getByRole('button', { name: 'Save a calendar file' }).click()
  await expect(page.getByText(`Saved ${path}.`)).toBeVisible()
  const lines = (await readFile(path, 'utf8')).split('\r\n')
  expect(lines).toContain('RRULE:FREQ=DAILY')
  expect(lines).toContain('BEGIN:VALARM')
  expect(lines.find(line => line.startsWith('DTSTART:'))).toMatch(/^DTSTART:\d{8}T200000$/)
  await close()
})
