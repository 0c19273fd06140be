import { Command } from '../../../src/shared/case/command.ts'
import type { Op } from '../../../src/shared/protocol/op.ts'
import type { Pushed } from '../../../src/shared/protocol/sync.ts'
import type { Random } from '../../support/random.ts'
import type { Insight } from './acts.ts'
import type { Deck } from './deck.ts'
import { heardPushed, pushOf, type Seat } from './seat.ts'

/** What was sent, as it is told when something went wrong. */
export type Said = { readonly personId: string; readonly kind: string; readonly text: string }

/** One message. `name` null: bytes nobody can say beforehand whether they are a message at all. */
export type Message = {
  readonly kind: string
  readonly name: string | null
  readonly payload: unknown
  /** What goes over the wire, under an ack of its own where it has a name; empty: the name and the payload as they should be written. */
  readonly texts: readonly (string | Uint8Array<ArrayBuffer>)[]
  /** The installation does not know where it stands after this. */
  readonly leavesLost: boolean
  hear(answer: unknown): void
}

/** What messages are made from. */
export type Given = {
  readonly dice: Random
  readonly deck: Deck
  readonly insight: Insight
  readonly seat: Seat
  /** The server's time. */
  readonly at: number
  /** Messages of before, anybody's. */
  readonly memory: readonly Said[]
  /** Keys to the door, by person. */
  readonly tokens: Readonly<Record<string, string>>
  newId(): string
}

/** How one kind of message is made. */
export type Maker = (given: Given) => Message

/** A message that has a name, and therefore an answer. */
export function named(kind: string, name: string, payload: unknown, more: Partial<Message> = {}): Message {
  return { kind, name, payload, texts: [], leavesLost: false, hear: () => undefined, ...more }
}

/** Bytes of our own making. */
export function loose(kind: string, ...texts: (string | Uint8Array<ArrayBuffer>)[]): Message {
  return { kind, name: null, payload: null, texts, leavesLost: true, hear: () => undefined }
}

/** Ops on their way; the installation hears what became of them. */
export function pushing(
  kind: string,
  { seat }: Given,
  ops: readonly Op[],
  payload: unknown = pushOf(seat, ops)
): Message {
  return named(kind, 'sync:push', payload, {
    hear: (answer) => heardPushed(seat, ops, answer as Pushed | undefined)
  })
}

/** What somebody might do now, and now and then what only the schema allows. */
export function commands(given: Given, count: number): unknown[] {
  const { dice, insight, seat, at, deck } = given
  return Array.from({ length: count }, () =>
    dice.chance(0.75)
      ? insight.plausible(dice, seat.personId, `words ${dice.below(1e6)}`, at)
      : deck.next(Command)
  )
}
