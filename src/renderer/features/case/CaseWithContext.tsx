import { X } from 'lucide-react'
import { type CSSProperties, useId, useRef, useState } from 'react'
import type { CaseId } from '../../../shared/lib/ids.ts'
import type { CaseView, SimilarCase } from '../../../shared/protocol/views.ts'
import { putSettings, useSettings } from '../../state/settings.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { ScrollArea } from '../../ui/ScrollArea.tsx'
import { Separator } from '../../ui/Separator.tsx'
import { useWords } from '../../words/WordsProvider.tsx'
import { CaseContext } from './CaseContext.tsx'
import { CaseScreen } from './CaseScreen.tsx'
import { usePaneWidth } from './usePaneWidth.ts'

const WIDE = 760
const CONTEXT = { size: 296, min: 240, max: 480 }

/** The case and what surrounds it: side by side where there is room, else the surroundings slide over the case. */
export function CaseWithContext({
  view,
  isCurrent,
  onOpenCase
}: {
  view: Extract<CaseView, { kind: 'case' }>
  isCurrent: boolean
  onOpenCase: (caseId: CaseId) => void
}) {
  const { frame } = useWords()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const isWide = usePaneWidth(box) >= WIDE
  const { layout } = useSettings()
  const [looked, look] = useState<SimilarCase | null>(null)
  const [isOver, setOver] = useState(false)
  const [dragged, setDragged] = useState<number | null>(null)
  const isBeside = layout['case.context'] !== 0
  const isOpen = isWide ? isBeside : isOver
  const size = dragged ?? layout['case.contextWidth'] ?? CONTEXT.size
  const toggle = () => {
    if (isWide) putSettings({ layout: { 'case.context': isBeside ? 0 : 1 } })
    else setOver(!isOver)
  }
  return (
    <div
      ref={box}
      className={isWide ? 'case-pane case-pane-wide' : 'case-pane'}
      style={{ '--context': `${size}px` } as CSSProperties}
      inert={!isCurrent}
    >
      <CaseScreen
        view={view}
        isCurrent={isCurrent}
        isContextOpen={isOpen}
        onContext={toggle}
        looked={looked}
        onLook={look}
        onOpenCase={onOpenCase}
      />
      {isWide && isOpen && (
        <Separator
          label={frame.panes.contextEdge}
          controls={id}
          axis="x"
          side="end"
          size={size}
          min={CONTEXT.min}
          max={CONTEXT.max}
          collapsed={false}
          onResize={(next) => {
            setDragged(next)
            putSettings({ layout: { 'case.contextWidth': next } })
          }}
          onToggle={toggle}
        />
      )}
      {isOpen && (
        <aside id={id} className="case-context" aria-label={frame.panes.context}>
          {!isWide && (
            <div className="case-context-close">
              <IconButton
                size="small"
                label={frame.panes.hideContext}
                icon={<X aria-hidden />}
                onClick={toggle}
              />
            </div>
          )}
          <ScrollArea label={frame.panes.context}>
            <CaseContext kase={view.case} onLook={look} onOpenCase={onOpenCase} />
          </ScrollArea>
        </aside>
      )}
    </div>
  )
}
