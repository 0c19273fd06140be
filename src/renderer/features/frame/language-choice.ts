import type { Language } from '../../../shared/people/person.ts'
import { languageFor } from '../../words/language.ts'

/** The language of the screen: the one chosen here, else the person's own, else the first of the host's that we speak. */
export function chooseLanguage(
  chosen: Language | null,
  persons: Language | null,
  hosts: readonly string[]
): Language {
  return chosen ?? persons ?? languageFor(hosts)
}

/** How numbers and dates are written: the host's own region when it speaks the language of the screen. */
export function chooseLocale(language: Language, hosts: readonly string[]): string {
  return hosts.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? language
}
