import { PanelRight, UserRound } from 'lucide-react'
import type { Case } from '../../../shared/case/case.ts'
import type { Option } from '../../../shared/case/option.ts'
import { Priority } from '../../../shared/escalation/matrix.ts'
import type { TimelineEntry } from '../../../shared/protocol/views.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { PriorityIcon } from '../../ui/PriorityIcon.tsx'
import { StatusIcon } from '../../ui/StatusIcon.tsx'
import { ChoicePicker } from './ChoicePicker.tsx'
import { PressingClock } from './ClockList.tsx'
import { FlagChips } from './FlagChips.tsx'
import { SavedTick } from './SavedTick.tsx'
import { TierWay } from './TierWay.tsx'
import { savedOf } from './unconfirmed.ts'
import { useSay } from './useSay.ts'

/** What the case is and where it stands; each value says how far a change of mine has got. */
export function CaseHeader({
  kase,
  options,
  timeline,
  isContextOpen,
  onContext,
  onChoose
}: {
  kase: Case
  options: readonly Option[]
  timeline: readonly TimelineEntry[]
  isContextOpen: boolean
  onContext: () => void
  onChoose: (option: Option, choice: string) => void
}) {
  const { words, names, who } = useSay()
  const texts = words.case
  const find = (name: Option['name']) => options.find((option) => option.name === name)
  const setPriority = find('setPriority')
  const setCategory = find('setCategory')
  return (
    <header className="case-head">
      <div className="case-head-top">
        <span className="case-ref">{kase.ref}</span>
        <PressingClock kase={kase} />
        <FlagChips kase={kase} options={options} onChoose={onChoose} />
        {kase.reopenCount > 0 && <Badge>{texts.reopened(kase.reopenCount)}</Badge>}
        <span className="tl-grow" />
        <IconButton
          size="small"
          label={isContextOpen ? words.frame.panes.hideContext : words.frame.panes.showContext}
          icon={<PanelRight aria-hidden />}
          pressed={isContextOpen}
          onClick={onContext}
        />
      </div>
      <h2 className="case-subject" title={kase.subject}>
        {kase.subject}
      </h2>
      <div className="case-values">
        <span className="case-fixed">
          <StatusIcon status={kase.state.status} label={statusText(kase, texts)} showLabel />
          <SavedTick saved={savedOf(timeline, 'status')} />
        </span>
        <ChoicePicker
          option={setPriority}
          name={texts.fields.priority}
          value={kase.priority}
          valueText={texts.priority[kase.priority]}
          icon={<PriorityIcon priority={kase.priority} label="" size={14} />}
          textOf={(choice) => {
            const priority = Priority.safeParse(choice)
            return priority.success ? texts.priority[priority.data] : choice
          }}
          iconOf={(choice) => {
            const priority = Priority.safeParse(choice)
            return priority.success && <PriorityIcon priority={priority.data} label="" />
          }}
          onChoose={(choice) => setPriority && onChoose(setPriority, choice)}
        />
        <SavedTick saved={savedOf(timeline, 'priority')} />
        <ChoicePicker
          option={setCategory}
          name={texts.fields.category}
          value={kase.category}
          valueText={names.category(kase.category)}
          textOf={names.category}
          onChoose={(choice) => setCategory && onChoose(setCategory, choice)}
        />
        <SavedTick saved={savedOf(timeline, 'category')} />
        <span className="case-fixed" title={texts.fields.owner}>
          {kase.owner === null ? (
            <>
              <UserRound size={14} aria-hidden className="tl-dim" />
              <span className="tl-dim">{texts.nobody}</span>
            </>
          ) : (
            <>
              <Avatar name={names.person(kase.owner)} size={20} />
              <span className="tl-cut">{who(kase.owner)}</span>
            </>
          )}
          <SavedTick saved={savedOf(timeline, 'owner')} />
        </span>
      </div>
      <div className="case-way">
        <TierWay kase={kase} />
        <SavedTick saved={savedOf(timeline, 'queue')} />
      </div>
    </header>
  )
}

function statusText(kase: Case, texts: ReturnType<typeof useSay>['words']['case']): string {
  const status = texts.status[kase.state.status]
  return kase.state.status === 'on_hold' ? `${status} · ${texts.holdReason[kase.state.reason]}` : status
}
