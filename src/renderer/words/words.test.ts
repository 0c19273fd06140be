import { expect, test } from 'vitest'
import { en } from './en.ts'
import { es } from './es.ts'
import { it } from './it.ts'

/** Words that are rightly the same as in English. */
const sameEs = [
  'matrix.findings.error',
  'matrix.message.example.customer',
  'matrix.message.example.agent',
  'matrix.message.example.ref',
  'frame.appName',
  'frame.people.system',
  'settings.licences.ccBy',
  'case.priority.normal',
  'case.channel.chat',
  'case.flag.vip',
  'case.role.supervisor',
  'shortcuts.keyNames.Ctrl',
  'shortcuts.keyNames.Mod',
  'shortcuts.keyNames.Alt',
  'shortcuts.keyNames.Escape'
]
const sameIt = [
  'matrix.message.example.customer',
  'matrix.message.example.agent',
  'matrix.message.example.ref',
  'importing.file',
  'importing.columns.file',
  'frame.appName',
  'frame.people.system',
  'settings.licences.ccBy',
  'case.channel.email',
  'case.channel.chat',
  'case.channel.social',
  'case.flag.vip',
  'case.fields.email',
  'signIn.password',
  'shortcuts.keyNames.Ctrl',
  'shortcuts.keyNames.Mod',
  'shortcuts.keyNames.Alt',
  'shortcuts.keyNames.Escape'
]

const english = textsIn(en)

for (const [name, language, same] of [
  ['Spanish', textsIn(es), sameEs],
  ['Italian', textsIn(it), sameIt]
] as const) {
  test(`[UI2] ${name} says everything that English says`, () => {
    expect([...language.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test(`[UI2] nothing is left in English in ${name}`, () => {
    const untranslated = [...language].filter(([key, text]) => text === english.get(key)).map(([key]) => key)
    expect(
      untranslated.filter((key) => !same.includes(key) && !isOnlyValues(english.get(key) ?? ''))
    ).toEqual([])
  })
}

test('[UI2] no text is empty, shouts, or shows a hole', () => {
  const bad = [en, es, it]
    .flatMap((words) => [...textsIn(words)])
    .filter(([, text]) => text.trim() === '' || /[!¡]|undefined|NaN|\[object/.test(text))
  expect(bad).toEqual([])
})

test('[UI2] what lasts until something happens is not said as lasting while it does', () => {
  const turned = [...textsIn(it)].filter(([, text]) => /\bfinché (?!.*\bnon\b)/.test(text))
  expect(turned).toEqual([])
})

test('[UI2] numbers are counted as the language counts', () => {
  expect(en.frame.connection.offlineBanner(1)).toBe(
    'Offline. 1 change waits here and goes out when you are back.'
  )
  expect(en.frame.connection.offlineBanner(3)).toBe(
    'Offline. 3 changes wait here and go out when you are back.'
  )
  expect(es.frame.cases(1)).toBe('1 caso')
  expect(it.frame.cases(12345)).toBe('12.345 casi')
})

/** Every text by its path; a text with values is tried with some. */
function textsIn(words: object, path = ''): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [key, value] of Object.entries(words) as [string, unknown][]) {
    const at = path ? `${path}.${key}` : key
    if (typeof value === 'string') texts.set(at, value)
    else if (typeof value === 'function') texts.set(at, String(value(3, 4, 5)))
    else for (const [inner, text] of textsIn(value as object, at)) texts.set(inner, text)
  }
  return texts
}

function isOnlyValues(text: string): boolean {
  return !/\p{L}/u.test(text)
}
