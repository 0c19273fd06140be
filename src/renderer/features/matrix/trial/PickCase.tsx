import { useEffect, useRef, useState } from 'react'
import type { Case } from '../../../../shared/case/case.ts'
import type { CaseRow } from '../../../../shared/protocol/views.ts'
import { findCases, getCase } from '../../../state/matrix-server.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { Combobox } from '../../../ui/Combobox.tsx'
import { Field } from '../../../ui/Field.tsx'
import { useWords } from '../../../words/WordsProvider.tsx'

const REST_MS = 200

/** A case of this machine, found by its number or its words. */
export function PickCase({ picked, onPick }: { picked: Case | null; onPick: (kase: Case | null) => void }) {
  const { matrixTry: texts } = useWords()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<readonly CaseRow[]>([])
  const asked = useRef(0)
  useEffect(() => {
    const text = query.trim()
    if (text === '') return setFound([])
    const timer = setTimeout(async () => {
      asked.current += 1
      const mine = asked.current
      const page = await findCases(text)
      if (mine === asked.current) setFound(page?.rows ?? [])
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [query])
  if (picked) {
    return (
      <div>
        <Chip remove={{ label: texts.unpick, onClick: () => onPick(null) }}>{texts.picked(picked.ref)}</Chip>
      </div>
    )
  }
  const pick = async (id: string) => {
    const row = found.find((one) => one.id === id)
    const kase = row && (await getCase(row.id))
    if (kase) onPick(kase)
  }
  return (
    <Field label={texts.pick}>
      <Combobox
        value={null}
        options={found.map((row) => ({ value: row.id as string, label: row.ref, description: row.subject }))}
        placeholder={texts.pickPlaceholder}
        emptyText={texts.pickEmpty}
        onQuery={setQuery}
        onChange={(id) => void pick(id)}
      />
    </Field>
  )
}
