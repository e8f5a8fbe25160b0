import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Blueprint } from '../../blueprint/blueprint';
import type { Labels } from '../labels';
import { mib, requestedCpu } from '../quantities';
import { restrictedContainer, restrictedPod } from '../security';
import { placementIn } from '../service/placement';
import { priorityClassName } from '../service/priority';
import { HOSTNAME, ZONE } from '../service/spread';

/** Name of the claim of a pod that has one, and of the volume. */
export const DATA_VOLUME = 'data';

export type MountedVolume = k8s.Volume & { readonly mountPath: string };

export interface ServerPodProps {
  readonly component: string;
  /** What these pods are found by, and no others. */
  readonly selector: Labels;
  /** Other pods that belong to the same store: all of them are spread as well as can be. */
  readonly spreadAmong?: Labels;
  readonly replicas: number;
  readonly account: string;
  readonly pool: string | undefined;
  /** User that the image runs as. */
  readonly user: number;
  readonly image: string;
  readonly command?: readonly string[];
  readonly ports: readonly { readonly name: string; readonly port: number }[];
  readonly environment?: readonly k8s.EnvVar[];
  readonly vcpu: number;
  readonly memoryMib: number;
  /** Where the volume of its own is; absent: it has none. */
  readonly dataFolder?: string;
  readonly volumes?: readonly MountedVolume[];
  readonly probes: { readonly startup: k8s.Probe; readonly readiness: k8s.Probe; readonly liveness: k8s.Probe };
  readonly preStop?: readonly string[];
  /** Containers beside the server, such as its exporter. */
  readonly sidecars?: readonly k8s.Container[];
  /** Time to write down what is in memory, and for a replica to take over. */
  readonly terminationGraceSeconds: number;
}

/** A pod of a data store: with all that it was promised, never beside another of its kind, and in as many zones as there are. */
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

/** In different zones where the tier pays for outliving one, and else if it can be had. */
export function spreadOverZones(selector: Labels, { options }: Blueprint): k8s.TopologySpreadConstraint {
  return {
    maxSkew: 1,
    topologyKey: ZONE,
    whenUnsatisfiable: options.highAvailability ? 'DoNotSchedule' : 'ScheduleAnyway',
    labelSelector: { matchLabels: { ...selector } },
  };
}

/** Never two on one machine. */
function spreadOverNodes(
  { selector, spreadAmong }: ServerPodProps,
  blueprint: Blueprint,
): Pick<k8s.PodSpec, 'affinity' | 'topologySpreadConstraints'> {
  const labelSelector = { matchLabels: { ...selector } };
  return {
    affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector, topologyKey: HOSTNAME }] } },
    topologySpreadConstraints: [
      spreadOverZones(selector, blueprint),
      ...(spreadAmong === undefined ? [] : [ZONE, HOSTNAME]).map((topologyKey) => ({
        maxSkew: 1,
        topologyKey,
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: { ...spreadAmong } },
      })),
    ],
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
    // What is promised is all there is: a data store that was given less than it uses is the first to be killed.
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
