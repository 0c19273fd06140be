import {
  ChartColumn,
  FileText,
  Grid3x3,
  Hourglass,
  Inbox,
  type LucideIcon,
  MonitorSmartphone,
  PanelLeftClose,
  PanelLeftOpen,
  PhoneCall,
  ShieldQuestion,
  Stamp,
  TriangleAlert,
  Upload
} from 'lucide-react'
import type { Role } from '../../../shared/people/person.ts'
import { queueKey } from '../../../shared/people/queue.ts'
import { Tier } from '../../../shared/people/tier.ts'
import type { Counts } from '../../../shared/protocol/views.ts'
import type { Names } from '../../state/names-of.ts'
import { isSamePlace, type Place } from '../../state/navigation.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { NavItem } from '../../ui/NavItem.tsx'
import { NavSection, SideNav } from '../../ui/SideNav.tsx'
import { useFormat, useWords } from '../../words/WordsProvider.tsx'

type CountTone = 'neutral' | 'accent' | 'warning' | 'danger'

/** Where one can go, and how much waits there. */
export function ConsoleNav({
  place,
  counts,
  role,
  failedPlans,
  held,
  names,
  collapsed,
  onGo,
  onCollapse
}: {
  place: Place
  counts: Counts | undefined
  role: Role
  /** Plans of a matrix that came to nothing, unseen. */
  failedPlans: number
  /** What is held and waits for this person's decision. */
  held: number
  names: Names
  collapsed: boolean
  onGo: (place: Place) => void
  /** Absent where there is room for icons only. */
  onCollapse: ((collapsed: boolean) => void) | undefined
}) {
  const { frame, lookedAfter } = useWords()
  const item = { place, collapsed, onGo }
  const approves = role !== 'agent' || (counts?.approvals ?? 0) > 0
  const calls = role === 'escalation_manager' || (role === 'supervisor' && (counts?.called ?? 0) > 0)
  const asks = role === 'agent' || (counts?.asked ?? 0) > 0
  return (
    <SideNav
      label={frame.navigation}
      collapsed={collapsed}
      footer={
        onCollapse && (
          <IconButton
            size="small"
            label={collapsed ? frame.showNavigation : frame.hideNavigation}
            tooltipPlacement="right"
            icon={collapsed ? <PanelLeftOpen aria-hidden /> : <PanelLeftClose aria-hidden />}
            onClick={() => onCollapse(!collapsed)}
          />
        )
      }
    >
      <NavSection>
        <NavPlace
          {...item}
          to={{ kind: 'work' }}
          label={frame.places.myWork}
          icon={Inbox}
          count={counts?.work}
        />
        <NavPlace
          {...item}
          to={{ kind: 'drafts' }}
          label={frame.places.drafts}
          icon={FileText}
          count={counts?.drafts}
        />
      </NavSection>
      <Queues {...item} counts={counts} names={names} />
      <NavSection>
        {asks && (
          <NavPlace
            {...item}
            to={{ kind: 'asked' }}
            label={frame.places.asked}
            icon={Hourglass}
            count={counts?.asked}
          />
        )}
        {approves && (
          <NavPlace
            {...item}
            to={{ kind: 'approvals' }}
            label={frame.places.approvals}
            icon={Stamp}
            count={counts?.approvals}
            tone="accent"
          />
        )}
        {calls && (
          <NavPlace
            {...item}
            to={{ kind: 'called' }}
            label={frame.places.called}
            icon={PhoneCall}
            count={counts?.called}
            tone="warning"
          />
        )}
        <NavPlace
          {...item}
          to={{ kind: 'atRisk' }}
          label={frame.places.atRisk}
          icon={TriangleAlert}
          count={counts?.atRisk}
          tone="warning"
        />
      </NavSection>
      <NavSection label={role === 'administrator' ? frame.administration : undefined}>
        {role !== 'agent' && (
          <NavPlace
            {...item}
            to={{ kind: 'held' }}
            label={frame.places.held}
            icon={ShieldQuestion}
            count={held}
            countLabel={lookedAfter.held.count(held)}
            tone="warning"
          />
        )}
        {role !== 'agent' && (
          <NavPlace {...item} to={{ kind: 'figures' }} label={frame.places.figures} icon={ChartColumn} />
        )}
        <NavPlace
          {...item}
          to={{ kind: 'matrix' }}
          label={frame.places.matrix}
          icon={Grid3x3}
          count={failedPlans}
          countLabel={frame.failedPlans(failedPlans)}
          tone="danger"
        />
        {role === 'administrator' && (
          <>
            <NavPlace {...item} to={{ kind: 'import' }} label={frame.places.imports} icon={Upload} />
            <NavPlace
              {...item}
              to={{ kind: 'devices' }}
              label={frame.places.devices}
              icon={MonitorSmartphone}
            />
          </>
        )}
      </NavSection>
    </SideNav>
  )
}

function NavPlace({
  to,
  place,
  label,
  icon: Icon,
  count = 0,
  countLabel,
  tone = 'neutral',
  collapsed,
  onGo
}: {
  to: Place
  place: Place
  label: string
  icon: LucideIcon
  count?: number | undefined
  /** What is counted, when it is not cases. */
  countLabel?: string | undefined
  tone?: CountTone | undefined
  collapsed: boolean
  onGo: (place: Place) => void
}) {
  const { frame } = useWords()
  const format = useFormat()
  return (
    <NavItem
      icon={<Icon aria-hidden />}
      label={label}
      count={count > 0 ? (collapsed ? short(count) : format.number(count)) : undefined}
      countLabel={countLabel ?? frame.cases(count)}
      countTone={tone}
      current={isSamePlace(place, to)}
      onClick={() => onGo(to)}
    />
  )
}

function Queues({
  place,
  counts,
  names,
  collapsed,
  onGo
}: {
  place: Place
  counts: Counts | undefined
  names: Names
  collapsed: boolean
  onGo: (place: Place) => void
}) {
  const { frame } = useWords()
  const format = useFormat()
  const queues = counts?.queues ?? []
  return Tier.options
    .map((tier) => ({ tier, own: queues.filter((one) => one.queue.tier === tier) }))
    .filter(({ own }) => own.length > 0)
    .map(({ tier, own }) => (
      <NavSection key={tier} label={`${tier} ${names.tier(tier)}`}>
        {own.map(({ queue, open, unowned }) => {
          const to: Place = { kind: 'queue', queue, which: 'open' }
          const about = frame.openUnowned(open, unowned)
          return (
            <NavItem
              key={queueKey(queue)}
              icon={collapsed && <span className="tl-nav-tier">{queue.tier}</span>}
              label={names.team(queue)}
              title={`${names.queue(queue)}: ${about}`}
              aside={!collapsed && open > 0 && <span aria-hidden>{format.number(open)}</span>}
              count={unowned > 0 ? (collapsed ? short(unowned) : format.number(unowned)) : undefined}
              countLabel={about}
              countTone="accent"
              current={isSamePlace(place, to)}
              onClick={() => onGo(to)}
            />
          )
        })}
      </NavSection>
    ))
}

/** As much of a number as a corner holds; what it is whole is said beside it. */
function short(count: number): string {
  return count > 99 ? '99+' : String(count)
}
