import type { ManifestObject, Path } from '../manifests/manifest-object';
import { at } from '../manifests/values';
import { perContext } from './per-context';
import type { Container } from './workload';

/** A port that the kubelet connects to. */
export interface ProbePort {
  /** The object of the workload. */
  readonly object: ManifestObject;
  /** The container that is probed. */
  readonly container: Container;
  /** Number or name of the port. */
  readonly port: number | string;
  /** Path of the port. */
  readonly path: Path;
}

const ASKERS: readonly Path[] = [
  ['readinessProbe'],
  ['livenessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
];
const WAYS = ['httpGet', 'tcpSocket', 'grpc'] as const;

/** All ports that probes and lifecycle hooks use. */
export const probePorts = perContext((context): readonly ProbePort[] =>
  context.workloads.flatMap(({ object, containers }) => containers.flatMap((container) => probedPorts(object, container))),
);

function probedPorts(object: ManifestObject, container: Container): readonly ProbePort[] {
  return ASKERS.flatMap((asker) =>
    WAYS.flatMap((way) => {
      const port = at(container.value, ...asker, way, 'port');
      if (typeof port !== 'number' && typeof port !== 'string') return [];
      return [{ object, container, port, path: [...container.path, ...asker, way, 'port'] }];
    }),
  );
}
