import { Plus, Trash2 } from 'lucide-react'
import type { Delegate } from '../../../../shared/escalation/matrix.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useEditing } from '../editing.ts'
import { PersonPicker } from '../editors/pickers.tsx'
import { PartHead } from '../PartHead.tsx'

/** Who decides in whose place: always, or while that person is away. */
export function DelegatesPane() {
  const { doc, change, say, people } = useEditing()
  const texts = say.words.matrixRows
  const deciders = people.filter((one) => one.role === 'supervisor' || one.role === 'escalation_manager')
  const [of, to = of] = deciders
  const add = () => {
    if (of && to)
      change?.((now) => ({ ...now, delegates: [...now.delegates, { of: of.id, to: to.id, when: 'away' }] }))
  }
  const put = (at: number, next: Delegate) =>
    change?.((now) => ({ ...now, delegates: now.delegates.with(at, next) }), `delegates.${at}`)
  const whens = (['away', 'always'] as const).map((value) => ({ value, label: texts.delegates[value] }))
  return (
    <div className="matrix-pane">
      <PartHead
        part="delegates"
        count={doc.delegates.length}
        actions={
          change && (
            <Button icon={<Plus aria-hidden />} onClick={add}>
              {texts.delegates.add}
            </Button>
          )
        }
      />
      {doc.delegates.length === 0 && (
        <EmptyState title={texts.delegates.empty.title} text={texts.delegates.empty.text} />
      )}
      <ul className="matrix-cards">
        {doc.delegates.map((delegate, at) => {
          const names = `${say.names.person(delegate.of)} → ${say.names.person(delegate.to)}`
          // Two delegates may say the same until one is changed: the place tells them apart.
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a delegate has no name of its own
            <li key={at} className="matrix-card matrix-delegate">
              {change ? (
                <>
                  <span className="matrix-lead">{texts.delegates.of}</span>
                  <PersonPicker
                    label={texts.delegates.of}
                    person={delegate.of}
                    onChange={(person) => put(at, { ...delegate, of: person })}
                  />
                  <span className="matrix-lead">{texts.delegates.to}</span>
                  <PersonPicker
                    label={texts.delegates.to}
                    person={delegate.to}
                    onChange={(person) => put(at, { ...delegate, to: person })}
                  />
                  <Select
                    aria-label={texts.delegates.when}
                    value={delegate.when}
                    options={whens}
                    onChange={(when) => put(at, { ...delegate, when })}
                  />
                  <IconButton
                    label={texts.remove(names)}
                    icon={<Trash2 aria-hidden />}
                    onClick={() => change((now) => ({ ...now, delegates: now.delegates.toSpliced(at, 1) }))}
                  />
                </>
              ) : (
                <span>
                  {names} · {texts.delegates[delegate.when]}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
