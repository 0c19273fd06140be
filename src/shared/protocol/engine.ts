/** What crosses between a host (main, web-host) and the engine process. Hosts relay these and never look inside. */
export type EngineRequest = {
  readonly id: number
  readonly kind: 'ask' | 'act' | 'tell'
  readonly name: string
  readonly payload: unknown
}

export type EngineFault = { readonly name: string; readonly message: string }

export type EngineReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly fault: EngineFault }

/** What the engine says unasked: that it can answer now, and what changed. */
export type EnginePush = { readonly push: 'ready' } | { readonly push: 'change'; readonly change: unknown }
