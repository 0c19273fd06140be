import { v7 } from 'uuid'
import type { Command } from '../../shared/case/command.ts'
import type { Refusal } from '../../shared/case/refusal.ts'
import { CaseId, type OpId } from '../../shared/lib/ids.ts'
import type { Gives } from '../../shared/protocol/bridge.ts'
import type { EngineFault } from '../../shared/protocol/engine.ts'
import { type Asked, act, useAsked } from './bridge-call.ts'
import { BridgeFault } from './bridge-fault.ts'
import { adoptDrafts } from './drafts.ts'

/** A case with its history, buttons and drafts, kept up to date. `value` null: this machine never had it. */
export function useCase(caseId: CaseId): Asked<Gives<'case.get'>> {
  return useAsked('case.get', { caseId }, ['cases', 'outbox', 'review', 'matrix', 'people', 'drafts'], adopt)
}

/** At once: by the time it is drawn, what was typed since may be on disk, and an older draft would take its place. */
function adopt(view: Gives<'case.get'>): void {
  if (view) adoptDrafts(view.kind === 'case' ? view.case.id : view.caseId, view)
}

/** Resolved cases like this one. */
export function useSimilar(caseId: CaseId, limit: number): Asked<Gives<'case.similar'>> {
  return useAsked('case.similar', { caseId, limit }, ['matrix'])
}

/** Done and on disk; or why not: the rules said no, or the world failed (a full disk, an engine that does not answer). */
export type ActOutcome = { readonly ok: true } | { readonly ok: false; readonly why: Refusal | EngineFault }

/**
 * Does what a button stands for. The engine parses the command, so a shape it does not know comes back as a refusal.
 * A form gives the same `name` to all its tries, so that it does one thing however often it is sent.
 */
export async function actOn(command: unknown, name?: OpId): Promise<ActOutcome> {
  try {
    const acted = await act(command as Command, name)
    return acted.ok ? { ok: true } : { ok: false, why: acted.error }
  } catch (error) {
    if (error instanceof BridgeFault) return { ok: false, why: error.fault }
    throw error
  }
}

/** Under this name something else was sent before: what stands here now needs another name, and another press (EN31). */
export function isSentAlready(done: ActOutcome): boolean {
  return !done.ok && 'type' in done.why && done.why.type === 'SentAlready'
}

/** A name for a case that is opened here, and for the op that opens it (SY4). */
export function newCaseId(): CaseId {
  return CaseId.parse(v7())
}
