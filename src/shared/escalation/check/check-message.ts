import { MESSAGE_PARTS, MESSAGE_WORDS, type MessagePart } from '../compose-message.ts'
import type { Finding } from '../finding.ts'
import type { LongLabel } from '../matrix.ts'
import { type Document, error, placeAt, warning } from './document.ts'

/** The message to the customer is written in every language a team works in, and nothing in braces is left standing (MX14). */
export function checkMessage({ matrix }: Document): Finding[] {
  const { message, tiers } = matrix
  if (!message) return []
  const spoken = new Set(tiers.flatMap(({ teams }) => teams.flatMap(({ language }) => language ?? [])))
  return MESSAGE_PARTS.flatMap((part) => [
    ...missing(part, message[part], spoken),
    ...strange(part, message[part])
  ])
}

function missing(part: MessagePart, text: LongLabel, spoken: ReadonlySet<keyof LongLabel>): Finding[] {
  return [...spoken]
    .filter((language) => !text[language]?.trim())
    .map((language) => warning('message_incomplete', placeAt(`message.${part}`), { part, language }))
}

function strange(part: MessagePart, text: LongLabel): Finding[] {
  return Object.entries(text).flatMap(([language, written]) =>
    [...(written ?? '').matchAll(/\{([^{}]*)\}/g)].flatMap(([, word = '']) =>
      MESSAGE_WORDS.some((one) => one === word.trim())
        ? []
        : [
            error('unknown_placeholder', placeAt(`message.${part}.${language}`), {
              word: word.trim(),
              part,
              language
            })
          ]
    )
  )
}
