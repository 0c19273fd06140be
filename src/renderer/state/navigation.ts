import { create } from 'zustand'
import { CaseId } from '../../shared/lib/ids.ts'
import { isSameQueue, type Queue } from '../../shared/people/queue.ts'

/** Which cases of a queue. */
export type Which = 'open' | 'unowned' | 'ended'

/** What the list pane shows, or the whole screen. */
export type Place =
  | { readonly kind: 'work' }
  | { readonly kind: 'drafts' }
  | { readonly kind: 'atRisk' }
  | { readonly kind: 'queue'; readonly queue: Queue; readonly which: Which }
  | { readonly kind: 'search'; readonly text: string }
  | { readonly kind: 'asked' }
  | { readonly kind: 'approvals' }
  | { readonly kind: 'called' }
  | { readonly kind: 'figures' }
  | { readonly kind: 'held' }
  | { readonly kind: 'devices' }
  | { readonly kind: 'import' }
  | { readonly kind: 'matrix' }

/** What lies over the screen. One at a time. */
export type Overlay =
  | 'palette'
  | 'search'
  | 'outbox'
  | 'review'
  | 'shortcuts'
  | 'settings'
  | 'newCase'
  | 'signInAgain'
  | 'signOut'

type Navigation = {
  readonly place: Place
  readonly openCaseId: CaseId | null
  readonly overlay: Overlay | null
  /** The whole screen the open case was opened from: the way back. */
  readonly cameFrom: Place | null
  go(place: Place): void
  openCase(caseId: string | null): void
  show(overlay: Overlay): void
  close(): void
}

const START: Place = { kind: 'work' }

/** Where the person is: the place, the open case, and what lies over both. The open case stays when the place changes. */
export const useNavigation = create<Navigation>()((set) => ({
  place: START,
  openCaseId: null,
  overlay: null,
  cameFrom: null,
  go: (place) => set({ place, overlay: null, cameFrom: null }),
  openCase: (caseId) => set({ openCaseId: caseId === null ? null : CaseId.parse(caseId) }),
  show: (overlay) => set({ overlay }),
  close: () => set({ overlay: null })
}))

/** Opens a case from a screen that has no room for it, and remembers that screen. */
export function openCaseFrom(from: Place, caseId: string): void {
  useNavigation.getState().go(START)
  useNavigation.setState({ cameFrom: from })
  openCaseNow(caseId)
}

/** Another person starts at the beginning. */
export function leavePlaces(): void {
  useNavigation.setState({ place: START, openCaseId: null, overlay: null, cameFrom: null })
}

const WHOLE: ReadonlySet<Place['kind']> = new Set(['import', 'matrix', 'figures', 'held', 'devices'])

/** A place that has no list of cases and takes the whole screen. */
export function isWholeScreen({ kind }: Place): boolean {
  return WHOLE.has(kind)
}

/** The same entry of the navigation; which cases of a queue are shown does not matter. */
export function isSamePlace(a: Place, b: Place): boolean {
  if (a.kind === 'queue' && b.kind === 'queue') return isSameQueue(a.queue, b.queue)
  return a.kind === b.kind
}

/** Shorter than anybody presses twice, longer than a held key takes to repeat. */
const HELD_MS = 60
const REST_MS = 80
let preview: { readonly caseId: string; readonly timer: ReturnType<typeof setTimeout> } | undefined
let previewedAt = 0

/** Shows the case the selection came to: at once, but once it rests while a key is held down. */
export function previewCase(caseId: string): void {
  const now = performance.now()
  const isHeld = now - previewedAt < HELD_MS
  previewedAt = now
  if (!isHeld) return openCaseNow(caseId)
  clearTimeout(preview?.timer)
  preview = { caseId, timer: setTimeout(() => openCaseNow(caseId), REST_MS) }
}

/** Opens a case now. */
export function openCaseNow(caseId: string): void {
  clearTimeout(preview?.timer)
  preview = undefined
  useNavigation.getState().openCase(caseId)
}

/** Opens the case the selection came to, if it is still another one. */
export function openPreviewed(): void {
  if (preview) openCaseNow(preview.caseId)
}
