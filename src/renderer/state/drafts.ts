import { useEffect } from 'react'
import { create } from 'zustand'
import type { CaseId, OpId } from '../../shared/lib/ids.ts'
import type { Telling } from '../../shared/protocol/bridge.ts'
import type { CaseView } from '../../shared/protocol/views.ts'
import { ask, newOpId, tell } from './bridge-call.ts'
import { BridgeFault } from './bridge-fault.ts'
import { onNews } from './news.ts'
import { usePerson } from './session.ts'

export type DraftMode = 'reply' | 'note'

/** What stands in the field, and what the engine has on disk. */
type Draft = {
  readonly caseId: CaseId
  readonly mode: DraftMode
  readonly text: string
  readonly saved: string
  /** The op it becomes, one for all tries: a new draft is another one. */
  readonly opId: OpId
  /** How often a text was sent from this field: an answer about an earlier one says nothing about the next. */
  readonly sent: number
}
type Drafts = { readonly owner: string | null; readonly byKey: Readonly<Record<string, Draft>> }

const WRITE_AFTER_MS = 300
const AGAIN_MS = 2000

const useDrafts = create<Drafts>()(() => ({ owner: null, byKey: {} }))
const timers = new Map<string, ReturnType<typeof setTimeout>>()
/** True while it is not known who sits here: nothing may be written into another person's drafts. */
let unsure = false

const keyOf = (caseId: CaseId, mode: DraftMode): string => `${mode}:${caseId}`

function put(draft: Draft): void {
  useDrafts.setState(({ byKey }) => ({ byKey: { ...byKey, [keyOf(draft.caseId, draft.mode)]: draft } }))
}

function writeLater(key: string, afterMs: number): void {
  clearTimeout(timers.get(key))
  timers.set(
    key,
    setTimeout(() => void write(key), afterMs)
  )
}

/** Drafts whose text is on its way as a reply or a note. */
const sending = new Set<string>()

/**
 * Sends the text of a draft. Meanwhile the draft is not written: coming behind what takes it away, it would bring back
 * words that are sent.
 */
export async function whileSending<T>(caseId: CaseId, mode: DraftMode, send: () => Promise<T>): Promise<T> {
  const key = keyOf(caseId, mode)
  sending.add(key)
  try {
    return await send()
  } finally {
    sending.delete(key)
    const draft = useDrafts.getState().byKey[key]
    if (draft && draft.text !== draft.saved) writeLater(key, WRITE_AFTER_MS)
  }
}

/** Puts one draft on disk. As long as that fails it stays in memory and is tried again. */
async function write(key: string): Promise<void> {
  if (sending.has(key)) return
  clearTimeout(timers.get(key))
  timers.delete(key)
  const draft = useDrafts.getState().byKey[key]
  if (!draft || draft.text === draft.saved) return
  const { caseId, mode, text, opId } = draft
  if (unsure || !(await isWritten({ caseId, mode, text, opId }))) {
    if (useDrafts.getState().byKey[key]) writeLater(key, AGAIN_MS)
    return
  }
  const now = useDrafts.getState().byKey[key]
  if (now?.sent === draft.sent && now.opId === opId) put({ ...now, saved: text })
}

async function isWritten(draft: Telling<'draft.put'>): Promise<boolean> {
  try {
    return (await tell('draft.put', draft)).ok
  } catch (error) {
    if (error instanceof BridgeFault) return false
    throw error
  }
}

/** Writes all that is not on disk yet, now: the field was left, the page goes away. */
export function flushDrafts(): void {
  for (const key of timers.keys()) void write(key)
}

/** What the engine has. It never replaces what was typed and is not on disk yet. */
export function adoptDrafts(
  caseId: CaseId,
  { drafts, draftOps }: Pick<CaseView, 'drafts' | 'draftOps'>
): void {
  for (const mode of ['reply', 'note'] as const) {
    const known = useDrafts.getState().byKey[keyOf(caseId, mode)]
    const text = drafts[mode]
    const opId = draftOps[mode]
    const isOther = known?.text !== text || (opId !== null && opId !== known.opId)
    if (known ? known.text === known.saved && isOther : text !== '') {
      put({ caseId, mode, text, saved: text, opId: opId ?? newOpId(), sent: known?.sent ?? 0 })
    }
  }
}

/** Something else was sent under this draft's name before: what stands here is another one, to be sent by another press. */
export function renameDraft(caseId: CaseId, mode: DraftMode): OpId {
  const key = keyOf(caseId, mode)
  const opId = newOpId()
  const known = useDrafts.getState().byKey[key]
  put({ caseId, mode, text: known?.text ?? '', saved: '', opId, sent: known?.sent ?? 0 })
  writeLater(key, WRITE_AFTER_MS)
  return opId
}

/** The text was sent, and the engine took its draft away with it. What was typed meanwhile stays. */
export function dropSentDraft(caseId: CaseId, mode: DraftMode, sent: string): void {
  const key = keyOf(caseId, mode)
  const known = useDrafts.getState().byKey[key]
  const text = known?.text ?? ''
  const rest = text.startsWith(sent) ? text.slice(sent.length) : text
  put({ caseId, mode, text: rest, saved: '', opId: newOpId(), sent: (known?.sent ?? 0) + 1 })
  if (rest) writeLater(key, WRITE_AFTER_MS)
  else clearTimeout(timers.get(key))
}

function type(caseId: CaseId, mode: DraftMode, text: string): void {
  const key = keyOf(caseId, mode)
  const known = useDrafts.getState().byKey[key]
  put({
    caseId,
    mode,
    text,
    saved: known?.saved ?? '',
    opId: known?.opId ?? newOpId(),
    sent: known?.sent ?? 0
  })
  writeLater(key, WRITE_AFTER_MS)
}

export type DraftInHand = {
  readonly text: string
  /** The op it becomes; null while there is nothing. */
  readonly opId: OpId | null
  readonly isSaved: boolean
  readonly change: (text: string) => void
}

/** A text in the making: saved as it is typed, kept through everything. */
export function useDraft(caseId: CaseId, mode: DraftMode): DraftInHand {
  const draft = useDrafts((state) => state.byKey[keyOf(caseId, mode)])
  const owner = usePerson()?.id ?? null
  useEffect(() => {
    if (owner !== null) belongTo(owner)
  }, [owner])
  useEffect(() => flushDrafts, [])
  return {
    text: draft?.text ?? '',
    opId: draft?.opId ?? null,
    isSaved: draft === undefined || draft.text === draft.saved,
    change: (text) => type(caseId, mode, text)
  }
}

function belongTo(owner: string): void {
  listen()
  const before = useDrafts.getState().owner
  if (before !== null && before !== owner) forget()
  useDrafts.setState({ owner })
}

function forget(): void {
  for (const timer of timers.values()) clearTimeout(timer)
  timers.clear()
  useDrafts.setState({ byKey: {} })
}

let listening = false

function listen(): void {
  if (listening) return
  listening = true
  window.addEventListener('pagehide', flushDrafts)
  document.addEventListener('visibilitychange', flushDrafts)
  onNews((news) => {
    if (news.kind === 'up') flushDrafts()
    else if (news.change.topics.includes('session')) void lookWhoIsHere()
  })
}

async function lookWhoIsHere(): Promise<void> {
  unsure = true
  try {
    const session = await ask('session.get', {})
    const { owner } = useDrafts.getState()
    if (session.state === 'signedIn' && session.person.id !== owner) forget()
    unsure = session.state !== 'signedIn'
  } catch (error) {
    if (!(error instanceof BridgeFault)) throw error
  }
}
