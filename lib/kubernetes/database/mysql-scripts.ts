import { DATABASE_NAME, DATABASE_USER, type DatabaseSettings, MAX_LAG_SECONDS, REPLICATION_USER } from './database-settings';
import { DIALECTS } from './mysql-dialect';
import { MYSQL_PATHS } from './mysql-options';

/**
 * What the containers of MySQL and MariaDB run: `start` as the entrypoint, `ready` and `alive` as probes, `position` and
 * `promote` by hand when the primary is lost, `dump` for backups.
 *
 * Environment: `POD_NAME`, `PRIMARY` (the pod that leads), `PRIMARY_HOST`, `PORT`, `REPLICAS` (how many there are),
 * `ROOT_PASSWORD`, `APP_PASSWORD`, `REPLICATION_PASSWORD`. `CONFIG_DIR`, `STATE_DIR` and `RUN_DIR` move the folders.
 */
export function mysqlScript(engine: Exclude<DatabaseSettings['engine'], 'postgres'>): string {
  return `#!/bin/bash
# database.sh start [option of the server...] | ready | alive | position | promote | dump FILE
set -euo pipefail

CONFIG=\${CONFIG_DIR:-${MYSQL_PATHS.config}}
STATE=\${STATE_DIR:-${MYSQL_PATHS.volume}}
RUN=\${RUN_DIR:-${MYSQL_PATHS.run}}
DATA=$STATE/data
# Present while this server's data is an unfinished copy of the primary's: only then is data ever deleted.
COPYING=$STATE/copying
REPLICATION_USER=${REPLICATION_USER}

${DIALECTS[engine]}${SHARED}`;
}

const SHARED = `
log() { echo "database.sh: $*" >&2; }

is_primary() { [ "$POD_NAME" = "$PRIMARY" ]; }

# The primary is 1, replica 0 is 100: no two servers of a database share a number.
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

at_source() {
  local program=$1
  shift
  MYSQL_PWD=$REPLICATION_PASSWORD "$program" --no-defaults --user="$REPLICATION_USER" --host="$PRIMARY_HOST" --port="$PORT" $TLS "$@"
}

source_client() { at_source "$CLIENT" "$@"; }

# Options of the dump, then databases.
dump_source() { at_source "$DUMP" $1 --single-transaction --quick --routines --events --triggers --databases "\${@:2}"; }

# One field of the state of replication; empty where this server follows nobody.
status_of() { client -e "SHOW $FOLLOWER STATUS\\\\G" | sed -n "s/^ *$1: //p"; }

# Every server makes its accounts itself, outside of the binary log: they work before there is anything to follow.
write_accounts() {
  (umask 077 && cat >"$RUN/accounts.sql") <<SQL
SET SESSION sql_log_bin = 0;
ALTER USER 'root'@'localhost' IDENTIFIED BY $(quote "$ROOT_PASSWORD");
CREATE DATABASE IF NOT EXISTS ${DATABASE_NAME};
CREATE USER IF NOT EXISTS '${DATABASE_USER}'@'%' IDENTIFIED BY $(quote "$APP_PASSWORD");
ALTER USER '${DATABASE_USER}'@'%' IDENTIFIED BY $(quote "$APP_PASSWORD");
GRANT ALL ON ${DATABASE_NAME}.* TO '${DATABASE_USER}'@'%';
CREATE USER IF NOT EXISTS '$REPLICATION_USER'@'%' IDENTIFIED BY $(quote "$REPLICATION_PASSWORD");
ALTER USER '$REPLICATION_USER'@'%' IDENTIFIED BY $(quote "$REPLICATION_PASSWORD");
GRANT $MONITOR, REPLICATION SLAVE, SELECT, SHOW VIEW, TRIGGER, LOCK TABLES, RELOAD, PROCESS, EVENT ON *.* TO '$REPLICATION_USER'@'%';
SQL
}

prepare_data() {
  if [ -e "$COPYING" ]; then
    log 'a copy of the primary was interrupted: starting it again'
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

# Nothing to copy while the primary still has all changes since its first; else a dump of it.
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
    log "this server follows $leader and stays read-only: run 'promote' to make it lead"
  else
    open_for_writing "$([ "$REPLICAS" -gt 0 ] && echo ON || echo OFF)"
    log leading
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
    log "following $PRIMARY_HOST"
  else
    log "this server has changes that $PRIMARY_HOST lacks and does not follow it: compare them, then delete this volume"
  fi
}

start() {
  mkdir -p "$RUN"
  write_accounts
  prepare_data
  SERVER_ID=$(server_id)
  (server "$@") &
  SERVER_PID=$!
  trap 'kill -TERM "$SERVER_PID"' TERM INT
  until alive; do
    kill -0 "$SERVER_PID"
    sleep 0.2
  done
  if is_primary; then lead; else follow; fi
  # A signal ends a wait, and the server takes its time to end.
  local ended=0
  while kill -0 "$SERVER_PID" 2>/dev/null; do
    ended=0
    wait "$SERVER_PID" || ended=$?
  done
  exit "$ended"
}

alive() { client -e 'SELECT 1' >/dev/null 2>&1; }

takes_writes() { [ "$(client -Ne 'SELECT @@global.read_only')" = 0 ]; }

# The primary takes writes; a replica follows, and is not far behind. One that was promoted takes writes too.
ready() {
  if takes_writes; then return; fi
  if is_primary; then return 1; fi
  [ "$(status_of "\${FOLLOWER}_IO_Running")/$(status_of "\${FOLLOWER}_SQL_Running")" = Yes/Yes ]
  [ "$(status_of "Seconds_Behind_$LEADER")" -le ${MAX_LAG_SECONDS} ]
}

has_applied_all() {
  [ "$(status_of "\${LEADER}_Log_File") $(status_of "Read_\${LEADER}_Log_Pos")" = \\
    "$(status_of "Relay_\${LEADER}_Log_File") $(status_of "Exec_\${LEADER}_Log_Pos")" ]
}

# Applies all that the lost primary sent, then takes writes. Run it on the replica with the highest position.
promote() {
  client -e "STOP $FOLLOWER IO_THREAD"
  until has_applied_all; do sleep 0.2; done
  client -e "STOP $FOLLOWER; RESET $FOLLOWER ALL"
  open_for_writing "$([ "$REPLICAS" -gt 1 ] && echo ON || echo OFF)"
  log leading
}

dump() { dump_source "$DUMP_OPTIONS" ${DATABASE_NAME} | gzip >"$1"; }

case $1 in
  start | ready | alive | position | promote | dump) "$@" ;;
  *)
    log "no command $1"
    exit 64
    ;;
esac
`;
