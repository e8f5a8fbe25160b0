import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import { MIB_PER_GIB } from '../../core/data-size';
import { credentialsName } from '../data/credentials';
import { type DataStatefulSetProps, dataStatefulSet } from '../data/data-stateful-set';
import type { MountedVolume } from '../data/server-pod';
import { VALKEY_FOLDERS } from './valkey-config';

/** User of the official images of both. */
export const VALKEY_USER = 999;

/** Share of a server's memory that data may fill. What a copy-on-write snapshot and slow replicas take comes from the rest. */
const DATA_SHARE = 0.75;

/** What a server takes that holds nothing, with the shell beside it; assumed. */
const EMPTY_MIB = 64;

/** Processors for each GiB of data: the ratio of memory-optimized machines, which have 8 GiB for each. */
const VCPU_PER_GIB = 1 / 8;
const MIN_VCPU = 0.05;

/** A log of all writes is rewritten before it is twice the data; the new one stands beside it while that lasts. */
const STORAGE_PER_DATA = 3;

/** For writing down what is in memory, after the replica has taken over. */
const TERMINATION_GRACE_SECONDS = 60;

export interface ValkeySize {
  readonly maxmemoryMib: number;
  readonly headroomMib: number;
  readonly memoryMib: number;
  readonly vcpu: number;
  readonly storageGib: number;
}

/** What one server is given so that it holds so much data. */
export function valkeySize(dataMib: number): ValkeySize {
  const maxmemoryMib = Math.ceil(dataMib);
  const memoryMib = Math.ceil(dataMib / DATA_SHARE) + EMPTY_MIB;
  const dataGib = dataMib / MIB_PER_GIB;
  return {
    maxmemoryMib,
    headroomMib: memoryMib - maxmemoryMib,
    memoryMib,
    vcpu: Math.max(MIN_VCPU, dataGib * VCPU_PER_GIB),
    storageGib: Math.max(1, Math.ceil(dataGib * STORAGE_PER_DATA)),
  };
}

/** Redis tags its images with the whole version line; 7.1 is a line of ElastiCache only, and 7.2 the open one next to it. */
export function valkeyImage(engine: 'redis' | 'valkey', engineVersion: string): string {
  const version = engine === 'redis' && engineVersion === '7.1' ? '7.2' : engineVersion;
  return engine === 'redis' ? `public.ecr.aws/docker/library/redis:${version}` : `docker.io/valkey/valkey:${version}`;
}

export interface ValkeyServersProps
  extends Pick<
    DataStatefulSetProps,
    'name' | 'component' | 'selector' | 'spreadAmong' | 'replicas' | 'service' | 'pool' | 'image' | 'sidecars'
  > {
  readonly files: Readonly<Record<string, string>>;
  readonly port: number;
  readonly size: ValkeySize;
}

/** Servers that the files of a ConfigMap, named as the component, tell what to do. */
export function valkeyServers(scope: Construct, id: string, blueprint: Blueprint, props: ValkeyServersProps): void {
  const { files, port, size, component } = props;
  const clustered = 'keep-together.sh' in files;
  dataStatefulSet(scope, id, blueprint, {
    ...props,
    ...size,
    account: component,
    user: VALKEY_USER,
    command: script('entrypoint.sh'),
    ports: [{ name: 'server', port }, ...(clustered ? [{ name: 'bus', port: busPort(port) }] : [])],
    environment: [fromPod('POD_IP', 'status.podIP'), fromPod('POD_NAME', 'metadata.name')],
    dataFolder: VALKEY_FOLDERS.data,
    volumes: [
      ...valkeyVolumes(component),
      { name: 'run', mountPath: VALKEY_FOLDERS.run, emptyDir: { medium: 'Memory', sizeLimit: k8s.Quantity.fromString('1Mi') } },
    ],
    probes: {
      // Reading a full volume takes minutes; the server answers while it does.
      startup: { ...probe('alive.sh'), periodSeconds: 2, failureThreshold: 60 },
      readiness: { ...probe('ready.sh'), periodSeconds: 5 },
      liveness: { ...probe('alive.sh'), periodSeconds: 10, failureThreshold: 6 },
    },
    ...(clustered ? { preStop: script('hand-over.sh') } : {}),
    terminationGraceSeconds: TERMINATION_GRACE_SECONDS,
  });
}

/** The ConfigMap and the Secret of a component, where its scripts look for them. */
export function valkeyVolumes(component: string): MountedVolume[] {
  return [
    { name: 'config', mountPath: VALKEY_FOLDERS.config, configMap: { name: component } },
    { name: 'credentials', mountPath: VALKEY_FOLDERS.secret, secret: { secretName: credentialsName(component) } },
  ];
}

/** The port on which the nodes of a cluster talk among themselves; the distance is fixed by the protocol. */
export function busPort(port: number): number {
  return port + 10_000;
}

function script(name: string): string[] {
  return ['sh', `${VALKEY_FOLDERS.config}/${name}`];
}

function probe(name: string): k8s.Probe {
  return { exec: { command: script(name) }, timeoutSeconds: 5 };
}

function fromPod(name: string, fieldPath: string): k8s.EnvVar {
  return { name, valueFrom: { fieldRef: { fieldPath } } };
}
