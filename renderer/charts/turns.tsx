import { Skeleton } from '@mantine/core'
import { type ComponentType, memo, useEffect, useMemo, useState } from 'react'

/** Who waits to be drawn, in the order of asking. */
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

/**
 * The same card, drawn when its turn has come: many charts at once would hold the page up for as long as all of them
 * take. Between two turns the page answers and paints. What a card showed before stays until then, and it is drawn anew
 * only when what it is given has changed.
 */
export function takeTurns<Props extends object>(Card: ComponentType<Props>) {
  function CardInTurn(props: Props) {
    const [shown, setShown] = useState<Props | null>(null)
    useEffect(() => waitForTurn(() => setShown(props)), [props])
    const card = useMemo(() => shown && <Card {...shown} />, [shown])
    return card ?? <Skeleton height={360} radius="lg" aria-hidden />
  }
  return memo(CardInTurn)
}
