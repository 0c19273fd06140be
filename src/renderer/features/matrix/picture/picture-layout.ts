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
const GAP = { x: 28, band: 112, side: 72 }
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
  return edges.flatMap((edge) => {
    const from = placed.get(edge.from)
    const to = placed.get(edge.to)
    if (!from || !to) return []
    const ports = [portOf(from, edge, 'from'), portOf(to, edge, 'to')] as const
    return [{ ...edge, path: edge.kind === 'authority' ? aside(from, to, ports) : upward(from, to, ports) }]
  })
}

type Ports = readonly [from: number, to: number]
const place = (start: number, size: number, port: number): number => Math.round(start + size * port)

/** Out of the top and into the bottom; what leads down goes out of the bottom. */
function upward(from: PlacedNode, to: PlacedNode, [out, into]: Ports): string {
  const isUp = to.y <= from.y
  const x1 = place(from.x, from.width, out)
  const x2 = place(to.x, to.width, into)
  const y1 = isUp ? from.y : from.y + from.height
  const isLevel = to.y === from.y
  const y2 = isUp && !isLevel ? to.y + to.height : to.y
  const bend = isLevel ? -36 : (y2 - y1) / 2
  const c1 = y1 + bend
  const c2 = isLevel ? y2 + bend : y2 - bend
  return `M${x1} ${y1} C${x1} ${c1} ${x2} ${c2} ${x2} ${y2}`
}

/** To those with authority: out of the right side and into the left one, or from one of them up to the next. */
function aside(from: PlacedNode, to: PlacedNode, ports: Ports): string {
  if (from.kind === 'approver') return upward(from, to, ports)
  const [out, into] = ports
  const x1 = from.x + from.width
  const y1 = place(from.y, from.height, out)
  const y2 = place(to.y, to.height, into)
  const bend = (to.x - x1) / 2
  return `M${x1} ${y1} C${x1 + bend} ${y1} ${to.x - bend} ${y2} ${to.x} ${y2}`
}
