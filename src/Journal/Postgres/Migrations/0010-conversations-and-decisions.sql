-- Read models: they can be thrown away, their projections build them again from the journal (empty_views, below the last of them).

-- How far each projection has come. Apart from the journal's own checkpoints, so that it goes with the rows it speaks of.
CREATE TABLE view_checkpoint (
  projection text COLLATE "C" PRIMARY KEY,
  position bigint NOT NULL
) WITH (fillfactor = 10);

CREATE TABLE conversation (
  tenant text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  status text COLLATE "C" NOT NULL,
  queue text COLLATE "C" NOT NULL,
  assignee text COLLATE "C",
  last_at bigint NOT NULL,
  row bytea NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX conversation_last ON conversation (tenant, last_at DESC, id DESC);
CREATE INDEX conversation_assignee ON conversation (tenant, assignee, last_at DESC, id DESC);
CREATE INDEX conversation_status ON conversation (tenant, status, queue, last_at DESC, id DESC);
CREATE INDEX conversation_queue ON conversation (tenant, queue, last_at DESC, id DESC);

CREATE TABLE decision (
  position bigint PRIMARY KEY,
  tenant text COLLATE "C" NOT NULL,
  conversation text COLLATE "C" NOT NULL,
  row bytea NOT NULL
);
CREATE INDEX decision_conversation ON decision (tenant, conversation, position DESC);
