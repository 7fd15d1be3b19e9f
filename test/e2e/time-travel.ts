/** Days that pass: the clocks of the program and of its page are put forward together. */
import type { LaunchedApp } from '../host/launch.ts'

const MS_PER_DAY = 86_400_000

/** Puts both clocks forward, and opens the page anew, as after nights with the computer off. */
export async function passDays(app: LaunchedApp, days: number): Promise<void> {
  await passDaysUnseen(app, days)
  await catchUp(app, days)
}

/** Puts the program's clock forward; the page does not notice yet. */
export async function passDaysUnseen({ electronApp }: LaunchedApp, days: number): Promise<void> {
  await electronApp.evaluate((_electron, ahead) => {
    const earlier = Date.now
    Date.now = () => earlier() + ahead
  }, days * MS_PER_DAY)
}

/** Puts the page's clock forward by days that have passed in the program, and opens it anew. */
export async function catchUp({ page }: LaunchedApp, days: number): Promise<void> {
  await page.addInitScript(ahead => {
    const earlier = Date.now
    Date.now = () => earlier() + ahead
  }, days * MS_PER_DAY)
  await page.reload()
}
