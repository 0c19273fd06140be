import { type DownName, PROTOCOL } from '../../shared/protocol/sync.ts'

/**
 * Which protocols this server speaks besides its own: a fleet is updated console by console, so those of two protocols before
 * are let in, and older ones told in a sentence why not (SY50). `sees`: what such a console must not be sent, in the words it knows.
 */
const OLDER: Readonly<Record<number, { readonly sees: Shim } | { readonly why: string }>> = {
  1: { why: 'it cannot read the matrices of today' },
  2: { sees: asOfProtocol2 },
  3: { sees: asOfProtocol3 }
}

type Shim = (name: string, payload: unknown) => unknown

/** Whether a console of this protocol is let in. */
export function isSpoken(proto: number): boolean {
  const older = OLDER[proto]
  return proto === PROTOCOL || (older !== undefined && 'sees' in older)
}

/** Why a console of another protocol is not, and who needs the update. */
export function whyNot(proto: number): string {
  const older = OLDER[proto]
  const speaks = `this server speaks protocol ${PROTOCOL}, the console ${proto}`
  if (older && 'why' in older) return `${speaks}: ${older.why}; the console needs an update`
  return `${speaks}: the ${proto < PROTOCOL ? 'console' : 'server'} needs an update`
}

/** Whether it fetches whole scopes as files; one that does not goes through pages (boot.ts). */
export function knowsFiles(proto: number): boolean {
  return proto > 3
}

/** A hello in today's words. */
export function helloFrom(proto: number, payload: object): object {
  return knowsFiles(proto) ? payload : { scopes: [], differs: [], fetching: null, ...payload }
}

/** What is said unasked, in the words of its protocol. */
export function eventTo(proto: number, name: DownName, payload: unknown): [name: DownName, payload: unknown] {
  // It has no word for "pull": it says hello, and is told to go on from its cursor.
  if (!knowsFiles(proto) && name === 'sync:poke') return ['sync:rehello', { why: 'behind' }]
  return [name, saidTo(proto, name, payload)]
}

/** What is said to a console, in the words of its protocol. */
export function saidTo(proto: number, name: string, payload: unknown): unknown {
  const older = OLDER[proto]
  return older && 'sees' in older ? older.sees(name, payload) : payload
}

/** Either everything it holds is what it goes on with, or it fetches everything page by page. */
function asOfProtocol3(_name: string, payload: unknown): unknown {
  const said = payload as { readonly kept?: readonly string[] } | null
  return said?.kept ? { ...said, mode: said.kept.length > 0 ? 'delta' : 'boot' } : payload
}

/** Reasons protocol 2 has no name for: it is told that it was not understood here, with the reason as text. */
const AFTER_2: ReadonlySet<string> = new Set(['SentAlready', 'TooLong', 'GrantLapsed'])

/** Fields that came since are passed over by a console of then; a name that came since is not. */
function asOfProtocol2(name: string, todays: unknown): unknown {
  const payload = asOfProtocol3(name, todays)
  if (name === 'sync:bye') {
    const bye = payload as { readonly why: string }
    return bye.why === 'forked' ? { ...bye, why: 'replaced' } : bye
  }
  if (typeof payload !== 'object' || payload === null) return payload
  // A push answers with results, a hello with what was missed, a pull with a frame of them.
  const said = payload as { readonly results?: readonly Result[]; readonly frame?: object }
  return {
    ...payload,
    ...(said.results && { results: said.results.map(resultOf2) }),
    ...(said.frame && { frame: asOfProtocol2(name, said.frame) })
  }
}

type Result = { readonly refusal: { readonly type: string } | null }

function resultOf2(result: Result): Result {
  const { refusal } = result
  if (!refusal || !AFTER_2.has(refusal.type)) return result
  return { ...result, refusal: { type: 'NotUnderstood', problem: refusal.type } as Result['refusal'] }
}
