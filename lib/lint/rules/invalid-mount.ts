import { own } from '../../core/plain-object';
import type { ManifestObject } from '../../manifests/manifest-object';
import { at, type Item, itemsOf, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import { nonEmpty, pathBelow, violationAt } from '../field-checks';
import type { Rule } from '../rule';
import type { Violation } from '../violation';
import { volumeNames } from '../workload';

export const invalidMount: Rule = {
  id: 'invalid-mount',
  severity: 'error',
  description: 'Mount or device of a container is invalid',
  fix: 'Use a relative subPath, and block devices of claims once each',
  citation: apiSource('core'),
  *check({ workloads }) {
    for (const workload of workloads) {
      const { object, pod, containers } = workload;
      const volumes = itemsOf(pod, 'volumes');
      const isBlockless = (name: string) =>
        volumes.some(
          ({ value }) => value.name === name && own(value, 'persistentVolumeClaim') === undefined && own(value, 'ephemeral') === undefined,
        );
      for (const container of containers) {
        for (const mount of itemsOf(container, 'volumeMounts')) yield* mountViolations(object, container, mount);
        yield* deviceViolations(object, container, volumeNames(workload), isBlockless);
      }
    }
  },
};

function* mountViolations(object: ManifestObject, container: Item, mount: Item): Generator<Violation> {
  yield* nonEmpty(object, mount, 'name', 'mountPath');
  yield* pathBelow(object, mount, 'subPath');
  yield* pathBelow(object, mount, 'subPathExpr');
  const [subPath, expression] = [stringAt(mount.value, 'subPath') ?? '', stringAt(mount.value, 'subPathExpr') ?? ''];
  if (subPath !== '' && expression !== '')
    yield { object, path: [...mount.path, 'subPathExpr'], received: 'set together with subPath', expected: 'only one of them' };
  if (stringAt(mount.value, 'mountPropagation') === 'Bidirectional' && at(container.value, 'securityContext', 'privileged') !== true)
    yield violationAt(object, mount, ['mountPropagation'], 'another value, because the container is not privileged');
  const recursive = stringAt(mount.value, 'recursiveReadOnly') ?? 'Disabled';
  if (recursive !== 'Disabled' && own(mount.value, 'readOnly') !== true)
    yield violationAt(object, mount, ['recursiveReadOnly'], 'Disabled, because the mount is not readOnly');
  else if (recursive !== 'Disabled' && (stringAt(mount.value, 'mountPropagation') ?? 'None') !== 'None')
    yield violationAt(object, mount, ['mountPropagation'], 'None, because the mount is read-only with its submounts');
}

function* deviceViolations(
  object: ManifestObject,
  container: Item,
  names: ReadonlySet<string>,
  isBlockless: (name: string) => boolean,
): Generator<Violation> {
  const mounts = itemsOf(container, 'volumeMounts');
  const [mounted, paths] = [mounts.map(({ value }) => value.name), mounts.map(({ value }) => value.mountPath)];
  const [seen, seenNames] = [new Set<unknown>(), new Set<unknown>()];
  for (const device of itemsOf(container, 'volumeDevices')) {
    const { name, devicePath } = device.value;
    if (typeof name !== 'string' || typeof devicePath !== 'string') continue;
    if (!names.has(name)) yield violationAt(object, device, ['name'], 'a volume of the pod');
    else if (isBlockless(name)) yield violationAt(object, device, ['name'], 'a volume of a PersistentVolumeClaim');
    else if (mounted.includes(name)) yield violationAt(object, device, ['name'], 'a volume that the container does not mount');
    else if (seenNames.has(name)) yield violationAt(object, device, ['name'], 'each volume once');
    seenNames.add(name);
    yield* nonEmpty(object, device, 'devicePath');
    if (paths.includes(devicePath) || seen.has(devicePath)) yield violationAt(object, device, ['devicePath'], 'each path once');
    if (devicePath.split('/').includes('..')) yield violationAt(object, device, ['devicePath'], 'a path without ".."');
    seen.add(devicePath);
  }
}
