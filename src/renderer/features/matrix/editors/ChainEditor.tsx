import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ChainStep, StepTimeout } from '../../../../shared/escalation/matrix.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { MoneyField } from '../../../ui/MoneyField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useFormat, useWords } from '../../../words/WordsProvider.tsx'
import { moveItem } from '../edit-rows.ts'
import { useEditing } from '../editing.ts'
import { MinutesField } from './MinutesField.tsx'
import { ApproverPicker } from './pickers.tsx'

const MOST = 6
const NEW_STEP: ChainStep = {
  approver: { role: 'escalation_manager' },
  minutes: 240,
  onTimeout: { do: 'next' }
}
const TIMEOUTS = ['next', 'notify', 'decline', 'expire', 'approve'] as const

/** Who is asked, in order, how long each has, and what happens when nobody answers. */
export function ChainEditor({
  chain,
  onChange
}: {
  chain: readonly ChainStep[]
  onChange: (chain: ChainStep[]) => void
}) {
  const texts = useWords().matrixRows.chain
  // A step that moves takes its fields with it: what is typed in them belongs to it.
  const [keys, setKeys] = useState(() => chain.map((_, place) => place))
  const move = (from: number, to: number) => {
    setKeys((now) => [...moveItem(now, from, to)])
    onChange([...moveItem(chain, from, to)])
  }
  return (
    <ol className="matrix-chain">
      {chain.map((step, place) => {
        const number = String(place + 1)
        return (
          <li key={keys[place] ?? place} className="matrix-chain-step">
            <div className="tl-row">
              <span className="tl-strong tl-grow">{texts.step(number)}</span>
              <IconButton
                size="small"
                label={texts.up(number)}
                icon={<ArrowUp aria-hidden />}
                onClick={() => move(place, place - 1)}
              />
              <IconButton
                size="small"
                label={texts.down(number)}
                icon={<ArrowDown aria-hidden />}
                onClick={() => move(place, place + 1)}
              />
              <IconButton
                size="small"
                label={texts.remove(number)}
                disabledReason={chain.length === 1 ? texts.last : undefined}
                icon={<Trash2 aria-hidden />}
                onClick={() => {
                  setKeys((now) => now.toSpliced(place, 1))
                  onChange(chain.toSpliced(place, 1))
                }}
              />
            </div>
            <StepFields step={step} onChange={(next) => onChange(chain.with(place, next))} />
          </li>
        )
      })}
      <li>
        <Button
          size="small"
          icon={<Plus aria-hidden />}
          disabledReason={chain.length >= MOST ? texts.most : undefined}
          onClick={() => {
            setKeys((now) => [...now, Math.max(...now) + 1])
            onChange([...chain, NEW_STEP])
          }}
        >
          {texts.add}
        </Button>
      </li>
    </ol>
  )
}

function StepFields({ step, onChange }: { step: ChainStep; onChange: (step: ChainStep) => void }) {
  const { chain: texts, timeoutPick } = useWords().matrixRows
  const { doc } = useEditing()
  const { locale } = useFormat()
  const { onTimeout } = step
  return (
    <div className="matrix-chain-fields">
      <ApproverPicker
        label={texts.who}
        approver={step.approver}
        onChange={(approver) => onChange({ ...step, approver })}
      />
      <MinutesField
        label={texts.within}
        minutes={step.minutes}
        onChange={(minutes) => onChange({ ...step, minutes })}
      />
      <Field label={texts.onTimeout}>
        <Select
          value={onTimeout.do}
          options={TIMEOUTS.map((value) => ({ value, label: timeoutPick[value] }))}
          onChange={(next) => onChange({ ...step, onTimeout: timeoutOf(next) })}
        />
      </Field>
      {onTimeout.do === 'notify' && (
        <ApproverPicker
          label={texts.whom}
          approver={onTimeout.whom}
          onChange={(whom) => onChange({ ...step, onTimeout: { do: 'notify', whom } })}
        />
      )}
      {onTimeout.do === 'approve' && (
        <Field label={texts.upTo}>
          <MoneyField
            currency={doc.currency}
            locale={locale}
            minor={onTimeout.upToMinor}
            onChange={(upToMinor) =>
              upToMinor !== null && onChange({ ...step, onTimeout: { do: 'approve', upToMinor } })
            }
          />
        </Field>
      )}
    </div>
  )
}

function timeoutOf(name: StepTimeout['do']): StepTimeout {
  switch (name) {
    case 'notify':
      return { do: name, whom: { role: 'escalation_manager' } }
    case 'approve':
      return { do: name, upToMinor: 0 }
    default:
      return { do: name }
  }
}
