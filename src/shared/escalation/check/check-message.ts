import type { Finding } from '../finding.ts'
import { EscalationMessage, type LongLabel } from '../matrix.ts'
import { type Document, error, placeAt, warning } from './document.ts'

/** What may stand in braces in the message to the customer. */
export const MESSAGE_WORDS = ['customer', 'agent', 'team', 'ref', 'next', 'done'] as const

type Part = keyof EscalationMessage
const PARTS = Object.keys(EscalationMessage.shape) as Part[]

/** The message to the customer is written in every language a team works in, and nothing in braces is left standing (MX14). */
export function checkMessage({ matrix }: Document): Finding[] {
  const { message, tiers } = matrix
  if (!message) return []
  const spoken = new Set(tiers.flatMap(({ teams }) => teams.flatMap(({ language }) => language ?? [])))
  return PARTS.flatMap((part) => [...missing(part, message[part], spoken), ...strange(part, message[part])])
}

function missing(part: Part, text: LongLabel, spoken: ReadonlySet<keyof LongLabel>): Finding[] {
  return [...spoken]
    .filter((language) => !text[language]?.trim())
    .map((language) => warning('message_incomplete', placeAt(`message.${part}`), { part, language }))
}

function strange(part: Part, text: LongLabel): Finding[] {
  return Object.entries(text).flatMap(([language, written]) =>
    [...(written ?? '').matchAll(/\{([^{}]*)\}/g)].flatMap(([, word = '']) =>
      MESSAGE_WORDS.some((one) => one === word)
        ? []
        : [error('unknown_placeholder', placeAt(`message.${part}.${language}`), { word, part, language })]
    )
  )
}
