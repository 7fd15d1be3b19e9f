/** What somebody enters into a form, field by field, so that the same words can be entered by mouse and by keyboard. */
import { expect, type Locator, type Page } from '@playwright/test'

export type FormStep =
  | { readonly type: string; readonly into: string }
  /** `HH:MM`. */
  | { readonly time: string; readonly into: string }
  /** One word of a list that opens. */
  | { readonly choose: string; readonly from: string }
  /** One of a few that stand side by side: a number from 0 to 10, yes or no. */
  | { readonly answer: string; readonly to: string }
  | { readonly tick: string }
  | { readonly flip: string }
  /** A place on the left. */
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
  // The box itself is not to be seen: what people press is its word.
  else if ('tick' in step) await form.getByText(step.tick, { exact: true }).click()
  else await field.click()
}

/** Each step is seen to have taken effect before the next: keys that went astray are told where they did. */
export async function doByKeyboard(form: Locator, step: FormStep): Promise<void> {
  const { keyboard } = form.page()
  const field = find(form, step)
  if ('answer' in step) {
    await tabTo(getAnswers(form, step.to).getByRole('radio'))
    // The first of them that Tab leads to may be the answer itself.
    await keyboard.press('Space')
    for (let presses = 0; presses < 11 && !(await field.isChecked()); presses++)
      await keyboard.press('ArrowRight')
    await expect(field).toBeChecked()
    return
  }
  if ('place' in step) {
    // The places are one stop; the arrow keys lead from one to the next.
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
 * Lets the page do what its components put off for a moment: a dialog sets the focus right after Tab out of a time field,
 * and a list that opens goes to what is chosen. Keys that come sooner are undone by it.
 */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise(resolve => setTimeout(resolve)))
}

/** Opens a menu that has the focus on its button, and picks one of its lines. */
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
