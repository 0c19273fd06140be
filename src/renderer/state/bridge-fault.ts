import type { EngineFault } from '../../shared/protocol/engine.ts'

/** The world failed: the engine is down, the disk broke. A refusal is never one of these: it comes back as an answer. */
export class BridgeFault extends Error {
  override readonly name = 'BridgeFault'
  /** The fault's own name: `EngineDown`, `DiskFull`, `NotSignedIn`. */
  readonly fault: EngineFault

  constructor(fault: EngineFault) {
    super(fault.message)
    this.fault = fault
  }
}
