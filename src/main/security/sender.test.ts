import { expect, test } from 'vitest'
import { isTrusted } from './sender.ts'

const page = 'app://console/'

test('[SH4] only our window, its main frame, on our page, is heard', () => {
  const mainFrame = { url: 'app://console/case/7' }
  const ours = { mainFrame }
  const another = { mainFrame }
  expect(isTrusted({ sender: ours, senderFrame: mainFrame }, ours, page)).toBe(true)
  expect(isTrusted({ sender: another, senderFrame: mainFrame }, ours, page)).toBe(false)
  expect(isTrusted({ sender: ours, senderFrame: { url: 'app://console/' } }, ours, page)).toBe(false)
  expect(isTrusted({ sender: ours, senderFrame: null }, ours, page)).toBe(false)
  expect(isTrusted({ sender: ours, senderFrame: mainFrame }, undefined, page)).toBe(false)
})

test('[SH4] our window is not heard while it shows another page', () => {
  const mainFrame = { url: 'https://evil.example/' }
  const ours = { mainFrame }
  expect(isTrusted({ sender: ours, senderFrame: mainFrame }, ours, page)).toBe(false)
})
