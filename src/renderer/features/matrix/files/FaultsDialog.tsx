import type { TextFault } from '../../../../shared/escalation/text-fault.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import type { Saying } from '../../../words/row-sentence.ts'
import { useEditing } from '../editing.ts'
import { faultText } from '../fault-text.ts'
import type { Refused } from './FileMenu.tsx'

const MOST = 50

/** Why a file was not taken: each fault with its line and column. */
export function FaultsDialog({ refused, onClose }: { refused: Refused; onClose: () => void }) {
  const { say } = useEditing()
  const { files: texts } = say.words.matrix
  const { kept, name } = refused
  // The reader may stumble twice over one place.
  const faults = [...new Map(refused.faults.map((fault) => [keyOf(fault), fault])).values()]
  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      title={texts.refused(name)}
      description={kept ? texts.newer : undefined}
      closeLabel={say.words.frame.close}
      footer={<Button onClick={onClose}>{texts.close}</Button>}
    >
      <ul className="matrix-faults">
        {faults.slice(0, MOST).map((fault) => (
          <li key={keyOf(fault)}>
            <span className="tl-strong">{whereText(fault, say)}</span>
            <span>{faultText(fault, say)}</span>
          </li>
        ))}
      </ul>
      {faults.length > MOST && <p className="tl-dim">{texts.more(faults.length - MOST)}</p>}
    </Dialog>
  )
}

const keyOf = ({ line, column, code, path, values }: TextFault): string =>
  JSON.stringify([line, column, code, path, values])

function whereText({ line, column, path }: TextFault, say: Saying): string {
  const { files: texts } = say.words.matrix
  const { number } = say.format
  const where = line === null ? '' : texts.where(number(line), number(column ?? 1))
  return [where, path && texts.path(path)].filter(Boolean).join(', ')
}
