import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { Blueprint } from '../blueprint';
import { MIB_PER_GIB } from '../units';
import { type Labels, labelsOf, selectorOf } from './labels';
import { placementIn } from './placement';
import { priorityClassName } from './priority';
import { gib, mib, milliCpu } from './quantities';
import { restrictedContainer, restrictedPod } from './security';

const DATA_VOLUME = 'data';

export interface StatefulServersProps {
  readonly id: string;
  readonly pool: string | undefined;
  readonly image: string;
  readonly replicas: number;
  readonly port: number;
  readonly dataFolder: string;
  readonly vcpu: number;
  readonly memoryGib: number;
  readonly storageGib: number;
  /** User that the image runs as. */
  readonly user: number;
  readonly args?: readonly string[];
  readonly environment?: readonly k8s.EnvVar[];
}

/** A StatefulSet of servers with a volume each, a headless Service for their names and one for who uses them. */
export function statefulServers(scope: Construct, blueprint: Blueprint, props: StatefulServersProps): Labels {
  const { id, port } = props;
  const selector = selectorOf(blueprint, id);
  const labels = labelsOf(blueprint, id);
  const ports = [{ name: 'server', port, targetPort: k8s.IntOrString.fromString('server') }];
  new k8s.KubeServiceAccount(scope, 'Account', { metadata: { name: id }, automountServiceAccountToken: false });
  new k8s.KubeService(scope, 'Nodes', {
    metadata: { name: `${id}-nodes` },
    spec: { clusterIp: 'None', publishNotReadyAddresses: true, selector: { ...selector }, ports },
  });
  new k8s.KubeService(scope, 'Service', { metadata: { name: id }, spec: { selector: { ...selector }, ports } });
  new k8s.KubeStatefulSet(scope, 'Servers', {
    metadata: { name: id },
    spec: {
      serviceName: `${id}-nodes`,
      replicas: props.replicas,
      selector: { matchLabels: { ...selector } },
      template: { metadata: { labels: { ...labels } }, spec: podOf(blueprint, props) },
      volumeClaimTemplates: [
        {
          metadata: { name: DATA_VOLUME },
          spec: {
            accessModes: ['ReadWriteOnce'],
            resources: { requests: { storage: k8s.Quantity.fromString(gib(props.storageGib)) } },
          },
        },
      ],
    },
  });
  return selector;
}

function podOf(
  blueprint: Blueprint,
  { id, image, port, dataFolder, vcpu, memoryGib, user, args, environment, pool }: StatefulServersProps,
): k8s.PodSpec {
  const memory = k8s.Quantity.fromString(mib(memoryGib * MIB_PER_GIB));
  const probe = { tcpSocket: { port: k8s.IntOrString.fromString('server') } };
  return {
    serviceAccountName: id,
    automountServiceAccountToken: false,
    securityContext: restrictedPod(user),
    ...placementIn(blueprint, pool),
    priorityClassName: priorityClassName(blueprint, 'data'),
    containers: [
      {
        name: id,
        image,
        ...(args === undefined ? {} : { args: [...args] }),
        ...(environment === undefined ? {} : { env: [...environment] }),
        ports: [{ name: 'server', containerPort: port }],
        resources: { requests: { cpu: k8s.Quantity.fromString(milliCpu(vcpu)), memory }, limits: { memory } },
        securityContext: restrictedContainer(),
        readinessProbe: probe,
        livenessProbe: { ...probe, failureThreshold: 6 },
        volumeMounts: [
          { name: DATA_VOLUME, mountPath: dataFolder },
          { name: 'tmp', mountPath: '/tmp' },
        ],
      },
    ],
    volumes: [{ name: 'tmp', emptyDir: {} }],
  };
}
