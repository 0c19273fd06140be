import type { Language } from '../../shared/people/person.ts'

type Forms = { readonly one: string; readonly other: string; readonly zero?: string }

/** `plural(3, { one: '# change', other: '# changes' })`: `#` becomes the number as this language writes it. */
export function pluralIn(language: Language): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language)
  return (count, forms) => {
    const form =
      count === 0 && forms.zero !== undefined
        ? forms.zero
        : rules.select(count) === 'one'
          ? forms.one
          : forms.other
    return form.replaceAll('#', numbers.format(count))
  }
}
