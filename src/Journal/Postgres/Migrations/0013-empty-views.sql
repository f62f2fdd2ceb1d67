-- Empties all read models with their checkpoints, so that their projections build them again from position 0. For people who own the schema, while no silo runs.
CREATE FUNCTION empty_views() RETURNS void LANGUAGE sql SET search_path = grainline AS $$
  TRUNCATE view_checkpoint, conversation, decision, ticket, ticket_deed, search_tenant, search_doc, search_text, search_word;
$$;
REVOKE ALL ON FUNCTION empty_views() FROM PUBLIC;
