import type { Matrix } from '../../../../shared/escalation/matrix.ts'
import { compareTiers } from '../../../../shared/people/tier.ts'
import type { PictureEdge, PictureGraph, PictureNode } from './picture-graph.ts'

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type PlacedNode = PictureNode & Box
export type PlacedEdge = PictureEdge & { readonly path: string }
export type Band = { readonly tier: string; readonly y: number; readonly height: number }
export type Picture = {
  readonly width: number
  readonly height: number
  readonly bands: readonly Band[]
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

const NODE = { width: 148, height: 40 }
const TIER_WIDTH = 132
const GAP = { x: 36, band: 116, side: 88, level: 36, floor: 18 }
const PAD = 16

/** Places the graph: a band for each tier, the highest on top, its teams side by side, authority beside them all. */
export function layOut(doc: Matrix, graph: PictureGraph): Picture {
  const tiers = doc.tiers.map(({ id }) => id).toSorted((a, b) => compareTiers(b, a))
  const teams = tiers.map((tier) => orderedTeams(tier, graph, tiers))
  const widest = Math.max(1, ...teams.map((row) => row.length))
  const middle = widest * NODE.width + (widest - 1) * GAP.x
  const left = PAD + TIER_WIDTH + GAP.x
  const placed = new Map<string, PlacedNode>()
  tiers.forEach((tier, band) => {
    const y = PAD + band * GAP.band + (GAP.band - NODE.height) / 2
    const label = graph.nodes.find((node) => node.kind === 'tier' && node.tier === tier)
    if (label) placed.set(label.id, { ...label, x: PAD, y, width: TIER_WIDTH, height: NODE.height })
    const row = teams[band] ?? []
    const step = (middle - row.length * NODE.width) / (row.length + 1)
    row.forEach((node, place) => {
      const x = left + step * (place + 1) + NODE.width * place
      placed.set(node.id, { ...node, x: Math.round(x), y, ...NODE })
    })
  })
  const height = PAD * 2 + tiers.length * GAP.band
  const right = left + middle + GAP.side
  const approvers = graph.nodes.filter((node) => node.kind === 'approver')
  const gap = height / (approvers.length + 1)
  approvers.forEach((node, place) => {
    const y = Math.round(height - gap * (place + 1) - NODE.height / 2)
    placed.set(node.id, { ...node, x: right, y, ...NODE })
  })
  return {
    width: (approvers.length > 0 ? right + NODE.width : left + middle) + PAD,
    height: Math.max(height, approvers.length * (NODE.height + GAP.x)),
    bands: tiers.map((tier, band) => ({ tier, y: PAD + band * GAP.band, height: GAP.band })),
    nodes: [...placed.values()],
    edges: drawEdges(graph.edges, placed)
  }
}

/** The teams of a tier, each about where the teams below it that lead to it stand: fewer ways cross. */
function orderedTeams(tier: string, graph: PictureGraph, tiers: readonly string[]): PictureNode[] {
  const own = graph.nodes.filter((node) => node.kind === 'queue' && node.queue.tier === tier)
  const rank = new Map<string, number>()
  for (const below of tiers) {
    graph.nodes
      .filter((node) => node.kind === 'queue' && node.queue.tier === below)
      .forEach((node, place, all) => {
        rank.set(node.id, (place + 1) / (all.length + 1))
      })
  }
  const pull = (node: PictureNode): number => {
    const from = graph.edges.filter((edge) => edge.to === node.id && edge.kind !== 'authority')
    const places = from.flatMap((edge) => rank.get(edge.from) ?? [])
    return places.length > 0
      ? places.reduce((sum, one) => sum + one, 0) / places.length
      : (rank.get(node.id) ?? 0)
  }
  return own.toSorted((a, b) => pull(a) - pull(b))
}

/** Ways leave and reach a node side by side, in the order of what is at their other end. */
function drawEdges(edges: readonly PictureEdge[], placed: ReadonlyMap<string, PlacedNode>): PlacedEdge[] {
  const mid = (id: string) => {
    const node = placed.get(id)
    return node ? node.x + node.width / 2 : 0
  }
  const portOf = (node: PlacedNode, edge: PictureEdge, end: 'from' | 'to'): number => {
    const other = end === 'from' ? 'to' : 'from'
    const here = edges
      .filter((one) => one[end] === node.id && (one.kind === 'authority') === (edge.kind === 'authority'))
      .toSorted((a, b) => mid(a[other]) - mid(b[other]) || a.id.localeCompare(b.id))
    return (here.findIndex((one) => one.id === edge.id) + 1) / (here.length + 1)
  }
  const all = [...placed.values()]
  return edges.flatMap((edge) => {
    const from = placed.get(edge.from)
    const to = placed.get(edge.to)
    if (!from || !to) return []
    const ports = [portOf(from, edge, 'from'), portOf(to, edge, 'to')] as const
    return [
      { ...edge, path: edge.kind === 'authority' ? aside(from, to, ports) : upward(from, to, ports, all) }
    ]
  })
}

type Ports = readonly [from: number, to: number]
const place = (start: number, size: number, port: number): number => Math.round(start + size * port)

/** Out of the top and into the bottom, through the gaps of the bands between; what leads down goes out of the bottom. */
function upward(from: PlacedNode, to: PlacedNode, [out, into]: Ports, all: readonly PlacedNode[]): string {
  const x1 = place(from.x, from.width, out)
  const x2 = place(to.x, to.width, into)
  if (to.y === from.y) {
    const bend = from.y - GAP.level
    return `M${x1} ${from.y} C${x1} ${bend} ${x2} ${bend} ${x2} ${to.y}`
  }
  const isUp = to.y < from.y
  const y1 = isUp ? from.y : from.y + from.height
  const y2 = isUp ? to.y + to.height : to.y
  const stops = between(from, to, all).map((y) => {
    const x = gapNear(x1 + ((x2 - x1) * (y1 - y)) / (y1 - y2), y, all)
    return isUp ? { x, near: y + NODE.height, far: y } : { x, near: y, far: y + NODE.height }
  })
  let path = `M${x1} ${y1}`
  let at = { x: x1, y: y1 }
  for (const { x, near, far } of [...stops, { x: x2, near: y2, far: y2 }]) {
    const bend = (near - at.y) / 2
    path += ` C${at.x} ${at.y + bend} ${x} ${near - bend} ${x} ${near}${far === near ? '' : ` V${far}`}`
    at = { x, y: far }
  }
  return path
}

/** Where the bands between two nodes have their teams, in the order they are passed. */
function between(from: PlacedNode, to: PlacedNode, all: readonly PlacedNode[]): number[] {
  const [high, low] = [Math.min(from.y, to.y), Math.max(from.y, to.y)]
  const ys = new Set(
    all.flatMap((node) => (node.kind === 'queue' && node.y > high && node.y < low ? [node.y] : []))
  )
  return [...ys].sort((a, b) => (to.y < from.y ? b - a : a - b))
}

/** The free place of a band that is nearest to `x`: between two teams, or beside the outer ones. */
function gapNear(x: number, y: number, all: readonly PlacedNode[]): number {
  const row = all.filter((node) => node.kind === 'queue' && node.y === y).toSorted((a, b) => a.x - b.x)
  const gaps = row.flatMap((node, place) => {
    const next = row[place + 1]
    const end = node.x + node.width
    return [...(place === 0 ? [node.x - GAP.x / 2] : []), next ? (end + next.x) / 2 : end + GAP.x / 2]
  })
  return Math.round(
    gaps.reduce((best, gap) => (Math.abs(gap - x) < Math.abs(best - x) ? gap : best), gaps[0] ?? x)
  )
}

/** To those with authority: along the floor of the band and into the left side, or from one of them up to the next. */
function aside(from: PlacedNode, to: PlacedNode, [out, into]: Ports): string {
  const y2 = place(to.y, to.height, into)
  if (from.kind === 'approver') {
    const x = place(from.x, from.width, out)
    const end = to.y < from.y ? to.y + to.height : to.y
    return `M${x} ${to.y < from.y ? from.y : from.y + from.height} L${place(to.x, to.width, into)} ${end}`
  }
  const x1 = from.x + from.width / 2
  const floor = from.y + from.height + GAP.floor
  const turn = to.x - GAP.side + GAP.floor
  return `M${x1} ${from.y + from.height} Q${x1} ${floor} ${x1 + GAP.floor} ${floor} H${turn} C${turn + 28} ${floor} ${to.x - 28} ${y2} ${to.x} ${y2}`
}
