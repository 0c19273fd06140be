import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { Count } from '../ui/Count.tsx'
import { Field } from '../ui/Field.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { MenuItem } from '../ui/MenuItem.tsx'
import { MoneyField } from '../ui/MoneyField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Select } from '../ui/Select.tsx'
import { SplitButton } from '../ui/SplitButton.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Card } from './Card.tsx'
import { Archive, ChevronDown, Search, Send, Star, Trash2 } from './icons.tsx'

const nothing = () => {}
const tiers = [
  { value: 'l1', label: 'L1 Front line' },
  { value: 'l2', label: 'L2 Billing', description: 'Accepts within 30 min' },
  { value: 'l3', label: 'L3 Core', disabledReason: 'Only from L2' }
]
const people = [
  'Ana Ruiz',
  'Ben Okafor',
  'Carla Bianchi',
  'Dario Esposito',
  'Elena Martín',
  'Farid Haddad'
].map((label) => ({
  value: label,
  label
}))

export function ControlsGallery() {
  return (
    <div className="gallery-grid">
      <Buttons />
      <Fields />
      <Choices />
      <TabsCard />
    </div>
  )
}

function Buttons() {
  const [starred, setStarred] = useState(true)
  return (
    <Card name="Button, IconButton, SplitButton, Chip">
      <div className="tl-row tl-row-wrap">
        <Button variant="primary" icon={<Send />} keys="Mod+Enter">
          Send to customer
        </Button>
        <Button keys="E">Escalate</Button>
        <Button variant="quiet">Cancel</Button>
        <Button variant="danger" icon={<Trash2 />}>
          Withdraw
        </Button>
      </div>
      <div className="tl-row tl-row-wrap">
        <Button variant="primary" size="small">
          Claim
        </Button>
        <Button size="small" iconEnd={<ChevronDown />}>
          Pending
        </Button>
        <Button size="small" variant="quiet">
          Undo
        </Button>
        <Button pressed>Mine only</Button>
      </div>
      <div className="tl-row tl-row-wrap">
        <Button disabledReason="Nobody owns this case yet">Resolve</Button>
        <Button variant="primary" disabledReason="Still needed: impact">
          Escalate
        </Button>
        <IconButton label="Archive" icon={<Archive />} keys="A" />
        <IconButton label="Star" icon={<Star />} pressed={starred} onClick={() => setStarred(!starred)} />
        <IconButton label="Archive" icon={<Archive />} disabledReason="Closed cases stay" />
      </div>
      <div className="tl-row tl-row-wrap">
        <SplitButton
          variant="primary"
          menuLabel="Other ways to send"
          onClick={nothing}
          menu={<MenuItem onSelect={nothing}>Send and set pending</MenuItem>}
        >
          Send to customer
        </SplitButton>
        <SplitButton
          menuLabel="Other escalations"
          onClick={nothing}
          menu={<MenuItem onSelect={nothing}>To L3</MenuItem>}
        >
          Escalate
        </SplitButton>
      </div>
      <div className="tl-row tl-row-wrap">
        <Chip remove={{ label: 'Remove the filter', onClick: nothing }}>Priority: high</Chip>
        <Chip>billing</Chip>
      </div>
    </Card>
  )
}

function Fields() {
  const [subject, setSubject] = useState('Charged twice for March')
  const [text, setText] = useState(
    'The customer sees two charges.\nThe second is a reservation and falls away on Thursday.'
  )
  const [query, setQuery] = useState('')
  const [minor, setMinor] = useState<number | null>(12000)
  const [days, setDays] = useState<number | null>(1234.5)
  return (
    <Card name="Field, TextField, TextArea, NumberField, MoneyField">
      <TextField
        aria-label="Search"
        value={query}
        onChange={setQuery}
        placeholder="Search or run a command"
        icon={<Search />}
        keys="Mod+K"
      />
      <Field label="Subject" hint="The customer reads it." aside="optional">
        <TextField value={subject} onChange={setSubject} />
      </Field>
      <div className="tl-row tl-row-top">
        <div className="tl-grow">
          <Field label="Amount" error="Over your limit: 50,00 € left." required>
            <MoneyField minor={minor} currency="EUR" locale="it" onChange={setMinor} />
          </Field>
        </div>
        <div className="tl-grow">
          <Field label="Days" hint="In the manner of Spanish.">
            <NumberField value={days} locale="es" onChange={setDays} />
          </Field>
        </div>
      </div>
      <Field label="What was tried">
        <TextArea value={text} onChange={setText} minRows={2} />
      </Field>
      <TextArea
        aria-label="Internal note"
        tint="note"
        value=""
        onChange={nothing}
        minRows={2}
        placeholder="Only your colleagues see this"
      />
      <Field label="Not to be changed">
        <TextField value="CS-2041" onChange={nothing} disabled />
      </Field>
    </Card>
  )
}

function Choices() {
  const [tier, setTier] = useState<string | null>('l2')
  const [person, setPerson] = useState<string | null>(null)
  const [on, setOn] = useState(true)
  const [mode, setMode] = useState('reply')
  return (
    <Card name="Select, Combobox, Checkbox, RadioGroup">
      <Field label="To">
        <Select value={tier} options={tiers} onChange={setTier} />
      </Field>
      <Field label="Assign to" error="This is needed.">
        <Combobox
          value={person}
          options={people}
          onChange={setPerson}
          placeholder="Type a name"
          emptyText="Nobody with this name"
        />
      </Field>
      <div className="tl-row tl-row-wrap">
        <Select size="small" aria-label="Order" value="l1" options={tiers} onChange={nothing} />
        <Select
          size="small"
          aria-label="Empty"
          value={null}
          placeholder="Choose"
          options={tiers}
          onChange={nothing}
        />
        <Select size="small" aria-label="Off" value="l1" disabled options={tiers} onChange={nothing} />
      </div>
      <div>
        <Checkbox checked={on} onChange={setOn} hint="Also when the window is closed.">
          Tell me about approvals
        </Checkbox>
        <Checkbox checked="mixed" onChange={nothing}>
          All of these
        </Checkbox>
        <Checkbox checked={false} onChange={nothing}>
          Off
        </Checkbox>
        <Checkbox checked disabled onChange={nothing}>
          Set by your administrator
        </Checkbox>
      </div>
      <RadioGroup
        aria-label="Send as"
        value={mode}
        onChange={setMode}
        options={[
          { value: 'reply', label: 'Reply', hint: 'The customer reads it' },
          { value: 'note', label: 'Internal note' },
          { value: 'none', label: 'Not here', disabled: true }
        ]}
      />
      <RadioGroup
        look="segments"
        aria-label="Density"
        value={mode}
        onChange={setMode}
        options={[
          { value: 'reply', label: 'Reply' },
          { value: 'note', label: 'Note' }
        ]}
      />
    </Card>
  )
}

function TabsCard() {
  const [tab, setTab] = useState<'reply' | 'note' | 'calls'>('note')
  return (
    <Card name="Tabs">
      <Tabs
        label="Write"
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'reply', label: 'Reply' },
          { id: 'note', label: 'Internal note', tint: 'note' },
          { id: 'calls', label: 'Calls', count: <Count value={3} label="3 calls" /> }
        ]}
      >
        <span className="tl-dim">What the tab {tab} shows.</span>
      </Tabs>
    </Card>
  )
}
