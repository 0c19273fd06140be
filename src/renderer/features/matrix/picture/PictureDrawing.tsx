import type { KeyboardEvent } from 'react'
import { classNames } from '../../../ui/class-names.ts'
import { nameLines } from './name-lines.ts'
import type { EdgeKind, PictureEdge, PictureNode } from './picture-graph.ts'
import type { Picture, PlacedNode } from './picture-layout.ts'

const KINDS: readonly EdgeKind[] = ['functional', 'special', 'automatic', 'move', 'authority']
/** About how many letters a line of a node has room for, and how far its lines are apart. */
const FITS = 20
const LINE = 15

/** The picture itself. Every node and way can be reached and chosen; what has nothing to do with the choice steps back. */
export function PictureDrawing({
  picture,
  label,
  chosen,
  nameOf,
  labelOf,
  onChoose
}: {
  picture: Picture
  label: string
  chosen: string | null
  nameOf: (id: string) => string
  labelOf: (item: PictureNode | PictureEdge) => string
  onChoose: (id: string | null) => void
}) {
  const { width, height, bands, nodes, edges } = picture
  const [first] = nodes
  const isLit = (edge: PictureEdge) => [edge.id, edge.from, edge.to].includes(chosen ?? '')
  const isNear = (node: PictureNode) =>
    node.id === chosen || edges.some((edge) => isLit(edge) && (edge.from === node.id || edge.to === node.id))
  const item = (one: PictureNode | PictureEdge) => ({
    'data-picture-item': '',
    role: 'button',
    tabIndex: one.id === (chosen ?? first?.id) ? 0 : -1,
    'aria-label': labelOf(one),
    'aria-pressed': one.id === chosen,
    onClick: () => onChoose(one.id === chosen ? null : one.id),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      onChoose(one.id === chosen ? null : one.id)
    }
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset
    <svg
      className="matrix-drawing"
      role="group"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <defs>
        {KINDS.map((kind) => (
          <marker
            key={kind}
            id={`matrix-arrow-${kind}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path className={`matrix-arrow matrix-arrow-${kind}`} d="M0 0 L8 4 L0 8 Z" />
          </marker>
        ))}
      </defs>
      {bands.map((band, at) => (
        <rect
          key={band.tier}
          className={at % 2 === 0 ? 'matrix-band' : 'matrix-band matrix-band-odd'}
          x="0"
          y={band.y}
          width={width}
          height={band.height}
        />
      ))}
      {edges.map((edge) => (
        <g
          key={edge.id}
          {...item(edge)}
          className={classNames('matrix-way', chosen !== null && (isLit(edge) ? 'matrix-lit' : 'matrix-dim'))}
        >
          <title>{labelOf(edge)}</title>
          <path className="matrix-edge-hit" d={edge.path} />
          <path
            className={`matrix-edge matrix-edge-${edge.kind}`}
            d={edge.path}
            markerEnd={`url(#matrix-arrow-${edge.kind})`}
          />
        </g>
      ))}
      {nodes.map((node) => (
        <g
          key={node.id}
          {...item(node)}
          className={classNames(
            `matrix-node matrix-node-${node.kind}`,
            node.id === chosen && 'matrix-node-chosen',
            chosen !== null && !isNear(node) && 'matrix-dim'
          )}
        >
          <title>{labelOf(node)}</title>
          <rect x={node.x} y={node.y} width={node.width} height={node.height} rx="8" />
          <NodeName node={node} name={nameOf(node.id)} />
        </g>
      ))}
    </svg>
  )
}

/** In one line or two, in the middle of its node. */
function NodeName({ node, name }: { node: PlacedNode; name: string }) {
  const lines = nameLines(name, FITS)
  const middle = node.x + node.width / 2
  const first = node.y + node.height / 2 - ((lines.length - 1) * LINE) / 2
  return (
    <text dominantBaseline="central" textAnchor="middle">
      {lines.map((line, at) => (
        <tspan key={line} x={middle} y={first + at * LINE}>
          {line}
        </tspan>
      ))}
    </text>
  )
}
