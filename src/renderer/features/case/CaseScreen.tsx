import { useEffect, useRef, useState } from 'react'
import type { CaseId } from '../../../shared/lib/ids.ts'
import type { CaseView, SimilarCase } from '../../../shared/protocol/views.ts'
import { useSimilar } from '../../state/case.ts'
import { type CaseIntentName, useCaseIntent } from '../../state/case-intent.ts'
import { ActionBar } from './ActionBar.tsx'
import { CaseBanners } from './CaseBanners.tsx'
import { CaseForms } from './CaseForms.tsx'
import { CaseHeader } from './CaseHeader.tsx'
import { Composer } from './Composer.tsx'
import { Conversation } from './Conversation.tsx'
import { DecisionOffer } from './DecisionOffer.tsx'
import { SimilarDialog } from './SimilarDialog.tsx'
import { useCaseActions } from './useCaseActions.ts'
import { useCaseShortcuts } from './useCaseShortcuts.ts'
import { useComposerFocus } from './useComposerFocus.ts'
import { useFocusAfterForm } from './useFocusAfterForm.ts'

const MOST_SIMILAR = 3

/** Wishes that are nothing but the press of a button. */
const PRESSED = [
  'hold',
  'resolve',
  'assign',
  'transfer',
  'release',
  'reopen',
  'close',
  'approve',
  'decline',
  'handOn',
  'return',
  'withdraw',
  'swarm',
  'leaveSwarm',
  'callManager',
  'answerCall',
  'goPrivate',
  'flag',
  'unflag'
] as const satisfies readonly CaseIntentName[]

/** The case itself: what it is, what was said, what can be written and done. */
export function CaseScreen({
  view,
  isCurrent,
  isContextOpen,
  onContext,
  looked,
  onLook,
  onOpenCase
}: {
  view: Extract<CaseView, { kind: 'case' }>
  /** False while another case was asked for: then nothing is done to this one any more. */
  isCurrent: boolean
  isContextOpen: boolean
  onContext: () => void
  /** The case like this one that is looked at. */
  looked: SimilarCase | null
  onLook: (like: SimilarCase | null) => void
  onOpenCase: (caseId: CaseId) => void
}) {
  const { case: kase, timeline, options } = view
  const root = useRef<HTMLDivElement>(null)
  const actions = useCaseActions(kase)
  const composer = useComposerFocus(kase.id)
  const similar = useSimilar(kase.id, MOST_SIMILAR).value ?? []
  const [helpedBy, setHelpedBy] = useState<CaseId | null>(null)
  const escalateButton = useRef<HTMLButtonElement>(null)
  const [sendFirst, setSendFirst] = useState<(() => Promise<boolean>) | null>(null)
  const find = (name: string) =>
    options.find((option) => option.name === name && option.can) ??
    options.find((option) => option.name === name)

  const onHelped = (id: CaseId) => {
    setHelpedBy(id)
    actions.press(find('resolve'))
  }

  const pressed = Object.fromEntries(
    PRESSED.map((name) => [name, () => actions.press(find(name))])
  ) as Record<(typeof PRESSED)[number], () => void>
  const wishes: Record<CaseIntentName, () => void> = {
    ...pressed,
    claim: () => actions.press(find('accept') ?? find('claim')),
    // A press by key opens it on its first row, as the keyboard needs it.
    escalate: () => {
      escalateButton.current?.scrollIntoView({ block: 'nearest' })
      escalateButton.current?.click()
    },
    reply: () => composer.write('reply'),
    note: () => composer.write('note'),
    pend: () => actions.press(find('pend') ?? find('resume')),
    toggleContext: onContext
  }
  useWishes(kase.id, isCurrent, wishes)
  useCaseShortcuts()

  useFocusAfterForm(actions.open !== null, root)
  return (
    <div ref={root} className="case-main">
      <CaseHeader
        kase={kase}
        options={options}
        timeline={timeline}
        isContextOpen={isContextOpen}
        onContext={onContext}
        onChoose={(option, choice) => void actions.give(option, { choice })}
      />
      <CaseBanners kase={kase} options={options} onPress={actions.press} />
      <Conversation kase={kase} timeline={timeline} />
      <div className="case-dock">
        <DecisionOffer
          kase={kase}
          timeline={timeline}
          options={options}
          onWrite={() => composer.write('reply')}
        />
        <Composer
          kase={kase}
          options={options}
          mode={composer.mode}
          field={composer.field}
          onMode={composer.setMode}
          run={actions.run}
          onAfter={(after, send) => {
            const option = find(after)
            if (after === 'resolve') {
              setSendFirst(() => send)
              actions.press(option)
            } else void send().then((sent) => sent && actions.press(option))
          }}
        />
        {actions.problem && (
          <div role="alert" className="case-problem">
            {actions.problem}
          </div>
        )}
        <ActionBar
          options={options}
          actions={actions}
          escalate={{ similar, button: escalateButton, onLook }}
        />
      </div>
      <CaseForms
        kase={kase}
        timeline={timeline}
        actions={actions}
        options={options}
        sendFirst={sendFirst}
        helpedBy={helpedBy}
        help={{ similar, onOpenCase, onHelped }}
        onClose={() => {
          setSendFirst(null)
          setHelpedBy(null)
          actions.close()
        }}
      />
      {looked && (
        <SimilarDialog
          like={looked}
          kase={kase}
          options={options}
          onOpenCase={onOpenCase}
          onHelped={onHelped}
          onClose={() => onLook(null)}
        />
      )}
    </div>
  )
}

/** Does what a shortcut or the palette asked of this case, once it is shown as it is. */
function useWishes(caseId: CaseId, isCurrent: boolean, wishes: Record<CaseIntentName, () => void>): void {
  const wish = useCaseIntent((state) => state.wish)
  const taken = useCaseIntent((state) => state.taken)
  useEffect(() => {
    if (!wish || !isCurrent) return
    taken()
    if (wish.caseId === caseId) wishes[wish.name]()
  })
}
