import { fireEvent, screen, within } from '@testing-library/react'

/** Card of Insights by its question. Its chart is opened by a press on the question, unless it is open. */
export async function openCard(question: string | RegExp): Promise<HTMLElement> {
  const card = await screen.findByRole('region', { name: question })
  const opener = within(card).queryByRole('button', { name: question, expanded: false })
  if (opener !== null) fireEvent.click(opener)
  return card
}
