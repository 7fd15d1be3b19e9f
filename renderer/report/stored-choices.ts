/**
 * Report choices in local storage, for the next report. The private items to reveal are not stored: they were decided for
 * one report and one doctor, and the next report starts without them.
 */
import { useState } from 'react'
import { z } from 'zod'
import { plainOrder, type ReportOrder, reportOrder } from '../../shared/report/order.ts'
import { useStatus } from '../data/queries.ts'

const { sections, pages } = reportOrder.shape
/** Unlike the report order's schema, it accepts questions that are too long: they are stored as typed. */
const kept = z.object({ sections, pages, questions: z.string() })
export type Choices = Pick<ReportOrder, 'sections' | 'pages' | 'reveal' | 'questions'>

/** Choices for the open journal; the demo has its own. */
export function useStoredChoices(): readonly [Choices, (change: Partial<Choices>) => void] {
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
        // Storage is full. The screen holds the choices while it is open.
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
