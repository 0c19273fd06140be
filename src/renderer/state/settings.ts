import type { Settings } from '../../shared/protocol/bridge.ts'
import { answerStore } from './answer-store.ts'
import { tell } from './bridge-call.ts'

const settings = answerStore('settings.get', ['settings'])
export const startSettings = settings.start

const DEFAULTS: Settings = { language: null, theme: 'system', density: 'comfortable', layout: {} }

export function useSettings(): Settings {
  return settings.useStore((state) => state.value) ?? DEFAULTS
}

/** False until what was chosen last time is known: nothing is drawn in the wrong looks before. */
export function useSettingsKnown(): boolean {
  return settings.useStore((state) => state.value !== undefined)
}

/** On the screen at once, on disk a moment later. */
export function putSettings(some: Partial<Settings>): void {
  const before = settings.useStore.getState().value ?? DEFAULTS
  const layout = { ...before.layout, ...some.layout }
  settings.useStore.setState({ value: { ...before, ...some, layout } })
  // An engine that is down is shown by the frame; the choice then holds until the window is closed.
  tell('settings.put', some).catch(() => undefined)
}
