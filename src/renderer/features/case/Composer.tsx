import { CornerUpLeft, NotebookPen } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { type Case, MAX_TEXT } from '../../../shared/case/case.ts'
import type { Filled } from '../../../shared/case/command-from.ts'
import type { Option } from '../../../shared/case/option.ts'
import type { OpId } from '../../../shared/lib/ids.ts'
import { type ActOutcome, isSentAlready } from '../../state/case.ts'
import {
  type DraftMode,
  dropSentDraft,
  flushDrafts,
  renameDraft,
  useDraft,
  whileSending
} from '../../state/drafts.ts'
import { Button } from '../../ui/Button.tsx'
import { MenuItem } from '../../ui/MenuItem.tsx'
import { SplitButton } from '../../ui/SplitButton.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useSay } from './useSay.ts'

/** After a reply, more may follow at once: waiting for the customer, or the end of the case. */
export type After = 'pend' | 'resolve'

/**
 * Two ways to write, never to be mistaken for each other: to the customer, on white; for colleagues, on the ground of a
 * note. What is typed is a draft from the first letter on, and a refusal leaves it where it is.
 */
export function Composer({
  kase,
  options,
  mode,
  field,
  onMode,
  run,
  onAfter
}: {
  kase: Case
  options: readonly Option[]
  mode: DraftMode
  field: RefObject<HTMLTextAreaElement | null>
  onMode: (mode: DraftMode) => void
  run: (option: Option, filled: Filled, name?: OpId) => Promise<ActOutcome>
  /** Goes on after the reply was sent: the reply and this are two acts, in this order. */
  onAfter: (after: After, send: () => Promise<boolean>) => void
}) {
  const say = useSay()
  const { words, refused } = say
  const texts = words.case.composer
  const draft = useDraft(kase.id, mode)
  /** Why the draft of this name was not sent; of another one it says nothing. */
  const [problem, setProblem] = useState<{ mode: DraftMode; opId: OpId | null; text: string } | null>(null)
  const [isSending, setSending] = useState(false)
  const option = options.find((one) => one.name === mode)
  const why = option?.can ? undefined : option && say.why(option.why)
  const isNote = mode === 'note'

  const send = async (): Promise<boolean> => {
    const { text: body, opId } = draft
    if (why) setProblem({ mode, opId, text: why })
    if (!option?.can || !body.trim() || isSending) return false
    setSending(true)
    const done = await whileSending(kase.id, mode, () => run(option, { body }, opId ?? undefined))
    setSending(false)
    if (done.ok) dropSentDraft(kase.id, mode, body)
    setProblem(
      done.ok
        ? null
        : {
            mode,
            opId: isSentAlready(done) ? renameDraft(kase.id, mode) : opId,
            text: 'type' in done.why ? `${texts.notSent} ${refused(done.why)}` : refused(done.why)
          }
    )
    return done.ok
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Escape') return
    // Single keys work again, and whoever reads by ear is still at the case.
    event.currentTarget.blur()
    event.currentTarget.closest<HTMLElement>('.tl-console-part')?.focus()
  }
  useShortcuts(words.shortcuts.scopes.composer, [
    {
      id: 'composer.send',
      keys: 'Mod+Enter',
      label: words.shortcuts.send,
      // From the field alone: elsewhere on the page nobody means to send.
      run: () => document.activeElement === field.current && void send()
    }
  ])
  const followUps = options.filter((one) => one.name === 'pend' || one.name === 'resolve')
  const sendText = isNote ? texts.addNote : texts.send
  return (
    <div className={isNote ? 'case-composer case-composer-note' : 'case-composer'}>
      <Tabs
        label={texts.label}
        selected={mode}
        onSelect={onMode}
        tabs={[
          { id: 'reply', label: texts.reply, icon: <CornerUpLeft aria-hidden /> },
          { id: 'note', label: texts.note, icon: <NotebookPen aria-hidden />, tint: 'note' }
        ]}
      >
        <TextArea
          key={mode}
          ref={field}
          bare
          minRows={2}
          maxRows={12}
          maxLength={MAX_TEXT}
          value={draft.text}
          aria-label={isNote ? texts.note : texts.reply}
          aria-describedby={problem ? 'case-composer-problem' : undefined}
          placeholder={isNote ? texts.notePlaceholder : texts.replyPlaceholder(kase.customer.name)}
          onChange={draft.change}
          onBlur={flushDrafts}
          onKeyDown={onKeyDown}
        />
        {problem?.mode === mode && problem.opId === draft.opId && (
          <div role="alert" id="case-composer-problem" className="case-problem">
            {problem.text}
          </div>
        )}
        <div className="case-composer-foot">
          <span className="case-composer-state" role="status">
            {draft.text === '' && why}
            {draft.text !== '' && draft.isSaved && texts.draftSaved}
            {draft.text !== '' && !draft.isSaved && (
              // Between two letters that is how it should be: only when it lasts is it shown, and it is never spoken.
              <span className="case-composer-late" aria-hidden>
                {texts.draftWaiting}
              </span>
            )}
          </span>
          {isNote ? (
            <Button variant="plain" keys="Mod+Enter" disabledReason={why} onClick={() => void send()}>
              {sendText}
            </Button>
          ) : (
            <SplitButton
              variant={why ? 'plain' : 'primary'}
              keys={why ? undefined : 'Mod+Enter'}
              disabledReason={why}
              menuLabel={texts.moreWays}
              onClick={() => void send()}
              menu={followUps.map((one) => (
                <MenuItem
                  key={one.id}
                  disabledReason={why ?? (one.can ? undefined : say.why(one.why))}
                  onSelect={() => onAfter(one.name === 'pend' ? 'pend' : 'resolve', send)}
                >
                  {one.name === 'pend' ? texts.sendAndPend : texts.sendAndResolve}
                </MenuItem>
              ))}
            >
              {sendText}
            </SplitButton>
          )}
        </div>
      </Tabs>
    </div>
  )
}
