import {
  ArrowLeftRight,
  Ban,
  Check,
  CheckCheck,
  CircleDollarSign,
  CircleDot,
  Clock,
  CornerDownLeft,
  Hand,
  Pause,
  Pencil,
  Play,
  RotateCcw,
  SignalHigh,
  Tag,
  Undo2,
  UserPlus,
  UserX
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { CaseEventType } from '../../../shared/case/event.ts'
import { EscalationIcon } from '../../ui/EscalationIcon.tsx'
import { useWords } from '../../words/WordsProvider.tsx'

const icons: Partial<Record<CaseEventType, ReactNode>> = {
  'case.claimed': <Hand aria-hidden />,
  'case.assigned': <UserPlus aria-hidden />,
  'case.released': <UserX aria-hidden />,
  'case.transferred': <ArrowLeftRight aria-hidden />,
  'case.prioritySet': <SignalHigh aria-hidden />,
  'case.categorySet': <Tag aria-hidden />,
  'case.pended': <Clock aria-hidden />,
  'case.held': <Pause aria-hidden />,
  'case.resumed': <Play aria-hidden />,
  'case.resolved': <Check aria-hidden />,
  'case.closed': <CheckCheck aria-hidden />,
  'case.reopened': <RotateCcw aria-hidden />,
  'case.granted': <CircleDollarSign aria-hidden />,
  'grant.carriedOut': <CheckCheck aria-hidden />,
  'escalation.accepted': <Hand aria-hidden />,
  'escalation.returned': <CornerDownLeft aria-hidden />,
  'escalation.withdrawn': <Undo2 aria-hidden />,
  'approval.amended': <Pencil aria-hidden />,
  'approval.approved': <Check aria-hidden />,
  'approval.declined': <Ban aria-hidden />,
  'approval.expired': <Clock aria-hidden />
}

/** A sign for what happened; the two kinds of escalation keep theirs. */
export function EventIcon({ type }: { type: CaseEventType }) {
  const { escalation } = useWords()
  if (type === 'case.escalated')
    return <EscalationIcon kind="functional" label={escalation.functional} size={14} />
  if (type === 'approval.requested')
    return <EscalationIcon kind="hierarchical" label={escalation.hierarchical} size={14} />
  return icons[type] ?? <CircleDot aria-hidden />
}
