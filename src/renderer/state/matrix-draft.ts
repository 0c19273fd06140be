import { create } from 'zustand'
import { isSameMatrix } from '../../shared/escalation/diff-matrix.ts'
import { Matrix } from '../../shared/escalation/matrix.ts'
import { settleMatrix } from '../../shared/escalation/upgrade-matrix.ts'
import { ask, tell } from './bridge-call.ts'
import { BridgeFault } from './bridge-fault.ts'
import { beginHistory, type History, record, redo, undo } from './matrix-history.ts'

/** Where the draft stands on disk. */
export type DraftSaved = 'none' | 'saved' | 'saving' | 'failed'

export type MatrixWork = {
  /** Whose draft this is; null before anybody looked. */
  readonly owner: string | null
  readonly history: History<Matrix> | null
  /** The document the work began from, as long as nothing was changed: undone to it, there is no draft. */
  readonly pristine: Matrix | null
  /** The version the draft began from. */
  readonly base: number
  readonly saved: DraftSaved
  readonly savedAt: number
  /** A saved draft this console cannot read: kept until it is discarded. */
  readonly unreadable: boolean
}

const WRITE_AFTER_MS = 400
const AGAIN_MS = 2000
const NOTHING: MatrixWork = {
  owner: null,
  history: null,
  pristine: null,
  base: 0,
  saved: 'none',
  savedAt: 0,
  unreadable: false
}

/** What an administrator works on: in memory with its undo, on disk as typed (CO8). */
export const useMatrixWork = create<MatrixWork>()(() => NOTHING)

export function isDirty({ history, pristine }: MatrixWork): boolean {
  return history !== null && history.now !== pristine
}

/** Opens this person's draft, or the matrix in force where there is none; after that, follows the matrix in force. */
export async function openMatrix(owner: string, inForce: Matrix): Promise<void> {
  const work = useMatrixWork.getState()
  if (work.owner === owner && work.history) return follow(inForce)
  listen()
  const kept = await keptDraft()
  if (useMatrixWork.getState().history && useMatrixWork.getState().owner === owner) return follow(inForce)
  const read = kept && Matrix.safeParse(settleMatrix(kept.doc))
  const begun = {
    ...NOTHING,
    owner,
    history: beginHistory(inForce),
    pristine: inForce,
    base: inForce.version
  }
  if (!kept || !read) return useMatrixWork.setState(begun)
  if (!read.success) return useMatrixWork.setState({ ...begun, unreadable: true })
  useMatrixWork.setState({
    ...begun,
    history: beginHistory(read.data),
    pristine: null,
    base: kept.base,
    saved: 'saved',
    savedAt: kept.savedAt
  })
  follow(inForce)
}

async function keptDraft() {
  try {
    return await ask('matrix.draft', {})
  } catch (error) {
    if (error instanceof BridgeFault) return null
    throw error
  }
}

/** Another version is in force: where nothing was changed here, or it is what the draft says, it is what is shown. */
function follow(inForce: Matrix): void {
  const work = useMatrixWork.getState()
  if (work.unreadable || work.pristine === inForce || !work.history) return
  const isDraft = isDirty(work)
  if (isDraft && (work.base === inForce.version || !isSameMatrix(work.history.now, inForce))) return
  useMatrixWork.setState({ history: beginHistory(inForce), pristine: inForce, base: inForce.version })
  if (isDraft) writeLater(0)
}

/** One step of work. Changes with the same `key` in a row are undone together. */
export function changeMatrix(change: (doc: Matrix) => Matrix, key: string | null = null): void {
  step((history) => record(history, change(history.now), key))
}

export const undoMatrix = (): void => step(undo)
export const redoMatrix = (): void => step(redo)

function step(next: (history: History<Matrix>) => History<Matrix>): void {
  const { history } = useMatrixWork.getState()
  const after = history && next(history)
  if (!after || after === history) return
  useMatrixWork.setState({ history: after, saved: 'saving' })
  writeLater(WRITE_AFTER_MS)
}

/** The draft goes on as `doc` from the version in force. What came before cannot be undone to: it began from another version. */
export function takeOver(inForce: Matrix, doc: Matrix): void {
  const isSame = isSameMatrix(doc, inForce)
  useMatrixWork.setState({
    history: beginHistory(isSame ? inForce : doc),
    pristine: isSame ? inForce : null,
    base: inForce.version,
    saved: 'saving'
  })
  writeLater(0)
}

/** Nothing is left of the draft; the matrix in force is shown again. What comes back brings the draft back, undo and all. */
export function discardMatrix(inForce: Matrix): () => void {
  const { owner, history, pristine, base, unreadable } = useMatrixWork.getState()
  useMatrixWork.setState({
    history: beginHistory(inForce),
    pristine: inForce,
    base: inForce.version,
    unreadable: false
  })
  void write()
  return () => {
    if (unreadable || useMatrixWork.getState().owner !== owner) return
    useMatrixWork.setState({ history, pristine, base, saved: 'saving' })
    writeLater(0)
  }
}

let timer: ReturnType<typeof setTimeout> | undefined

function writeLater(afterMs: number): void {
  clearTimeout(timer)
  timer = setTimeout(() => void write(), afterMs)
}

/** Puts the draft on disk as it is; as long as that fails it is tried again. */
async function write(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  const work = useMatrixWork.getState()
  if (!work.history || work.unreadable) return
  const doc = work.history.now
  const draft = isDirty(work) ? { doc, base: work.base } : null
  const isWritten = await put(draft)
  const now = useMatrixWork.getState()
  if (now.owner !== work.owner || now.history?.now !== doc) return
  if (!isWritten) {
    useMatrixWork.setState({ saved: 'failed' })
    return writeLater(AGAIN_MS)
  }
  useMatrixWork.setState({ saved: draft ? 'saved' : 'none', savedAt: Date.now() })
}

async function put(draft: { doc: Matrix; base: number } | null): Promise<boolean> {
  try {
    return (await tell('matrix.putDraft', { draft })).ok
  } catch (error) {
    if (error instanceof BridgeFault) return false
    throw error
  }
}

/** Writes what is not on disk yet, now: the screen was left, the page goes away. */
export function flushMatrix(): void {
  if (timer !== undefined) void write()
}

let listening = false

function listen(): void {
  if (listening) return
  listening = true
  window.addEventListener('pagehide', flushMatrix)
  document.addEventListener('visibilitychange', flushMatrix)
}

/** The draft is in force now: there is none any more, and what follows comes from the server. */
export async function publishedMatrix(doc: Matrix, version: number): Promise<void> {
  useMatrixWork.setState({ history: beginHistory(doc), pristine: doc, base: version })
  await write()
}
