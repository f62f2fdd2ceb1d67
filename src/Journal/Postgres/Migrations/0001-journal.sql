-- Streams, their entries in one global order, states, checkpoints and node numbers. docs/decisions/0017-positions-count-transactions.md

CREATE SEQUENCE stream_id AS bigint;

-- Each append updates its stream's head; with room on the page the new version stays beside the old one and no index is touched.
CREATE TABLE stream (
  name text COLLATE "C" NOT NULL,
  id bigint NOT NULL DEFAULT nextval('stream_id'),
  epoch bigint NOT NULL,
  head bigint NOT NULL,
  PRIMARY KEY (name)
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
CREATE UNIQUE INDEX stream_id_key ON stream (id);

CREATE TABLE entry (
  stream_id bigint NOT NULL,
  seq bigint NOT NULL,
  position bigint NOT NULL,
  at timestamptz NOT NULL,
  type text COLLATE "C" NOT NULL,
  client_id text COLLATE "C",
  payload bytea NOT NULL,
  PRIMARY KEY (stream_id, seq)
) PARTITION BY HASH (stream_id);

DO $$
BEGIN
  FOR part IN 0..15 LOOP
    EXECUTE format('CREATE TABLE entry_%s PARTITION OF entry FOR VALUES WITH (MODULUS 16, REMAINDER %s)', to_char(part, 'FM00'), part);
  END LOOP;
END $$;

CREATE INDEX entry_position ON entry (position);
CREATE UNIQUE INDEX entry_client_id ON entry (stream_id, client_id) WHERE client_id IS NOT NULL;

-- position = (transaction - origin) << 12 | ordinal in the transaction. One row.
CREATE TABLE position_origin (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  transaction bigint NOT NULL
);
INSERT INTO position_origin (transaction) VALUES (pg_current_xact_id()::text::bigint);

CREATE SEQUENCE state_version AS bigint;

CREATE TABLE state (
  kind text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  payload bytea NOT NULL,
  PRIMARY KEY (kind, key)
);

CREATE TABLE checkpoint (
  projection text COLLATE "C" PRIMARY KEY,
  position bigint NOT NULL
) WITH (fillfactor = 10);

CREATE TABLE node_lease (
  node integer PRIMARY KEY,
  owner text COLLATE "C",
  until timestamptz NOT NULL,
  mark bigint NOT NULL
) WITH (fillfactor = 50);
