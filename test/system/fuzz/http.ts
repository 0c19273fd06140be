import { z } from 'zod'
import { NewCase } from '../../../src/server/intake.ts'
import { Text } from '../../../src/shared/case/case.ts'
import { Command } from '../../../src/shared/case/command.ts'
import { OpId, PersonId } from '../../../src/shared/lib/ids.ts'
import { Absence } from '../../../src/shared/people/person.ts'
import { HeldDecision } from '../../../src/shared/protocol/looked-after.ts'
import { matrixTellings } from '../../../src/shared/protocol/matrices.ts'
import { upcast } from '../../../src/shared/protocol/upcast.ts'
import { matrix } from '../../support/cases.ts'
import type { Random } from '../../support/random.ts'
import type { Route } from './account.ts'
import type { Deck } from './deck.ts'
import { fits } from './fits.ts'
import { spoiled, spoiledText } from './spoil.ts'

/** What programs send, written down once more and more simply than the routes do: whatever is taken must be this. */
const AsProgram = z.strictObject({
  opId: OpId,
  command: z
    .object({ type: z.string() })
    .loose()
    .transform((command) => upcast({ tv: 1, command })?.command)
    .pipe(Command)
})
const Message = z.strictObject({ body: Text, messageId: z.string().min(1).max(500).optional() })
const SignIn = z.object({ personId: PersonId, deviceId: z.string().min(8).max(64) })
const Away = z.strictObject({ away: z.object({ from: z.number().optional(), until: z.number() }).nullable() })

type Door = {
  readonly route: Route | null
  readonly method: string
  readonly path: (dice: Random, ids: readonly string[]) => string
  /** What the body must be for a yes; null: a yes changes nothing. */
  readonly takes: z.ZodType | null
  /** Bodies to begin from, before anything is done to them. */
  readonly body: (dice: Random, deck: Deck) => unknown
  /** Whose key opens it. */
  readonly key: 'person' | 'administrator' | 'integration' | 'nobody'
}

const odd = (dice: Random, ids: readonly string[]): string =>
  encodeURIComponent(
    dice.pick([...ids.slice(0, 20), '..', '__proto__', '%', 'x'.repeat(300), '\u0000', "'--"])
  )

const DOORS: readonly (readonly [weight: number, door: Door])[] = [
  [
    30,
    {
      route: 'command',
      method: 'POST',
      path: () => '/api/commands',
      takes: AsProgram,
      body: (_dice, deck) => ({ opId: deck.next(OpId), command: deck.next(Command) }),
      key: 'person'
    }
  ],
  [
    20,
    {
      route: 'open',
      method: 'POST',
      path: () => '/api/cases',
      takes: NewCase,
      body: (_dice, deck) => deck.next(NewCase),
      key: 'integration'
    }
  ],
  [
    12,
    {
      route: 'wrote',
      method: 'POST',
      path: (dice, ids) => `/api/cases/${odd(dice, ids)}/messages`,
      takes: Message,
      body: (_dice, deck) => deck.next(Message),
      key: 'integration'
    }
  ],
  [
    4,
    {
      route: 'signIn',
      method: 'POST',
      path: () => '/api/sign-in/demo',
      takes: SignIn,
      body: (_dice, deck) => deck.next(SignIn),
      key: 'nobody'
    }
  ],
  [
    2,
    {
      route: null,
      method: 'POST',
      path: () => '/api/sign-in',
      takes: null,
      body: (dice) => ({
        email: dice.pick(['ana@example.com', 'x', "' OR 1=1"]),
        password: 'x',
        deviceId: 'device-of-nobody'
      }),
      key: 'nobody'
    }
  ],
  [
    6,
    {
      route: 'away',
      method: 'POST',
      path: (dice) => dice.pick(['/api/me/away', '/api/me/away', '/api/people/ana/away']),
      takes: Away,
      body: (dice, deck) => ({ away: dice.chance(0.3) ? null : deck.next(Absence) }),
      key: 'person'
    }
  ],
  [
    3,
    {
      route: null,
      method: 'POST',
      path: () => '/api/matrices/check',
      takes: null,
      body: (dice) => ({ doc: spoiled(dice, matrix()) }),
      key: 'administrator'
    }
  ],
  [
    3,
    {
      route: 'matrix',
      method: 'POST',
      path: () => '/api/matrices',
      // Made from a version that is not the newest: a good document is refused too, so the rules stay the ones the people know.
      takes: z.never(),
      body: (dice, deck) => ({
        ...(deck.next(matrixTellings['matrix.publish']) as object),
        base: 0,
        doc: spoiled(dice, matrix())
      }),
      key: 'administrator'
    }
  ],
  [
    3,
    {
      route: 'held',
      method: 'POST',
      path: (dice, ids) => `/api/held/${odd(dice, ids)}`,
      takes: z.object({ decision: HeldDecision }),
      body: (_dice, deck) => ({ decision: deck.next(HeldDecision) }),
      key: 'administrator'
    }
  ],
  [
    3,
    {
      route: 'import',
      method: 'POST',
      path: () => '/api/imports',
      takes: z.never(),
      body: (dice) => ({
        name: 'x',
        mapping: dice.pick(['', 'a: [', 'columns: {}', '&a [*a, *a]', '!!js/function x'])
      }),
      key: 'administrator'
    }
  ],
  [
    4,
    {
      route: null,
      method: 'GET',
      path: (dice, ids) =>
        dice.pick([
          `/api/cases/${odd(dice, ids)}`,
          `/api/cases/${odd(dice, ids)}/hops`,
          '/api/figures/avoided-escalations?days=1e9',
          '/api/matrices/%00',
          '/api/matrices/trial/cases?limit=NaN',
          '/api/held',
          '/api/devices',
          '/api/../../etc/passwd'
        ]),
      takes: null,
      body: () => undefined,
      key: 'administrator'
    }
  ]
]

/** One request: what was sent, and what a yes to it would mean. */
export type Request = {
  readonly route: Route | null
  readonly init: RequestInit
  readonly path: string
  /** The body, if the route is meant to take it. */
  readonly isRight: boolean
  readonly opId: string | null
  readonly key: Door['key']
  readonly isSpoiled: boolean
}

/** Draws a request. `honest`: how often nothing is wrong with it. */
export function anyRequest(dice: Random, deck: Deck, ids: readonly string[], honest: number): Request {
  const door = pickDoor(dice)
  const begun = door.body(dice, deck)
  const isSpoiled = !dice.chance(honest)
  const body = isSpoiled ? spoiled(dice, begun) : begun
  const text = body === undefined ? null : JSON.stringify(body)
  const sent = text !== null && isSpoiled && dice.chance(0.25) ? spoiledText(dice, text) : text
  const type = dice.chance(0.95)
    ? 'application/json'
    : dice.pick(['text/plain', 'application/octet-stream', 'x/y; z'])
  const read = readBack(sent)
  return {
    route: door.route,
    path: door.path(dice, ids),
    init: {
      method: door.method,
      ...(door.method !== 'GET' && sent !== null && { body: sent, headers: { 'content-type': type } })
    },
    isRight: door.takes !== null && read !== undefined && fits(door.takes, read) !== undefined,
    opId: door.route === 'command' ? opIdOf(read) : null,
    key: door.key,
    isSpoiled
  }
}

function pickDoor(dice: Random): Door {
  let left = dice.next() * DOORS.reduce((total, [weight]) => total + weight, 0)
  const found = DOORS.find(([weight]) => {
    left -= weight
    return left <= 0
  })
  return (found ?? (DOORS[0] as (typeof DOORS)[number]))[1]
}

function opIdOf(read: unknown): string | null {
  const { opId } = Object(read) as { opId?: unknown }
  return typeof opId === 'string' ? opId : null
}

function readBack(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
