import type { Language } from '../people/person.ts'
import { EscalationMessage } from './matrix.ts'

/** What may stand in braces in the message to the customer. */
export const MESSAGE_WORDS = ['customer', 'agent', 'team', 'ref', 'next', 'done'] as const
export type MessageWord = (typeof MESSAGE_WORDS)[number]

/** The elements of the message, in the order a customer reads them. */
export const MESSAGE_PARTS = Object.keys(EscalationMessage.shape) as readonly MessagePart[]
export type MessagePart = keyof EscalationMessage

export type Composed = {
  readonly text: string
  /** What still stands in braces: nothing was known for it, so whoever sends it has to see to it. */
  readonly open: readonly string[]
}

/**
 * The message to a customer whose case goes up: the chosen parts as paragraphs, in the customer's language where the matrix
 * has it. A word in braces that nothing is known for stays where it is, to be seen.
 */
export function composeMessage(
  message: EscalationMessage,
  given: {
    readonly language: Language
    readonly parts: readonly MessagePart[]
    readonly words: Readonly<Partial<Record<MessageWord, string>>>
  }
): Composed {
  const { language, parts, words } = given
  const text = MESSAGE_PARTS.filter((part) => parts.includes(part))
    .map((part) => fill(message[part][language]?.trim() || message[part].en, words))
    .join('\n\n')
  return { text, open: openWords(text) }
}

/** The names that still stand in braces in a text, each once. */
export function openWords(text: string): string[] {
  return [...new Set([...text.matchAll(BRACES)].map(([, name = '']) => name.trim()))]
}

const BRACES = /\{([^{}]*)\}/g

/** Put in at one go, so that braces in a customer's own name are left alone. */
function fill(text: string, words: Readonly<Partial<Record<string, string>>>): string {
  return text.replaceAll(BRACES, (whole, name: string) => {
    const known = Object.hasOwn(words, name.trim()) ? words[name.trim()]?.trim() : undefined
    return known || whole
  })
}
