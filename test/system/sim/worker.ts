// One process of a run: it is sent seeds, tells each one's story, and says how it ended.
import { type Report, STEPS, simulate } from './simulate.ts'

/** What a worker is asked: a story, whole or with only these steps. */
export type Asked = { readonly seed: number; readonly only?: readonly number[] }

/** How a story ended. `invariant`: the one that did not hold, or `threw` for an error nobody foresaw. */
export type Told = { readonly seed: number } & (
  | { readonly ok: true; readonly report: Omit<Report, 'hit'> & { readonly hit: [string, number][] } }
  | { readonly ok: false; readonly invariant: string; readonly why: string }
)

/** Tells one story to its end, whatever that is. */
export async function tell({ seed, only }: Asked): Promise<Told> {
  try {
    const { hit, ...report } = await simulate(seed, only && new Set(only))
    return { seed, ok: true, report: { ...report, hit: [...hit] } }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { seed, ok: false, invariant: /^([A-Z]{1,2}\d+): /.exec(why)?.[1] ?? 'threw', why }
  }
}

/** Every step a story has, in order. */
export const ALL_STEPS: readonly number[] = Array.from({ length: STEPS }, (_one, index) => index + 1)

if (process.send && process.env['TIERLINE_SIM'] === 'worker') {
  // An error that escapes a story is that story's failure: without this the whole worker would end unheard.
  let seed = 0
  const escaped = (error: unknown): void => {
    process.send?.({ seed, ok: false, invariant: 'threw', why: String(error) } satisfies Told)
  }
  process.on('uncaughtException', escaped)
  process.on('unhandledRejection', escaped)
  process.on('message', (asked: Asked) => {
    seed = asked.seed
    void tell(asked).then((told) => process.send?.(told))
  })
  process.on('disconnect', () => process.exit(0))
}
