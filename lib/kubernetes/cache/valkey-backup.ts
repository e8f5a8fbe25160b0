import { VALKEY_FOLDERS } from './valkey-config';
import type { ValkeyProgram } from './valkey-scripts';

/**
 * The script that writes one snapshot for each shard into a folder. It reads from the last server of a shard, which is a
 * replica unless there was a failover: a snapshot takes memory and CPU time of its server.
 */
export function valkeyBackup({ engine, port }: ValkeyProgram, folder: string): string {
  return `#!/bin/sh
set -eu
REDISCLI_AUTH=$(cat ${VALKEY_FOLDERS.secret}/password)
export REDISCLI_AUTH
sort -s -n -k 2,2 ${VALKEY_FOLDERS.config}/peers | awk '{ last[$2] = $1 } END { for (shard in last) print last[shard], shard }' |
  while read -r host shard; do
    ${engine}-cli -h "$host" -p ${port} --rdb ${folder}/shard-"$shard".rdb </dev/null
  done
`;
}
