import { useMemo } from 'react'
import type { Person } from '../shared/people/person.ts'
import type { Queue } from '../shared/people/queue.ts'
import { Deciding } from './features/approvals/Deciding.tsx'
import { NewCaseDialog } from './features/case/NewCaseDialog.tsx'
import { SignOutDialog } from './features/frame/SignOutDialog.tsx'
import { OutboxSheet } from './features/outbox/OutboxSheet.tsx'
import { ConsolePalette } from './features/palette/ConsolePalette.tsx'
import type { Doing } from './features/palette/palette-items.tsx'
import { ReviewSheet } from './features/review/ReviewSheet.tsx'
import { SettingsDialog } from './features/settings/SettingsDialog.tsx'
import { ShortcutsHelp } from './features/shortcuts/ShortcutsHelp.tsx'
import { SignInAgain } from './features/sign-in/SignInAgain.tsx'
import { useCaseIntent } from './state/case-intent.ts'
import { findUnowned } from './state/claim-next.ts'
import { useConnection } from './state/connection.ts'
import { useCounts } from './state/counts.ts'
import { selectRow } from './state/list.ts'
import { openCaseNow, useNavigation } from './state/navigation.ts'
import { putSettings, useSettings } from './state/settings.ts'
import { useToasts } from './state/toasts.ts'
import { ToastRegion } from './ui/ToastRegion.tsx'
import { useLeave } from './use-leave.ts'
import { useWords } from './words/WordsProvider.tsx'

/** Everything that lies over the desk, one at a time, and the short words in its corner. */
export function Overlays({
  person,
  demo,
  onEnterCase
}: {
  person: Person
  demo: boolean
  onEnterCase: (caseId: string) => void
}) {
  const { overlay, close, openCaseId } = useNavigation()
  const connection = useConnection()
  const settings = useSettings()
  const counts = useCounts()
  const { leave, ask } = useLeave()
  const doing = useDoing(ask)
  const open = (caseId: string) => {
    close()
    selectRow(null) // the case need not be in the list: what is marked there is not what is open now
    onEnterCase(caseId)
  }
  return (
    <>
      <ConsolePalette
        open={overlay === 'palette' || overlay === 'search'}
        searching={overlay === 'search'}
        role={person.role}
        counts={counts}
        caseId={openCaseId}
        doing={doing}
        onOpenCase={openCaseNow}
        onClose={close}
      />
      <OutboxSheet open={overlay === 'outbox'} connection={connection} onOpenCase={open} onClose={close} />
      <ReviewSheet
        open={overlay === 'review'}
        onOpenCase={(caseId, compose) => {
          open(caseId)
          if (compose) useCaseIntent.getState().send('reply')
        }}
        onClose={close}
      />
      <SettingsDialog
        open={overlay === 'settings'}
        settings={settings}
        onSettings={putSettings}
        onClose={close}
      />
      <ShortcutsHelp open={overlay === 'shortcuts'} onClose={close} />
      <NewCaseDialog open={overlay === 'newCase'} onClose={close} onOpened={open} />
      <SignInAgain open={overlay === 'signInAgain'} demo={demo} person={person} onClose={close} />
      <SignOutDialog
        open={overlay === 'signOut'}
        waiting={connection?.waiting ?? 0}
        onSignOut={leave}
        onClose={close}
      />
      <Deciding />
      <Toasts />
    </>
  )
}

function Toasts() {
  const { frame } = useWords()
  const { toasts, dismiss } = useToasts()
  return (
    <ToastRegion
      label={frame.notifications}
      dismissLabel={frame.dismiss}
      toasts={toasts}
      onDismiss={dismiss}
    />
  )
}

/** What the palette can do. */
function useDoing(signOut: () => void): Doing {
  const { go, show } = useNavigation()
  const { nothingToClaim } = useWords().queue
  const queues = useCounts()?.queues
  return useMemo(
    () => ({
      go,
      show,
      set: putSettings,
      send: useCaseIntent.getState().send,
      signOut,
      claimNext: () =>
        void claimNext(
          (queues ?? []).map((one) => one.queue),
          nothingToClaim
        )
    }),
    [go, show, signOut, queues, nothingToClaim]
  )
}

async function claimNext(queues: readonly Queue[], nothing: string): Promise<void> {
  const caseId = await findUnowned(queues)
  if (!caseId) return useToasts.getState().show({ id: 'claimNext', text: nothing })
  openCaseNow(caseId)
  useCaseIntent.getState().send('claim')
}
