import type { ManifestObject } from '../../manifests/manifest-object';
import { at, itemsAt, stringAt, stringsAt } from '../../manifests/values';
import { hostsOf } from '../hosts';
import { neighborOf, type ObjectIndex, podPath } from './object-index';

/** A variable of a container, or an entry of a ConfigMap. */
export interface Setting {
  /** Name of the variable. */
  readonly name: string;
  /** Its value. */
  readonly value: string;
}

/** The settings of the containers of a workload. */
export interface WorkloadSettings {
  /** Hosts that variables, arguments, ConfigMaps and Secrets name. */
  readonly hosts: readonly string[];
  /** Variables with their values, without those of Secrets. */
  readonly settings: readonly Setting[];
  /** Whether variables come from a Secret or a ConfigMap that the source does not contain. */
  readonly isIncomplete: boolean;
}

/** Variables whose values are addresses. */
const ADDRESS = /(?:^|_)(?:URLS?|URI|DSN|HOSTS?|HOSTNAME|ADDR|ADDRESS|ENDPOINT|SERVERS?|BROKERS?|CONNECTION(?:_STRING)?)(?:_|$)/i;

/** Reads the variables, the arguments, the ConfigMaps and the Secrets of a workload. */
export function settingsOf(object: ManifestObject, index: ObjectIndex): WorkloadSettings {
  const containers = itemsAt(object.raw, ...podPath(object), 'containers').map(({ value }) => value);
  const sources = containers.flatMap((container) => itemsAt(container, 'envFrom').map(({ value }) => sourceOf(object, value, index)));
  const variables = containers.flatMap((container) => itemsAt(container, 'env').map(({ value }) => variableOf(object, value, index)));
  const args = containers.flatMap((container) => ['command', 'args'].flatMap((list) => textsAt(container, list)));
  const known = [...variables, ...sources].flatMap((each) => each.settings);
  const secret = [...variables, ...sources].flatMap((each) => each.secretValues);
  const texts = [...known.map(({ value }) => value), ...secret, ...args.flatMap((text) => text.split('='))];
  return {
    hosts: [...new Set(texts.flatMap(hostsOf))],
    settings: known,
    isIncomplete: [...variables, ...sources].some((each) => each.isMissing),
  };
}

interface ReadSettings {
  readonly settings: readonly Setting[];
  readonly secretValues: readonly string[];
  readonly isMissing: boolean;
}

const MISSING: ReadSettings = { settings: [], secretValues: [], isMissing: true };

function sourceOf(object: ManifestObject, source: object, index: ObjectIndex): ReadSettings {
  const secret = neighborOf(object, 'Secret', stringAt(source, 'secretRef', 'name'), index);
  if (secret !== undefined) return { settings: [], secretValues: Object.values(secretData(secret)), isMissing: false };
  const map = neighborOf(object, 'ConfigMap', stringAt(source, 'configMapRef', 'name'), index);
  return map === undefined ? MISSING : { settings: settingsIn(map), secretValues: [], isMissing: false };
}

function variableOf(object: ManifestObject, variable: object, index: ObjectIndex): ReadSettings {
  const name = stringAt(variable, 'name') ?? '';
  const text = stringAt(variable, 'value');
  if (text !== undefined) return { settings: [{ name, value: text }], secretValues: [], isMissing: false };
  const mapRef = ['valueFrom', 'configMapKeyRef'];
  const map = neighborOf(object, 'ConfigMap', stringAt(variable, ...mapRef, 'name'), index);
  const value = map === undefined ? undefined : stringAt(map.raw, 'data', stringAt(variable, ...mapRef, 'key') ?? '');
  if (value !== undefined) return { settings: [{ name, value }], secretValues: [], isMissing: false };
  const secretRef = ['valueFrom', 'secretKeyRef'];
  const secret = neighborOf(object, 'Secret', stringAt(variable, ...secretRef, 'name'), index);
  const hidden = secret === undefined ? undefined : secretData(secret)[stringAt(variable, ...secretRef, 'key') ?? ''];
  if (hidden !== undefined) return { settings: [], secretValues: [hidden], isMissing: false };
  const isReferred = at(variable, ...mapRef) !== undefined || at(variable, ...secretRef) !== undefined;
  return { settings: [], secretValues: [], isMissing: isReferred && ADDRESS.test(name) };
}

/** The entries of a ConfigMap. */
export function settingsIn(map: ManifestObject): readonly Setting[] {
  return Object.entries(stringsAt(map.raw, 'data')).map(([name, value]) => ({ name, value }));
}

function secretData({ raw }: ManifestObject): Readonly<Record<string, string>> {
  const encoded = Object.entries(stringsAt(raw, 'data')).map(([key, value]) => [key, Buffer.from(value, 'base64').toString('utf8')]);
  return { ...Object.fromEntries(encoded), ...stringsAt(raw, 'stringData') };
}

/** Files that ConfigMaps mount into the pods of a workload. */
export function mountedFilesOf(object: ManifestObject, index: ObjectIndex): readonly string[] {
  return itemsAt(object.raw, ...podPath(object), 'volumes').flatMap(({ value }) => {
    const map = neighborOf(object, 'ConfigMap', stringAt(value, 'configMap', 'name'), index);
    return map === undefined ? [] : settingsIn(map).map((file) => file.value);
  });
}

/** The command and the arguments of all containers, as one string. */
export function commandOf(object: ManifestObject): string {
  return itemsAt(object.raw, ...podPath(object), 'containers')
    .flatMap(({ value }) => ['command', 'args'].flatMap((list) => textsAt(value, list)))
    .join(' ');
}

function textsAt(value: object, key: string): readonly string[] {
  const list = at(value, key);
  return Array.isArray(list) ? list.filter((each): each is string => typeof each === 'string') : [];
}

/** Whether a host is a Service: `database`, `database.shop`, `database.shop.svc.cluster.local`, or one pod of it: `mongo-0.mongo`. */
export function isHostOf(host: string, service: string): boolean {
  const labels = host.replace(/\.svc(?:\.cluster\.local)?\.?$/, '').split('.');
  return (labels[0] === service && labels.length <= 2) || (labels[1] === service && labels.length <= 3);
}
