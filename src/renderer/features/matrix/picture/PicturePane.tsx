import { ArrowRight } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useMatrixPlace } from '../../../state/matrix-place.ts'
import { Button } from '../../../ui/Button.tsx'
import { SectionHeader } from '../../../ui/SectionHeader.tsx'
import {
  approverText,
  placeText,
  type Saying,
  sentenceOf,
  sentenceText
} from '../../../words/row-sentence.ts'
import { findRow } from '../edit-rows.ts'
import { useEditing } from '../editing.ts'
import { PartHead } from '../PartHead.tsx'
import { PictureDrawing } from './PictureDrawing.tsx'
import { type EdgeKind, graphOf, type PictureEdge, type PictureNode } from './picture-graph.ts'
import { layOut } from './picture-layout.ts'

const KINDS: readonly EdgeKind[] = ['functional', 'special', 'automatic', 'move', 'authority']

/** Tiers, teams and the ways between them, drawn from the document; what is chosen shows its rows. */
export function PicturePane() {
  const { doc, say } = useEditing()
  const texts = say.words.matrixTry.picture
  const graph = useMemo(() => graphOf(doc), [doc])
  const picture = useMemo(() => layOut(doc, graph), [doc, graph])
  const [chosen, choose] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const nameOf = (id: string) => {
    const node = graph.nodes.find((one) => one.id === id)
    return node ? nodeName(node, say) : id
  }
  const labelOf = (item: PictureNode | PictureEdge) => itemLabel(item, graph.edges, nameOf, say)
  const kinds = KINDS.filter((kind) => graph.edges.some((edge) => edge.kind === kind))

  // One stop of the tab key; the arrows go from one thing of the picture to the next.
  const walk = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    const items = [...(box.current?.querySelectorAll<SVGElement>('[data-picture-item]') ?? [])]
    const at = items.indexOf(document.activeElement as SVGElement)
    if (by === undefined || at < 0) return
    event.preventDefault()
    items[(at + by + items.length) % items.length]?.focus()
  }
  return (
    <div className="matrix-pane">
      <PartHead part="picture" />
      <ul className="matrix-legend" aria-label={texts.legend}>
        {kinds.map((kind) => (
          <li key={kind}>
            <svg width="32" height="10" aria-hidden="true">
              <path className={`matrix-edge matrix-edge-${kind}`} d="M1 5 H31" />
            </svg>
            {texts.kinds[kind]}
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its things take the keys */}
      <div ref={box} className="matrix-picture" onKeyDown={walk}>
        <PictureDrawing
          picture={picture}
          label={texts.label}
          chosen={chosen}
          nameOf={nameOf}
          labelOf={labelOf}
          onChoose={choose}
        />
      </div>
      <Chosen id={chosen} edges={graph.edges} nameOf={nameOf} />
      <details className="matrix-picture-list">
        <summary>{texts.list}</summary>
        <ul>
          {graph.edges.map((edge) => (
            <li key={edge.id}>
              <button type="button" className="matrix-link" onClick={() => choose(edge.id)}>
                {labelOf(edge)}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

/** The rows of what is chosen, each a way to where it is edited. */
function Chosen({
  id,
  edges,
  nameOf
}: {
  id: string | null
  edges: readonly PictureEdge[]
  nameOf: (id: string) => string
}) {
  const { doc, say } = useEditing()
  const { goToRow } = useMatrixPlace()
  const texts = say.words.matrixTry.picture
  const edge = edges.find((one) => one.id === id)
  const own = edge ? [edge] : edges.filter((one) => one.from === id || one.to === id)
  const refs = [
    ...new Map(own.flatMap((one) => one.rows).map((ref) => [`${ref.list}/${ref.id}`, ref])).values()
  ]
  if (id === null) return <p className="tl-dim">{texts.choose}</p>
  const title = edge ? `${nameOf(edge.from)} → ${nameOf(edge.to)}` : nameOf(id)
  return (
    <div className="matrix-chosen tl-card" role="status">
      <SectionHeader level={3} title={texts.rowsOf(title)} />
      {refs.length === 0 && <p className="tl-dim">{texts.none}</p>}
      <ul>
        {refs.map((ref) => {
          const row = findRow(doc, ref)
          return (
            <li key={`${ref.list}/${ref.id}`} className="matrix-chosen-row">
              <span className="tl-grow">{row && sentenceText(sentenceOf(ref.list, row, say))}</span>
              <Button
                size="small"
                variant="quiet"
                iconEnd={<ArrowRight aria-hidden />}
                title={say.words.matrix.findings.go}
                onClick={() => goToRow(ref)}
              >
                {ref.id}
              </Button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

export function nodeName(node: PictureNode, say: Saying): string {
  switch (node.kind) {
    case 'queue':
      return placeText(node.queue, say)
    case 'tier':
      return `${node.tier} ${say.names.tier(node.tier)}`
    case 'approver':
      return approverText(node.approver, say)
  }
}

function itemLabel(
  item: PictureNode | PictureEdge,
  edges: readonly PictureEdge[],
  nameOf: (id: string) => string,
  { words, format }: Saying
): string {
  const texts = words.matrixTry.picture
  if ('rows' in item) {
    const way = texts.edge(texts.kinds[item.kind], nameOf(item.from), nameOf(item.to))
    return `${way}, ${words.matrix.grid.rows(item.rows.length)}`
  }
  const out = edges.filter((edge) => edge.from === item.id).length
  const into = edges.filter((edge) => edge.to === item.id).length
  return texts.node(nameOf(item.id), format.number(out), format.number(into))
}
