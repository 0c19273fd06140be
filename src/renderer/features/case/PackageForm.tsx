import { MAX_TEXT, type Package } from '../../../shared/case/case.ts'
import type { PackageField } from '../../../shared/escalation/matrix.ts'
import { Field } from '../../ui/Field.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useSay } from './useSay.ts'

/** The hand-off's fields, those the row requires and no others. What was filled in for you says so until you change it. */
export function PackageForm({
  fields,
  left,
  prefilled,
  missing,
  onChange
}: {
  fields: readonly PackageField[]
  left: Package
  prefilled: Package
  missing: readonly PackageField[]
  onChange: (left: Package) => void
}) {
  const { words } = useSay()
  const texts = words.escalation
  return fields.map((field) => {
    const isFromTalk = Boolean(prefilled[field]) && left[field] === prefilled[field]
    return (
      <Field
        key={field}
        label={texts.package[field]}
        required
        error={missing.includes(field) ? words.frame.required : undefined}
        aside={isFromTalk ? texts.prefilled : undefined}
      >
        <TextArea
          value={left[field] ?? ''}
          minRows={field === 'ask' || field === 'impact' ? 2 : 3}
          maxRows={9}
          maxLength={MAX_TEXT}
          onChange={(text) => onChange({ ...left, [field]: text })}
        />
      </Field>
    )
  })
}
