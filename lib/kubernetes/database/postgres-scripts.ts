import { DATA_STORE_USER, DATABASE_NAME } from '../../conventions/data-stores';
import { MAX_LAG_SECONDS, REPLICATION_USER } from './database-settings';
import { POSTGRES_PATHS } from './postgres-config';

/** The script of the containers of PostgreSQL. Commands and environment are the same as for `mysqlScript`. */
export const POSTGRES_SCRIPT = `#!/bin/bash
# database.sh start [server option...] | ready | alive | position | promote | dump FILE
set -euo pipefail

CONFIG=\${CONFIG_DIR:-${POSTGRES_PATHS.config}}
STATE=\${STATE_DIR:-${POSTGRES_PATHS.volume}}
RUN=\${RUN_DIR:-${POSTGRES_PATHS.run}}
DATA=$STATE/data
REPLICATION_USER=${REPLICATION_USER}
export PGPASSFILE=$RUN/pgpass

log() { echo "database.sh: $*" >&2; }

is_primary() { [ "$POD_NAME" = "$PRIMARY" ]; }

is_standby() { [ -e "$DATA/standby.signal" ]; }

client() { psql --no-psqlrc --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 --host="$RUN" --port="$PORT" --username=postgres "$@"; }

source_of() { echo "host=$PRIMARY_HOST port=$PORT user=$REPLICATION_USER application_name=$POD_NAME passfile=$PGPASSFILE $*"; }

write_password() {
  local escaped=\${REPLICATION_PASSWORD//\\\\/\\\\\\\\}
  (umask 077 && echo "*:*:*:$REPLICATION_USER:\${escaped//:/\\\\:}" >"$PGPASSFILE")
}

# The folder is renamed when it is complete: an interrupted start begins again.
prepare_data() {
  if [ -d "$DATA" ]; then return; fi
  if is_primary; then
    rm -rf "$DATA.new"
    initdb --pgdata="$DATA.new" --username=postgres --auth=scram-sha-256 --auth-local=trust --data-checksums --encoding=UTF8 --locale=C >&2
  else
    until copy_primary; do
      log "cannot copy $PRIMARY_HOST yet: trying again"
      sleep 1
    done
  fi
  mv "$DATA.new" "$DATA"
}

copy_primary() {
  rm -rf "$DATA.new"
  pg_basebackup --dbname="$(source_of)" --pgdata="$DATA.new" --wal-method=stream --checkpoint=fast && touch "$DATA.new/standby.signal"
}

# A former primary discards the changes that no other server has, and becomes a standby.
rewind_data() {
  log "rewinding to the state of $PRIMARY_HOST"
  until pg_rewind --target-pgdata="$DATA" --config-file="$CONFIG/postgresql.conf" --source-server="$(source_of dbname=postgres)" >&2; do
    sleep 1
  done
  touch "$DATA/standby.signal"
}

# Does not wait for replicas, which need these accounts to connect.
make_accounts() {
  PGOPTIONS='-c synchronous_commit=local' client --dbname=postgres <<'SQL'
\\getenv app APP_PASSWORD
\\getenv replication REPLICATION_PASSWORD
SELECT 'CREATE ROLE ${DATA_STORE_USER} LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${DATA_STORE_USER}') \\gexec
ALTER ROLE ${DATA_STORE_USER} PASSWORD :'app';
SELECT 'CREATE ROLE ${REPLICATION_USER} LOGIN REPLICATION' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${REPLICATION_USER}') \\gexec
ALTER ROLE ${REPLICATION_USER} PASSWORD :'replication';
GRANT pg_read_all_data, pg_monitor TO ${REPLICATION_USER};
-- Functions that pg_rewind calls.
GRANT EXECUTE ON FUNCTION pg_ls_dir(text, boolean, boolean), pg_stat_file(text, boolean),
  pg_read_binary_file(text), pg_read_binary_file(text, bigint, bigint, boolean) TO ${REPLICATION_USER};
SELECT 'CREATE DATABASE ${DATABASE_NAME} OWNER ${DATA_STORE_USER}' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '${DATABASE_NAME}') \\gexec
SQL
}

start() {
  mkdir -p "$RUN"
  write_password
  prepare_data
  if ! is_primary && ! is_standby; then rewind_data; fi
  chmod 700 "$DATA"
  (exec postgres -D "$DATA" -c config_file="$CONFIG/postgresql.conf" -c primary_conninfo="$(source_of)" "$@") &
  SERVER_PID=$!
  # SIGINT is a fast shutdown: sessions are ended and the server stops.
  trap 'kill -INT "$SERVER_PID"' TERM INT
  until alive; do
    kill -0 "$SERVER_PID"
    sleep 0.2
  done
  if ! is_standby; then
    make_accounts
    log 'this server is the primary and accepts writes'
  elif is_primary; then
    log "this server is a standby and stays read-only: run 'promote' to make it the primary"
  else
    log "replicating from $PRIMARY_HOST"
  fi
  # A signal interrupts wait, and the server needs time to stop.
  local ended=0
  while kill -0 "$SERVER_PID" 2>/dev/null; do
    ended=0
    wait "$SERVER_PID" || ended=$?
  done
  exit "$ended"
}

alive() { client --dbname=postgres --command='SELECT 1' >/dev/null 2>&1; }

ask() { client --dbname=postgres --command="SELECT $1"; }

# A primary or promoted replica is ready if it accepts writes, a replica if it replicates and its lag is small.
ready() {
  if [ "$(ask 'pg_is_in_recovery()')" = f ]; then return; fi
  if is_primary; then return 1; fi
  [ "$(ask "EXISTS (SELECT FROM pg_stat_wal_receiver WHERE status = 'streaming') AND
    (pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn()
      OR now() - pg_last_xact_replay_timestamp() < interval '${MAX_LAG_SECONDS} s')")" = t ]
}

position() { ask 'pg_last_wal_receive_lsn()'; }

# Applies everything that was received from the lost primary, then accepts writes. Run it on the replica with the highest position.
promote() {
  ask 'pg_promote()' >/dev/null
  client --dbname=postgres --command=CHECKPOINT
  make_accounts
  log 'this server is the primary and accepts writes'
}

dump() { pg_dump --dbname="$(source_of dbname=${DATABASE_NAME})" --format=custom --file="$1"; }

case $1 in
  start | ready | alive | position | promote | dump) "$@" ;;
  *)
    log "unknown command: $1"
    exit 64
    ;;
esac
`;
