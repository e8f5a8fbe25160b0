import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Blueprint } from '../../blueprint/blueprint';
import type { Labels } from '../labels';
import { mib, requestedCpu } from '../quantities';
import { restrictedContainer, restrictedPod } from '../security';
import { placementIn } from '../service/placement';
import { priorityClassName } from '../service/priority';
import { HOSTNAME, ZONE } from '../service/spread';

/** Name of the data volume and of its claim template. */
export const DATA_VOLUME = 'data';

/** A volume with the path that the server mounts it at. */
export type MountedVolume = k8s.Volume & {
  /** Absolute path in the container. */
  readonly mountPath: string;
};

/** Input of `serverPod`. */
export interface ServerPodProps {
  /** ID of the component, and name of the container. */
  readonly component: string;
  /** Labels that select exactly these pods. */
  readonly selector: Labels;
  /** Labels that select all pods of the store, which are spread where possible. Absent: only these pods. */
  readonly spreadAmong?: Labels;
  /** Number of pods. */
  readonly replicas: number;
  /** Name of the ServiceAccount. */
  readonly account: string;
  /** Node pool of the pods. Undefined: any node. */
  readonly pool: string | undefined;
  /** User ID that the image runs as. */
  readonly user: number;
  /** Container image of the server. */
  readonly image: string;
  /** Command of the container. Default: that of the image. */
  readonly command?: readonly string[];
  /** Ports of the container. */
  readonly ports: readonly {
    /** Name, which Services and probes refer to. */
    readonly name: string;
    /** Port number. */
    readonly port: number;
  }[];
  /** Environment variables. Default: none. */
  readonly environment?: readonly k8s.EnvVar[];
  /** CPU that the server is sized for. */
  readonly vcpu: number;
  /** Memory request and limit. */
  readonly memoryMib: number;
  /** Mount path of the data volume. Absent: no data volume. */
  readonly dataFolder?: string;
  /** Further volumes, read-only except for `emptyDir`. Default: none. */
  readonly volumes?: readonly MountedVolume[];
  /** Probes of the server. */
  readonly probes: {
    /** Succeeds when the server has started. */
    readonly startup: k8s.Probe;
    /** Succeeds while clients may connect. */
    readonly readiness: k8s.Probe;
    /** Fails when the server must be restarted. */
    readonly liveness: k8s.Probe;
  };
  /** Command that runs before the server is stopped. Default: none. */
  readonly preStop?: readonly string[];
  /** Additional containers, such as the exporter. Default: none. */
  readonly sidecars?: readonly k8s.Container[];
  /** Time for the server to stop: to flush memory, and for a replica to take over. */
  readonly terminationGraceSeconds: number;
}

/** Spec of a data store's pod: memory limit equal to the request, one pod per node, spread over zones. */
export function serverPod(props: ServerPodProps, blueprint: Blueprint): k8s.PodSpec {
  const { account, pool, user, volumes = [], terminationGraceSeconds } = props;
  return {
    serviceAccountName: account,
    automountServiceAccountToken: false,
    securityContext: restrictedPod(user),
    terminationGracePeriodSeconds: terminationGraceSeconds,
    priorityClassName: priorityClassName(blueprint, 'data'),
    ...placementIn(blueprint, pool),
    ...(props.replicas > 1 || props.spreadAmong !== undefined ? spreadOverNodes(props, blueprint) : {}),
    containers: [containerOf(props), ...(props.sidecars ?? [])],
    ...(volumes.length === 0 ? {} : { volumes: volumes.map(({ mountPath: _, ...volume }) => volume) }),
  };
}

/** Spread over zones: required with high availability, preferred otherwise. */
export function spreadOverZones(selector: Labels, { options }: Blueprint): k8s.TopologySpreadConstraint {
  return {
    maxSkew: 1,
    topologyKey: ZONE,
    whenUnsatisfiable: options.highAvailability ? 'DoNotSchedule' : 'ScheduleAnyway',
    labelSelector: { matchLabels: { ...selector } },
  };
}

/** Requires at most one pod per node, and spreads the pods over zones. */
function spreadOverNodes(
  { selector, spreadAmong }: ServerPodProps,
  blueprint: Blueprint,
): Pick<k8s.PodSpec, 'affinity' | 'topologySpreadConstraints'> {
  const labelSelector = { matchLabels: { ...selector } };
  const own = spreadOverZones(selector, blueprint);
  const among = (spreadAmong === undefined ? [] : [ZONE, HOSTNAME]).map((topologyKey) => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: { ...spreadAmong } },
  }));
  // The API server rejects two constraints with the same topology key and effect. The constraint on all servers includes these pods.
  const isIncluded = among.some(
    ({ topologyKey, whenUnsatisfiable }) => topologyKey === own.topologyKey && whenUnsatisfiable === own.whenUnsatisfiable,
  );
  return {
    affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector, topologyKey: HOSTNAME }] } },
    topologySpreadConstraints: [...(isIncluded ? [] : [own]), ...among],
  };
}

function containerOf(props: ServerPodProps): k8s.Container {
  const { image, command, ports, environment, vcpu, memoryMib, dataFolder, volumes = [], probes, preStop } = props;
  const memory = k8s.Quantity.fromString(mib(memoryMib));
  return {
    name: props.component,
    image,
    ...(command === undefined ? {} : { command: [...command] }),
    ...(environment === undefined ? {} : { env: [...environment] }),
    ports: ports.map((each) => ({ name: each.name, containerPort: each.port })),
    // The limit equals the request: pods that exceed their memory request are the first to be evicted.
    resources: { requests: { cpu: k8s.Quantity.fromString(requestedCpu(vcpu)), memory }, limits: { memory } },
    securityContext: restrictedContainer(),
    startupProbe: probes.startup,
    readinessProbe: probes.readiness,
    livenessProbe: probes.liveness,
    ...(preStop === undefined ? {} : { lifecycle: { preStop: { exec: { command: [...preStop] } } } }),
    volumeMounts: [
      ...(dataFolder === undefined ? [] : [{ name: DATA_VOLUME, mountPath: dataFolder }]),
      ...volumes.map((volume) => ({
        name: volume.name,
        mountPath: volume.mountPath,
        ...(volume.emptyDir === undefined ? { readOnly: true } : {}),
      })),
    ],
  };
}
