import { z } from 'zod'
import { people } from '../../support/cases.ts'
import type { Random } from '../../support/random.ts'
import type { Sent } from './account.ts'
import type { Insight } from './acts.ts'
import type { Target } from './child.ts'
import type { Deck } from './deck.ts'
import { anyRequest } from './http.ts'
import { dial, PATIENCE_MS } from './line.ts'
import type { Said } from './making.ts'
import type { Tally } from './tally.ts'

/** What the ways in beside the socket are tried with. */
type Doors = {
  readonly dice: Random
  readonly deck: Deck
  readonly insight: Insight
  readonly target: Target
  readonly tally: Tally
}

/** One request of a program, right or wrong. */
export async function byHttp({ dice, deck, insight, target, tally }: Doors, sent: Sent): Promise<Said> {
  tally.sent('http')
  const request = anyRequest(dice, deck, insight.hints()['caseId'] as string[], 0.5)
  const personId = request.key === 'administrator' ? 'ada' : dice.pick(people).id
  const keys = {
    person: target.tokens[personId],
    administrator: target.tokens['ada'],
    integration: target.integration,
    nobody: undefined
  }
  const key = dice.chance(0.9) ? keys[request.key] : dice.pick([target.expired, 'x', target.integration, ''])
  const isRightKey = request.key === 'nobody' || key === keys[request.key]
  const text = `${request.init.method} ${request.path} ${String(request.init.body ?? '')}`
  const said: Said = { personId, kind: 'http', text }
  if (request.isRight && request.opId !== null && isRightKey) {
    sent.good.add(request.opId)
    sent.read.add(request.opId)
  }
  const headers = {
    ...(request.init.headers as object),
    ...(key !== undefined && { authorization: `Bearer ${key}` })
  }
  const reply = await fetch(`${target.url}${request.path}`, {
    ...request.init,
    headers,
    signal: AbortSignal.timeout(PATIENCE_MS)
  })
  const body = await reply.text()
  if (!reply.ok) {
    tally.sums.refused += 1
    const isTold = z.object({ error: z.string(), message: z.string() }).safeParse(JSON.parse(body)).success
    if (!isTold) tally.sums.misshapen += 1
    if (!isTold) tally.trouble(`a no without a reason: ${reply.status} ${body}`, [said])
  } else if (request.route !== null) {
    sent.done.set(request.route, (sent.done.get(request.route) ?? 0) + 1)
    if (request.isRight && isRightKey) return said
    tally.sums.changes += 1
    tally.trouble(`a yes to what is not right: ${reply.status} ${body}`, [said])
  }
  return said
}

/** With no key, a bad one, one that has ended, or one that opens another door. */
export async function atTheDoor({
  dice,
  target,
  tally
}: Pick<Doors, 'dice' | 'target' | 'tally'>): Promise<Said[]> {
  tally.sent('door')
  const auths = [
    undefined,
    null,
    '',
    'x',
    7,
    {},
    target.expired,
    target.integration,
    'y'.repeat(5_000)
  ].flatMap((token) => [{ token }, { token: [token] }])
  const auth = dice.pick([...auths, {}, []])
  const dialled = await dial(target.url, auth)
  const said = { personId: 'nobody', kind: 'door', text: JSON.stringify(auth) }
  if ('refused' in dialled) tally.sums.refused += 1
  else {
    tally.sums.changes += 1
    tally.trouble('somebody without a key is let in', [said])
  }
  return [said]
}
