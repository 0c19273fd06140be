/**
 * Words of facts go into the index in quiet moments, so it is kept how far that has come: what an older build left is all in.
 * And a case that comes costs less: lists of open cases hold no others, and each count is kept by one statement.
 */
export const wordsLater0030 = {
  version: 30,
  sql: `
    INSERT INTO meta SELECT 'indexedTo', CAST(coalesce(max(id), 0) AS TEXT) FROM facts;

    DROP INDEX cases_queue;
    DROP INDEX cases_owner;
    CREATE INDEX cases_queue ON cases (queue, due_at, id) WHERE ended = 0;
    CREATE INDEX cases_owner ON cases (owner, due_at, id) WHERE ended = 0;

    DROP TRIGGER cases_counted;
    DROP TRIGGER cases_uncounted;
    DROP TRIGGER cases_recounted;
    CREATE TRIGGER cases_counted AFTER INSERT ON cases BEGIN
      INSERT INTO counts VALUES (CASE new.ended WHEN 1 THEN 'ended:' ELSE 'open:' END || new.queue, 1)
        ON CONFLICT (key) DO UPDATE SET n = n + 1;
      INSERT INTO counts SELECT CASE new.owner WHEN '' THEN 'unowned:' || new.queue ELSE 'owner:' || new.owner END, 1 WHERE new.ended = 0
        ON CONFLICT (key) DO UPDATE SET n = n + 1;
    END;
    CREATE TRIGGER cases_uncounted AFTER DELETE ON cases BEGIN
      UPDATE counts SET n = n - 1 WHERE key = CASE old.ended WHEN 1 THEN 'ended:' ELSE 'open:' END || old.queue;
      UPDATE counts SET n = n - 1 WHERE old.ended = 0 AND key = CASE old.owner WHEN '' THEN 'unowned:' || old.queue ELSE 'owner:' || old.owner END;
    END;
    CREATE TRIGGER cases_recounted AFTER UPDATE OF queue, owner, ended ON cases
      WHEN old.queue <> new.queue OR old.owner <> new.owner OR old.ended <> new.ended BEGIN
      UPDATE counts SET n = n - 1 WHERE key = CASE old.ended WHEN 1 THEN 'ended:' ELSE 'open:' END || old.queue;
      UPDATE counts SET n = n - 1 WHERE old.ended = 0 AND key = CASE old.owner WHEN '' THEN 'unowned:' || old.queue ELSE 'owner:' || old.owner END;
      INSERT INTO counts VALUES (CASE new.ended WHEN 1 THEN 'ended:' ELSE 'open:' END || new.queue, 1)
        ON CONFLICT (key) DO UPDATE SET n = n + 1;
      INSERT INTO counts SELECT CASE new.owner WHEN '' THEN 'unowned:' || new.queue ELSE 'owner:' || new.owner END, 1 WHERE new.ended = 0
        ON CONFLICT (key) DO UPDATE SET n = n + 1;
    END;
  `
} as const
