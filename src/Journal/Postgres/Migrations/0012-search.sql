-- Search: texts, numbered for each tenant as they come, and an index of their words. docs/decisions/0019-search-in-postgresql.md

-- Which version of our tokenizer the index is of; another one throws it away. The row is also the lock of whoever writes the index.
CREATE TABLE search_version (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  version integer NOT NULL
);
INSERT INTO search_version (version) VALUES (0);

-- last: number of the newest text. texts, words: what is there now.
CREATE TABLE search_tenant (
  no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant text COLLATE "C" NOT NULL UNIQUE,
  last bigint NOT NULL DEFAULT 0,
  texts bigint NOT NULL DEFAULT 0,
  words bigint NOT NULL DEFAULT 0
);

-- keys: for each word one number, in its high half the tenant and the slice of 16,384 texts that the text is in, in its low half the word: a slice is looked through by itself, and new
-- texts add to one place of the index.
CREATE TABLE search_doc (
  tenant bigint NOT NULL,
  no bigint NOT NULL,
  kind smallint NOT NULL,
  item text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  at bigint NOT NULL,
  words integer NOT NULL,
  keys bigint[] NOT NULL,
  PRIMARY KEY (tenant, no)
);
-- How common a key is we count ourselves.
ALTER TABLE search_doc ALTER COLUMN keys SET STATISTICS 0;
CREATE INDEX search_doc_item ON search_doc (tenant, kind, item, seq);
CREATE INDEX search_doc_keys ON search_doc USING gin (keys);

CREATE TABLE search_text (
  tenant bigint NOT NULL,
  no bigint NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (tenant, no)
);

CREATE TABLE search_word (
  tenant bigint NOT NULL,
  kind smallint NOT NULL,
  word text COLLATE "C" NOT NULL,
  texts bigint NOT NULL,
  PRIMARY KEY (tenant, kind, word)
);
