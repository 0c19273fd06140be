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
const EDITORS: ReadonlySet<MatrixPart> = new Set(['tryHistory', 'versions'])

/** The part to show: another administrator's console may have left it at one that is not for this person. */
export function partFor(part: MatrixPart, isEditor: boolean): MatrixPart {
  return isEditor || !EDITORS.has(part) ? part : 'functional'
}

/** The parts of the matrix, how much is in each, and where something was found. */
export function MatrixNav() {
  const { doc, change, say, findings } = useEditing()
  const { part: wanted, go } = useMatrixPlace()
  const part = partFor(wanted, change !== null)
  const { parts, findings: texts } = say.words.matrix
  const levels = useMemo(() => levelByPart(findings.all), [findings])
  return (
    <nav
      className="matrix-nav"
      aria-label={parts.label}
      onKeyDown={(event) => {
        if (moveAmongItems(event.currentTarget, event.key)) event.preventDefault()
      }}
    >
      {(['rows', 'policy', 'basis', 'look'] as const).map((group) => (
        <div key={group} className="matrix-nav-group">
          <h3 className="tl-nav-label">{parts[group]}</h3>
          <ul>
            {GROUPS[group]
              .filter((one) => change || !EDITORS.has(one))
              .map((one) => {
                const level = levels.get(one)
                const count = countOf(doc, one)
                return (
                  <li key={one}>
                    <button
                      type="button"
                      className="matrix-nav-item"
                      aria-current={one === part ? 'page' : undefined}
                      // One stop of the tab key: the rows are the next one.
                      tabIndex={one === part ? 0 : -1}
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

/** Arrows, Home and End go through the parts; true when they did. */
function moveAmongItems(nav: HTMLElement, key: string): boolean {
  const items = [...nav.querySelectorAll<HTMLElement>('.matrix-nav-item')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const to: Partial<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowRight: at + 1,
    ArrowUp: at - 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: items.length - 1
  }
  const next = items[to[key] ?? -1]
  next?.focus()
  return next !== undefined
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
