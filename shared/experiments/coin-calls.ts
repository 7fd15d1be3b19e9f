/** Calls about experiments with coins; a part of the contract. */
import { z } from 'zod'
import { calendarDateField, idField } from '../kinds/schemas.ts'
import { coinActionKey } from './coin-actions.ts'
import { coinChoice, MAX_COIN_ACTIONS } from './coin-experiment.ts'
import { coinView } from './coin-view.ts'

const nothing = z.strictObject({})
const one = z.strictObject({ id: idField })

export const coinCalls = {
  /** All experiments with coins, newest first, with the results of settled actions. */
  listCoins: { access: 'reads', input: nothing, output: z.array(coinView) },
  /** The running, upcoming or just ended one, for Today. */
  getCoinsNow: { access: 'reads', input: nothing, output: z.strictObject({ coins: coinView.nullable() }) },
  /** Records for a past night and some actions if the coin was followed; null removes the answer. */
  answerCoins: {
    access: 'writes',
    input: one.extend({
      date: calendarDateField,
      answers: z
        .array(z.strictObject({ action: coinActionKey, followed: z.boolean().nullable() }))
        .min(1)
        .max(MAX_COIN_ACTIONS),
    }),
    output: coinView,
  },
  /** Undoes a stop of the same day. */
  resumeCoins: { access: 'writes', input: one, output: coinView },
  stopCoins: { access: 'writes', input: one, output: coinView },
  /** Throws all coins, which never change afterwards; the first is for the next day. */
  startCoins: { access: 'writes', input: coinChoice, output: coinView },
  /** Deletes an experiment whose first day has not begun. */
  withdrawCoins: { access: 'writes', input: one, output: nothing },
} as const
