import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser'
import { expect, test } from 'vitest'
import { frameParser } from './frame-parser.ts'

const ours = new frameParser.Encoder()
const plain = new Encoder()
const frame = (changes: readonly object[], from = 1) => ({ storeId: 's', from, to: 9, changes, sums: null })
const event = (...data: unknown[]): Packet => ({ type: PacketType.EVENT, nsp: '/', data })

/** What arrives at the other end. */
function heard(encoded: readonly unknown[]): unknown {
  const decoder = new Decoder()
  let packet: unknown
  decoder.on('decoded', (one) => {
    packet = one
  })
  for (const one of encoded) decoder.add(one)
  return packet
}

test('[SY30] a frame arrives as it would through the parser it came from', () => {
  for (const changes of [
    [],
    [{ kind: 'gone', why: 'a "quoted" \u2028 word' }],
    [{ a: 1 }, { b: [null, { c: 2 }] }]
  ]) {
    const packet = event('sync:frame', frame(changes))
    expect(heard(ours.encode(packet))).toEqual(heard(plain.encode(packet)))
  }
  const others: (() => Packet)[] = [
    () => event('sync:poke', { seq: 1 }),
    () => ({ ...event('sync:frame', frame([])), id: 7 }),
    () => ({ ...event('sync:frame', frame([])), nsp: '/other' }),
    () => ({ type: PacketType.ACK, nsp: '/', id: 3, data: [{ ok: true, data: Buffer.from('bytes') }] })
  ]
  for (const packet of others) expect(ours.encode(packet())).toEqual(plain.encode(packet()))
})

test('[SY30] what many are told of is encoded once', () => {
  let times = 0
  const change = {
    toJSON: () => {
      times += 1
      return { kind: 'fact' }
    }
  }
  const list = [change]
  for (let seat = 0; seat < 50; seat += 1) ours.encode(event('sync:frame', frame(list, seat)))
  // Somebody who is told of more than that.
  ours.encode(event('sync:frame', frame([change, { kind: 'gone' }])))
  expect(times).toBe(1)
})
