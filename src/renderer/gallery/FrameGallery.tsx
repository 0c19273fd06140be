import { useState } from 'react'
import { Avatar } from '../ui/Avatar.tsx'
import { type Density, rowHeights } from '../ui/appearance.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { KeyValueList } from '../ui/KeyValueList.tsx'
import { MenuItem } from '../ui/MenuItem.tsx'
import { NavItem } from '../ui/NavItem.tsx'
import { Panes } from '../ui/Panes.tsx'
import { ScrollArea } from '../ui/ScrollArea.tsx'
import { SectionHeader } from '../ui/SectionHeader.tsx'
import { NavSection, SideNav } from '../ui/SideNav.tsx'
import { SlaBadge } from '../ui/SlaBadge.tsx'
import { SplitButton } from '../ui/SplitButton.tsx'
import { StatusIcon } from '../ui/StatusIcon.tsx'
import { SyncTick } from '../ui/SyncTick.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { TierPath } from '../ui/TierPath.tsx'
import { Timeline, TimelineMark } from '../ui/Timeline.tsx'
import { TimelineItem } from '../ui/TimelineItem.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { VirtualList } from '../ui/VirtualList.tsx'
import { CaseRow } from './CaseRow.tsx'
import { ArrowUp, CheckCheck, FileText, Inbox, PanelRight, Search, Stamp, TriangleAlert } from './icons.tsx'

const nothing = () => {}
const day = '2026-06-03T'

/** The whole frame, made of the kit: TopBar, SideNav, Panes, Timeline, a composer. */
export function FrameGallery({ density }: { density: Density }) {
  const [sizes, setSizes] = useState({ start: 320, end: 260 })
  const [collapsed, setCollapsed] = useState({ start: false, end: false })
  const [active, setActive] = useState(1)
  const [query, setQuery] = useState('')
  return (
    <section className="gallery-frame" aria-label="Frame">
      <TopBar
        start={<strong>Tierline</strong>}
        center={
          <TextField
            aria-label="Search or run a command"
            placeholder="Search or run a command"
            value={query}
            onChange={setQuery}
            icon={<Search />}
            keys="Mod+K"
          />
        }
        end={
          <>
            <span className="tl-dim tl-small tl-cut">All changes saved · synced 14:02</span>
            <Avatar name="Ana Ruiz" label="Ana Ruiz" />
          </>
        }
      />
      <Banner tone="offline">Offline. 3 changes wait here and go out when you are back.</Banner>
      <div className="gallery-body">
        <SideNav label="Places">
          <NavSection>
            <NavItem
              icon={<Inbox />}
              label="My work"
              count={7}
              countLabel="7 cases"
              current
              onClick={nothing}
            />
            <NavItem icon={<FileText />} label="Drafts" count={2} onClick={nothing} />
          </NavSection>
          <NavSection label="Queues">
            <NavItem label="L1 Front line" count={42} onClick={nothing} />
            <NavItem label="L2 Billing" count={11} onClick={nothing} />
            <NavItem label="L3 Core, with a name that is much too long" count="1,204" onClick={nothing} />
          </NavSection>
          <NavSection>
            <NavItem icon={<Stamp />} label="Approvals" count={1} countTone="accent" onClick={nothing} />
            <NavItem
              icon={<TriangleAlert />}
              label="At risk"
              count={5}
              countTone="warning"
              onClick={nothing}
            />
          </NavSection>
        </SideNav>
        <Panes
          labels={{
            start: 'List',
            main: 'Case',
            end: 'Context',
            startEdge: 'Width of the list',
            endEdge: 'Width of the context'
          }}
          sizes={sizes}
          onSizes={setSizes}
          collapsed={collapsed}
          onCollapsed={setCollapsed}
          start={
            <VirtualList
              label="My work"
              count={40}
              keyOf={(index) => `${index}`}
              rowHeight={rowHeights[density]}
              activeIndex={active}
              onActiveChange={setActive}
              renderRow={(index) => <CaseRow index={index} />}
            />
          }
          main={
            <>
              <CaseHead onContext={() => setCollapsed({ ...collapsed, end: !collapsed.end })} />
              <ScrollArea label="Conversation">
                <Conversation />
              </ScrollArea>
              <Composer />
            </>
          }
          end={<Context />}
        />
      </div>
    </section>
  )
}

function CaseHead({ onContext }: { onContext: () => void }) {
  return (
    <div className="gallery-case-head">
      <SectionHeader
        level={2}
        title="Cannot sign in after the update"
        actions={
          <>
            <SlaBadge
              state="at_risk"
              text="12 min"
              description="First response, at risk: due 14:12"
              details="First response due 14:12"
            />
            <IconButton label="Show or hide the context" icon={<PanelRight />} onClick={onContext} />
          </>
        }
      />
      <div className="tl-row tl-row-wrap">
        <StatusIcon status="open" label="Open" showLabel />
        <span className="tl-dim">CS-2042</span>
        <TierPath
          label="Way of the case"
          hops={[
            { id: '1', label: 'L1' },
            { id: '2', label: 'L2 Billing', mark: 'ping_pong', markLabel: 'Back and forth 2 times' }
          ]}
        />
      </div>
    </div>
  )
}

function Conversation() {
  return (
    <Timeline label="Conversation">
      <TimelineMark>Wednesday, 3 June</TimelineMark>
      <TimelineItem
        kind="customer"
        author="Lucía Fernández"
        meta="by email"
        time="13:20"
        dateTime={`${day}13:20`}
      >
        Hello, since yesterday I cannot sign in. It says that my account is locked, and I have to pay the team
        today.
      </TimelineItem>
      <TimelineItem kind="system" icon={<CheckCheck />} time="13:24" dateTime={`${day}13:24`}>
        Ana Ruiz claimed the case
      </TimelineItem>
      <TimelineItem
        kind="reply"
        author="Ana Ruiz"
        time="13:31"
        dateTime={`${day}13:31`}
        sync={<SyncTick state="confirmed" label="Confirmed" />}
      >
        {'Hello Lucía,\nI have unlocked your account. Please try once more.'}
      </TimelineItem>
      <TimelineItem
        kind="note"
        author="Ana Ruiz"
        label="Internal note"
        time="13:58"
        dateTime={`${day}13:58`}
        sync={<SyncTick state="saved" label="Saved here" />}
      >
        Locked again within a minute. Looks like the March double charge on her account.
      </TimelineItem>
      <TimelineMark accent>New since you looked</TimelineMark>
      <TimelineItem kind="system" icon={<ArrowUp />} time="14:00" dateTime={`${day}14:00`}>
        Ana Ruiz escalated the case to L2 Billing
      </TimelineItem>
    </Timeline>
  )
}

function Composer() {
  const [mode, setMode] = useState<'reply' | 'note'>('reply')
  const [text, setText] = useState('')
  const isNote = mode === 'note'
  return (
    <div className="gallery-composer">
      <Tabs
        label="Write"
        selected={mode}
        onSelect={setMode}
        tabs={[
          { id: 'reply', label: 'Reply' },
          { id: 'note', label: 'Internal note', tint: 'note' }
        ]}
      >
        <TextArea
          aria-label={isNote ? 'Internal note' : 'Reply'}
          placeholder={isNote ? 'Only your colleagues see this' : 'Write to Lucía'}
          minRows={2}
          maxRows={8}
          tint={isNote ? 'note' : undefined}
          value={text}
          onChange={setText}
        />
        <div className="gallery-composer-foot tl-row tl-row-wrap">
          <Button keys="E">Escalate</Button>
          <Button variant="quiet">Resolve</Button>
          <span className="tl-grow" />
          <SplitButton
            variant="primary"
            keys="Mod+Enter"
            menuLabel="Other ways to send"
            onClick={nothing}
            menu={<MenuItem onSelect={nothing}>Send and set pending</MenuItem>}
          >
            {isNote ? 'Add note' : 'Send to customer'}
          </SplitButton>
        </div>
      </Tabs>
    </div>
  )
}

function Context() {
  return (
    <div className="gallery-context tl-stack">
      <SectionHeader title="Customer" level={3} open onToggle={nothing} />
      <KeyValueList
        items={[
          { id: 'n', label: 'Name', value: 'Lucía Fernández' },
          { id: 'e', label: 'Email', value: 'lucia@example.org' },
          { id: 's', label: 'Segment', value: 'Person' }
        ]}
      />
      <SectionHeader title="Deadlines" level={3} open onToggle={nothing} />
      <KeyValueList
        items={[
          {
            id: 'f',
            label: 'First response',
            value: <SlaBadge state="met" text="13:31" description="First response, met at 13:31" />
          },
          {
            id: 'r',
            label: 'Resolution',
            value: <SlaBadge state="on_track" text="5 h" description="Resolution, on track" />
          }
        ]}
      />
    </div>
  )
}
