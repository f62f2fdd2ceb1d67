-- What Microsoft.Orleans.Clustering.AdoNet expects, for clusters whose membership is kept here instead of in Redis. Names of parameters and of result columns are Orleans'.
-- The membership table has one version, which every change of a row raises: whoever decided by an older one is refused.

CREATE TABLE orleansmembershipversiontable (
  deploymentid varchar(150) PRIMARY KEY,
  "timestamp" timestamptz(3) NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 0
);

CREATE TABLE orleansmembershiptable (
  deploymentid varchar(150) NOT NULL REFERENCES orleansmembershipversiontable,
  address varchar(45) NOT NULL,
  port integer NOT NULL,
  generation integer NOT NULL,
  siloname varchar(150) NOT NULL,
  hostname varchar(150) NOT NULL,
  status integer NOT NULL,
  proxyport integer,
  suspecttimes text,
  starttime timestamptz(3) NOT NULL,
  iamalivetime timestamptz(3) NOT NULL,
  PRIMARY KEY (deploymentid, address, port, generation)
);

-- Both changes happen or none does; the row count that is returned says which.
CREATE FUNCTION insert_silo(
  deployment text, silo_address text, silo_port integer, silo_generation integer, silo_name text, host text, silo_status integer, proxy integer,
  started timestamptz, alive timestamptz, expected integer)
RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
  UPDATE orleansmembershipversiontable AS v SET "timestamp" = now(), version = v.version + 1 WHERE v.deploymentid = deployment AND v.version = expected
    AND NOT EXISTS (SELECT 1 FROM orleansmembershiptable AS m WHERE m.deploymentid = deployment AND m.address = silo_address AND m.port = silo_port AND m.generation = silo_generation);
  IF NOT FOUND THEN
    RETURN 0;
  END IF;
  INSERT INTO orleansmembershiptable (deploymentid, address, port, generation, siloname, hostname, status, proxyport, starttime, iamalivetime)
    VALUES (deployment, silo_address, silo_port, silo_generation, silo_name, host, silo_status, proxy, started, alive);
  RETURN 1;
END $$;

CREATE FUNCTION update_silo(
  deployment text, silo_address text, silo_port integer, silo_generation integer, silo_status integer, suspects text, alive timestamptz, expected integer)
RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
  UPDATE orleansmembershipversiontable AS v SET "timestamp" = now(), version = v.version + 1 WHERE v.deploymentid = deployment AND v.version = expected
    AND EXISTS (SELECT 1 FROM orleansmembershiptable AS m WHERE m.deploymentid = deployment AND m.address = silo_address AND m.port = silo_port AND m.generation = silo_generation);
  IF NOT FOUND THEN
    RETURN 0;
  END IF;
  UPDATE orleansmembershiptable AS m SET status = silo_status, suspecttimes = suspects, iamalivetime = alive
    WHERE m.deploymentid = deployment AND m.address = silo_address AND m.port = silo_port AND m.generation = silo_generation;
  RETURN 1;
END $$;

-- The version comes also when there is no silo.
CREATE VIEW orleans_member AS
  SELECT v.deploymentid, m.address, m.port, m.generation, m.siloname, m.hostname, m.status, m.proxyport, m.suspecttimes, m.starttime, m.iamalivetime, v.version
  FROM orleansmembershipversiontable AS v LEFT JOIN orleansmembershiptable AS m ON m.deploymentid = v.deploymentid;

INSERT INTO orleansquery (querykey, querytext) VALUES
  ('InsertMembershipVersionKey',
   'WITH added AS (INSERT INTO orleansmembershipversiontable (deploymentid) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1) SELECT count(*)::integer FROM added'),
  ('InsertMembershipKey',
   'SELECT insert_silo(@DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime, @Version)'),
  ('UpdateMembershipKey', 'SELECT update_silo(@DeploymentId, @Address, @Port, @Generation, @Status, @SuspectTimes, @IAmAliveTime, @Version)'),
  ('UpdateIAmAlivetimeKey',
   'UPDATE orleansmembershiptable SET iamalivetime = @IAmAliveTime WHERE deploymentid = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation'),
  ('MembershipReadRowKey',
   'SELECT v.deploymentid, m.address, m.port, m.generation, m.siloname, m.hostname, m.status, m.proxyport, m.suspecttimes, m.starttime, m.iamalivetime, v.version'
   || ' FROM orleansmembershipversiontable AS v LEFT JOIN orleansmembershiptable AS m ON m.deploymentid = v.deploymentid AND m.address = @Address AND m.port = @Port AND m.generation = @Generation'
   || ' WHERE v.deploymentid = @DeploymentId'),
  ('MembershipReadAllKey', 'SELECT * FROM orleans_member WHERE deploymentid = @DeploymentId'),
  ('DeleteMembershipTableEntriesKey',
   'DELETE FROM orleansmembershiptable WHERE deploymentid = @DeploymentId; DELETE FROM orleansmembershipversiontable WHERE deploymentid = @DeploymentId'),
  -- Active is 3.
  ('CleanupDefunctSiloEntriesKey', 'DELETE FROM orleansmembershiptable WHERE deploymentid = @DeploymentId AND iamalivetime < @IAmAliveTime AND status <> 3'),
  ('GatewaysQueryKey', 'SELECT address, proxyport, generation FROM orleansmembershiptable WHERE deploymentid = @DeploymentId AND status = @Status AND proxyport > 0');
