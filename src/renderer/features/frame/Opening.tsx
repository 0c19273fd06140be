import { Spinner } from '../../ui/Spinner.tsx'
import { useFor } from './use-for.ts'

const SOON_MS = 400

/** Before anybody knows who sits here. What takes no time needs no sign. */
export function Opening({ text }: { text: string }) {
  const slow = useFor(true, SOON_MS)
  return <main className="tl-opening">{slow && <Spinner label={text} showLabel />}</main>
}
