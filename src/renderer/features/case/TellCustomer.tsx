import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { MAX_TEXT } from '../../../shared/case/case.ts'
import {
  composeMessage,
  MESSAGE_PARTS,
  type MessagePart,
  type MessageWord,
  openWords
} from '../../../shared/escalation/compose-message.ts'
import type { EscalationMessage } from '../../../shared/escalation/matrix.ts'
import type { Language } from '../../../shared/people/person.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useSay } from './useSay.ts'

/** A fault is admitted where it is one, and what was done is for the writer to put into words for a customer. */
const AT_FIRST = MESSAGE_PARTS.filter((part) => part !== 'fault' && part !== 'done')

/** What the customer is written as the case goes up: parts to tick, the whole to read and change. Folded, nothing is sent. */
export function TellCustomer({
  template,
  language,
  known,
  message,
  isTried,
  onChange
}: {
  template: EscalationMessage
  language: Language
  known: Readonly<Partial<Record<MessageWord, string>>>
  /** Null: nothing is sent. */
  message: string | null
  isTried: boolean
  onChange: (message: string | null) => void
}) {
  const { words, format } = useSay()
  const texts = words.escalation.tell
  const [parts, setParts] = useState<readonly MessagePart[]>(AT_FIRST)
  const [done, setDone] = useState('')
  const [isEdited, setEdited] = useState(false)
  const isOpen = message !== null
  const compose = (next: readonly MessagePart[], doneText: string) =>
    composeMessage(template, { language, parts: next, words: { ...known, done: doneText } }).text
  const choose = (next: readonly MessagePart[], doneText: string) => {
    setParts(next)
    setDone(doneText)
    if (!isEdited) onChange(compose(next, doneText))
  }
  const unfilled = openWords(message ?? '')
  return (
    <section className="case-tell" aria-label={texts.title}>
      <button
        type="button"
        className="case-more"
        aria-expanded={isOpen}
        onClick={() => onChange(isOpen ? null : compose(parts, done))}
      >
        {isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
        {texts.title}
      </button>
      {!isOpen && <span className="tl-dim tl-small">{texts.folded}</span>}
      {isOpen && (
        <>
          <fieldset className="case-tell-parts">
            <legend className="tl-visually-hidden">{texts.parts}</legend>
            {MESSAGE_PARTS.map((part) => (
              <Checkbox
                key={part}
                checked={parts.includes(part)}
                onChange={(on) => choose(on ? [...parts, part] : parts.filter((one) => one !== part), done)}
              >
                {texts.part[part]}
              </Checkbox>
            ))}
          </fieldset>
          {parts.includes('done') && (
            <Field label={texts.doneLabel} hint={texts.doneHint}>
              <TextField value={done} onChange={(text) => choose(parts, text)} />
            </Field>
          )}
          <Field
            label={texts.message}
            aside={words.case.language[language]}
            hint={texts.hint}
            error={
              unfilled.length > 0 && (isTried || isEdited || parts.includes('done'))
                ? texts.unfilled(format.list(unfilled.map((name) => `{${name}}`)))
                : undefined
            }
          >
            <TextArea
              value={message}
              minRows={5}
              maxRows={14}
              maxLength={MAX_TEXT}
              onChange={(text) => {
                setEdited(true)
                onChange(text)
              }}
            />
          </Field>
          {isEdited && (
            <Button
              size="small"
              onClick={() => {
                setEdited(false)
                onChange(compose(parts, done))
              }}
            >
              {texts.again}
            </Button>
          )}
        </>
      )}
    </section>
  )
}
