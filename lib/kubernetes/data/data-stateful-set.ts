import { createHash } from 'node:crypto';
import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import { labelsOf } from '../labels';
import { gib } from '../quantities';
import { DATA_VOLUME, type ServerPodProps, serverPod } from './server-pod';

/** StorageClass of all data volumes. The cluster must have a class of this name. */
export const STORAGE_CLASS = 'gp3';

/** Annotation with the checksum of the configuration. */
const CHECKSUM = 'sizing-blueprints/config-checksum';

/** Input of `dataStatefulSet`. */
export interface DataStatefulSetProps extends ServerPodProps {
  /** Name of the StatefulSet. Pods are `<name>-0` and so on. */
  readonly name: string;
  /** Name of the headless Service of the pods. */
  readonly service: string;
  /** Mount path of the volume. */
  readonly dataFolder: string;
  /** Size of the volume of each pod. */
  readonly storageGib: number;
  /** Content of its configuration files: when it changes, pods restart. Absent: no such files. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A StatefulSet whose pods each have a volume, run on different nodes, and are spread over zones. */
export function dataStatefulSet(scope: Construct, id: string, blueprint: Blueprint, props: DataStatefulSetProps): k8s.KubeStatefulSet {
  const { name, component, selector, replicas, service, storageGib } = props;
  const labels = { ...labelsOf(blueprint, component), ...selector };
  return new k8s.KubeStatefulSet(scope, id, {
    metadata: { name, labels },
    spec: {
      serviceName: service,
      replicas,
      // Starts all pods at once, because the members of a cluster wait for each other before any of them is ready.
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

/** Pod annotation that changes with the files, so that pods restart: servers read their configuration only at startup. */
export function checksumOf(files: Readonly<Record<string, string>> | undefined): { readonly annotations?: Record<string, string> } {
  if (files === undefined) return {};
  return { annotations: { [CHECKSUM]: createHash('sha256').update(JSON.stringify(files)).digest('hex') } };
}
