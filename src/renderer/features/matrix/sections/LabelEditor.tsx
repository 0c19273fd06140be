import type { Label } from '../../../../shared/escalation/matrix.ts'
import { useWords } from '../../../words/WordsProvider.tsx'
import { CheckedText } from './CheckedText.tsx'

const LANGUAGES = ['en', 'es', 'it'] as const
const MAX = 80

/** A name in three languages. English is always there, the others fall back to it. */
export function LabelEditor({ label, onChange }: { label: Label; onChange: (label: Label) => void }) {
  const texts = useWords().matrixRows.names
  return (
    <div className="matrix-stack">
      {LANGUAGES.map((language) => (
        <CheckedText
          key={language}
          label={texts[language]}
          value={label[language] ?? ''}
          maxLength={MAX}
          problem={(text) => (language === 'en' && text.trim() === '' ? texts.needed : undefined)}
          onChange={(text) => onChange(withName(label, language, text))}
        />
      ))}
    </div>
  )
}

export function withName<L extends { en: string; es?: string | undefined; it?: string | undefined }>(
  label: L,
  language: 'en' | 'es' | 'it',
  text: string
): L {
  if (text !== '' || language === 'en') return { ...label, [language]: text }
  const { [language]: _, ...rest } = label
  return rest as L
}
