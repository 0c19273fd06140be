import type { Matrix } from '../../../../shared/escalation/matrix.ts'
import { Field } from '../../../ui/Field.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { useEditing } from '../editing.ts'
import { PartHead } from '../PartHead.tsx'
import { CheckedText } from './CheckedText.tsx'

/** An amount to show what another currency makes of it. */
const SAMPLE_MINOR = 5000

/** What the document is called, its currency, and when a clock counts as at risk. */
export function GeneralPane({ inForce }: { inForce: Matrix }) {
  const { doc, change, say } = useEditing()
  const texts = say.words.matrix.general
  const was = say.format.money(SAMPLE_MINOR, inForce.currency)
  const hint =
    doc.currency === inForce.currency
      ? texts.currencyHint
      : texts.currencyMoved(was, say.format.money(SAMPLE_MINOR, doc.currency))
  const percent = Math.round(doc.riskShare * 100)
  return (
    <div className="matrix-pane">
      <PartHead part="general" />
      <div className="matrix-general">
        <CheckedText
          label={texts.name}
          value={doc.name}
          maxLength={120}
          readOnly={!change}
          problem={(text) => (text.trim() === '' ? say.words.frame.required : undefined)}
          onChange={(name) => change?.((now) => ({ ...now, name }), 'name')}
        />
        <CheckedText
          label={texts.currency}
          hint={hint}
          value={doc.currency}
          maxLength={3}
          readOnly={!change}
          problem={(text) => (/^[A-Z]{3}$/.test(text) ? undefined : texts.currencyError)}
          onChange={(currency) => change?.((now) => ({ ...now, currency }), 'currency')}
        />
        <Field label={texts.riskShare} hint={texts.share}>
          {change ? (
            <NumberField
              value={percent}
              locale={say.format.locale}
              suffix="%"
              onChange={(value) =>
                value !== null &&
                value >= 1 &&
                value <= 90 &&
                change((now) => ({ ...now, riskShare: value / 100 }), 'riskShare')
              }
            />
          ) : (
            <span>{say.format.percent(doc.riskShare)}</span>
          )}
        </Field>
      </div>
    </div>
  )
}
