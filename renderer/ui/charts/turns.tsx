import { Skeleton } from '@mantine/core'
import { type ComponentType, memo, useEffect, useMemo, useState } from 'react'

/** FIFO queue of the cards that wait to be rendered. */
const waiting: (() => void)[] = []
let isRunning = false

function takeNext() {
  const turn = waiting.shift()
  isRunning = turn !== undefined
  if (turn === undefined) return
  turn()
  setTimeout(takeNext)
}

function waitForTurn(turn: () => void): () => void {
  waiting.push(turn)
  if (!isRunning) setTimeout(takeNext)
  isRunning = true
  return () => {
    const place = waiting.indexOf(turn)
    if (place >= 0) waiting.splice(place, 1)
  }
}

const CARD_HEIGHT = 360

/**
 * Wraps a card, or part of one, so that it renders when its turn has come: many charts at once would block the page for
 * as long as all of them take. Between two turns the page handles input and paints. The previous render stays until
 * then, and a card renders again only when its props have changed.
 *
 * @param heightOf pixels that are kept free for it until it is drawn for the first time
 */
export function renderInTurn<Props extends object>(
  Card: ComponentType<Props>,
  heightOf: (props: Props) => number = () => CARD_HEIGHT,
) {
  function CardInTurn(props: Props) {
    const [shown, setShown] = useState<Props | null>(null)
    useEffect(() => waitForTurn(() => setShown(props)), [props])
    const card = useMemo(() => shown && <Card {...shown} />, [shown])
    return card ?? <Skeleton height={heightOf(props)} radius="lg" aria-hidden />
  }
  return memo(CardInTurn)
}
