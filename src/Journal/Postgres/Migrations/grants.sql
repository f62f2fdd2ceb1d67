-- What the program may do. Not a migration: given again after each run, to the role that the option Postgres:Role names in place of program_role.
GRANT USAGE ON SCHEMA grainline TO program_role;
GRANT SELECT ON migration, position_origin TO program_role;
-- The past is written once.
GRANT SELECT, INSERT ON entry TO program_role;
GRANT SELECT, INSERT, UPDATE ON stream, checkpoint, node_lease TO program_role;
GRANT SELECT, INSERT, UPDATE, DELETE ON state TO program_role;
GRANT USAGE ON SEQUENCE stream_id, state_version TO program_role;
