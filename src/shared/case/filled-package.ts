import type { Package } from './case.ts'

/** A package that leaves nothing out, for asking whether a button could be pressed. */
export const FILLED: Package = { need: '-', tried: '-', impact: '-', ask: '-' }
