import { config } from 'zod'
import type { CheckAsked } from './matrix-checks.ts'

// As in the page: schemas are checked without making code, and that is said before the first one is made.
config({ jitless: true })

addEventListener('message', async ({ data }: MessageEvent<CheckAsked>) => {
  const { checkMatrix } = await import('../../shared/escalation/check/check-matrix.ts')
  postMessage(checkMatrix(data.doc, data.around).findings)
})
