/** The parts of the entrypoint script that differ between MySQL 8.4 and MariaDB. */
export const DIALECTS: Readonly<Record<'mysql' | 'mariadb', string>> = {
  mysql: `CLIENT=mysql
DUMP=mysqldump
DUMP_OPTIONS='--no-tablespaces --set-gtid-purged=OFF'
COPY_OPTIONS='--no-tablespaces --set-gtid-purged=ON'
TLS='--ssl-mode=REQUIRED'
FOLLOWER=Replica
MONITOR='REPLICATION CLIENT, SERVICE_CONNECTION_ADMIN'
LEADER=Source

initialize() {
  mysqld --defaults-file="$CONFIG/my.cnf" --initialize-insecure --datadir="$1"
}

server() {
  exec mysqld --defaults-file="$CONFIG/my.cnf" --server-id="$SERVER_ID" --report-host="$POD_NAME" --init-file="$RUN/accounts.sql" "$@"
}

open_for_writing() {
  client -e "SET GLOBAL rpl_semi_sync_replica_enabled = OFF; SET GLOBAL rpl_semi_sync_source_enabled = $1;
    SET GLOBAL super_read_only = OFF; SET GLOBAL read_only = OFF; SET GLOBAL event_scheduler = ON"
}

# The dump sets gtid_purged, which requires a server without transactions of its own.
before_copy() { client -e 'RESET BINARY LOGS AND GTIDS'; }

# Fails if this server has transactions that the primary does not have: replication would not report them.
knows_nothing_else() {
  local theirs
  theirs=$(source_client -Ne 'SELECT @@global.gtid_executed' | tr -d ' \\n')
  [ "$(client -Ne "SELECT GTID_SUBSET(@@global.gtid_executed, '$theirs')")" = 1 ]
}

# SOURCE_RETRY_COUNT = 0 retries without end. The default of MySQL 8.4, 10, stops replication for good after a minute without the primary.
follow_source() {
  client -e "CHANGE REPLICATION SOURCE TO SOURCE_HOST = $(quote "$PRIMARY_HOST"), SOURCE_PORT = $PORT,
      SOURCE_USER = $(quote "$REPLICATION_USER"), SOURCE_PASSWORD = $(quote "$REPLICATION_PASSWORD"),
      SOURCE_SSL = 1, SOURCE_AUTO_POSITION = 1, SOURCE_CONNECT_RETRY = 5, SOURCE_RETRY_COUNT = 0;
    SET GLOBAL rpl_semi_sync_source_enabled = OFF; SET GLOBAL rpl_semi_sync_replica_enabled = ON;
    SET GLOBAL super_read_only = ON; SET GLOBAL event_scheduler = OFF;
    START REPLICA"
}

position() {
  client -Ne "SELECT CONCAT_WS(',', @@global.gtid_executed,
    (SELECT GROUP_CONCAT(RECEIVED_TRANSACTION_SET) FROM performance_schema.replication_connection_status))" | tr -d ' \\n'
}
`,
  mariadb: `CLIENT=mariadb
DUMP=mariadb-dump
DUMP_OPTIONS=''
COPY_OPTIONS='--gtid --master-data=1'
TLS='--ssl --skip-ssl-verify-server-cert'
FOLLOWER=Slave
MONITOR='BINLOG MONITOR, SLAVE MONITOR'
LEADER=Master

initialize() {
  mariadb-install-db --defaults-file="$CONFIG/my.cnf" --datadir="$1" --user="$(id -un)" \\
    --auth-root-authentication-method=normal --skip-test-db >/dev/null
}

# After a crash, a replica rolls back transactions that no other server has acknowledged; a primary commits them.
server() {
  local role=SLAVE
  if is_primary; then role=MASTER; fi
  exec mariadbd --defaults-file="$CONFIG/my.cnf" --user="$(id -un)" --server-id="$SERVER_ID" --report-host="$POD_NAME" \\
    --init-rpl-role=$role --init-file="$RUN/accounts.sql" "$@"
}

open_for_writing() {
  client -e "SET GLOBAL rpl_semi_sync_slave_enabled = OFF; SET GLOBAL rpl_semi_sync_master_enabled = $1; SET GLOBAL read_only = OFF"
}

# The dump sets the GTID position that it was taken at, which requires a server without transactions of its own.
before_copy() { client -e 'RESET MASTER'; }

# gtid_strict_mode already refuses to replicate from a primary that does not have all transactions of this server.
knows_nothing_else() { :; }

follow_source() {
  client -e "SET GLOBAL gtid_slave_pos = @@global.gtid_current_pos;
    CHANGE MASTER TO MASTER_HOST = $(quote "$PRIMARY_HOST"), MASTER_PORT = $PORT,
      MASTER_USER = $(quote "$REPLICATION_USER"), MASTER_PASSWORD = $(quote "$REPLICATION_PASSWORD"),
      MASTER_SSL = 1, MASTER_SSL_VERIFY_SERVER_CERT = 0, MASTER_USE_GTID = slave_pos, MASTER_CONNECT_RETRY = 5;
    SET GLOBAL rpl_semi_sync_master_enabled = OFF; SET GLOBAL rpl_semi_sync_slave_enabled = ON;
    START SLAVE"
}

position() {
  local received
  received=$(status_of Gtid_IO_Pos)
  if [ -n "$received" ]; then echo "$received"; else client -Ne 'SELECT @@global.gtid_current_pos'; fi
}
`,
};
