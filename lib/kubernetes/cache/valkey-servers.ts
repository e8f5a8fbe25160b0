import * as k8s from 'cdk8s-plus-34/lib/imports/k8s';
import type { Construct } from 'constructs';
import type { Blueprint } from '../../blueprint/blueprint';
import { CACHE_DATA_SHARE } from '../../conventions/data-stores';
import { MIB_PER_GIB } from '../../core/data-size';
import { credentialsName } from '../data/credentials';
import { type DataStatefulSetProps, dataStatefulSet } from '../data/data-stateful-set';
import type { MountedVolume } from '../data/server-pod';
import { VALKEY_FOLDERS } from './valkey-config';

/** User ID of the official images of Redis and Valkey. */
export const VALKEY_USER = 999;

/** Memory of an empty server and the scripts in its container. Assumed. */
const EMPTY_MIB = 64;

/** vCPU for each GiB of data: the ratio of memory-optimized instances, which have 8 GiB per vCPU. */
const VCPU_PER_GIB = 1 / 8;
const MIN_VCPU = 0.05;

/**
 * Storage as a multiple of the data: the append-only file grows to twice the data before it is rewritten, and the new file
 * exists in addition until the rewrite ends.
 */
const STORAGE_PER_DATA = 3;

/** Time for the failover to a replica and for flushing the append-only file. */
const TERMINATION_GRACE_SECONDS = 60;

/** Size of one server. */
interface ValkeySize {
  /** Memory for data, `maxmemory`. */
  readonly maxmemoryMib: number;
  /** Memory of the container that is not for data. */
  readonly headroomMib: number;
  /** Memory of the container. */
  readonly memoryMib: number;
  /** CPU of the container. */
  readonly vcpu: number;
  /** Size of the volume. */
  readonly storageGib: number;
}

/** Size of a server that holds an amount of data. */
export function valkeySize(dataMib: number): ValkeySize {
  const maxmemoryMib = Math.ceil(dataMib);
  const memoryMib = Math.ceil(dataMib / CACHE_DATA_SHARE) + EMPTY_MIB;
  const dataGib = dataMib / MIB_PER_GIB;
  return {
    maxmemoryMib,
    headroomMib: memoryMib - maxmemoryMib,
    memoryMib,
    vcpu: Math.max(MIN_VCPU, dataGib * VCPU_PER_GIB),
    storageGib: Math.max(1, Math.ceil(dataGib * STORAGE_PER_DATA)),
  };
}

/** Input of `valkeyServers`. */
interface ValkeyServersProps
  extends Pick<
    DataStatefulSetProps,
    'name' | 'component' | 'selector' | 'spreadAmong' | 'replicas' | 'service' | 'pool' | 'image' | 'sidecars'
  > {
  /** Content of the ConfigMap by file name. */
  readonly files: Readonly<Record<string, string>>;
  /** Port for clients. */
  readonly port: number;
  /** Size of each server. */
  readonly size: ValkeySize;
}

/** A StatefulSet of servers, configured by the ConfigMap with the name of the component. */
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
      // Loading a full volume takes minutes, but the server answers meanwhile.
      startup: { ...probe('alive.sh'), periodSeconds: 2, failureThreshold: 60 },
      readiness: { ...probe('ready.sh'), periodSeconds: 5 },
      liveness: { ...probe('alive.sh'), periodSeconds: 10, failureThreshold: 6 },
    },
    ...(clustered ? { preStop: script('hand-over.sh') } : {}),
    terminationGraceSeconds: TERMINATION_GRACE_SECONDS,
  });
}

/** The ConfigMap and the Secret of a component as volumes, at the paths that the scripts read. */
export function valkeyVolumes(component: string): MountedVolume[] {
  return [
    { name: 'config', mountPath: VALKEY_FOLDERS.config, configMap: { name: component } },
    { name: 'credentials', mountPath: VALKEY_FOLDERS.secret, secret: { secretName: credentialsName(component) } },
  ];
}

/** Port of the cluster bus. The offset from the client port is part of the protocol. */
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
