import { compareTiers, Tier } from '../../shared/people/tier.ts'
import type { Mapping } from './mapping.ts'
import type { PastCase, PastStep } from './past-case.ts'
import type { Row, RowStatus } from './row.ts'
import { isEnded, statusSteps } from './status-steps.ts'

type What<S> = S extends PastStep ? Omit<S, 'at' | 'by'> : never

/**
 * Walks the updates of one case in order and notes what must have happened between them. It keeps the case as the
 * product would hold it: a case that moves has no owner there and is work again, an owner makes a new case open.
 */
export class CaseWalk {
  readonly steps: PastStep[] = []
  readonly #defaults: Mapping['defaults']
  #status: RowStatus = { status: 'new' }
  #queue: string
  /** Where the file has it; while a state keeps the case elsewhere (at the vendor's), where it goes back to. */
  #home: string
  #owner: string | null = null
  #priority: PastCase['priority']
  #category: string
  #at: number

  constructor(
    start: Pick<PastCase, 'queue' | 'priority' | 'category' | 'openedAt'>,
    defaults: Mapping['defaults']
  ) {
    this.#defaults = defaults
    this.#queue = start.queue
    this.#home = start.queue
    this.#priority = start.priority
    this.#category = start.category
    this.#at = start.openedAt
  }

  get final(): PastCase['final'] {
    return { status: this.#status.status, queue: this.#queue, owner: this.#owner }
  }

  take(row: Row): void {
    const target = row.status ?? (this.steps.length === 0 ? { status: this.#defaults.status } : this.#status)
    const times = this.#times(row, target)
    // What is changed on a case that has ended and stays so is book-keeping, not work.
    if (!isEnded(this.#status) || !isEnded(target)) this.#work(row, target, times.work)
    const resolution = row.resolution ?? this.#defaults.resolution
    const steps = statusSteps(this.#status, target, resolution)
    for (const step of steps) this.#note(row, step.type === 'closed' ? times.closed : times.work, step)
    if (steps.length > 0) this.#status = target.status === 'new' ? { status: 'open' } : target
  }

  #work(row: Row, target: RowStatus, at: number): void {
    if (isEnded(this.#status)) {
      this.#note(row, at, { type: 'reopened' })
      this.#status = { status: 'open' }
    }
    const elsewhere = target.status === 'on_hold' ? target.queue : undefined
    this.#home = row.queue ?? this.#home
    this.#move(row, elsewhere ?? this.#home, at)
    if (row.priority && row.priority !== this.#priority) {
      this.#note(row, at, { type: 'prioritised', from: this.#priority, to: row.priority })
      this.#priority = row.priority
    }
    if (row.category && row.category !== this.#category) {
      this.#note(row, at, { type: 'categorised', from: this.#category, to: row.category })
      this.#category = row.category
    }
    if (row.assignedTo && row.assignedTo !== this.#owner && !elsewhere) {
      this.#note(row, at, { type: 'assigned', to: row.assignedTo })
      this.#owner = row.assignedTo
      if (this.#status.status === 'new') this.#status = { status: 'open' }
    }
  }

  #move(row: Row, to: string, at: number): void {
    if (to === this.#queue) return
    this.#note(row, at, { type: 'moved', from: this.#queue, to, how: howMoved(this.#queue, to) })
    this.#queue = to
    this.#owner = null
    if (this.#status.status !== 'new') this.#status = { status: 'open' }
  }

  /** The end dates of a row count only on the row that ends the case, and only where they fit between the updates. */
  #times(row: Row, target: RowStatus): { work: number; closed: number } {
    const fits = (at: number | undefined, after: number) => at !== undefined && at >= after && at <= row.at
    if (!isEnded(target)) return { work: row.at, closed: row.at }
    const closed = fits(row.closedAt, this.#at) ? (row.closedAt ?? row.at) : row.at
    const work = fits(row.resolvedAt, this.#at) ? (row.resolvedAt ?? row.at) : closed
    return { work: isEnded(this.#status) ? closed : Math.min(work, closed), closed }
  }

  #note(row: Row, at: number, what: What<PastStep>): void {
    this.steps.push({ ...what, at, ...(row.updatedBy === undefined ? {} : { by: row.updatedBy }) })
    this.#at = at
  }
}

function howMoved(from: string, to: string): Extract<PastStep, { type: 'moved' }>['how'] {
  const way = compareTiers(tierOf(to), tierOf(from))
  if (way === 0) return 'transferred'
  return way > 0 ? 'escalated' : 'returned'
}

function tierOf(queue: string): Tier {
  return Tier.parse(queue.split('/')[0])
}
