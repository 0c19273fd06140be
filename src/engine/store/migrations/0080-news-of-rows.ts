/** What an automatic row tells somebody is news as well. */
export const newsOfRows0080 = {
  version: 80,
  sql: `
    DROP INDEX facts_news;
    CREATE INDEX facts_news ON facts (seq) WHERE body ->> '$.event.type' IN
      ('approval.approved', 'approval.declined', 'approval.expired', 'approval.handedOn', 'approval.reminded',
       'escalation.returned', 'case.managerCalled', 'case.callAnswered', 'case.swarmed', 'case.notified');
  `
} as const
