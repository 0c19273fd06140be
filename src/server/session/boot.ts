import { z } from 'zod'
import { CaseId } from '../../shared/lib/ids.ts'
import { readAs } from '../../shared/lib/read-as.ts'
import type { Desk, Greeted, Seat } from '../desk.ts'
import { problemOf } from '../judge.ts'
import { headSeq } from '../log/facts.ts'
import { type BootPage, readBoot } from '../log/read-boot.ts'
import { isCurrent } from './pull.ts'

const MOST = 200

/** What a console of before protocol 4 asks for, which knows no files: one page of everything visible at `asOf`, by case id. */
const Boot = z.object({
  asOf: z.number().int().min(0).nullable(),
  after: CaseId.nullable(),
  scopeVer: z.number().int().min(0),
  max: z.number().int().min(1).max(MOST)
})

type Booted =
  | ({ readonly ok: true; readonly asOf: number } & BootPage)
  | { readonly ok: false; readonly why: 'HELLO' | 'BAD'; readonly message: string }

/** One page of everything in sight. After the last one the console is live from `asOf` on. */
export function boot(desk: Desk, seat: Seat, greeted: Greeted, payload: unknown): Booted {
  const parsed = readAs(Boot, payload)
  if (!parsed.success) return { ok: false, why: 'BAD', message: problemOf(parsed.error) }
  const { after, scopeVer, max } = parsed.data
  const head = headSeq(desk.db)
  const asOf = parsed.data.asOf ?? head
  if (asOf > head || !isCurrent(desk, seat, greeted, scopeVer))
    return { ok: false, why: 'HELLO', message: 'what you may see has changed: say hello again' }
  const page = readBoot(desk.db, greeted.scopes, asOf, after ?? '', max)
  if (page.next === null) {
    greeted.isLive = true
    greeted.sentTo = asOf
    greeted.lookedTo = asOf
    greeted.unseen = []
    if (asOf < head) desk.dirty()
  }
  return { ok: true, asOf, ...page }
}
