import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import type { Matrix } from '../../../shared/escalation/matrix.ts'
import { type MatrixPart, useMatrixPlace } from '../../state/matrix-place.ts'
import { useEditing } from './editing.ts'
import { levelByPart } from './findings.ts'

const GROUPS = {
  rows: ['special', 'privacy', 'functional', 'hierarchical', 'automatic'],
  policy: ['limits', 'delegates', 'exceptions'],
  basis: ['tiers', 'categories', 'sla', 'message', 'general'],
  look: ['picture', 'tryCase', 'tryHistory', 'versions']
} as const satisfies Readonly<Record<string, readonly MatrixPart[]>>

/** Who only reads sees the document and its picture; trying and versions are the editor's. */
const READING: ReadonlySet<MatrixPart> = new Set(['tryHistory', 'versions'])

/** The parts of the matrix, how much is in each, and where something was found. */
export function MatrixNav() {
  const { doc, change, say, findings } = useEditing()
  const { part, go } = useMatrixPlace()
  const { parts, findings: texts } = say.words.matrix
  const levels = useMemo(() => levelByPart(findings.all), [findings])
  return (
    <nav className="matrix-nav" aria-label={parts.label}>
      {(['rows', 'policy', 'basis', 'look'] as const).map((group) => (
        <div key={group} className="matrix-nav-group">
          <h3 className="tl-nav-label">{parts[group]}</h3>
          <ul>
            {GROUPS[group]
              .filter((one) => change || !READING.has(one))
              .map((one) => {
                const level = levels.get(one)
                const count = countOf(doc, one)
                return (
                  <li key={one}>
                    <button
                      type="button"
                      className="matrix-nav-item"
                      aria-current={one === part ? 'page' : undefined}
                      onClick={() => go(one)}
                    >
                      <span className="tl-grow tl-cut">{parts[one]}</span>
                      {level === 'error' && (
                        <CircleAlert size={14} className="matrix-mark-error" aria-label={texts.error} />
                      )}
                      {level === 'warning' && (
                        <TriangleAlert size={14} className="matrix-mark-warning" aria-label={texts.warning} />
                      )}
                      {count !== null && <span className="matrix-nav-count">{say.format.number(count)}</span>}
                    </button>
                  </li>
                )
              })}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function countOf(doc: Matrix, part: MatrixPart): number | null {
  switch (part) {
    case 'message':
    case 'general':
    case 'picture':
    case 'tryCase':
    case 'tryHistory':
    case 'versions':
      return null
    default:
      return doc[part].length
  }
}
