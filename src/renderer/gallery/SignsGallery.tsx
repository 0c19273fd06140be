import { Avatar } from '../ui/Avatar.tsx'
import { Badge } from '../ui/Badge.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Count } from '../ui/Count.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { EscalationIcon } from '../ui/EscalationIcon.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { PriorityIcon } from '../ui/PriorityIcon.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { SlaBadge } from '../ui/SlaBadge.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import { Stat } from '../ui/Stat.tsx'
import { StatusIcon } from '../ui/StatusIcon.tsx'
import { SyncTick } from '../ui/SyncTick.tsx'
import { TierPath } from '../ui/TierPath.tsx'
import { Card } from './Card.tsx'
import { Inbox } from './icons.tsx'

const nothing = () => {}

export function SignsGallery() {
  return (
    <div className="gallery-grid">
      <Card name="StatusIcon, PriorityIcon">
        <div className="tl-row tl-row-wrap">
          <StatusIcon status="new" label="New" showLabel />
          <StatusIcon status="open" label="Open" showLabel />
          <StatusIcon status="pending" label="Pending" showLabel />
          <StatusIcon status="on_hold" label="On hold" showLabel />
          <StatusIcon status="resolved" label="Resolved" showLabel />
          <StatusIcon status="closed" label="Closed" showLabel />
        </div>
        <div className="tl-row tl-row-wrap">
          <PriorityIcon priority="urgent" label="Urgent" showLabel />
          <PriorityIcon priority="high" label="High" showLabel />
          <PriorityIcon priority="normal" label="Normal" showLabel />
          <PriorityIcon priority="low" label="Low" showLabel />
        </div>
        <div className="tl-row">
          <StatusIcon status="new" label="New" size={24} />
          <StatusIcon status="open" label="Open" size={24} />
          <StatusIcon status="pending" label="Pending" size={24} />
          <StatusIcon status="on_hold" label="On hold" size={24} />
          <StatusIcon status="resolved" label="Resolved" size={24} />
          <StatusIcon status="closed" label="Closed" size={24} />
          <PriorityIcon priority="urgent" label="Urgent" size={24} />
          <PriorityIcon priority="high" label="High" size={24} />
          <PriorityIcon priority="normal" label="Normal" size={24} />
          <PriorityIcon priority="low" label="Low" size={24} />
        </div>
      </Card>
      <Card name="SlaBadge, SyncTick, EscalationIcon">
        <div className="tl-row tl-row-wrap">
          <SlaBadge state="on_track" text="2 h 10 min" description="First response, on track: due 16:10" />
          <SlaBadge state="at_risk" text="12 min" description="First response, at risk: due 14:12" />
          <SlaBadge state="breached" text="34 min over" description="Resolution, breached: was due 13:26" />
          <SlaBadge state="paused" text="Paused" description="Resolution, paused: waiting for the customer" />
          <SlaBadge state="met" text="13:40" description="First response, met at 13:40" />
          <SlaBadge
            state="at_risk"
            text="12 min"
            description="First response, at risk: due 14:12"
            details="First response due 14:12. Resolution paused: waiting for the customer."
          />
        </div>
        <div className="tl-row tl-row-wrap">
          <SyncTick state="saved" label="Saved here" showLabel />
          <SyncTick state="sent" label="Sent" showLabel />
          <SyncTick state="confirmed" label="Confirmed" showLabel />
          <SyncTick state="refused" label="Refused" showLabel />
          <SyncTick state="refused" label="Refused. Review" onReview={nothing} />
        </div>
        <div className="tl-row tl-row-wrap">
          <EscalationIcon kind="functional" label="Needs expertise" showLabel />
          <EscalationIcon kind="hierarchical" label="Needs authority" showLabel />
          <EscalationIcon kind="functional" label="Needs expertise" size={24} />
          <EscalationIcon kind="hierarchical" label="Needs authority" size={24} />
        </div>
      </Card>
      <Card name="TierPath, Kbd">
        <TierPath label="Way of the case" hops={[{ id: '1', label: 'L1' }]} />
        <TierPath
          label="Way of the case"
          hops={[
            { id: '1', label: 'L1' },
            { id: '2', label: 'L2 Billing' },
            { id: '3', label: 'L3 Core' }
          ]}
        />
        <TierPath
          label="Way of the case"
          hops={[
            { id: '1', label: 'L1' },
            { id: '2', label: 'L2 Billing' },
            { id: '3', label: 'L1', mark: 'returned', markLabel: 'Returned' },
            { id: '4', label: 'L2 Billing', mark: 'ping_pong', markLabel: 'Back and forth 2 times' },
            { id: '5', label: 'L4 Vendor', mark: 'skipped', markLabel: 'Skipped a tier' }
          ]}
        />
        <div className="tl-row tl-row-wrap">
          <Kbd keys="Mod+K" />
          <Kbd keys="Shift+J" />
          <Kbd keys="G M" />
          <Kbd keys="?" />
          <Kbd keys="Escape" />
          <Kbd keys="Mod+Enter" />
        </div>
      </Card>
      <Card name="Badge, Count, Avatar">
        <div className="tl-row tl-row-wrap">
          <Badge>billing</Badge>
          <Badge tone="accent">You</Badge>
          <Badge tone="positive">Approved</Badge>
          <Badge tone="warning">Suspected fraud</Badge>
          <Badge tone="danger">Declined</Badge>
          <Badge tone="note">Internal</Badge>
        </div>
        <div className="tl-row">
          <Count value={7} label="7 cases" />
          <Count value={3} tone="accent" />
          <Count value={12} tone="warning" />
          <Count value="1,204" tone="danger" />
        </div>
        <div className="tl-row">
          {['Ana Ruiz', 'Ben Okafor', 'Carla Bianchi', 'Dario', 'Elena Martín', 'Farid Haddad', '王芳'].map(
            (name) => (
              <Avatar key={name} name={name} label={name} size={32} />
            )
          )}
          <Avatar name="Gina Lo" label="Gina Lo, away" size={32} away />
          <Avatar name="Ana Ruiz" size={20} />
        </div>
      </Card>
      <Card name="Skeleton, ProgressBar, Spinner">
        <Skeleton label="Loading" lines={3} />
        <ProgressBar label="Getting your queues" value={1204} max={4310} text="1,204 of 4,310" />
        <ProgressBar label="Connecting" value={null} />
        <Spinner label="Searching the server" showLabel />
      </Card>
      <Card name="Stat">
        <div className="gallery-stats tl-row tl-row-wrap">
          <Stat label="Waiting" value="42" hint="7 more than yesterday" />
          <Stat label="At risk" value="5" tone="warning" onClick={nothing} />
          <Stat label="Breached" value="2" tone="danger" onClick={nothing} />
        </div>
      </Card>
      <Card name="Banner" wide>
        <Banner tone="offline">Offline. 3 changes wait here and go out when you are back.</Banner>
        <Banner
          tone="info"
          action={{ label: 'Show', onClick: nothing }}
          dismiss={{ label: 'Dismiss', onClick: nothing }}
        >
          A newer version is ready. It starts with the next restart.
        </Banner>
        <Banner tone="warning" action={{ label: 'Review', onClick: nothing, keys: 'O' }}>
          2 changes need you.
        </Banner>
        <Banner tone="danger">The disk is full. Nothing new can be saved until there is room.</Banner>
      </Card>
      <Card name="EmptyState">
        <EmptyState
          icon={<Inbox />}
          title="You have no open cases"
          text="Claim the next one from your queue."
          action={
            <Button variant="primary" keys="C">
              Claim the next case
            </Button>
          }
        />
      </Card>
      <Card name="ErrorState">
        <ErrorState
          title="This part stopped working"
          why="It is our fault, not yours. What you did is saved."
          next="Open it again. If it stops once more, send us the details."
          action={<Button>Open again</Button>}
          copy={{ label: 'Copy details', doneLabel: 'Copied', onCopy: nothing }}
        />
      </Card>
    </div>
  )
}
