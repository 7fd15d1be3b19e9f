/** Form input as data, one step per field, so that the same input can be entered by mouse and by keyboard. */
import { expect, type Locator, type Page } from '@playwright/test'

export type FormStep =
  | { readonly type: string; readonly into: string }
  /** `HH:MM`. */
  | { readonly time: string; readonly into: string }
  /** Option of a combobox. */
  | { readonly choose: string; readonly from: string }
  /** Radio button of a group: a number from 0 to 10, yes or no. */
  | { readonly answer: string; readonly to: string }
  | { readonly tick: string }
  | { readonly flip: string }
  /** Muscle on the left side of the body map. */
  | { readonly place: string }

const find = (form: Locator, step: FormStep): Locator => {
  if ('into' in step) return form.getByLabel(step.into)
  if ('choose' in step) return form.getByRole('combobox', { name: step.from })
  if ('answer' in step)
    return getAnswers(form, step.to).getByRole('radio', { name: step.answer, exact: true })
  if ('tick' in step) return form.getByRole('checkbox', { name: step.tick, exact: true })
  if ('flip' in step) return form.getByRole('switch', { name: step.flip, exact: true })
  return form.getByRole('button', { name: step.place, exact: true })
}

const getAnswers = (form: Locator, name: string) =>
  form.getByRole('group', { name }).or(form.getByRole('radiogroup', { name, exact: true }))

export async function doByMouse(form: Locator, step: FormStep): Promise<void> {
  const field = find(form, step)
  if ('type' in step) await field.fill(step.type)
  else if ('time' in step) await field.fill(step.time)
  else if ('choose' in step) {
    await field.click()
    await form.page().getByRole('option', { name: step.choose, exact: true }).click()
  } else if ('answer' in step)
    await getAnswers(form, step.to)
      .locator('label')
      .filter({ hasText: new RegExp(`^${step.answer}$`) })
      .click()
  // The checkbox is visually hidden: people press its label.
  else if ('tick' in step) await form.getByText(step.tick, { exact: true }).click()
  else await field.click()
}

/** Enters one step by keyboard and asserts its effect before the next, so that a lost key fails at its own step. */
export async function doByKeyboard(form: Locator, step: FormStep): Promise<void> {
  const { keyboard } = form.page()
  const field = find(form, step)
  if ('answer' in step) {
    await tabTo(getAnswers(form, step.to).getByRole('radio'))
    // Space selects the radio button that Tab reaches; it may be the answer already.
    await keyboard.press('Space')
    for (let presses = 0; presses < 11 && !(await field.isChecked()); presses++)
      await keyboard.press('ArrowRight')
    await expect(field).toBeChecked()
    return
  }
  if ('place' in step) {
    // Roving tab index: the body map is one tab stop, arrow keys move inside it.
    await tabTo(form.getByRole('group', { name: 'Where it cramped' }).getByRole('button'))
    const isReached = () => field.evaluate(element => element === document.activeElement)
    for (let presses = 0; presses < 12 && !(await isReached()); presses++) await keyboard.press('ArrowDown')
    await keyboard.press('Space')
    await expect(field).toHaveAttribute('aria-pressed', 'true')
    return
  }
  await tabTo(field)
  if ('type' in step) {
    await keyboard.type(step.type)
    await expect(field).toHaveValue(step.type)
  } else if ('time' in step) {
    await keyboard.type(step.time)
    await expect(field).toHaveValue(step.time)
  } else if ('choose' in step) {
    const option = form.page().getByRole('option', { name: step.choose, exact: true })
    await keyboard.press('Enter')
    await option.waitFor()
    await settle(form.page())
    const isReached = async () => (await option.getAttribute('data-combobox-selected')) === 'true'
    for (let presses = 0; presses < 30 && !(await isReached()); presses++) await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await option.waitFor({ state: 'hidden' })
    await expect(field).toHaveValue(step.choose)
  } else {
    await keyboard.press('Space')
    await expect(field).toBeChecked()
  }
}

/** Presses Tab until `target`, or one of its elements, has the focus. */
export async function tabTo(target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await settle(target.page())
    if (await target.evaluateAll(elements => elements.some(one => one === document.activeElement))) return
    await target.page().keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${target}`)
}

/**
 * Waits for timers of 0 ms that components have started: a dialog sets the focus right after Tab out of a time field, and
 * an opening list scrolls to the selected option. Both would undo the effect of a key pressed earlier. Timers of equal
 * delay run in order, so this is no guess at a duration.
 */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise(resolve => setTimeout(resolve)))
}

/** Opens the menu whose button has the focus, and picks an item by keyboard. */
export async function pickFromMenu(page: Page, name: string): Promise<void> {
  const item = page.getByRole('menuitem', { name, exact: true })
  await page.keyboard.press('Enter')
  await item.waitFor()
  for (let presses = 0; presses < 20; presses++) {
    if (await item.evaluate(element => element === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
}
