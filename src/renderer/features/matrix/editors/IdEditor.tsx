import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useTooLong } from '../../../words/useTooLong.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { type AnyRow, idsOf, toId } from '../edit-rows.ts'
import { useEditing } from '../editing.ts'

const MAX = 60

/** The id of a row, taken as a whole: half an id would be another row's. */
export function IdEditor({
  row,
  onChange,
  onClose
}: {
  row: AnyRow
  onChange: (row: AnyRow) => void
  onClose: () => void
}) {
  const { doc } = useEditing()
  const words = useWords()
  const texts = words.matrixRows
  const [text, setText] = useState(row.id)
  const id = toId(text)
  const isTaken = id !== row.id && idsOf(doc).has(id)
  const long = useTooLong()(text, MAX)
  const problem = id === '' ? texts.idHint : isTaken ? texts.idTaken : long
  return (
    <form
      className="matrix-id-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (problem) return
        if (id !== row.id) onChange({ ...row, id })
        onClose()
      }}
    >
      <Field label={texts.part.id} hint={texts.idHint} error={(isTaken || long) && problem}>
        <TextField value={text} onChange={setText} autoComplete="off" spellCheck={false} maxLength={MAX} />
      </Field>
      <Button type="submit" variant="primary" disabledReason={problem}>
        {texts.apply}
      </Button>
    </form>
  )
}
