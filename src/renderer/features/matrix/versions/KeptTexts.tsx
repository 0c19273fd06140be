import { Download, Trash2 } from 'lucide-react'
import type { KeptText } from '../../../../shared/protocol/matrices.ts'
import { discardKept, readMatrixText, useKeptTexts } from '../../../state/matrix-server.ts'
import { useToasts } from '../../../state/toasts.ts'
import { Button } from '../../../ui/Button.tsx'
import { SectionHeader } from '../../../ui/SectionHeader.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { useEditing } from '../editing.ts'

/** Files of a newer Tierline that were refused: still here, word for word, until somebody takes them elsewhere or drops them. */
export function KeptTexts() {
  const { say } = useEditing()
  const { kept: texts } = say.words.matrix
  const { value: kept } = useKeptTexts()
  if (!kept || kept.length === 0) return null
  const discard = async ({ name, text, keptAt }: KeptText) => {
    const { show } = useToasts.getState()
    const told = await discardKept(name, keptAt)
    if (!told.ok) return show({ id: 'matrix.kept', text: say.words.case.fault.act, tone: 'danger' })
    // Reading it again refuses and keeps it again.
    const undo = { label: texts.undo, onClick: () => void readMatrixText(text, name) }
    show({ id: 'matrix.kept', text: texts.discarded(name), action: undo })
  }
  return (
    <section className="matrix-stack" aria-label={texts.title}>
      <SectionHeader level={3} title={texts.title} />
      <p className="tl-dim">{texts.text}</p>
      <ul className="matrix-cards">
        {kept.map((one) => (
          <li key={`${one.keptAt} ${one.name}`} className="matrix-card">
            <div className="tl-row tl-row-wrap">
              <span className="tl-strong">{one.name}</span>
              <span className="tl-dim tl-grow">{texts.at(say.format.moment(one.keptAt))}</span>
              <Button
                size="small"
                icon={<Download aria-hidden />}
                aria-label={`${texts.save}: ${one.name}`}
                onClick={() => saveFile(one.name, one.text, 'text/plain')}
              >
                {texts.save}
              </Button>
              <Button
                size="small"
                icon={<Trash2 aria-hidden />}
                aria-label={`${texts.discard}: ${one.name}`}
                onClick={() => void discard(one)}
              >
                {texts.discard}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
