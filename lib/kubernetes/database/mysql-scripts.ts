import { DATA_STORE_USER, DATABASE_NAME } from '../../conventions/data-stores';
import { type DatabaseSettings, MAX_LAG_SECONDS, REPLICATION_USER } from './database-settings';
import { DIALECTS } from './mysql-dialect';
import { ADMIN_PORT, MYSQL_PATHS } from './mysql-options';

/**
 * The script of the containers of MySQL and MariaDB: `start` is the entrypoint, `ready` and `alive` are the probes, `dump`
 * makes backups, and `position` and `promote` are run manually when the primary is lost.
 *
 * Environment: `POD_NAME`, `PRIMARY` (pod name of the primary), `PRIMARY_HOST`, `PORT`, `REPLICAS` (number of replicas),
 * `ROOT_PASSWORD`, `APP_PASSWORD`, `REPLICATION_PASSWORD`. `CONFIG_DIR`, `STATE_DIR` and `RUN_DIR` override the folders, and
 * `ADMIN_HOST` the address of the port for probes.
 */
export function mysqlScript(engine: Exclude<DatabaseSettings['engine'], 'postgres'>): string {
  return `#!/bin/bash
# database.sh start [server option...] | ready | alive | position | promote | dump FILE
set -euo pipefail

CONFIG=\${CONFIG_DIR:-${MYSQL_PATHS.config}}
STATE=\${STATE_DIR:-${MYSQL_PATHS.volume}}
RUN=\${RUN_DIR:-${MYSQL_PATHS.run}}
DATA=$STATE/data
# Exists while the data is an incomplete copy of the primary. Data is deleted only in this state.
COPYING=$STATE/copying
REPLICATION_USER=${REPLICATION_USER}
ADMIN_HOST=\${ADMIN_HOST:-127.0.0.1}
# Bytes above which the file of slow queries, whose lines are in the output of the container, is emptied.
MOST_SLOW_LOG=16777216

${DIALECTS[engine]}${SHARED}`;
}

const SHARED = `
log() { echo "database.sh: $*" >&2; }

is_primary() { [ "$POD_NAME" = "$PRIMARY" ]; }

# The primary is 1 and replica 0 is 100, so that server IDs are unique within a database.
server_id() {
  case $POD_NAME in
    *-replica-*) echo $((100 + \${POD_NAME##*-})) ;;
    *) echo 1 ;;
  esac
}

quote() {
  local apostrophe="'" text=\${1//\\\\/\\\\\\\\}
  printf "'%s'" "\${text//$apostrophe/$apostrophe$apostrophe}"
}

client() { MYSQL_PWD=$ROOT_PASSWORD $CLIENT --no-defaults --user=root --socket="$RUN/mysqld.sock" "$@"; }

# For probes: works while the application has all connections.
monitor() {
  MYSQL_PWD=$REPLICATION_PASSWORD $CLIENT --no-defaults --user="$REPLICATION_USER" --host="$ADMIN_HOST" --port=${ADMIN_PORT} $TLS "$@"
}

at_source() {
  local program=$1
  shift
  MYSQL_PWD=$REPLICATION_PASSWORD "$program" --no-defaults --user="$REPLICATION_USER" --host="$PRIMARY_HOST" --port="$PORT" $TLS "$@"
}

source_client() { at_source "$CLIENT" "$@"; }

# Arguments: options of the dump, then the databases.
dump_source() { at_source "$DUMP" $1 --single-transaction --quick --routines --events --triggers --databases "\${@:2}"; }

# One field of the replication status; empty if this server does not replicate. Clients of MySQL 9.4 and later refuse \\G in -e.
status_of() { monitor --vertical -e "SHOW $FOLLOWER STATUS" | sed -n "s/^ *$1: //p"; }

# Every server creates its own accounts, outside of the binary log, so that they work before replication starts.
write_accounts() {
  (umask 077 && cat >"$RUN/accounts.sql") <<SQL
SET SESSION sql_log_bin = 0;
ALTER USER 'root'@'localhost' IDENTIFIED BY $(quote "$ROOT_PASSWORD");
CREATE DATABASE IF NOT EXISTS ${DATABASE_NAME};
CREATE USER IF NOT EXISTS '${DATA_STORE_USER}'@'%' IDENTIFIED BY $(quote "$APP_PASSWORD");
ALTER USER '${DATA_STORE_USER}'@'%' IDENTIFIED BY $(quote "$APP_PASSWORD");
GRANT ALL ON ${DATABASE_NAME}.* TO '${DATA_STORE_USER}'@'%';
CREATE USER IF NOT EXISTS '$REPLICATION_USER'@'%' IDENTIFIED BY $(quote "$REPLICATION_PASSWORD");
ALTER USER '$REPLICATION_USER'@'%' IDENTIFIED BY $(quote "$REPLICATION_PASSWORD");
GRANT $MONITOR, REPLICATION SLAVE, SELECT, SHOW VIEW, TRIGGER, LOCK TABLES, RELOAD, PROCESS, EVENT ON *.* TO '$REPLICATION_USER'@'%';
SQL
}

prepare_data() {
  if [ -e "$COPYING" ]; then
    log 'the copy of the primary was interrupted: starting again'
    rm -rf "$DATA"
  fi
  if [ ! -d "$DATA" ]; then
    rm -rf "$DATA.new"
    mkdir "$DATA.new"
    initialize "$DATA.new"
    is_primary || touch "$COPYING"
    mv "$DATA.new" "$DATA"
  fi
}

# Nothing to copy if the primary still has all of its binary logs: replication starts from the first. Otherwise a dump.
copy_primary() {
  local first databases
  first=$(source_client -Ne 'SHOW BINARY LOGS' | sed -n '1s/[[:space:]].*//p')
  if [ "$first" != binlog.000001 ]; then
    databases=$(source_client -Ne "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA
      WHERE SCHEMA_NAME NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema')")
    log copying $databases from "$PRIMARY_HOST"
    before_copy
    dump_source "$COPY_OPTIONS" $databases | client --init-command='SET SESSION sql_log_bin = 0'
  fi
  rm "$COPYING"
}

lead() {
  local leader
  leader=$(status_of "\${LEADER}_Host")
  if [ -n "$leader" ]; then
    log "this server replicates from $leader and stays read-only: run 'promote' to make it the primary"
  else
    open_for_writing "$([ "$REPLICAS" -gt 0 ] && echo ON || echo OFF)"
    log 'this server is the primary and accepts writes'
  fi
}

follow() {
  client -e "STOP $FOLLOWER"
  until source_client -e 'SELECT 1' >/dev/null; do
    kill -0 "$SERVER_PID"
    sleep 1
  done
  if [ -e "$COPYING" ]; then copy_primary; fi
  if knows_nothing_else; then
    follow_source
    log "replicating from $PRIMARY_HOST"
  else
    log "this server has transactions that $PRIMARY_HOST does not have, and does not replicate: compare them, then delete this volume"
  fi
}

# Prints the lines of the slow log, and empties the file when it is large, until the server ends.
print_slow_queries() {
  local log=$STATE/slow.log
  tail --pid="$SERVER_PID" --lines=0 --follow=name --retry "$log" >&2 2>/dev/null &
  while kill -0 "$SERVER_PID" 2>/dev/null; do
    if [ -e "$log" ] && [ "$(stat --format=%s "$log")" -gt "$MOST_SLOW_LOG" ]; then : >"$log"; fi
    sleep 5
  done
}

start() {
  mkdir -p "$RUN"
  write_accounts
  prepare_data
  SERVER_ID=$(server_id)
  (server "$@") &
  SERVER_PID=$!
  print_slow_queries &
  trap 'kill -TERM "$SERVER_PID"' TERM INT
  until alive; do
    kill -0 "$SERVER_PID"
    sleep 0.2
  done
  if is_primary; then lead; else follow; fi
  # A signal interrupts wait, and the server needs time to stop.
  local ended=0
  while kill -0 "$SERVER_PID" 2>/dev/null; do
    ended=0
    wait "$SERVER_PID" || ended=$?
  done
  exit "$ended"
}

alive() { monitor -e 'SELECT 1' >/dev/null 2>&1; }

takes_writes() { [ "$(monitor -Ne 'SELECT @@global.read_only')" = 0 ]; }

# A primary or promoted replica is ready if it accepts writes, a replica if it replicates and its lag is small, and also while its primary is
# away: it serves the latest data that there is.
ready() {
  if takes_writes; then return; fi
  if is_primary; then return 1; fi
  [ "$(status_of "\${FOLLOWER}_SQL_Running")" = Yes ]
  if [ "$(status_of "\${FOLLOWER}_IO_Running")" = Yes ]; then
    [ "$(status_of "Seconds_Behind_$LEADER")" -le ${MAX_LAG_SECONDS} ]
  else
    ! source_client --connect-timeout=2 -e 'SELECT 1' >/dev/null 2>&1
  fi
}

has_applied_all() {
  [ "$(status_of "\${LEADER}_Log_File") $(status_of "Read_\${LEADER}_Log_Pos")" = \\
    "$(status_of "Relay_\${LEADER}_Log_File") $(status_of "Exec_\${LEADER}_Log_Pos")" ]
}

# Applies everything that was received from the lost primary, then accepts writes. Run it on the replica with the highest position.
promote() {
  client -e "STOP $FOLLOWER IO_THREAD"
  until has_applied_all; do sleep 0.2; done
  client -e "STOP $FOLLOWER; RESET $FOLLOWER ALL"
  open_for_writing "$([ "$REPLICAS" -gt 1 ] && echo ON || echo OFF)"
  enable_events
  log 'this server is the primary and accepts writes'
}

# On a replica, events of the primary are disabled. Outside of the binary log, because no other replica acknowledges commits yet.
enable_events() {
  client -Ne "SELECT CONCAT('ALTER EVENT ', mark, EVENT_SCHEMA, mark, '.', mark, EVENT_NAME, mark, ' ENABLE;')
    FROM information_schema.EVENTS, (SELECT CHAR(96 USING utf8mb4) AS mark) AS quotes WHERE STATUS LIKE '%SIDE_DISABLED'" |
    client --init-command='SET SESSION sql_log_bin = 0'
}

# A dump of a replica states that events are disabled on a replica, and a restored database would not run them.
with_enabled_events() { LC_ALL=C sed '/^\\/\\*!50106 CREATE\\*\\/ .* EVENT /s/ DISABLE ON \\(SLAVE\\|REPLICA\\) / ENABLE /'; }

dump() { dump_source "$DUMP_OPTIONS" ${DATABASE_NAME} | with_enabled_events | gzip >"$1"; }

case $1 in
  start | ready | alive | position | promote | dump) "$@" ;;
  *)
    log "unknown command: $1"
    exit 64
    ;;
esac
`;
