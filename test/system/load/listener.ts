// A process full of light consoles, so that who listens is not who is measured. Started by load.ts.
import { type Caller, type Heard, openLight } from './light.ts'

/** What it is asked: to connect some, or what they have heard since the last time. */
export type Asked =
  | { readonly connect: { readonly url: string; readonly callers: readonly (Caller | null)[] } }
  | { readonly heard: 'since' }
/** What it answers. */
export type Said = { readonly connected: number } | { readonly failed: string } | { readonly heard: Heard }

/** So many knock at once. */
const AT_ONCE = 20
const heard: Heard = nothing()

process.on('message', (asked: Asked) => {
  if ('connect' in asked)
    void connect(asked.connect).then(say, (error: unknown) => say({ failed: String(error) }))
  else {
    const before = { ...heard }
    Object.assign(heard, nothing())
    say({ heard: before })
  }
})
process.on('disconnect', () => process.exit(0))

async function connect({ url, callers }: Extract<Asked, { connect: unknown }>['connect']): Promise<Said> {
  const queue = [...callers]
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await openLight(url, next, heard)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return { connected: callers.length }
}

function nothing(): Heard {
  return { deltas: 0, frames: 0, bytes: 0, latency: {} }
}

function say(said: Said): void {
  process.send?.(said)
}
