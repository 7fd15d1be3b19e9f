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
 * The same card, or part of one, drawn when its turn has come: many charts at once would hold the page up for as long as
 * all of them take. Between two turns the page answers and paints. What it showed before stays until then, and it is
 * drawn anew only when what it is given has changed.
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
