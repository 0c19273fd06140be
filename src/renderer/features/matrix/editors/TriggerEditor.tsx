import { ClockKind, type Trigger } from '../../../../shared/escalation/matrix.ts'
import { Field } from '../../../ui/Field.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useFormat, useWords } from '../../../words/WordsProvider.tsx'
import { MinutesField } from './MinutesField.tsx'

const TRIGGERS = ['at_risk', 'breached', 'reopened', 'returned'] as const
const MOST_TIMES = 50

/** What makes an automatic row act. */
export function TriggerEditor({
  trigger,
  onChange
}: {
  trigger: Trigger
  onChange: (trigger: Trigger) => void
}) {
  const texts = useWords().matrixRows
  const { locale } = useFormat()
  return (
    <div className="matrix-stack">
      <RadioGroup
        aria-label={texts.part.trigger}
        value={trigger.on}
        options={TRIGGERS.map((value) => ({ value, label: texts.triggerPick[value] }))}
        onChange={(on) => onChange(triggerOf(on, trigger))}
      />
      {'clock' in trigger ? (
        <Field label={texts.clockLabel}>
          <Select
            value={trigger.clock}
            options={ClockKind.options.map((value) => ({ value, label: texts.clock[value] }))}
            onChange={(clock) => onChange({ ...trigger, clock })}
          />
        </Field>
      ) : (
        <Field label={texts.times}>
          <NumberField
            value={trigger.times}
            locale={locale}
            onChange={(times) => isTimes(times) && onChange({ ...trigger, times })}
          />
        </Field>
      )}
      {trigger.on === 'breached' && (
        <MinutesField
          label={texts.plus}
          minutes={trigger.plusMinutes}
          least={0}
          onChange={(plusMinutes) => onChange({ ...trigger, plusMinutes })}
        />
      )}
    </div>
  )
}

function isTimes(times: number | null): times is number {
  return times !== null && Number.isInteger(times) && times >= 1 && times <= MOST_TIMES
}

function triggerOf(on: Trigger['on'], before: Trigger): Trigger {
  const clock = 'clock' in before ? before.clock : 'own'
  if (on === 'at_risk') return { on, clock }
  if (on === 'breached') return { on, clock, plusMinutes: 0 }
  return { on, times: 'times' in before ? before.times : 2 }
}
