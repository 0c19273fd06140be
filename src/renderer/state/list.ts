import { create } from 'zustand'
import type { CaseId } from '../../shared/lib/ids.ts'
import type { CaseRow, View } from '../../shared/protocol/views.ts'
import { ask } from './bridge-call.ts'
import { BridgeFault } from './bridge-fault.ts'
import { isAbout } from './is-about.ts'
import { type HeldRow, mergeRows } from './merge-rows.ts'
import type { Place } from './navigation.ts'
import { onNews } from './news.ts'

/** One page while scrolling, and the most rows that are asked for at once when a longer list is asked for again. */
const PAGE = 50
const MOST = 200
/** How many more pages are looked through for rows that moved down out of what is drawn. */
const LOOKS = 5
/** A burst of changes is one more look, not twenty. */
const PAUSE_MS = 120
/** Who moves with the keys is in the list for this long after each. */
const KEYS_MS = 4000

type List = {
  readonly view: View | null
  readonly state: 'loading' | 'ready' | 'failed'
  /** What is drawn. */
  readonly rows: readonly HeldRow[]
  /** What the list holds now, as far as it was asked for. */
  readonly now: readonly CaseRow[]
  /** Rows on the screen that now stand further down, and whether they were looked for to the end. */
  readonly further: readonly CaseRow[]
  readonly isWhole: boolean
  readonly next: string | null
  readonly total: number | null
  readonly added: number
  readonly gone: number
  readonly selectedId: CaseId | null
  /** Where the selection stood last: the place to go on from when its case has left. */
  readonly selectedAt: number
  /** A pointer or the focus is in the list: nothing may move. */
  readonly held: boolean
}

/** Before a list was asked for the first time. */
const EMPTY: Omit<List, 'selectedId' | 'held'> = {
  view: null,
  state: 'loading',
  rows: [],
  now: [],
  further: [],
  isWhole: false,
  next: null,
  total: null,
  added: 0,
  gone: 0,
  selectedAt: -1
}

export const useList = create<List>()(() => ({
  ...EMPTY,
  selectedId: null,
  held: false
}))

const { getState: get, setState: set } = useList
let asked = 0
let paused: ReturnType<typeof setTimeout> | undefined
let again = false
let loading = false
let keysUntil = 0
let letGo: ReturnType<typeof setTimeout> | undefined

/** The view that a place shows, or null where there is no list. */
export function viewOf(place: Place): View | null {
  return place.kind === 'approvals' ||
    place.kind === 'import' ||
    place.kind === 'matrix' ||
    place.kind === 'figures' ||
    place.kind === 'held' ||
    place.kind === 'devices'
    ? null
    : place
}

/** Shows another list. What is selected stays selected if it is in there too. */
export function showList(view: View | null): void {
  if (JSON.stringify(view) === JSON.stringify(get().view)) return
  asked += 1
  loading = false
  keysUntil = 0
  set({ ...EMPTY, view })
  if (view) void refresh()
}

/** Starts following what changes. */
export function startList(): void {
  onNews((news) => {
    if (news.kind === 'up' || isAbout(news.change, ['cases', 'drafts', 'outbox'], {})) refreshSoon()
  })
}

function refreshSoon(): void {
  if (paused !== undefined) return
  paused = setTimeout(() => {
    paused = undefined
    void refresh()
  }, PAUSE_MS)
}

/** Asks for as much as is drawn, and brings it in without moving a row while somebody is in the list. */
export async function refresh(): Promise<void> {
  const { view } = get()
  if (!view) return
  if (loading) {
    again = true
    return
  }
  loading = true
  const mine = asked
  try {
    const page = await askRange(view, Math.max(PAGE, get().rows.length))
    if (mine === asked) take(page)
  } catch (error) {
    if (mine === asked) fail(error)
  } finally {
    if (mine === asked) loading = false
  }
  if (again && mine === asked) {
    again = false
    await refresh()
  }
}

type Range = Pick<List, 'now' | 'further' | 'isWhole' | 'next' | 'total'>

/** As many rows as are wanted; then further down, within reason, for those on the screen that are not among them. */
async function askRange(view: View, wanted: number): Promise<Range> {
  let page = await ask('case.list', { view, after: null, limit: Math.min(MOST, wanted) })
  const now = [...page.rows]
  while (page.next !== null && now.length < wanted) {
    page = await ask('case.list', { view, after: page.next, limit: Math.min(MOST, wanted - now.length) })
    now.push(...page.rows)
  }
  const { next, total } = page
  const further: CaseRow[] = []
  const missing = isHeld() ? idsMissing(now) : new Set<CaseId>()
  for (let look = 0; look < LOOKS && missing.size > 0 && page.next !== null; look += 1) {
    page = await ask('case.list', { view, after: page.next, limit: MOST })
    further.push(...page.rows.filter((row) => missing.delete(row.id)))
  }
  return { now, further, isWhole: page.next === null, next, total }
}

function idsMissing(now: readonly CaseRow[]): Set<CaseId> {
  const known = new Set(now.map((row) => row.id))
  return new Set(
    get()
      .rows.map((row) => row.id)
      .filter((id) => !known.has(id))
  )
}

function take(range: Range): void {
  set({ state: 'ready', ...range })
  if (isHeld()) hold()
  else showNow()
}

function isHeld(): boolean {
  return get().held || Date.now() < keysUntil
}

function hold(): void {
  const { rows, now, further, isWhole } = get()
  set(mergeRows(rows, { rows: now, further, isWhole }))
}

/** Draws the list as it is now: the answer to "3 new", and what happens by itself once nobody is in it. */
export function showNow(): void {
  const { now, selectedId } = get()
  const at = now.findIndex((row) => row.id === selectedId)
  set({
    rows: now.map((row) => ({ ...row, left: false })),
    added: 0,
    gone: 0,
    ...(at >= 0 && { selectedAt: at })
  })
}

/** While a pointer or the focus is in the list nothing moves; afterwards it is put in order. */
export function holdList(held: boolean): void {
  if (get().held === held) return
  set({ held })
  if (!isHeld() && get().state === 'ready') showNow()
}

/** The next page, at the end. */
export async function loadMore(): Promise<void> {
  const { view, next } = get()
  if (!view || next === null || loading) return
  loading = true
  const mine = asked
  try {
    const page = await ask('case.list', { view, after: next, limit: PAGE })
    if (mine !== asked) return
    const known = new Set(get().now.map((row) => row.id))
    set({
      now: [...get().now, ...page.rows.filter((row) => !known.has(row.id))],
      isWhole: page.next === null,
      next: page.next,
      total: page.total
    })
    hold()
  } catch (error) {
    if (mine === asked) fail(error)
  } finally {
    if (mine === asked) loading = false
  }
}

/** An engine that is down is said by the frame; what is drawn stays. */
function fail(error: unknown): void {
  if (!(error instanceof BridgeFault)) throw error
  if (get().rows.length === 0) set({ state: 'failed' })
}

export function selectRow(id: CaseId | null): void {
  const at = get().rows.findIndex((row) => row.id === id)
  set({ selectedId: id, ...(at >= 0 && { selectedAt: at }) })
}

/** Moves the selection by so many rows and says where it is. From a case that has left, it goes on at its old place. */
export function moveSelection(by: 1 | -1): CaseId | null {
  holdForKeys()
  const { rows, selectedId, selectedAt } = get()
  const at = rows.findIndex((row) => row.id === selectedId)
  const from = at >= 0 ? at : selectedAt >= 0 && by === 1 ? selectedAt - 1 : selectedAt
  const to = Math.min(rows.length - 1, Math.max(0, from + by))
  // A case that was passed on may stand last: after it comes the one before, for J promises a next one.
  const isStuck = to === at && rows[at]?.left
  const row = rows[isStuck ? rows.findLastIndex((one) => !one.left) : to]
  if (!row) return null
  selectRow(row.id)
  return row.id
}

function holdForKeys(): void {
  keysUntil = Date.now() + KEYS_MS
  clearTimeout(letGo)
  letGo = setTimeout(() => {
    keysUntil = 0
    if (!get().held && get().state === 'ready') showNow()
  }, KEYS_MS)
}
