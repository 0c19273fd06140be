import type { UpName } from '../../shared/protocol/sync.ts'

/** The connection as the sync sees it: the real one is a socket, the tests' is flushed by hand. */
export type Wire = {
  /** Resolves with the ack; rejects when the connection ends or the answer takes too long. */
  request(name: UpName, payload: unknown): Promise<unknown>
  /** Tells without waiting for an answer; may be lost. */
  tell(name: 'sync:seen', payload: unknown): void
  close(): void
}

/** `refused`: the server does not want this token. `tooLarge`: it took what was said for too much and hung up. */
export type Ending = 'lost' | 'refused' | 'tooLarge'

export type WireEvents = {
  onOpen(): void
  onClose(why: Ending): void
  onEvent(name: string, payload: unknown): void
}

/** Starts to connect; gives the wire at once, which opens later or closes. */
export type Dial = (events: WireEvents) => Wire

/** Runs `work` once after `ms`; gives back how to call it off. */
export type Schedule = (ms: number, work: () => void) => () => void
