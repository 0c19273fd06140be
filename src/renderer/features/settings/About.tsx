import { Badge } from '../../ui/Badge.tsx'
import { useWords } from '../../words/WordsProvider.tsx'

/** What this is, and whose data comes with it under which licence. */
export function About() {
  const { settings, frame } = useWords()
  const { data, licences } = settings
  const sets = [
    { ...data.incidents, licence: licences.ccBy },
    { ...data.reports, licence: licences.ccBy },
    { ...data.complaints, licence: licences.usGovernment }
  ]
  return (
    <div className="tl-settings">
      <div>
        <p className="tl-strong">{frame.appName}</p>
        <p>{settings.aboutText}</p>
      </div>
      <section className="tl-stack" aria-labelledby="about-data">
        <div>
          <h2 id="about-data">{settings.dataTitle}</h2>
          <p className="tl-dim">{settings.dataText}</p>
        </div>
        <ul className="tl-about-sets">
          {sets.map((set) => (
            <li key={set.title} className="tl-about-set">
              <div className="tl-row tl-row-wrap">
                <span className="tl-strong">{set.title}</span>
                <Badge title={settings.licence}>{set.licence}</Badge>
              </div>
              <p className="tl-dim tl-small">{set.text}</p>
            </li>
          ))}
        </ul>
      </section>
      <p className="tl-dim tl-small">{settings.font}</p>
    </div>
  )
}
