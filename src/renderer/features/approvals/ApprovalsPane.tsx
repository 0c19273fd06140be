import './approvals.css'
import { BadgeCheck } from 'lucide-react'
import { useRef, useState } from 'react'
import type { CaseId } from '../../../shared/lib/ids.ts'
import type { ApprovalRow } from '../../../shared/protocol/views.ts'
import { useApprovals } from '../../state/approvals.ts'
import { type Answer, useDeciding } from '../../state/deciding.ts'
import { Button } from '../../ui/Button.tsx'
import { Count } from '../../ui/Count.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { ScrollArea } from '../../ui/ScrollArea.tsx'
import { SectionHeader } from '../../ui/SectionHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useWords } from '../../words/WordsProvider.tsx'
import { ApprovalCard } from './ApprovalCard.tsx'

const NONE: readonly ApprovalRow[] = []

/** The requests for authority that wait for me, the one due first on top. A says yes, D no, H hands on the one that is selected. */
export function ApprovalsPane({ onOpenCase }: { onOpenCase: (caseId: CaseId) => void }) {
  const words = useWords()
  const texts = words.approvals
  const { value, fault, again } = useApprovals()
  const rows = value ?? NONE
  const list = useRef<HTMLOListElement>(null)
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const ask = useDeciding((deciding) => deciding.ask)
  const found = rows.findIndex((row) => row.escalationId === selectedId)
  const place = Math.max(0, found)
  const selected = rows[place]

  const select = (next: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, next))]
    if (!row) return
    setSelectedId(row.escalationId)
    list.current?.querySelector<HTMLElement>(`[data-request="${row.escalationId}"]`)?.focus()
    onOpenCase(row.case.id)
  }
  const decide = (answer: Answer) => {
    const option = selected?.options.find((one) => one.name === answer)
    if (selected && option?.can) ask(selected.escalationId, answer)
  }
  const off = rows.length === 0
  useShortcuts(texts.title, [
    { id: 'approval.approve', keys: 'A', label: texts.approve, run: () => decide('approve'), disabled: off },
    { id: 'approval.decline', keys: 'D', label: texts.decline, run: () => decide('decline'), disabled: off },
    { id: 'approval.handOn', keys: 'H', label: texts.handOn, run: () => decide('handOn'), disabled: off },
    { id: 'approval.next', keys: 'J', label: texts.next, run: () => select(place + 1), repeats: true },
    {
      id: 'approval.previous',
      keys: 'K',
      label: texts.previous,
      run: () => select(place - 1),
      repeats: true
    },
    {
      id: 'approval.down',
      keys: 'ArrowDown',
      label: texts.next,
      run: () => select(place + 1),
      repeats: true
    },
    { id: 'approval.up', keys: 'ArrowUp', label: texts.previous, run: () => select(place - 1), repeats: true }
  ])

  return (
    <div className="approvals">
      <div className="approvals-head">
        <SectionHeader
          level={2}
          title={texts.title}
          count={rows.length > 0 ? <Count value={rows.length} tone="accent" /> : undefined}
        />
      </div>
      {value === undefined && !fault && (
        <div className="approvals-loading">
          <Skeleton label={words.frame.loading} lines={6} />
        </div>
      )}
      {value === undefined && fault && (
        <ErrorState
          title={words.case.fault.title}
          why={words.case.fault.why}
          action={<Button onClick={again}>{words.frame.retry}</Button>}
        />
      )}
      {value?.length === 0 && (
        <EmptyState
          icon={<BadgeCheck size={24} aria-hidden />}
          title={texts.empty.title}
          text={texts.empty.text}
        />
      )}
      {rows.length > 0 && (
        <ScrollArea label={texts.list}>
          <ol ref={list} className="approvals-list" aria-label={texts.count(rows.length)}>
            {rows.map((row) => (
              <ApprovalCard
                key={row.escalationId}
                row={row}
                isSelected={row === selected}
                onSelect={() => setSelectedId(row.escalationId)}
                onOpen={() => onOpenCase(row.case.id)}
                onDecide={(answer) => ask(row.escalationId, answer)}
              />
            ))}
          </ol>
        </ScrollArea>
      )}
    </div>
  )
}
