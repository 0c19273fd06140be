import type { OptionField } from '../../../shared/case/option.ts'

/** What a form holds while one types. `to` is a person's id or a queue's key. */
export type Typed = {
  readonly body?: string
  readonly note?: string
  readonly reason?: string
  readonly to?: string
  readonly choice?: string
  /** Why a case goes back, and to whom: a form with two choices keeps them apart. */
  readonly returnReason?: string
  readonly returnTo?: string
  readonly amountMinor?: number | null
}

/** Required fields with nothing in them. */
export function missingOf(fields: readonly OptionField[], typed: Typed): OptionField['name'][] {
  return fields.filter((field) => field.required && !isFilled(field, typed)).map((field) => field.name)
}

function isFilled(field: OptionField, typed: Typed): boolean {
  switch (field.kind) {
    case 'text':
      return Boolean(typed[field.name]?.trim())
    case 'person':
    case 'queue':
      return typed.to !== undefined
    case 'choice':
      return chosenIn(field.name, typed) !== undefined
    case 'money':
      return typeof typed.amountMinor === 'number' && typed.amountMinor > 0
    case 'package':
      return true // the hand-off form asks for these
  }
}

type ChoiceName = Extract<OptionField, { kind: 'choice' }>['name']

/** Where a choice is kept while one types. */
export function choiceKey(name: ChoiceName): 'choice' | 'returnReason' | 'returnTo' {
  return name === 'returnReason' || name === 'returnTo' ? name : 'choice'
}

/** What was chosen in a field. */
export function chosenIn(name: ChoiceName, typed: Typed): string | undefined {
  return typed[choiceKey(name)]
}
