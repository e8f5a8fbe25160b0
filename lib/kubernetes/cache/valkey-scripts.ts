import { VALKEY_FOLDERS } from './valkey-config';

const { config, run, secret } = VALKEY_FOLDERS;

export interface ValkeyProgram {
  readonly engine: 'redis' | 'valkey';
  readonly port: number;
}

/** Seconds after which a question to another pod is given up: one that is gone does not refuse it. */
const QUERY_TIMEOUT_SECONDS = 3;

/** Seconds between two looks at a cluster that is whole, and at one that is not. */
const WHOLE_EVERY_SECONDS = 10;
const BROKEN_EVERY_SECONDS = 1;

/** Seconds that a leader waits for a replica to take over before it stops. */
const HAND_OVER_SECONDS = 15;

/** Starts the server: with its password, which no ConfigMap and no command line has, and with the address of its pod. */
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
    ? `# Ends with the server, whose process this one becomes.
sh ${config}/keep-together.sh "$$" &
exec ${engine}-server ${run}/server.conf --cluster-announce-ip "$POD_IP"`
    : `exec ${engine}-server ${run}/server.conf`
}
`;
}

/** What the other scripts begin with: `ask HOST COMMAND...`, and the same for the server of this pod. */
function ask({ engine, port }: ValkeyProgram): string {
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

/** Answers whether the server runs, even while it reads its data. */
export function valkeyAlive(program: ValkeyProgram): string {
  return `${ask(program)}own ping | grep -q .\n`;
}

/** Answers whether clients should be sent here: in a cluster, whether it has slots, or follows who has, and all of their data. */
export function valkeyReady(program: ValkeyProgram, cluster: boolean): string {
  const inCluster = `own cluster info | grep -q '^cluster_state:ok' || exit 1
own cluster nodes | awk '$3 ~ /myself,master/ && NF == 8 { exit 1 }' || exit 1
! own info replication | grep -q '^master_link_status:down'
`;
  return `${ask(program)}${cluster ? inCluster : 'own ping | grep -q PONG\n'}`;
}

/** Before a leader stops, one of its replicas takes over: nobody waits for the others to notice. */
export function valkeyHandOver(program: ValkeyProgram): string {
  return `${ask(program)}leads() { own role | head -n 1 | grep -q master; }
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
 * Forms the cluster once, and keeps it together. Nodes know each other by addresses, which pods change when they start
 * anew: a node that comes back alone tells the others, but when all come back together nobody is left who knows a valid
 * address. So each asks its peers by name for the address that they have now, and meets them there.
 */
export function valkeyKeepTogether(program: ValkeyProgram): string {
  return `${ask(program)}
server=$1
peers=${config}/peers
nodes=$(grep -c . $peers)
first=$(head -n 1 $peers | cut -d ' ' -f 1)
shard=$(grep "^$POD_NAME[. ]" $peers | cut -d ' ' -f 2)

value() { ask "$1" cluster info | sed -n "s/^$2://p"; }
line_of() { ask "$1" cluster nodes | grep myself; }
address_of() { echo "$1" | cut -d ' ' -f 2 | sed 's/@.*//'; }
has_slots() { echo "$1" | cut -d ' ' -f 9 | grep -q .; }

# All nodes are there and connected, and this one has slots or follows one that has.
whole() {
  own cluster nodes | awk -v nodes="$nodes" '
    $3 ~ /fail|handshake|noaddr/ || $8 != "connected" || ($3 ~ /myself,master/ && NF == 8) { broken = 1 }
    END { exit broken || NR != nodes }'
}

# Somebody is in a cluster already, or the first node has been given its slots.
founded() {
  [ "$(value "$first" cluster_slots_assigned)" -gt 0 ] 2>/dev/null && return 0
  while read -r host _; do
    [ "$(value "$host" cluster_known_nodes)" -gt 1 ] 2>/dev/null && return 0
  done <$peers
  return 1
}

# The first node gives the leaders their slots when all nodes are new, itself last: only then do the nodes meet.
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

# Meets every node that is not connected at its present address, and forgets those that no pod is any more.
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
    echo "meets $host at $address"
    own cluster meet "\${address%:*}" "\${address##*:}" >/dev/null
  done <$peers
  [ -z "$silent" ] || return
  echo "$table" | grep 'fail' | while read -r line; do
    case "$known " in *" \${line%% *} "*) continue ;; esac
    has_slots "$line" || own cluster forget "\${line%% *}" >/dev/null
  done
}

# A leader without slots follows the leader of its shard.
follow() {
  line=$(line_of "$POD_IP") || return
  echo "$line" | grep -q 'myself,master' || return
  has_slots "$line" && return
  while read -r host number _; do
    [ "$number" = "$shard" ] || continue
    leader=$(line_of "$host") || continue
    echo "$leader" | grep -q 'myself,master' && has_slots "$leader" || continue
    echo "follows $host"
    own cluster replicate "\${leader%% *}" >/dev/null
  done <$peers
}

while kill -0 "$server" 2>/dev/null; do
  if whole; then
    sleep ${WHOLE_EVERY_SECONDS}
    continue
  fi
  founded || found
  if founded; then
    meet
    follow
  fi
  sleep ${BROKEN_EVERY_SECONDS}
done
`;
}
