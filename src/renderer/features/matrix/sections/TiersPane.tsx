import { Plus, Trash2 } from 'lucide-react'
import type { Matrix } from '../../../../shared/escalation/matrix.ts'
import { Language } from '../../../../shared/people/person.ts'
import { compareTiers, Tier } from '../../../../shared/people/tier.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { freshId } from '../edit-rows.ts'
import { useEditing } from '../editing.ts'
import { PartHead } from '../PartHead.tsx'
import { ChipEditor } from './ChipEditor.tsx'
import { LabelEditor } from './LabelEditor.tsx'

type TierLine = Matrix['tiers'][number]
type Team = TierLine['teams'][number]
const ANY = 'any'

/** The tiers, lowest first, and the teams of each. */
export function TiersPane() {
  const { doc, change, say } = useEditing()
  const texts = say.words.matrixRows.names
  const missing = Tier.options.filter((tier) => !doc.tiers.some((one) => one.id === tier))
  const add = (id: Tier) =>
    change?.((now) => ({
      ...now,
      tiers: [...now.tiers, { id, name: { en: id }, teams: [] }].toSorted((a, b) => compareTiers(a.id, b.id))
    }))
  return (
    <div className="matrix-pane">
      <PartHead
        part="tiers"
        count={doc.tiers.length}
        actions={
          change &&
          missing.map((tier) => (
            <Button key={tier} size="small" icon={<Plus aria-hidden />} onClick={() => add(tier)}>
              {texts.addTier} {tier}
            </Button>
          ))
        }
      />
      <ul className="matrix-cards">
        {doc.tiers.map((tier) => (
          <TierCard key={tier.id} tier={tier} isOnly={doc.tiers.length === 1} />
        ))}
      </ul>
    </div>
  )
}

function TierCard({ tier, isOnly }: { tier: TierLine; isOnly: boolean }) {
  const { change, say } = useEditing()
  const texts = say.words.matrixRows
  const put = (next: (tier: TierLine) => TierLine, key?: string) =>
    change?.(
      (now) => ({ ...now, tiers: now.tiers.map((one) => (one.id === tier.id ? next(one) : one)) }),
      key
    )
  const putTeam = (id: string, next: (team: Team) => Team, key?: string) =>
    put((now) => ({ ...now, teams: now.teams.map((team) => (team.id === id ? next(team) : team)) }), key)
  const addTeam = () =>
    put((now) => {
      const id = freshId('new-team', new Set(now.teams.map((team) => team.id)))
      return { ...now, teams: [...now.teams, { id, name: { en: texts.names.newTeam } }] }
    })
  return (
    <li className="matrix-card">
      <div className="tl-row tl-row-wrap">
        <h3 className="matrix-tier-id">{tier.id}</h3>
        <ChipEditor label={tier.id} text={say.names.tier(tier.id)}>
          {() => (
            <LabelEditor
              label={tier.name}
              onChange={(name) => put((now) => ({ ...now, name }), `tiers.${tier.id}.name`)}
            />
          )}
        </ChipEditor>
        <ChipEditor
          label={`${tier.id}, ${texts.names.share}`}
          text={shareText(tier, say.format.number) ?? texts.names.share}
          look={tier.targetShare ? 'quiet' : 'add'}
        >
          {() => <ShareFields tier={tier} onChange={(next) => put(() => next, `tiers.${tier.id}.share`)} />}
        </ChipEditor>
        <span className="tl-grow" />
        {change && (
          <>
            <Button size="small" icon={<Plus aria-hidden />} onClick={addTeam}>
              {texts.names.addTeam}
            </Button>
            <IconButton
              size="small"
              label={texts.remove(`${tier.id} ${say.names.tier(tier.id)}`)}
              icon={<Trash2 aria-hidden />}
              disabledReason={isOnly ? texts.keepOne : undefined}
              onClick={() =>
                change((now) => ({ ...now, tiers: now.tiers.filter((one) => one.id !== tier.id) }))
              }
            />
          </>
        )}
      </div>
      {tier.teams.length > 0 && (
        <ul className="matrix-teams">
          {tier.teams.map((team) => (
            <li key={team.id} className="matrix-team">
              <ChipEditor
                label={`${tier.id}/${team.id}`}
                text={say.names.team({ tier: tier.id, team: team.id })}
              >
                {() => (
                  <LabelEditor
                    label={team.name}
                    onChange={(name) =>
                      putTeam(team.id, (now) => ({ ...now, name }), `tiers.${tier.id}.${team.id}`)
                    }
                  />
                )}
              </ChipEditor>
              <span className="matrix-id tl-grow">
                {tier.id}/{team.id}
              </span>
              {change && (
                <>
                  <TeamLanguage team={team} onChange={(next) => putTeam(team.id, () => next)} />
                  <IconButton
                    size="small"
                    label={texts.remove(`${tier.id} ${team.name.en}`)}
                    icon={<Trash2 aria-hidden />}
                    onClick={() =>
                      put((now) => ({ ...now, teams: now.teams.filter((one) => one.id !== team.id) }))
                    }
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function TeamLanguage({ team, onChange }: { team: Team; onChange: (team: Team) => void }) {
  const { words } = useEditing().say
  const { language: _, ...any } = team
  return (
    <Select
      size="small"
      aria-label={`${words.matrixRows.names.language}: ${team.name.en}`}
      value={team.language ?? ANY}
      options={[
        { value: ANY, label: words.matrixRows.names.anyLanguage },
        ...Language.options.map((value) => ({ value, label: words.case.language[value] }))
      ]}
      onChange={(value) => onChange(value === ANY ? any : { ...team, language: value })}
    />
  )
}

function ShareFields({ tier, onChange }: { tier: TierLine; onChange: (tier: TierLine) => void }) {
  const { say } = useEditing()
  const texts = say.words.matrixRows.names
  const [from, to] = tier.targetShare ?? [0, 100]
  const put = (share: readonly [number | null, number | null]) => {
    const [least, most] = share
    if (least === null || most === null || least < 0 || most > 100) return
    onChange({ ...tier, targetShare: [least, most] })
  }
  return (
    <div className="matrix-pair">
      <Field label={texts.shareFrom}>
        <NumberField value={from} locale={say.format.locale} onChange={(value) => put([value, to])} />
      </Field>
      <Field label={texts.shareTo}>
        <NumberField value={to} locale={say.format.locale} onChange={(value) => put([from, value])} />
      </Field>
    </div>
  )
}

function shareText({ targetShare }: TierLine, number: (value: number) => string): string | null {
  if (!targetShare) return null
  const [from, to] = targetShare
  return from === to ? `${number(from)} %` : `${number(from)}–${number(to)} %`
}
