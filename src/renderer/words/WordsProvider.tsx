import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Language } from '../../shared/people/person.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { createFormat, type Format } from './format.ts'
import { it } from './it.ts'
import type { Words } from './words.ts'

const all: Record<Language, Words> = { en, es, it }

type Spoken = { readonly language: Language; readonly words: Words; readonly format: Format }

const Spoken = createContext<Spoken>({ language: 'en', words: en, format: createFormat('en') })

/**
 * What the console says, and how it writes numbers and times. `locale` is the regional form when it differs
 * from the language (`en-GB`), `timeZone` the one chosen in the settings.
 */
export function WordsProvider({
  language,
  locale,
  timeZone,
  children
}: {
  language: Language
  locale?: string | undefined
  timeZone?: string | undefined
  children: ReactNode
}) {
  const spoken = useMemo(
    () => ({ language, words: all[language], format: createFormat(locale ?? language, timeZone) }),
    [language, locale, timeZone]
  )
  return <Spoken value={spoken}>{children}</Spoken>
}

/** What a customer is written in their own language, whatever the screen speaks. */
export function wordsIn(language: Language): Words {
  return all[language]
}

export function useWords(): Words {
  return useContext(Spoken).words
}

export function useFormat(): Format {
  return useContext(Spoken).format
}

export function useLanguage(): Language {
  return useContext(Spoken).language
}
