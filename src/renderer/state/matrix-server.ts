import { useEffect } from 'react'
import type { Matrix } from '../../shared/escalation/matrix.ts'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { Gives, Telling, TellingName, TellRefusal } from '../../shared/protocol/bridge.ts'
import { type Asked, ask, tell, useAsked } from './bridge-call.ts'
import { BridgeFault } from './bridge-fault.ts'

const POLL_MS = 700

export function useMatrixVersions(): Asked<Gives<'matrix.versions'>> {
  return useAsked('matrix.versions', {}, ['matrix', 'connection'])
}

export function useMatrixPlans(): Asked<Gives<'matrix.plans'>> {
  return useAsked('matrix.plans', {}, ['matrix', 'connection'])
}

/** A published document; null asks nothing. */
export function useMatrixVersion(version: number | null): Asked<Gives<'matrix.version'>> {
  return useAsked('matrix.version', version === null ? null : { version }, ['matrix', 'connection'])
}

/** Texts of a newer format that were refused and kept. */
export function useKeptTexts(): Asked<Gives<'matrix.kept'>> {
  return useAsked('matrix.kept', {}, ['matrix'])
}

/** The latest trial, asked again while it runs. */
export function useTrial(): Asked<Gives<'matrix.trial'>> {
  const asked = useAsked('matrix.trial', {}, ['matrix', 'connection'])
  const { again, value } = asked
  const runs = value?.state === 'running'
  useEffect(() => {
    if (!runs) return
    const timer = setInterval(again, POLL_MS)
    return () => clearInterval(timer)
  }, [runs, again])
  return asked
}

/** Done (with the id the server gave it), or not and why; null: the engine did not answer. */
export type Done =
  | { readonly ok: true; readonly id: string | null }
  | { readonly ok: false; readonly why: TellRefusal | null }

async function done<N extends TellingName>(name: N, takes: Telling<N>): Promise<Done> {
  try {
    const told = await tell(name, takes)
    return told.ok ? told : { ok: false, why: told.error }
  } catch (error) {
    if (error instanceof BridgeFault) return { ok: false, why: null }
    throw error
  }
}

export const publishMatrix = (doc: Matrix, base: number, reason: string, at: number | null) =>
  done('matrix.publish', { doc, base, reason, at })
export const rollBackMatrix = (version: number, base: number, reason: string) =>
  done('matrix.rollBack', { version, base, reason })
export const cancelPlan = (id: string) => done('matrix.cancelPlan', { id })
export const tryOut = (doc: Matrix) => done('matrix.tryOut', { doc })
export const cancelTrial = () => done('matrix.cancelTrial', {})

/** A text as a document, or what is wrong with it. Null: the engine did not answer. */
export const readMatrixText = (text: string, name: string) => orNull(ask('matrix.read', { text, name }))
export const writeMatrixText = (doc: Matrix, as: 'yaml' | 'json') => orNull(ask('matrix.write', { doc, as }))
/** What the server finds in a document; null: it was not asked. */
export const checkOnServer = (doc: Matrix) => orNull(ask('matrix.check', { doc }))
export const discardKept = (name: string, keptAt: number) => done('matrix.discardKept', { name, keptAt })
export const trialCases = (takes: Parameters<typeof ask<'matrix.trialCases'>>[1]) =>
  orNull(ask('matrix.trialCases', takes))
export const findCases = (text: string) =>
  orNull(ask('case.list', { view: { kind: 'search', text }, after: null, limit: 20 }))

async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof BridgeFault) return null
    throw error
  }
}

/** A case of this machine as it is now; null when it is not here. */
export async function getCase(caseId: CaseId) {
  const view = await orNull(ask('case.get', { caseId }))
  return view?.kind === 'case' ? view.case : null
}
