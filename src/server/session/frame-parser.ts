import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser'

/** Changes are shared by all consoles that are told of them, so each is made JSON once, and a whole list of them as well. */
const encoded = new WeakMap<object, string>()

function jsonOf(value: object, make: () => string): string {
  const known = encoded.get(value)
  if (known !== undefined) return known
  const json = make()
  encoded.set(value, json)
  return json
}

function frameJson({ changes, ...rest }: { readonly changes: readonly object[] }): string {
  const list = jsonOf(changes, () => changes.map((one) => jsonOf(one, () => JSON.stringify(one))).join(','))
  return `${JSON.stringify(rest).slice(0, -1)},"changes":[${list}]}`
}

/** Packets as Socket.IO's own parser writes them; frames without encoding the same change again for every socket. */
class FrameEncoder extends Encoder {
  override encode(packet: Packet): (string | Buffer)[] {
    const { type, nsp, id, data } = packet
    if (type !== PacketType.EVENT || nsp !== '/' || id !== undefined || data?.[0] !== 'sync:frame')
      return super.encode(packet)
    return [`${type}["sync:frame",${frameJson(data[1])}]`]
  }
}

export const frameParser = { Encoder: FrameEncoder, Decoder }
