import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { CommandPalette } from '../ui/CommandPalette.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EscalationIcon } from '../ui/EscalationIcon.tsx'
import { Field } from '../ui/Field.tsx'
import { KeyValueList } from '../ui/KeyValueList.tsx'
import { Menu, MenuGroup, MenuSeparator } from '../ui/Menu.tsx'
import { MenuItem } from '../ui/MenuItem.tsx'
import { Popover } from '../ui/Popover.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { SyncTick } from '../ui/SyncTick.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { type Toast, ToastRegion } from '../ui/ToastRegion.tsx'
import { useShortcutList, useShortcuts } from '../ui/useShortcuts.ts'
import { Card } from './Card.tsx'
import { Clock, History, Trash2 } from './icons.tsx'

const nothing = () => {}
const groups = [
  {
    id: 'commands',
    label: 'Commands',
    items: [
      {
        id: 'escalate',
        label: 'Escalate',
        keys: 'E',
        icon: <EscalationIcon kind="functional" label="Needs expertise" />
      },
      { id: 'resolve', label: 'Resolve', keys: 'R', disabledReason: 'Nobody owns it yet' },
      { id: 'settings', label: 'Go to Settings', keys: 'G S', keywords: 'theme density language' }
    ]
  },
  {
    id: 'cases',
    label: 'Cases',
    items: [
      { id: '2041', label: 'Charged twice for March', description: 'CS-2041', icon: <History /> },
      {
        id: '2042',
        label: 'Cannot sign in after the update',
        description: 'CS-2042',
        icon: <History />
      }
    ]
  }
]

export function OverlaysGallery() {
  const [shown, setShown] = useState<'dialog' | 'sheet' | 'palette' | null>(null)
  const [query, setQuery] = useState('')
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const close = () => setShown(null)
  useShortcuts('Everywhere', [
    { id: 'palette.open', keys: 'Mod+K', label: 'Search or run a command', run: () => setShown('palette') },
    { id: 'outbox.open', keys: 'G O', label: 'Open the outbox', run: () => setShown('sheet') }
  ])
  const scopes = useShortcutList()
  const toast = () =>
    setToasts((before) => [
      ...before,
      {
        id: `${performance.now()}`,
        text: 'Case released.',
        tone: 'positive',
        action: { label: 'Undo', keys: 'Z', onClick: nothing }
      }
    ])
  return (
    <div className="gallery-grid">
      <Card name="Menu, Popover, Dialog, Sheet, CommandPalette, ToastRegion, Tooltip" wide>
        <div className="tl-row tl-row-wrap">
          <EscalateMenu />
          <Popover label="Clocks" button={<Button icon={<Clock />}>Popover</Button>}>
            <KeyValueList
              items={[
                { id: 'frt', label: 'First response', value: 'met at 13:40' },
                { id: 'ttr', label: 'Resolution', value: 'paused: waiting for the customer' }
              ]}
            />
          </Popover>
          <Button onClick={() => setShown('dialog')}>Dialog</Button>
          <Button onClick={() => setShown('sheet')} keys="G O">
            Sheet
          </Button>
          <Button onClick={() => setShown('palette')} keys="Mod+K">
            Palette
          </Button>
          <Button onClick={toast}>Toast</Button>
        </div>
      </Card>
      <Dialog
        open={shown === 'dialog'}
        onClose={close}
        title="Return to L1 Front line"
        description="The case goes back with your note, and its hop is marked."
        closeLabel="Close"
        footer={
          <>
            <Button variant="quiet" onClick={close}>
              Cancel
            </Button>
            <Button variant="primary" keys="Mod+Enter" onClick={close}>
              Return
            </Button>
          </>
        }
      >
        <Field label="What they need to know" required>
          <TextArea value="" onChange={nothing} />
        </Field>
      </Dialog>
      <Sheet
        open={shown === 'sheet'}
        onClose={close}
        title="Outbox"
        subtitle="What this machine did that the server has not answered yet."
        closeLabel="Close"
        footer={<Button onClick={close}>Close</Button>}
      >
        {(['saved', 'sent', 'confirmed', 'refused'] as const).map((state) => (
          <div key={state} className="tl-row">
            <SyncTick state={state} label={state} />
            <span className="tl-grow">Reply to CS-2041</span>
            <span className="tl-dim">14:02</span>
          </div>
        ))}
        <KeyValueList
          items={scopes
            .flatMap((scope) => scope.shortcuts)
            .map((one) => ({ id: one.id, label: one.keys, value: one.label }))}
        />
      </Sheet>
      <CommandPalette
        open={shown === 'palette'}
        onClose={close}
        label="Search or run a command"
        placeholder="Type a command, a case number or a word"
        query={query}
        onQueryChange={setQuery}
        groups={groups}
        onRun={nothing}
        emptyText="Nothing found. Try another word."
      />
      <ToastRegion
        label="Messages"
        dismissLabel="Dismiss"
        toasts={toasts}
        onDismiss={(id) => setToasts((before) => before.filter((one) => one.id !== id))}
      />
    </div>
  )
}

function EscalateMenu() {
  return (
    <Menu
      wide
      button={<Button variant="primary">Menu</Button>}
      header={
        <>
          <strong>You can do this yourself</strong>
          <div className="tl-dim">Refund: 38,00 € of 50,00 € left on this case</div>
        </>
      }
    >
      <MenuGroup label="Needs expertise">
        <MenuItem
          icon={<EscalationIcon kind="functional" label="Needs expertise" />}
          description="Accepts within 30 min. Asks for: what was tried, impact"
          keys="1"
          onSelect={nothing}
        >
          L2 Billing
        </MenuItem>
        <MenuItem
          icon={<EscalationIcon kind="functional" label="Needs expertise" />}
          disabledReason="Only for outages"
          onSelect={nothing}
        >
          L3 Core
        </MenuItem>
      </MenuGroup>
      <MenuGroup label="Needs authority">
        <MenuItem
          icon={<EscalationIcon kind="hierarchical" label="Needs authority" />}
          description="Marta Conti decides within 1 h"
          keys="2"
          onSelect={nothing}
        >
          Ask for approval: 120,00 € (limit 50,00 €)
        </MenuItem>
      </MenuGroup>
      <MenuSeparator />
      <MenuItem checked onSelect={nothing}>
        Tell me when it is accepted
      </MenuItem>
      <MenuItem danger icon={<Trash2 />} onSelect={nothing}>
        Withdraw
      </MenuItem>
    </Menu>
  )
}
