/**
 * Imported before anything that builds a schema: zod otherwise tries `new Function`, which the page's content security
 * policy refuses and reports.
 */
import { z } from 'zod'

z.config({ jitless: true })
