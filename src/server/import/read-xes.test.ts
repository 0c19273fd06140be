import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { fold } from '../../shared/case/apply.ts'
import { collect } from './fixtures/collect.ts'
import { desk } from './fixtures/desk.ts'
import { LOG, mappingOf } from './fixtures/mappings.ts'
import { readXes } from './read-xes.ts'

const XES = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <global scope="event"><string key="concept:name" value="UNKNOWN"/></global>
  <string key="concept:name" value="a log"/>
  <trace>
    <string key="concept:name" value="1-364285768"/>
    <event>
      <string key="concept:name" value="Accepted"><string key="inside" value="not read"/></string>
      <date key="time:timestamp" value="2026-03-31T15:59:42+01:00"/>
      <string key="org:group" value="desk"/>
      <string key="org:resource" value="Åse &amp; Co"/>
    </event>
    <event>
      <date key="time:timestamp" value="2026-03-31T16:00:56+01:00"/>
      <string key="concept:name" value="Accepted"/>
      <string key="org:group" value="tech"/>
      <string key="org:resource" value="Siebel"/>
    </event>
    <event>
      <date key="time:timestamp" value="2026-04-01T09:00:00+02:00"/>
      <string key="concept:name" value="Completed"/>
      <string key="org:group" value="tech"/>
    </event>
  </trace>
</log>
`

const MAPPING = mappingOf({
  ...LOG,
  name: 'xes',
  source: { type: 'xes' },
  dates: { formats: ['iso'], zone: 'UTC' },
  columns: {
    externalId: 'case:concept:name',
    subject: 'Incident {case:concept:name}',
    updatedAt: 'time:timestamp',
    status: 'concept:name',
    queue: 'org:group',
    assignedTo: 'org:resource'
  },
  values: { ...LOG.values, status: { map: { Accepted: 'open', Completed: 'closed' }, otherwise: 'reject' } }
})

async function* inPieces(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
}

test('[IM15] events are rows with the line they start on, their attributes and those of their trace', async () => {
  const found = await collect(readXes(inPieces(XES)))
  expect(found[0]).toEqual({
    type: 'row',
    row: {
      line: 8,
      values: new Map([
        ['case:concept:name', '1-364285768'],
        ['concept:name', 'Accepted'],
        ['time:timestamp', '2026-03-31T15:59:42+01:00'],
        ['org:group', 'desk'],
        ['org:resource', 'Åse & Co']
      ])
    }
  })
  expect(found.map((one) => one.type === 'row' && one.row.line)).toEqual([8, 14, 20])
})

test('[IM15] an XES log, gzipped or not, becomes cases', async () => {
  using at = desk()
  expect(await at.run(at.file('log.xes.gz', gzipSync(XES)), MAPPING)).toMatchObject({
    ok: true,
    value: { imported: 1, rows: 3, rejected: 0 }
  })
  const [[id, facts] = []] = at.log.all()
  expect(facts?.map(({ by, event }) => `${by} ${event.type}`)).toEqual([
    'import case.opened',
    'import case.assigned',
    'import case.escalated',
    'import case.assigned',
    'import case.resolved',
    'import case.closed'
  ])
  expect(id && fold(id, facts ?? [])).toMatchObject({
    ref: '1-364285768',
    subject: 'Incident 1-364285768',
    queue: { tier: 'L2', team: 'technical' },
    state: { status: 'closed', at: Date.parse('2026-04-01T07:00:00Z') },
    conversation: ['x:Ase-Co', 'x:Siebel']
  })
})

test('[IM3] an attribute no event has is a column that is not in the file', async () => {
  using at = desk()
  const mapping = { ...MAPPING, columns: { ...MAPPING.columns, revision: 'rev' } }
  expect(await at.run(at.file('log.xes', XES), mapping)).toMatchObject({
    error: { type: 'MissingColumns', problems: [{ path: 'columns.revision' }] }
  })
  expect(at.leftovers()).toEqual([])
})
