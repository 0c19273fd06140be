import type { RowRef } from '../../../../shared/escalation/finding.ts'
import type { Approver, Matrix } from '../../../../shared/escalation/matrix.ts'
import { isSameQueue, type Queue, queueKey } from '../../../../shared/people/queue.ts'
import { compareTiers, type Tier } from '../../../../shared/people/tier.ts'

export type EdgeKind = 'functional' | 'special' | 'automatic' | 'move' | 'authority'

/** A team, a tier as a whole (it asks for authority), or who has authority. */
export type PictureNode =
  | { readonly kind: 'queue'; readonly id: string; readonly queue: Queue }
  | { readonly kind: 'tier'; readonly id: string; readonly tier: Tier }
  | { readonly kind: 'approver'; readonly id: string; readonly approver: Approver }

/** One way between two nodes, with the rows that make it. */
export type PictureEdge = {
  readonly id: string
  readonly kind: EdgeKind
  readonly from: string
  readonly to: string
  readonly rows: readonly RowRef[]
}

export type PictureGraph = { readonly nodes: readonly PictureNode[]; readonly edges: readonly PictureEdge[] }

/** What the document draws: its teams, and every way its rows open between them. */
export function graphOf(doc: Matrix): PictureGraph {
  const queues = doc.tiers.flatMap(({ id, teams }) =>
    teams.map((team): Queue => ({ tier: id, team: team.id }))
  )
  const edges = edgesOf(doc, queues)
  const approvers = new Map<string, Approver>()
  for (const row of doc.hierarchical)
    for (const { approver } of row.chain) approvers.set(approverId(approver), approver)
  return {
    nodes: [
      ...doc.tiers.map(({ id }): PictureNode => ({ kind: 'tier', id: tierId(id), tier: id })),
      ...queues.map((queue): PictureNode => ({ kind: 'queue', id: queueKey(queue), queue })),
      ...[...approvers].map(([id, approver]): PictureNode => ({ kind: 'approver', id, approver }))
    ],
    edges: [...edges.values()]
  }
}

function edgesOf(doc: Matrix, queues: readonly Queue[]): ReadonlyMap<string, PictureEdge> {
  const edges = new Map<string, PictureEdge>()
  const add = (kind: EdgeKind, from: string, to: string, row: RowRef) => {
    const id = `${kind} ${from} ${to}`
    const known = edges.get(id)
    edges.set(id, { id, kind, from, to, rows: [...(known?.rows ?? []), row] })
  }
  const at = (tiers: readonly Tier[]) => queues.filter(({ tier }) => tiers.includes(tier))
  /** Only to a team that is there; up, but for a move, which leads anywhere else. */
  const lead = (kind: EdgeKind, from: readonly Queue[], to: Queue, row: RowRef) => {
    if (!queues.some((queue) => isSameQueue(queue, to))) return
    const further = (queue: Queue) =>
      kind === 'move' ? !isSameQueue(queue, to) : compareTiers(to.tier, queue.tier) > 0
    for (const queue of from.filter(further)) add(kind, queueKey(queue), queueKey(to), row)
  }
  for (const { id, tiers, to } of doc.special) lead('special', at(tiers), to, { list: 'special', id })
  for (const { id, from, to } of doc.functional) {
    const starts = at([from.tier]).filter(({ team }) => from.team === undefined || from.team === team)
    lead('functional', starts, to, { list: 'functional', id })
  }
  for (const { id, tiers, act } of doc.automatic)
    if (act.do === 'escalate') lead('automatic', at(tiers), act.to, { list: 'automatic', id })
  for (const row of doc.hierarchical) {
    const ref: RowRef = { list: 'hierarchical', id: row.id }
    if (row.action === 'move') lead('move', at(row.tiers), row.to, ref)
    const [first] = row.chain
    if (first) for (const tier of row.tiers) add('authority', tierId(tier), approverId(first.approver), ref)
    row.chain.slice(1).forEach((step, place) => {
      const before = row.chain[place]
      if (before) add('authority', approverId(before.approver), approverId(step.approver), ref)
    })
  }
  return edges
}

function tierId(tier: Tier): string {
  return `tier:${tier}`
}

function approverId(approver: Approver): string {
  return 'person' in approver ? `person:${approver.person}` : `role:${approver.role}`
}
