import type { ManifestObject } from '../../manifests/manifest-object';
import { at, itemsAt, stringAt, stringsAt } from '../../manifests/values';
import { hostsOf } from '../hosts';
import { neighbourOf, type ObjectIndex, podPath } from './object-index';

/** The settings of the containers of a workload. */
export interface WorkloadSettings {
  /** Hosts that variables, arguments and ConfigMaps name. */
  readonly hosts: readonly string[];
  /** Whether variables come from a Secret or a ConfigMap that the source does not contain. */
  readonly isIncomplete: boolean;
}

/** Reads the variables, the arguments and the ConfigMaps of a workload. */
export function settingsOf(object: ManifestObject, index: ObjectIndex): WorkloadSettings {
  const containers = itemsAt(object.raw, ...podPath(object), 'containers').map(({ value }) => value);
  const fromMaps = containers.flatMap((container) =>
    itemsAt(container, 'envFrom').map(({ value }) => neighbourOf(object, 'ConfigMap', stringAt(value, 'configMapRef', 'name'), index)),
  );
  const values = containers.flatMap((container) => [
    ...itemsAt(container, 'env').flatMap(({ value }) => textOfVariable(object, value, index)),
    ...['command', 'args'].flatMap((list) => textsAt(container, list)).flatMap((text) => text.split('=')),
  ]);
  const texts = [...values, ...fromMaps.flatMap((map) => (map === undefined ? [] : Object.values(stringsAt(map.raw, 'data'))))];
  return { hosts: [...new Set(texts.flatMap(hostsOf))], isIncomplete: fromMaps.includes(undefined) };
}

function textOfVariable(object: ManifestObject, variable: object, index: ObjectIndex): readonly string[] {
  const text = stringAt(variable, 'value');
  if (text !== undefined) return [text];
  const map = neighbourOf(object, 'ConfigMap', stringAt(variable, 'valueFrom', 'configMapKeyRef', 'name'), index);
  const value = map === undefined ? undefined : stringAt(map.raw, 'data', stringAt(variable, 'valueFrom', 'configMapKeyRef', 'key') ?? '');
  return value === undefined ? [] : [value];
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
