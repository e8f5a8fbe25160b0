import { createHash } from 'node:crypto';
import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import { labelsOf } from '../labels';
import { gib } from '../quantities';
import { DATA_VOLUME, type ServerPodProps, serverPod } from './server-pod';

/** Class of the volumes that data is on. A cluster calls its own volumes by it, or makes a class of that name. */
export const STORAGE_CLASS = 'gp3';

const CHECKSUM = 'sizing-blueprints/config-checksum';

export interface DataStatefulSetProps extends ServerPodProps {
  /** Of the StatefulSet; pods are `<name>-0` and so on. */
  readonly name: string;
  /** The headless Service that names the pods. */
  readonly service: string;
  readonly dataFolder: string;
  readonly storageGib: number;
  /** What its files say. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A StatefulSet whose pods each have a volume, stand on machines of their own, and in as many zones as there are. */
export function dataStatefulSet(scope: Construct, id: string, blueprint: Blueprint, props: DataStatefulSetProps): k8s.KubeStatefulSet {
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
        metadata: { labels, ...checksumOf(props.files) },
        spec: serverPod(props, blueprint),
      },
      volumeClaimTemplates: [
        {
          metadata: { name: DATA_VOLUME, labels },
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

/** Other files make new pods: a server reads them when it starts. */
export function checksumOf(files: Readonly<Record<string, string>> | undefined): { readonly annotations?: Record<string, string> } {
  if (files === undefined) return {};
  return { annotations: { [CHECKSUM]: createHash('sha256').update(JSON.stringify(files)).digest('hex') } };
}
