/**
 * What was chosen and typed for the report, kept on this computer until the next time. What private things may stand on
 * it is not: it was decided for one report and one doctor, and the next one begins without them.
 */
import { useState } from 'react'
import { z } from 'zod'
import { plainOrder, type ReportOrder, reportOrder } from '../../shared/report/order.ts'
import { useStatus } from '../data/queries.ts'

const { sections, pages } = reportOrder.shape
/** Questions are kept as they are typed, also while they are too long. */
const kept = z.object({ sections, pages, questions: z.string() })
export type Choices = Pick<ReportOrder, 'sections' | 'pages' | 'reveal' | 'questions'>

/** The kept choices of this journal; the demo has its own. */
export function useKeptChoices(): readonly [Choices, (change: Partial<Choices>) => void] {
  const key = `unknot-report ${useStatus().data?.demo === true ? 'demo' : 'own'}`
  const [choices, setChoices] = useState(() => read(key))
  return [
    choices,
    change => {
      const next = { ...choices, ...change }
      setChoices(next)
      try {
        const { reveal: _reveal, ...lasting } = next
        localStorage.setItem(key, JSON.stringify(lasting))
      } catch {
        // No room. The screen itself still holds them for as long as it is open.
      }
    },
  ]
}

function read(key: string): Choices {
  try {
    return { ...kept.parse(JSON.parse(localStorage.getItem(key) ?? '')), reveal: [] }
  } catch {
    return plainOrder
  }
}
