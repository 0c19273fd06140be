import type { Settings } from '../../shared/protocol/bridge.ts'

/** What was chosen here and is not on disk yet, oldest first. */
let onTheWay: readonly Partial<Settings>[] = []

/** Saves a choice. Until it is saved, what the engine says is older than what is on the screen. */
export async function saveSettings(some: Partial<Settings>, save: () => Promise<unknown>): Promise<void> {
  onTheWay = [...onTheWay, some]
  try {
    await save()
  } finally {
    onTheWay = onTheWay.filter((one) => one !== some)
  }
}

/** The engine's answer with what it has not heard of yet, so that a choice just made is not undone for a moment. */
export function withUnsaved(said: Settings): Settings {
  return onTheWay.reduce(withSome, said)
}

export function withSome(before: Settings, some: Partial<Settings>): Settings {
  return { ...before, ...some, layout: { ...before.layout, ...some.layout } }
}
