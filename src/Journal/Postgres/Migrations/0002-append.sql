-- Many appends in one round trip, each decided by itself: its stream must have the caller's epoch and head. The row's lock makes whoever comes second see what the first has left, and
-- names in order keep two callers from waiting for each other.
--
-- streams, epochs, heads, counts: one element for each append; a stream at most once.
-- owners, places, times, types, client_ids, payloads: one element for each entry, with the number of its append and its place in it, both from 1. At most 4096.
CREATE FUNCTION append_entries(
  streams text[], epochs bigint[], heads bigint[], counts integer[],
  owners integer[], places integer[], times timestamptz[], types text[], client_ids text[], payloads bytea[],
  OUT accepted boolean[], OUT first_position bigint)
-- Plans are kept; one that was made while the table was small must not read all of it when it is large. The price that this puts on reading a table of one row must not make it worth compiling.
LANGUAGE plpgsql SET enable_seqscan = off SET jit = off AS $$
DECLARE
  append record;
  ids bigint[] := array_fill(NULL::bigint, ARRAY[cardinality(streams)]);
  found_id bigint;
BEGIN
  accepted := array_fill(false, ARRAY[cardinality(streams)]);
  FOR append IN SELECT * FROM unnest(streams, epochs, heads, counts) WITH ORDINALITY AS given (name, epoch, head, count, number) ORDER BY given.name COLLATE "C" LOOP
    UPDATE stream SET head = stream.head + append.count
      WHERE stream.name = append.name AND stream.epoch = append.epoch AND stream.head = append.head
      RETURNING stream.id INTO found_id;
    ids[append.number] := found_id;
    accepted[append.number] := found_id IS NOT NULL;
  END LOOP;
  first_position := (pg_current_xact_id()::text::bigint - (SELECT transaction FROM position_origin)) << 12;
  INSERT INTO entry (stream_id, seq, position, at, type, client_id, payload)
    SELECT ids[given.owner], heads[given.owner] + given.place, first_position + given.number - 1, given.time, given.type, given.client_id, given.payload
    FROM unnest(owners, places, times, types, client_ids, payloads) WITH ORDINALITY AS given (owner, place, time, type, client_id, payload, number)
    WHERE ids[given.owner] IS NOT NULL;
END $$;

-- Positions below this one are decided: every transaction that could have given one of them has ended, so what is not there now never will be.
CREATE FUNCTION decided_position() RETURNS bigint
LANGUAGE sql STABLE AS $$
  SELECT (pg_snapshot_xmin(pg_current_snapshot())::text::bigint - (SELECT transaction FROM position_origin)) << 12
$$;
