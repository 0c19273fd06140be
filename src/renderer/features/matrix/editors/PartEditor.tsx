import { Channel, type PackageField, type When } from '../../../../shared/escalation/matrix.ts'
import { Tier } from '../../../../shared/people/tier.ts'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { CONDITIONS, isMoney, type PartKey } from '../../../words/row-sentence.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import type { AnyRow } from '../edit-rows.ts'
import { useEditing } from '../editing.ts'
import { withAction } from '../new-row.ts'
import { ActEditor } from './ActEditor.tsx'
import { AmountEditor, TwoPeopleEditor } from './AmountEditor.tsx'
import { ChainEditor } from './ChainEditor.tsx'
import { ChecksEditor } from './ChecksEditor.tsx'
import { ConditionEditor } from './ConditionEditor.tsx'
import { FromEditor } from './FromEditor.tsx'
import { IdEditor } from './IdEditor.tsx'
import { MinutesField } from './MinutesField.tsx'
import { QueuePicker } from './pickers.tsx'
import { TriggerEditor } from './TriggerEditor.tsx'

const NEEDS: readonly PackageField[] = ['need', 'tried', 'impact', 'ask']
const ACTIONS = ['refund', 'credit', 'goodwill', 'move', 'exception'] as const
const REASONS = ['compliance', 'fraud', 'outage', 'vip', 'other'] as const
const ON_CHANGE = ['rebind', 'confirm'] as const
const PRIVATE = Channel.exclude(['social']).options

export type PartProps = {
  readonly row: AnyRow
  readonly part: PartKey
  readonly onChange: (row: AnyRow) => void
  readonly onClose: () => void
}

/** What changes one part of a row, in the panel under its chip. */
export function PartEditor(props: PartProps) {
  const { row, part, onChange, onClose } = props
  if (part === 'id') return <IdEditor row={row} onChange={onChange} onClose={onClose} />
  if (isCondition(part) || part === 'condition') {
    const put = (when: When) => onChange({ ...row, when } as AnyRow)
    return <ConditionEditor when={row.when} only={part === 'condition' ? null : part} onChange={put} />
  }
  return <OwnPart {...props} />
}

const isCondition = (part: PartKey): part is (typeof CONDITIONS)[number] =>
  (CONDITIONS as readonly string[]).includes(part)

/** A part that only some kinds of rows have. */
function OwnPart({ row, part, onChange }: PartProps) {
  const { doc } = useEditing()
  const words = useWords()
  const texts = words.matrixRows
  const label = texts.part[part]
  if ('act' in row) return <AutomaticPart row={row} part={part} onChange={onChange} />
  if (part === 'tiers' && 'tiers' in row)
    return <TiersEditor tiers={row.tiers} onChange={(tiers) => onChange({ ...row, tiers })} />
  if (part === 'package' && 'package' in row) {
    const choices = NEEDS.map((value) => ({ value, label: words.escalation.package[value] }))
    return (
      <ChecksEditor
        label={label}
        choices={choices}
        chosen={row.package}
        keepOne
        onChange={(needs) => onChange({ ...row, package: needs })}
      />
    )
  }
  if ('acceptMinutes' in row && (part === 'to' || part === 'accept' || part === 'resolve')) {
    return <WayPart way={row} part={part} onChange={(way) => onChange({ ...row, ...way })} />
  }
  if ('onChange' in row && part === 'onChange') {
    const options = ON_CHANGE.map((value) => ({
      value,
      label: texts.onChange[value],
      hint: texts.onChangeHint[value]
    }))
    return (
      <RadioGroup
        aria-label={label}
        value={row.onChange}
        options={options}
        onChange={(next) => onChange({ ...row, onChange: next })}
      />
    )
  }
  if ('from' in row) return <FromEditor from={row.from} onChange={(from) => onChange({ ...row, from })} />
  if ('reason' in row) {
    const options = REASONS.map((value) => ({ value, label: texts.reason[value] }))
    return (
      <RadioGroup
        aria-label={label}
        value={row.reason}
        options={options}
        onChange={(reason) => onChange({ ...row, reason })}
      />
    )
  }
  if (!('chain' in row)) {
    const options = PRIVATE.map((value) => ({ value, label: words.case.channel[value] }))
    return (
      <RadioGroup
        aria-label={label}
        value={row.to}
        options={options}
        onChange={(to) => onChange({ ...row, to })}
      />
    )
  }
  switch (part) {
    case 'chain':
      return <ChainEditor chain={row.chain} onChange={(chain) => onChange({ ...row, chain })} />
    case 'action': {
      const options = ACTIONS.map((value) => ({ value, label: texts.action[value] }))
      return (
        <RadioGroup
          aria-label={label}
          value={row.action}
          options={options}
          onChange={(next) => onChange(withAction(doc, row, next))}
        />
      )
    }
    case 'exception': {
      if (row.action !== 'exception') return null
      const options = doc.exceptions.map(({ id, name }) => ({ value: id, label: name.en }))
      return (
        <RadioGroup
          aria-label={label}
          value={row.exception}
          options={options}
          onChange={(exception) => onChange({ ...row, exception })}
        />
      )
    }
    case 'amount':
      return isMoney(row) && <AmountEditor row={row} onChange={onChange} />
    case 'twoPeople':
      return isMoney(row) && <TwoPeopleEditor row={row} onChange={onChange} />
    default:
      return null
  }
}

type AutomaticRow = Extract<AnyRow, { act: unknown }>

function AutomaticPart({
  row,
  part,
  onChange
}: {
  row: AutomaticRow
  part: PartKey
  onChange: PartProps['onChange']
}) {
  const { act } = row
  if (part === 'tiers')
    return <TiersEditor tiers={row.tiers} onChange={(tiers) => onChange({ ...row, tiers })} />
  if (part === 'trigger')
    return <TriggerEditor trigger={row.trigger} onChange={(trigger) => onChange({ ...row, trigger })} />
  if (act.do === 'escalate' && (part === 'accept' || part === 'resolve'))
    return <WayPart way={act} part={part} onChange={(way) => onChange({ ...row, act: { ...act, ...way } })} />
  return <ActEditor act={act} onChange={(next) => onChange({ ...row, act: next })} />
}

function TiersEditor({ tiers, onChange }: { tiers: readonly Tier[]; onChange: (tiers: Tier[]) => void }) {
  const { doc, say } = useEditing()
  const label = useWords().matrixRows.part.tiers
  const choices = Tier.options
    .filter((tier) => doc.tiers.some((one) => one.id === tier))
    .map((value) => ({ value, label: `${value} ${say.names.tier(value)}` }))
  return <ChecksEditor label={label} choices={choices} chosen={tiers} keepOne onChange={onChange} />
}

type Way = Extract<AnyRow, { from: unknown }>['to']
type WayOf = { to: Way; acceptMinutes: number; resolveMinutes: number }

function WayPart({
  way,
  part,
  onChange
}: {
  way: WayOf
  part: 'to' | 'accept' | 'resolve'
  onChange: (way: Partial<WayOf>) => void
}) {
  const label = useWords().matrixRows.part[part]
  if (part === 'to') return <QueuePicker label={label} queue={way.to} onChange={(to) => onChange({ to })} />
  return part === 'accept' ? (
    <MinutesField
      label={label}
      minutes={way.acceptMinutes}
      onChange={(acceptMinutes) => onChange({ acceptMinutes })}
    />
  ) : (
    <MinutesField
      label={label}
      minutes={way.resolveMinutes}
      onChange={(resolveMinutes) => onChange({ resolveMinutes })}
    />
  )
}
