import { type ClusterPeer, peersFile } from './valkey-cluster';
import { type ValkeySettings, valkeyConfig } from './valkey-config';
import { type ValkeyProgram, valkeyAlive, valkeyEntrypoint, valkeyHandOver, valkeyKeepTogether, valkeyReady } from './valkey-scripts';

/** Content of the ConfigMap of the servers, by file name. `peers` are all nodes. */
export function valkeyFiles(
  program: ValkeyProgram,
  settings: Omit<ValkeySettings, 'port'>,
  peers: readonly ClusterPeer[],
): Record<string, string> {
  const { cluster } = settings;
  return {
    peers: peersFile(peers),
    'server.conf': valkeyConfig({ ...settings, port: program.port }),
    'entrypoint.sh': valkeyEntrypoint(program, cluster),
    'alive.sh': valkeyAlive(program),
    'ready.sh': valkeyReady(program, cluster),
    ...(cluster
      ? {
          'keep-together.sh': valkeyKeepTogether(program),
          'hand-over.sh': valkeyHandOver(program),
        }
      : {}),
  };
}
