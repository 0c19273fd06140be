/** What a person is told and where somebody is called to, found without reading through every fact and case. */
export const news0070 = {
  version: 70,
  sql: `
    CREATE INDEX facts_news ON facts (seq) WHERE body ->> '$.event.type' IN
      ('approval.approved', 'approval.declined', 'approval.expired', 'approval.handedOn', 'approval.reminded',
       'escalation.returned', 'case.managerCalled', 'case.callAnswered', 'case.swarmed');

    -- Cases on which an escalation manager was called and has not answered.
    CREATE TABLE calls (case_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    INSERT INTO calls SELECT id FROM cases WHERE ended = 0 AND body ->> '$.called' IS NOT NULL;
  `
} as const
