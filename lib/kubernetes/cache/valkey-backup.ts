import { VALKEY_FOLDERS } from './valkey-config';
import type { ValkeyProgram } from './valkey-scripts';

/**
 * Writes one snapshot a shard into a folder. Of a shard the last copy is asked, which is a replica as long as none had to
 * take over: making a snapshot costs a server memory and time.
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
