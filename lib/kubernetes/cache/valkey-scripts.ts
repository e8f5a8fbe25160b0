import { VALKEY_FOLDERS } from './valkey-config';

const { config, run, secret } = VALKEY_FOLDERS;

/** The server program that the scripts call. */
export interface ValkeyProgram {
  /** Engine, whose binaries are `<engine>-server` and `<engine>-cli`. */
  readonly engine: 'redis' | 'valkey';
  /** Port for clients. */
  readonly port: number;
}

/** Timeout of a command to another pod: the address of a deleted pod does not refuse connections. */
const QUERY_TIMEOUT_SECONDS = 3;

/** Time between two checks of a complete cluster. */
const COMPLETE_CHECK_SECONDS = 10;

/** Time between two checks of an incomplete cluster. */
const INCOMPLETE_CHECK_SECONDS = 1;

/** Longest time that a stopping leader waits for a replica to take over. */
const HAND_OVER_SECONDS = 15;

/**
 * Entrypoint: starts the server with the address of its pod, and with its password, which no ConfigMap or command line
 * contains.
 */
export function valkeyEntrypoint({ engine }: ValkeyProgram, cluster: boolean): string {
  return `#!/bin/sh
set -eu
umask 077
password=$(sed 's/[\\\\"]/\\\\&/g' ${secret}/password)
{
  cat ${config}/server.conf
  printf 'requirepass "%s"\\nmasterauth "%s"\\n' "$password" "$password"
} >${run}/server.conf
${
  cluster
    ? `# Stops with the server: exec replaces this process with it.
sh ${config}/keep-together.sh "$$" &
exec ${engine}-server ${run}/server.conf --cluster-announce-ip "$POD_IP"`
    : `exec ${engine}-server ${run}/server.conf`
}
`;
}

/** Beginning of the other scripts: the functions `ask HOST COMMAND...`, and `own COMMAND...` for the server of this pod. */
function preamble({ engine, port }: ValkeyProgram): string {
  return `#!/bin/sh
set -u
REDISCLI_AUTH=$(cat ${secret}/password)
export REDISCLI_AUTH
ask() {
  host=$1
  shift
  timeout ${QUERY_TIMEOUT_SECONDS} ${engine}-cli -h "$host" -p ${port} "$@" </dev/null 2>/dev/null | tr -d '\\r'
}
own() { ask "$POD_IP" "$@"; }
`;
}

/** Liveness probe: succeeds if the server answers, even while it loads its data. */
export function valkeyAlive(program: ValkeyProgram): string {
  return `${preamble(program)}own ping | grep -q .\n`;
}

/** Readiness probe. In a cluster, a node is ready if it has slots, or is a replica that has received all data of its leader. */
export function valkeyReady(program: ValkeyProgram, cluster: boolean): string {
  const inCluster = `own cluster info | grep -q '^cluster_state:ok' || exit 1
own cluster nodes | awk '$3 ~ /myself,master/ && NF == 8 { exit 1 }' || exit 1
! own info replication | grep -q '^master_link_status:down'
`;
  return `${preamble(program)}${cluster ? inCluster : 'own ping | grep -q PONG\n'}`;
}

/** Pre-stop hook: a replica takes over before its leader stops, so that there is no wait for failure detection. */
export function valkeyHandOver(program: ValkeyProgram): string {
  return `${preamble(program)}leads() { own role | head -n 1 | grep -q master; }
replica=$(own info replication | sed -n 's/^slave[0-9]*:ip=\\([^,]*\\),.*state=online.*/\\1/p' | head -n 1)
[ -n "$replica" ] || exit 0
left=${HAND_OVER_SECONDS}
leads && ask "$replica" cluster failover
while leads && [ "$left" -gt 0 ]; do
  left=$((left - 1))
  sleep 1
done
exit 0
`;
}

/**
 * Creates the cluster once, and reconnects its nodes. Nodes know each other by IP address, which changes when a pod restarts.
 * A single restarted node announces itself to the others, but after a restart of all pods no node knows a valid address.
 * Therefore each node resolves its peers by name and meets them at their current addresses.
 */
export function valkeyKeepTogether(program: ValkeyProgram): string {
  return `${preamble(program)}
server=$1
peers=${config}/peers
nodes=$(grep -c . $peers)
first=$(head -n 1 $peers | cut -d ' ' -f 1)
shard=$(grep "^$POD_NAME[. ]" $peers | cut -d ' ' -f 2)

value() { ask "$1" cluster info | sed -n "s/^$2://p"; }
line_of() { ask "$1" cluster nodes | grep myself; }
address_of() { echo "$1" | cut -d ' ' -f 2 | sed 's/@.*//'; }
has_slots() { echo "$1" | cut -d ' ' -f 9 | grep -q .; }

# Succeeds if all nodes are connected, and this one has slots or is the replica of a node that has.
whole() {
  own cluster nodes | awk -v nodes="$nodes" '
    $3 ~ /fail|handshake|noaddr/ || $8 != "connected" || ($3 ~ /myself,master/ && NF == 8) { broken = 1 }
    END { exit broken || NR != nodes }'
}

# Succeeds if a node is already in a cluster, or the first node has its slots.
founded() {
  [ "$(value "$first" cluster_slots_assigned)" -gt 0 ] 2>/dev/null && return 0
  while read -r host _; do
    [ "$(value "$host" cluster_known_nodes)" -gt 1 ] 2>/dev/null && return 0
  done <$peers
  return 1
}

# When all nodes are new, the first one assigns slots to the leaders, to itself last. The nodes meet only after that.
found() {
  case $first in "$POD_NAME" | "$POD_NAME".*) ;; *) return ;; esac
  while read -r host _; do
    [ "$(value "$host" cluster_known_nodes)" = 1 ] || return
  done <$peers
  grep ' .* .* ' $peers | sort -r -n -k 2 | while read -r host number from to; do
    ask "$host" cluster set-config-epoch $((number + 1)) >/dev/null
    ask "$host" cluster addslotsrange "$from" "$to" >/dev/null
  done
}

# Meets every node that is not connected at its current address, and forgets nodes that no longer have a pod.
meet() {
  table=$(own cluster nodes)
  known=
  silent=
  while read -r host _; do
    line=$(line_of "$host") || { silent=$host && continue; }
    id=\${line%% *}
    address=$(address_of "$line")
    known="$known $id"
    echo "$table" | grep "^$id $address@" | grep -v 'fail' | grep -q ' connected' && continue
    echo "meeting $host at $address"
    own cluster meet "\${address%:*}" "\${address##*:}" >/dev/null
  done <$peers
  [ -z "$silent" ] || return
  echo "$table" | grep 'fail' | while read -r line; do
    case "$known " in *" \${line%% *} "*) continue ;; esac
    has_slots "$line" || own cluster forget "\${line%% *}" >/dev/null
  done
}

# A leader without slots becomes a replica of the leader of its shard.
follow() {
  line=$(line_of "$POD_IP") || return
  echo "$line" | grep -q 'myself,master' || return
  has_slots "$line" && return
  while read -r host number _; do
    [ "$number" = "$shard" ] || continue
    leader=$(line_of "$host") || continue
    echo "$leader" | grep -q 'myself,master' && has_slots "$leader" || continue
    echo "replicating from $host"
    own cluster replicate "\${leader%% *}" >/dev/null
  done <$peers
}

while kill -0 "$server" 2>/dev/null; do
  if whole; then
    sleep ${COMPLETE_CHECK_SECONDS}
    continue
  fi
  founded || found
  if founded; then
    meet
    follow
  fi
  sleep ${INCOMPLETE_CHECK_SECONDS}
done
`;
}
