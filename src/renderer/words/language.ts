import type { Language } from '../../shared/people/person.ts'

export const languages: readonly Language[] = ['en', 'es', 'it']

/** Each in its own words, for the settings. */
export const languageNames: Record<Language, string> = { en: 'English', es: 'Español', it: 'Italiano' }

/** The first of the wanted languages that we speak; English when none is. */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find((language) => tag.toLowerCase().split('-')[0] === language)
    if (found) return found
  }
  return 'en'
}
