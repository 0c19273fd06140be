import { apply } from '../../shared/case/apply.ts'
import { Command, wordsOf } from '../../shared/case/command.ts'
import { decide } from '../../shared/case/decide.ts'
import type { Happening } from '../../shared/case/event.ts'
import { OpId } from '../../shared/lib/ids.ts'
import { no } from '../../shared/lib/result.ts'
import type { Acted } from '../../shared/protocol/bridge.ts'
import { commandPrint, type Op, opHash } from '../../shared/protocol/op.ts'
import { versionOf } from '../../shared/protocol/upcast.ts'
import type { Db, Writer } from '../../sqlite/db.ts'
import { grantedElsewhere } from '../../tables/grants.ts'
import type { Place } from '../place.ts'
import { findStored, putCase } from '../store/cases.ts'
import { dropSentDraft } from '../store/drafts.ts'
import { findMeta, getNumber, putMeta } from '../store/meta.ts'
import { findLastWaiting, findMade, pushOutbox } from '../store/outbox.ts'
import type { SeenTime } from '../store/seen-time.ts'
import { misunderstood } from './misunderstood.ts'

export type ActDeps = {
  readonly db: Db
  readonly place: () => Place | undefined
  readonly now: () => number
  readonly newId: () => string
  readonly isOnline: () => boolean
  /** Without the server for longer than it allowed. */
  readonly isLapsed: () => boolean
  readonly seen: Pick<SeenTime, 'keep'>
  /** This run of the engine, and ms since it began: for the audit only. */
  readonly bootId: string
  readonly mono: () => number
}

/**
 * Decide, change what the person sees and remember the command for the server: all or nothing, and on disk when it returns
 * (EN1). An op that is known already was asked for twice: it is done once. When it asks something else now, what was sent
 * stands, and the no says what that was (EN31).
 */
export function act(deps: ActDeps, raw: unknown, named?: OpId): Acted {
  const parsed = Command.safeParse(raw)
  if (!parsed.success) return no(misunderstood(parsed.error, raw))
  const command = parsed.data
  const place = deps.place()
  if (!place) return no({ type: 'NoSuchCase' })
  return deps.db.write((tx) => {
    const made = named && findMade(tx, named)
    if (made && named) return again(tx, made, command, named)
    if (deps.isLapsed() && !deps.isOnline()) return no({ type: 'GrantLapsed' })
    const stored = findStored(tx, command.caseId)
    const opId = named ?? OpId.parse(deps.newId())
    const at = deps.now() + getNumber(tx, 'clockOffsetMs')
    const { person, matrix, findPerson } = place
    const decided = decide(stored?.body, command, person, {
      at,
      matrix,
      findPerson,
      opId,
      grantedElsewhere: (kase, action, since) => grantedElsewhere(tx, kase, action, since)
    })
    if (!decided.ok) return decided
    if (decided.value.outcome === 'noop') return { ok: true, opId: null }

    const happening: Happening = { at, by: person.id, opId, event: decided.value.event }
    const body = apply(stored?.body, command.caseId, happening)
    const op = envelop(deps, tx, place, command, opId, at, stored?.confirmed?.ver ?? 0)
    pushOutbox(tx, op, happening, wordsOf(command))
    deps.seen.keep(tx)
    const waiting = tx.prepare('SELECT count(*) AS n FROM outbox WHERE case_id = ?').get(command.caseId) as {
      n: number
    }
    putCase(tx, { confirmed: stored?.confirmed ?? null, body }, waiting.n, place)
    dropSentDraft(tx, command.caseId, opId)
    return { ok: true, opId }
  })
}

/** The same press again, or another one under its name. A draft that came back to the disk meanwhile has been sent. */
function again(tx: Writer, { command: sent, madeAt }: Op, command: Command, opId: OpId): Acted {
  if (commandPrint(sent) !== commandPrint(command)) return no({ type: 'SentAlready', sent, at: madeAt })
  dropSentDraft(tx, command.caseId, opId)
  return { ok: true, opId }
}

function envelop(
  deps: ActDeps,
  tx: Writer,
  { person, matrix }: Place,
  command: Command,
  opId: OpId,
  at: number,
  caseVer: number
): Op {
  const opNo = getNumber(tx, 'nextOpNo')
  const previous = findMeta(tx, 'lastHash') ?? ''
  const dep = command.type === 'case.note' ? undefined : findLastWaiting(tx, command.caseId)
  const op = {
    ev: 1 as const,
    tv: versionOf(command.type),
    opId,
    opNo,
    deviceId: findMeta(tx, 'deviceId') ?? '',
    actorId: person.id,
    storeId: findMeta(tx, 'storeId') ?? '',
    caseId: command.caseId,
    base: { caseVer, cursor: getNumber(tx, 'cursor'), matrixVer: matrix.version },
    deps: dep ? [dep] : [],
    madeAt: at,
    mono: deps.mono(),
    bootId: deps.bootId,
    offline: !deps.isOnline(),
    grantId: findMeta(tx, 'grant')?.body.id ?? null,
    command
  }
  const hash = opHash(op, previous)
  putMeta(tx, 'nextOpNo', opNo + 1)
  putMeta(tx, 'lastHash', hash)
  return { ...op, hash }
}
