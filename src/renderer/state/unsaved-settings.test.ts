import { expect, test } from 'vitest'
import type { Settings } from '../../shared/protocol/bridge.ts'
import { saveSettings, withUnsaved } from './unsaved-settings.ts'

const kept: Settings = { language: null, theme: 'system', density: 'comfortable', layout: { listWidth: 300 } }

test('[CO1] of two choices made quickly the first does not come back while the second is on its way', async () => {
  const stored: (() => void)[] = []
  const save = () => new Promise<void>((resolve) => void stored.push(resolve))
  const first = saveSettings({ language: 'es', layout: { navCollapsed: 1 } }, save)
  const second = saveSettings({ language: 'it' }, save)
  expect(withUnsaved(kept)).toEqual({
    ...kept,
    language: 'it',
    layout: { listWidth: 300, navCollapsed: 1 }
  })
  stored[0]?.()
  await first
  expect(withUnsaved({ ...kept, language: 'es' }).language).toBe('it')
  stored[1]?.()
  await second
  expect(withUnsaved({ ...kept, language: 'en' }).language).toBe('en') // chosen in another tab
})

test('[CO1] a choice that cannot be saved is given up', async () => {
  const failing = saveSettings({ theme: 'dark' }, () => Promise.reject(new Error('down')))
  expect(withUnsaved(kept).theme).toBe('dark')
  await expect(failing).rejects.toThrow('down')
  expect(withUnsaved(kept)).toEqual(kept)
})
