import type { Matrix } from '../../../../shared/escalation/matrix.ts'
import { takeOver } from '../../../state/matrix-draft.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { useEditing } from '../editing.ts'
import { DiffView } from './DiffView.tsx'

/** Another version came while one worked: what differs, and the draft put on top of it. */
export function MovedDialog({ inForce, onClose }: { inForce: Matrix; onClose: () => void }) {
  const { doc, say } = useEditing()
  const texts = say.words.matrix
  return (
    <FormDialog
      open
      size="large"
      onClose={onClose}
      title={texts.movedTitle}
      description={texts.movedText}
      closeLabel={say.words.frame.close}
      cancelLabel={say.words.frame.cancel}
      submitLabel={texts.takeOver}
      workingLabel={say.words.frame.working}
      onSubmit={() => {
        takeOver(inForce.version)
        onClose()
      }}
    >
      <DiffView before={inForce} after={doc} />
    </FormDialog>
  )
}
