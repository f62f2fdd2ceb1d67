-- What the program may do. Not a migration: given again after each run, to the role that the option Postgres:Role names in place of program_role.
GRANT USAGE ON SCHEMA grainline TO program_role;
GRANT SELECT ON migration, position_origin TO program_role;
-- The past is written once.
GRANT SELECT, INSERT ON entry TO program_role;
GRANT SELECT, INSERT, UPDATE ON stream, checkpoint, node_lease TO program_role;
GRANT SELECT, INSERT, UPDATE, DELETE ON state TO program_role;
GRANT USAGE ON SEQUENCE stream_id, state_version TO program_role;
-- Read models are thrown away and built again.
GRANT SELECT, INSERT, UPDATE, DELETE ON view_checkpoint, conversation, decision, ticket, ticket_deed TO program_role;
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON search_tenant, search_doc, search_text, search_word TO program_role;
GRANT SELECT, UPDATE ON search_version TO program_role;
GRANT SELECT ON orleansquery, orleans_member TO program_role;
GRANT SELECT, INSERT, UPDATE, DELETE ON orleansstorage, orleansmembershiptable, orleansmembershipversiontable TO program_role;
