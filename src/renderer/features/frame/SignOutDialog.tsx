import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useWords } from '../../words/WordsProvider.tsx'

/** Asked only while something waits here: signing out does not lose it, but it goes out later. */
export function SignOutDialog({
  open,
  waiting,
  onSignOut,
  onClose
}: {
  open: boolean
  waiting: number
  onSignOut: () => void
  onClose: () => void
}) {
  const { signIn, frame } = useWords()
  return (
    <Dialog
      open={open}
      onClose={onClose}
      size="small"
      title={frame.connection.waiting(waiting)}
      description={signIn.signOutWaiting}
      closeLabel={frame.close}
      footer={
        <>
          <Button onClick={onClose}>{frame.cancel}</Button>
          <Button variant="danger" onClick={onSignOut}>
            {signIn.signOut}
          </Button>
        </>
      }
    />
  )
}
