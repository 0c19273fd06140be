import { Check, Redo2, Undo2, Upload } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { isSameMatrix } from '../../../shared/escalation/diff-matrix.ts'
import type { Matrix } from '../../../shared/escalation/matrix.ts'
import { useConnection } from '../../state/connection.ts'
import { useFailedPlans } from '../../state/failed-plans.ts'
import { discardMatrix, isDirty, redoMatrix, undoMatrix, useMatrixWork } from '../../state/matrix-draft.ts'
import { useMatrixPlace } from '../../state/matrix-place.ts'
import { useToasts } from '../../state/toasts.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useEditing } from './editing.ts'
import { FindingsButton } from './FindingsButton.tsx'
import { FileMenu } from './files/FileMenu.tsx'
import type { Checks } from './useFindings.ts'
import { MovedDialog } from './versions/MovedDialog.tsx'
import { PublishDialog } from './versions/PublishDialog.tsx'

type CheckState = Omit<Checks, 'findings'>

/** What the document is called, how it stands, and what can be done with it as a whole. */
export function MatrixHead({ inForce, checks }: { inForce: Matrix; checks: CheckState }) {
  const { doc, change, say } = useEditing()
  const texts = say.words.matrix
  return (
    <header className="matrix-head">
      <div className="matrix-head-names">
        <h2 className="matrix-title">{doc.name}</h2>
        <Badge>{texts.inForce(say.format.number(inForce.version))}</Badge>
        {change && <DraftState />}
      </div>
      {change && <HeadActions inForce={inForce} checks={checks} />}
    </header>
  )
}

function DraftState() {
  const { say } = useEditing()
  const { state: texts } = say.words.matrix
  const work = useMatrixWork()
  const dirty = isDirty(work)
  const saved = work.saved === 'saved' && texts.saved(say.format.time(work.savedAt))
  const word = work.saved === 'failed' ? texts.notSaved : saved || texts.saving
  return (
    <span role="status" className="tl-dim tl-small matrix-draft-state">
      {dirty ? word : texts.same}
    </span>
  )
}

function HeadActions({ inForce, checks }: { inForce: Matrix; checks: CheckState }) {
  const { doc, say, findings } = useEditing()
  const texts = say.words.matrix
  const work = useMatrixWork()
  const isOnline = useConnection()?.state === 'online'
  const [dialog, setDialog] = useState<'publish' | 'moved' | null>(null)
  const publisher = useRef<HTMLButtonElement>(null)
  const dirty = isDirty(work)
  const failed = useFailedPlans(true)
  const go = useMatrixPlace((place) => place.go)
  const isSame = useMemo(() => isSameMatrix(doc, inForce), [doc, inForce])
  const isMoved = dirty && work.base !== inForce.version
  useShortcuts(texts.title, [
    { id: 'matrix.undo', keys: 'Mod+Z', label: texts.undo, run: undoMatrix, repeats: true },
    { id: 'matrix.redo', keys: 'Mod+Shift+Z', label: texts.redo, run: redoMatrix, repeats: true }
  ])
  const why = () => {
    if (!dirty || isSame) return texts.why.same
    if (isMoved) return texts.why.moved
    if (findings.errors > 0) return texts.why.errors(findings.errors)
    if (checks.isChecking) return texts.why.checking
    return isOnline ? undefined : texts.why.offline
  }
  const discard = () => {
    const action = { label: texts.undo, onClick: discardMatrix(inForce) }
    useToasts.getState().show({ id: 'matrix.discarded', text: texts.discarded, action })
  }
  return (
    <>
      <div className="matrix-head-actions">
        <FindingsButton {...checks} />
        <IconButton
          label={texts.undo}
          keys="Mod+Z"
          icon={<Undo2 aria-hidden />}
          aria-disabled={!work.history?.past.length}
          onClick={undoMatrix}
        />
        <IconButton
          label={texts.redo}
          keys="Mod+Shift+Z"
          icon={<Redo2 aria-hidden />}
          aria-disabled={!work.history?.future.length}
          onClick={redoMatrix}
        />
        <FileMenu doc={doc} onDiscard={dirty ? discard : null} />
        <Button
          ref={publisher}
          variant="primary"
          icon={dirty ? <Upload aria-hidden /> : <Check aria-hidden />}
          disabledReason={why()}
          onClick={() => setDialog('publish')}
        >
          {texts.publish}
        </Button>
      </div>
      {isMoved && (
        <div className="matrix-head-banner">
          <Banner tone="warning" action={{ label: texts.showDifferences, onClick: () => setDialog('moved') }}>
            {texts.moved(say.format.number(inForce.version))}
          </Banner>
        </div>
      )}
      {failed > 0 && (
        <div className="matrix-head-banner">
          <Banner tone="warning" action={{ label: texts.versions.showPlan, onClick: () => go('versions') }}>
            {texts.versions.planNotice}
          </Banner>
        </div>
      )}
      {!isOnline && (
        <div className="matrix-head-banner">
          <Banner tone="offline">{texts.offline}</Banner>
        </div>
      )}
      {dialog === 'publish' && <PublishDialog inForce={inForce} onClose={() => setDialog(null)} />}
      {dialog === 'moved' && (
        <MovedDialog
          inForce={inForce}
          onClose={() => {
            setDialog(null)
            // The banner that opened it is gone once the draft goes on; publishing comes next.
            setTimeout(() => document.activeElement === document.body && publisher.current?.focus())
          }}
        />
      )}
    </>
  )
}
