import type { Settings } from '../../shared/protocol/bridge.ts'
import { answerStore } from './answer-store.ts'
import { tell } from './bridge-call.ts'
import { saveSettings, withSome, withUnsaved } from './unsaved-settings.ts'

const settings = answerStore('settings.get', ['settings'], withUnsaved)
export const startSettings = settings.start

const DEFAULTS: Settings = { language: null, theme: 'system', density: 'comfortable', layout: {} }

export function useSettings(): Settings {
  return settings.useStore((state) => state.value) ?? DEFAULTS
}

/** False until what was chosen last time is known: nothing is drawn in the wrong looks before. */
export function useSettingsKnown(): boolean {
  return settings.useStore((state) => state.value !== undefined)
}

const REST_MS = 300
let unsaved: Settings['layout'] = {}
let resting: ReturnType<typeof setTimeout> | undefined

/** Sizes and folds change with every pixel of a drag; they are stored once it rests. */
export function putLayout(some: Settings['layout']): void {
  unsaved = { ...unsaved, ...some }
  show({ layout: some })
  clearTimeout(resting)
  resting = setTimeout(() => {
    const layout = unsaved
    unsaved = {}
    putSettings({ layout })
  }, REST_MS)
}

/** On the screen at once, on disk a moment later. */
export function putSettings(some: Partial<Settings>): void {
  show(some)
  // An engine that is down is shown by the frame; the choice then holds until the window is closed.
  saveSettings(some, () => tell('settings.put', some)).catch(() => undefined)
}

function show(some: Partial<Settings>): void {
  settings.useStore.setState(({ value }) => ({ value: withSome(value ?? DEFAULTS, some) }))
}
