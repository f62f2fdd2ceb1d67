-- What Microsoft.Orleans.Persistence.AdoNet expects of a database: a table of statements by key, and behind them whatever gives the right answers. Names of parameters and of result columns are Orleans'.
-- Its own script looks for a row and then inserts one, so two first writes of a grain both succeed. Here a unique index decides, and the statements rest on it.

CREATE TABLE orleansquery (
  querykey varchar(64) PRIMARY KEY,
  querytext text NOT NULL
);

CREATE TABLE orleansstorage (
  grainidhash integer NOT NULL,
  grainidn0 bigint NOT NULL,
  grainidn1 bigint NOT NULL,
  graintypehash integer NOT NULL,
  graintypestring text COLLATE "C" NOT NULL,
  grainidextensionstring text COLLATE "C",
  serviceid text COLLATE "C" NOT NULL,
  payloadbinary bytea,
  modifiedon timestamptz NOT NULL,
  version integer NOT NULL
);

-- The numbers come first because they tell nearly all rows apart. A null would differ from another null, so the missing extension counts as an empty one; no grain's is empty.
CREATE UNIQUE INDEX orleansstorage_grain ON orleansstorage
  (grainidhash, graintypehash, grainidn0, grainidn1, graintypestring, (coalesce(grainidextensionstring, '')), serviceid);

-- The new version; the given one, null included, when the write came too late. Orleans takes an unchanged version for a conflict.
CREATE FUNCTION write_grain_state(
  id_hash integer, n0 bigint, n1 bigint, type_hash integer, type_string text, extension text, service text, expected integer, payload bytea)
RETURNS TABLE (newgrainstateversion integer)
LANGUAGE plpgsql AS $$
BEGIN
  IF expected IS NULL THEN
    INSERT INTO orleansstorage VALUES (id_hash, n0, n1, type_hash, type_string, extension, service, payload, now(), 1)
      ON CONFLICT DO NOTHING RETURNING version INTO newgrainstateversion;
  ELSE
    UPDATE orleansstorage SET payloadbinary = payload, modifiedon = now(), version = version + 1
      WHERE grainidhash = id_hash AND graintypehash = type_hash AND grainidn0 = n0 AND grainidn1 = n1 AND graintypestring = type_string
        AND coalesce(grainidextensionstring, '') = coalesce(extension, '') AND serviceid = service AND version = expected
      RETURNING version INTO newgrainstateversion;
    newgrainstateversion := coalesce(newgrainstateversion, expected);
  END IF;
  RETURN NEXT;
END $$;

INSERT INTO orleansquery (querykey, querytext)
SELECT key, replace(text, 'THE_GRAIN',
  'grainidhash = @GrainIdHash AND graintypehash = @GrainTypeHash AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1 AND graintypestring = @GrainTypeString'
  || ' AND coalesce(grainidextensionstring, '''') = coalesce(@GrainIdExtensionString, '''') AND serviceid = @ServiceId')
FROM (VALUES
  ('WriteToStorageKey',
   'SELECT newgrainstateversion FROM write_grain_state(@GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeHash, @GrainTypeString, @GrainIdExtensionString, @ServiceId, @GrainStateVersion, @PayloadBinary)'),
  ('ReadFromStorageKey', 'SELECT payloadbinary, version FROM orleansstorage WHERE THE_GRAIN'),
  -- The row stays, so that versions go on where they were.
  ('ClearStorageKey', 'UPDATE orleansstorage SET payloadbinary = NULL, modifiedon = now(), version = version + 1 WHERE THE_GRAIN AND version = @GrainStateVersion RETURNING version AS newgrainstateversion'),
  ('DeleteStorageKey', 'DELETE FROM orleansstorage WHERE THE_GRAIN AND version = @GrainStateVersion RETURNING version + 1 AS newgrainstateversion')
) AS statement (key, text);
