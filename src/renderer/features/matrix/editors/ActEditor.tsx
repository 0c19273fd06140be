import { type AutomaticAct, Priority } from '../../../../shared/escalation/matrix.ts'
import type { Queue } from '../../../../shared/people/queue.ts'
import { Field } from '../../../ui/Field.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useWords } from '../../../words/WordsProvider.tsx'
import { ApproverPicker, QueuePicker, useQueues } from './pickers.tsx'

const ACTS = ['escalate', 'notify', 'priority'] as const

/** What an automatic row does. */
export function ActEditor({ act, onChange }: { act: AutomaticAct; onChange: (act: AutomaticAct) => void }) {
  const words = useWords()
  const texts = words.matrixRows
  const top = useQueues().at(-1)
  return (
    <div className="matrix-stack">
      <RadioGroup
        aria-label={texts.part.act}
        value={act.do}
        options={ACTS.map((value) => ({ value, label: texts.actPick[value] }))}
        onChange={(next) => onChange(actOf(next, top))}
      />
      {act.do === 'escalate' && (
        <QueuePicker label={texts.part.to} queue={act.to} onChange={(to) => onChange({ ...act, to })} />
      )}
      {act.do === 'notify' && (
        <ApproverPicker
          label={texts.chain.whom}
          approver={act.whom}
          onChange={(whom) => onChange({ ...act, whom })}
        />
      )}
      {act.do === 'priority' && (
        <Field label={texts.part.priority}>
          <Select
            value={act.priority}
            options={Priority.options.map((value) => ({ value, label: words.case.priority[value] }))}
            onChange={(priority) => onChange({ ...act, priority })}
          />
        </Field>
      )}
    </div>
  )
}

function actOf(name: AutomaticAct['do'], to: Queue = { tier: 'L2', team: 'team' }): AutomaticAct {
  switch (name) {
    case 'escalate':
      return { do: name, to, acceptMinutes: 60, resolveMinutes: 480 }
    case 'notify':
      return { do: name, whom: { role: 'supervisor' } }
    case 'priority':
      return { do: name, priority: 'urgent' }
  }
}
