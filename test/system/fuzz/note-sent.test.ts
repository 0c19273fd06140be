import { expect, test } from 'vitest'
import { PROTOCOL } from '../../../src/shared/protocol/sync.ts'
import { nothingSent } from './account.ts'
import { noteSent } from './note-sent.ts'
import { helloOf, newSeat } from './seat.ts'

/** The installations that count as having said hello with this. */
function noted(hello: object): string[] {
  const seat = newSeat('ana', 'fuzz-ana-1', 'token')
  const insight = { plausible: () => undefined, hints: () => ({}), headHash: () => '' } as never
  const sent = nothingSent()
  noteSent(sent, { seat, insight }, `421${JSON.stringify(['sync:hello', hello])}`)
  return [...sent.devices]
}

test('[FZ2] a hello counts in the words of its protocol, and only of one that is spoken', () => {
  const {
    scopes: _scopes,
    differs: _differs,
    fetching: _fetching,
    ...older
  } = helloOf(newSeat('ana', 'device-1', 'token'))
  expect(noted({ ...older, proto: 2 })).toEqual(['device-1'])
  expect(noted({ ...older, proto: 3 })).toEqual(['device-1'])
  expect(noted({ ...older, proto: 1 })).toEqual([])
  expect(noted({ ...older, proto: PROTOCOL })).toEqual([])
  expect(noted({ ...helloOf(newSeat('ana', 'device-2', 'token')) })).toEqual(['device-2'])
})
