-- The lists of tickets and the book of who did what to them. Every order has an index that ends with the number, which makes it total; what selects few tickets has one too.
-- marks: tags and watchers, each behind its tenant, so that one index answers for both and tenants never meet. field_values: each field of the form with its value, to be compared as a whole.
CREATE TABLE ticket (
  tenant text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  number bigint NOT NULL,
  version bigint NOT NULL,
  changed bigint NOT NULL,
  team text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  category integer NOT NULL,
  priority integer NOT NULL,
  assignee text COLLATE "C",
  requester text COLLATE "C",
  email text COLLATE "C",
  marks text[] COLLATE "C" NOT NULL,
  created bigint NOT NULL,
  updated bigint NOT NULL,
  due bigint NOT NULL,
  breached integer NOT NULL,
  form text COLLATE "C" NOT NULL,
  form_version integer NOT NULL,
  fields bytea NOT NULL,
  field_values text[] COLLATE "C" NOT NULL,
  row bytea NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX ticket_number ON ticket (tenant, number);
CREATE INDEX ticket_changed ON ticket (tenant, changed);
CREATE INDEX ticket_updated ON ticket (tenant, updated, number);
CREATE INDEX ticket_created ON ticket (tenant, created, number);
CREATE INDEX ticket_due ON ticket (tenant, due, number);
CREATE INDEX ticket_priority ON ticket (tenant, priority, number);
CREATE INDEX ticket_team ON ticket (tenant, team, category);
CREATE INDEX ticket_assignee ON ticket (tenant, assignee);
CREATE INDEX ticket_requester ON ticket (tenant, requester) WHERE requester IS NOT NULL;
CREATE INDEX ticket_email ON ticket (tenant, email) WHERE email IS NOT NULL;
CREATE INDEX ticket_open ON ticket (tenant, form, id) WHERE category < 4;
CREATE INDEX ticket_marks ON ticket USING gin (marks);

CREATE TABLE ticket_deed (
  tenant text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  position bigint NOT NULL,
  ticket text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (tenant, person, at, position)
);
