import { Download, Ellipsis, FileUp, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Matrix } from '../../../../shared/escalation/matrix.ts'
import type { TextFault } from '../../../../shared/escalation/text-fault.ts'
import { readMatrixText, writeMatrixText } from '../../../state/matrix-server.ts'
import { useToasts } from '../../../state/toasts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Menu, MenuSeparator } from '../../../ui/Menu.tsx'
import { MenuItem } from '../../../ui/MenuItem.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { toId } from '../edit-rows.ts'
import { useEditing } from '../editing.ts'
import { FaultsDialog } from './FaultsDialog.tsx'

export type Refused = { readonly name: string; readonly faults: readonly TextFault[]; readonly kept: boolean }

/** The document as a file, in and out, and the draft thrown away. `onDiscard` null: there is no draft. */
export function FileMenu({ doc, onDiscard }: { doc: Matrix; onDiscard: (() => void) | null }) {
  const { change, say } = useEditing()
  const texts = say.words.matrix
  const input = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const { show, dismiss } = useToasts()
  const fault = () => show({ id: 'matrix.file', text: say.words.case.fault.act, tone: 'danger' })

  const save = async (as: 'yaml' | 'json') => {
    const written = await writeMatrixText(doc, as)
    if (!written) return fault()
    const type = as === 'json' ? 'application/json' : 'application/yaml'
    saveFile(`${toId(doc.name) || 'matrix'}.${as}`, written.text, type)
  }
  const take = async (file: File) => {
    // A large one takes seconds.
    show({ id: 'matrix.file', text: texts.files.reading(file.name), forMs: null })
    const answer = await readMatrixText(await file.text(), file.name)
    if (!answer) return fault()
    if (!answer.ok) {
      dismiss('matrix.file')
      return setRefused({ name: file.name, faults: answer.faults, kept: answer.kept })
    }
    change?.(() => answer.doc)
    show({ id: 'matrix.file', text: texts.files.imported(file.name), tone: 'positive' })
  }
  return (
    <>
      <Menu
        label={texts.more}
        placement="bottom-end"
        button={<Button className="tl-icon-button" aria-label={texts.more} icon={<Ellipsis aria-hidden />} />}
      >
        <MenuItem icon={<FileUp aria-hidden />} onSelect={() => input.current?.click()}>
          {texts.files.import}
        </MenuItem>
        <MenuItem icon={<Download aria-hidden />} onSelect={() => void save('yaml')}>
          {texts.files.exportYaml}
        </MenuItem>
        <MenuItem icon={<Download aria-hidden />} onSelect={() => void save('json')}>
          {texts.files.exportJson}
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          icon={<Trash2 aria-hidden />}
          danger
          disabledReason={onDiscard ? undefined : texts.why.same}
          description={texts.discardText}
          onSelect={() => onDiscard?.()}
        >
          {texts.discard}
        </MenuItem>
      </Menu>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        accept=".yaml,.yml,.json"
        aria-label={texts.files.import}
        onChange={(event) => {
          const [chosen] = event.target.files ?? []
          if (chosen) void take(chosen)
          event.target.value = ''
        }}
      />
      {refused && <FaultsDialog refused={refused} onClose={() => setRefused(null)} />}
    </>
  )
}
