import { z } from 'zod'
import { type Case, Customer, Text } from '../shared/case/case.ts'
import { clocksBackInWork } from '../shared/case/decide-status.ts'
import { hasQueue } from '../shared/case/routes.ts'
import { CategoryId, Channel, Flag, type Matrix, Priority } from '../shared/escalation/matrix.ts'
import { hashOf } from '../shared/lib/hash.ts'
import { CaseId, CUSTOMER, OpId } from '../shared/lib/ids.ts'
import { no, ok, type Result } from '../shared/lib/result.ts'
import { Queue } from '../shared/people/queue.ts'
import { clocksWhenOpened, clocksWhenReopened, clocksWhenResumed, targetFor } from '../shared/sla/clocks.ts'
import type { Writer } from '../sqlite/db.ts'
import type { Desk } from './desk.ts'
import { append } from './log/append.ts'
import { findCase } from './log/cases.ts'
import { headSeq, isOpLogged } from './log/facts.ts'

/** How what a customer wrote is named in the log, after the message itself: no op of anybody else may be called so. */
const MESSAGE = 'message:'

/** Whether an op is named like a message of a customer: it would be taken for that message when it comes. */
export function isNamedAsMessage(opId: OpId): boolean {
  return opId.startsWith(MESSAGE)
}

/** What a channel knows of a new case. */
export const NewCase = z.strictObject({
  /** The channel's own number for it: a second delivery of the same message opens no second case. */
  caseId: CaseId.optional(),
  subject: z.string().min(1).max(300),
  body: Text,
  customer: Customer,
  channel: Channel,
  category: CategoryId,
  priority: Priority.default('normal'),
  flags: z.array(Flag).max(5).default([]),
  queue: Queue,
  attributes: z.record(z.string().max(60), z.string().max(500)).default({})
})
export type NewCase = z.input<typeof NewCase>

export type IntakeRefusal = {
  readonly why: 'NoMatrix' | 'NoSuchQueue' | 'NoSuchCategory' | 'NoSuchCase' | 'CaseClosed'
  readonly message: string
}

/** What customers do, whichever channel they come by. */
export type Intake = {
  open(wanted: NewCase): Promise<Result<{ caseId: CaseId; ref: string }, IntakeRefusal>>
  /**
   * The customer answered. A closed case takes nothing more: the caller opens a new one that follows it. A message that
   * is delivered twice under one `messageId` is taken once.
   */
  customerWrote(
    caseId: CaseId,
    body: string,
    messageId?: string
  ): Promise<Result<{ ref: string }, IntakeRefusal>>
}

export function makeIntake(desk: Desk): Intake {
  return {
    async open(wanted) {
      const kase = NewCase.parse(wanted)
      const caseId = kase.caseId ?? CaseId.parse(desk.newId())
      const at = desk.now()
      const opened = await desk.home.write((tx) => open(desk, tx, caseId, kase, at))
      if (opened.ok) desk.dirty()
      return opened
    },
    async customerWrote(caseId, body, messageId) {
      const text = Text.parse(body)
      const opId = messageId === undefined ? null : OpId.parse(`${MESSAGE}${hashOf(messageId)}`)
      const at = desk.now()
      const written = await desk.home.write((tx) => wrote(desk, tx, caseId, text, opId, at))
      if (written.ok) desk.dirty()
      return written
    }
  }
}

function open(
  desk: Desk,
  tx: Writer,
  caseId: CaseId,
  kase: z.output<typeof NewCase>,
  at: number
): Result<{ caseId: CaseId; ref: string }, IntakeRefusal> {
  const matrix = desk.getMatrix(tx)
  if (!matrix) return no({ why: 'NoMatrix', message: 'no escalation matrix has been published yet' })
  const stop = outsideMatrix(matrix, kase)
  if (stop) return no(stop)
  const known = findCase(tx, caseId)
  if (known) return ok({ caseId, ref: known.kase.ref })
  const { caseId: _given, ...rest } = kase
  const clocks = clocksWhenOpened(targetFor(matrix, kase.queue.tier, kase.priority), at)
  const ref = `T-${headSeq(tx) + 1}`
  const event = { type: 'case.opened' as const, ref, language: kase.customer.language, ...rest, clocks }
  append(tx, caseId, undefined, { at, by: CUSTOMER, opId: null, event })
  return ok({ caseId, ref })
}

function wrote(
  desk: Desk,
  tx: Writer,
  caseId: CaseId,
  body: string,
  opId: OpId | null,
  at: number
): Result<{ ref: string }, IntakeRefusal> {
  const found = findCase(tx, caseId)
  if (!found) return no({ why: 'NoSuchCase', message: `there is no case ${caseId}` })
  const { kase } = found
  if (opId !== null && isOpLogged(tx, opId)) return ok({ ref: kase.ref })
  if (kase.state.status === 'closed') {
    return no({ why: 'CaseClosed', message: `${kase.ref} is closed; open a new case that follows it` })
  }
  const clocks = backAtWork(kase, at, desk.getMatrix(tx))
  append(tx, caseId, kase, { at, by: CUSTOMER, opId, event: { type: 'case.customerWrote', body, clocks } })
  return ok({ ref: kase.ref })
}

function outsideMatrix(matrix: Matrix, kase: z.output<typeof NewCase>): IntakeRefusal | undefined {
  const { queue, category } = kase
  if (!hasQueue(matrix, queue)) {
    return { why: 'NoSuchQueue', message: `queue: the matrix has no ${queue.tier}/${queue.team}` }
  }
  if (!matrix.categories.some((one) => one.id === category)) {
    return { why: 'NoSuchCategory', message: `category: the matrix has no ${category}` }
  }
  return undefined
}

/** A case that rested is work again, and its time runs on. */
function backAtWork(kase: Case, at: number, matrix: Matrix | undefined): Case['clocks'] {
  switch (kase.state.status) {
    case 'pending':
    case 'on_hold':
      return clocksWhenResumed(kase.clocks, at)
    case 'resolved':
      return matrix ? clocksBackInWork(kase, { at, matrix }) : clocksWhenReopened(kase.clocks, at)
    case 'new':
    case 'open':
    case 'closed':
      return kase.clocks
  }
}
