import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ana, desk, escalate, HOUR, matrix, NINE, openCase, queue } from '../../../../test/support/cases.ts'
import { automaticEvent, nextAutomatic } from '../../../shared/case/automatic.ts'
import { SYSTEM } from '../../../shared/lib/ids.ts'
import { must } from '../../../shared/lib/must.ts'
import type { Language } from '../../../shared/people/person.ts'
import { WordsProvider } from '../../words/WordsProvider.tsx'

// What is shown is read on the server's side of React: there is a window, and nothing is asked through it.
beforeAll(() => void vi.stubGlobal('window', { bridge: {} }))
afterAll(() => void vi.unstubAllGlobals())

/** Ana hands it on with a package; nobody at L2 takes it in time. */
function sentByItself() {
  const late = {
    id: 'late-l2',
    trigger: { on: 'breached', clock: 'own' },
    tiers: ['L2'],
    act: { do: 'escalate', to: queue('L3/core'), acceptMinutes: 10, resolveMinutes: 60 }
  }
  const rules = matrix({ automatic: [late] })
  const one = desk({ kase: openCase(ana), matrix: rules, now: NINE + HOUR })
  one.act(ana, escalate('l1-billing', 'L2/billing'))
  const next = must(nextAutomatic(one.kase, rules), 'row')
  one.now = next.at
  one.happen(SYSTEM, automaticEvent(one.kase, next.row, rules, next.at, 'auto-1'))
  return one
}

/** The text of each stop as the screen has it. */
async function stops(language: Language): Promise<string[]> {
  const { HopHistory } = await import('./HopHistory.tsx')
  const { kase, now } = sentByItself()
  const html = renderToStaticMarkup(
    <WordsProvider language={language}>
      <HopHistory kase={kase} now={now} />
    </WordsProvider>
  )
  return html
    .split('<li')
    .slice(1)
    .map((stop) => stop.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' '))
}

test('[ES34] [CS12] a stop the matrix made says so, why, what was left and under which row, in each language', async () => {
  const why = {
    en: 'Automatic: a deadline was missed',
    es: 'Automático: se incumplió un plazo',
    it: 'Automatico: una scadenza è stata mancata'
  }
  const left = { en: 'Hand-off', es: 'Traspaso', it: 'Passaggio di consegne' }
  for (const language of ['en', 'es', 'it'] as const) {
    const [opened, sent, byItself] = await stops(language)
    expect(byItself).toContain(why[language])
    expect(byItself).toContain('late-l2')
    expect(byItself).toContain(left[language])
    expect(opened).not.toContain(left[language])
    for (const other of [opened, sent]) expect(other).not.toContain(why[language])
    expect(sent).toContain('check the ledger')
    expect(byItself).not.toContain('check the ledger')
  }
})
