import { createHash } from 'node:crypto';
import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { Blueprint } from '../blueprint';
import { type Labels, labelsOf } from './labels';
import { placementIn } from './placement';
import { priorityClassName } from './priority';
import { gib, mib, milliCpu } from './quantities';
import { restrictedContainer, restrictedPod } from './security';

/** Class of the volumes that data is on. A cluster calls its own volumes by it, or makes a class of that name. */
export const STORAGE_CLASS = 'gp3';

const ZONE = 'topology.kubernetes.io/zone';
const HOST = 'kubernetes.io/hostname';

const CHECKSUM = 'sizing-blueprints/config-checksum';

/** Name of the claim, and of the volume in the pods. */
const DATA = 'data';

export interface DataPodsProps {
  /** Of the StatefulSet; pods are `<name>-0` and so on. */
  readonly name: string;
  readonly component: string;
  /** What its pods are found by, and no others. */
  readonly selector: Labels;
  /** Pods of other StatefulSets that belong to the same store: all of them are spread as well as can be. */
  readonly spreadAmong?: Labels;
  readonly replicas: number;
  /** What its files say: other files make new pods. */
  readonly files?: Readonly<Record<string, string>>;
  /** The headless Service that names the pods. */
  readonly service: string;
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
  readonly storageGib: number;
  readonly dataFolder: string;
  readonly volumes?: readonly (k8s.Volume & { readonly mountPath: string })[];
  readonly probes: { readonly startup: k8s.Probe; readonly readiness: k8s.Probe; readonly liveness: k8s.Probe };
  readonly preStop?: readonly string[];
  /** Time to write down what is in memory, and for a replica to take over. */
  readonly terminationGraceSeconds: number;
}

/** A StatefulSet whose pods each have a volume, stand on machines of their own, and in as many zones as there are. */
export function dataPods(scope: Construct, id: string, blueprint: Blueprint, props: DataPodsProps): k8s.KubeStatefulSet {
  const { name, component, selector, replicas, service, storageGib } = props;
  const labels = { ...labelsOf(blueprint, component), ...selector };
  return new k8s.KubeStatefulSet(scope, id, {
    metadata: { name, labels },
    spec: {
      serviceName: service,
      replicas,
      // All at once: the members of a cluster wait for each other, and none of them is the first to be ready.
      podManagementPolicy: 'Parallel',
      selector: { matchLabels: { ...selector } },
      template: {
        metadata: { labels, ...(props.files === undefined ? {} : { annotations: { [CHECKSUM]: checksum(props.files) } }) },
        spec: podOf(props, blueprint),
      },
      volumeClaimTemplates: [
        {
          metadata: { name: DATA, labels },
          spec: {
            accessModes: ['ReadWriteOnce'],
            storageClassName: STORAGE_CLASS,
            resources: { requests: { storage: k8s.Quantity.fromString(gib(storageGib)) } },
          },
        },
      ],
    },
  });
}

function checksum(files: Readonly<Record<string, string>>): string {
  return createHash('sha256').update(JSON.stringify(files)).digest('hex');
}

function podOf(props: DataPodsProps, blueprint: Blueprint): k8s.PodSpec {
  const { account, pool, user, volumes = [], terminationGraceSeconds } = props;
  return {
    serviceAccountName: account,
    automountServiceAccountToken: false,
    securityContext: restrictedPod(user),
    terminationGracePeriodSeconds: terminationGraceSeconds,
    priorityClassName: priorityClassName(blueprint, 'data'),
    ...placementIn(blueprint, pool),
    ...(props.replicas > 1 || props.spreadAmong !== undefined ? apart(props, blueprint) : {}),
    containers: [containerOf(props)],
    ...(volumes.length === 0 ? {} : { volumes: volumes.map(({ mountPath: _, ...volume }) => volume) }),
  };
}

/** Never two on one machine; in different zones where the tier pays for outliving one, and else if it can be had. */
function apart(
  { selector, spreadAmong }: DataPodsProps,
  { options }: Blueprint,
): Pick<k8s.PodSpec, 'affinity' | 'topologySpreadConstraints'> {
  const labelSelector = { matchLabels: { ...selector } };
  return {
    affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector, topologyKey: HOST }] } },
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: ZONE,
        whenUnsatisfiable: options.highAvailability ? 'DoNotSchedule' : 'ScheduleAnyway',
        labelSelector,
      },
      ...(spreadAmong === undefined ? [] : [ZONE, HOST]).map((topologyKey) => ({
        maxSkew: 1,
        topologyKey,
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: { ...spreadAmong } },
      })),
    ],
  };
}

function containerOf(props: DataPodsProps): k8s.Container {
  const { image, command, ports, environment, vcpu, memoryMib, dataFolder, volumes = [], probes, preStop } = props;
  const memory = k8s.Quantity.fromString(mib(memoryMib));
  return {
    name: props.component,
    image,
    ...(command === undefined ? {} : { command: [...command] }),
    ...(environment === undefined ? {} : { env: [...environment] }),
    ports: ports.map((each) => ({ name: each.name, containerPort: each.port })),
    // What is promised is all there is: a data store that was given less than it uses is the first to be killed.
    resources: { requests: { cpu: k8s.Quantity.fromString(milliCpu(vcpu)), memory }, limits: { memory } },
    securityContext: restrictedContainer(),
    startupProbe: probes.startup,
    readinessProbe: probes.readiness,
    livenessProbe: probes.liveness,
    ...(preStop === undefined ? {} : { lifecycle: { preStop: { exec: { command: [...preStop] } } } }),
    volumeMounts: [
      { name: DATA, mountPath: dataFolder },
      ...volumes.map((volume) => ({
        name: volume.name,
        mountPath: volume.mountPath,
        ...(volume.emptyDir === undefined ? { readOnly: true } : {}),
      })),
    ],
  };
}
