import { Plus } from 'lucide-react'
import { useState } from 'react'
import { MESSAGE_WORDS } from '../../../../shared/escalation/compose-message.ts'
import type { EscalationMessage, Matrix } from '../../../../shared/escalation/matrix.ts'
import type { Language } from '../../../../shared/people/person.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { SectionHeader } from '../../../ui/SectionHeader.tsx'
import { FIRST_MESSAGE } from '../../../words/first-message.ts'
import { useLanguage } from '../../../words/WordsProvider.tsx'
import { useEditing } from '../editing.ts'
import { fillIn } from '../findings.ts'
import { PartHead } from '../PartHead.tsx'
import { CheckedText } from './CheckedText.tsx'
import { withName } from './LabelEditor.tsx'

const PARTS = ['empathy', 'done', 'fault', 'serious', 'contact', 'next', 'apology'] as const
const LANGUAGES = ['en', 'es', 'it'] as const
const MAX = 2_000

/** What a customer is offered when the case goes up: seven parts in three languages, and how it reads. */
export function MessagePane() {
  const { doc, change, say } = useEditing()
  const texts = say.words.matrix.message
  const [language, setLanguage] = useState<Language>(useLanguage())
  const { message } = doc
  const names = say.words.case.language
  return (
    <div className="matrix-pane">
      <PartHead
        part="message"
        actions={
          change &&
          message && (
            <Button variant="quiet" onClick={() => change(({ message: _, ...now }): Matrix => now)}>
              {texts.remove}
            </Button>
          )
        }
      />
      {!message && (
        <EmptyState
          title={texts.none.title}
          text={texts.none.text}
          action={
            change && (
              <Button
                icon={<Plus aria-hidden />}
                onClick={() => change((now) => ({ ...now, message: FIRST_MESSAGE }))}
              >
                {texts.add}
              </Button>
            )
          }
        />
      )}
      {message && (
        <>
          <RadioGroup
            aria-label={texts.language}
            look="segments"
            value={language}
            options={LANGUAGES.map((value) => ({ value, label: names[value] }))}
            onChange={setLanguage}
          />
          <p className="tl-dim tl-small">{texts.fills(MESSAGE_WORDS.map((word) => `{${word}}`).join(' '))}</p>
          <div className="matrix-message">
            <div className="matrix-stack">
              {PARTS.map((part) => (
                <CheckedText
                  key={`${part}.${language}`}
                  label={texts.parts[part]}
                  hint={part === 'fault' ? texts.faultHint : undefined}
                  value={message[part][language] ?? ''}
                  maxLength={MAX}
                  isLong
                  readOnly={!change}
                  problem={(text) =>
                    language === 'en' && text.trim() === '' ? say.words.frame.required : undefined
                  }
                  onChange={(text) =>
                    change?.(
                      (now) => withPart(now, part, withName(message[part], language, text)),
                      `message.${part}.${language}`
                    )
                  }
                />
              ))}
            </div>
            <Preview message={message} language={language} />
          </div>
        </>
      )}
    </div>
  )
}

function Preview({ message, language }: { message: EscalationMessage; language: Language }) {
  const { say } = useEditing()
  const texts = say.words.matrix.message
  return (
    <aside className="matrix-preview tl-card" aria-label={texts.preview}>
      <SectionHeader level={3} title={texts.preview} />
      <p className="tl-dim tl-small">{texts.previewHint}</p>
      <div lang={language} className="matrix-preview-text">
        {PARTS.map((part) => (
          <p key={part}>{fillIn(message[part][language] || message[part].en, texts.example)}</p>
        ))}
      </div>
    </aside>
  )
}

function withPart(doc: Matrix, part: (typeof PARTS)[number], text: EscalationMessage[typeof part]): Matrix {
  return doc.message ? { ...doc, message: { ...doc.message, [part]: text } } : doc
}
