import { notOneOf, type Problem, shown } from '../../core/problems';
import { isPlainObject, own, type PlainObject } from '../../io/plain-object';

/** Longest chain of services that extend each other. */
const MAX_CHAIN = 20;

/**
 * A service with the fields of the service that it extends: objects are merged, lists are joined, everything else is replaced.
 * Undefined for what is no service. Source: Compose specification, "extends".
 */
export function withExtended(name: string, services: PlainObject, problems: Problem[], depth = 0): PlainObject | undefined {
  const path = `services.${name}`;
  const service = own(services, name);
  if (!isPlainObject(service)) {
    problems.push({ path, received: shown(service), expected: 'a service with image or build' });
    return undefined;
  }
  const extended = own(service, 'extends');
  if (extended === undefined) return service;
  const { extends: _extends, ...rest } = service;
  if (isPlainObject(extended) && own(extended, 'file') !== undefined) {
    problems.push({ path: `${path}.extends.file`, reason: 'other files are not read', expected: 'the output of `docker compose config`' });
    return rest;
  }
  const base = isPlainObject(extended) ? own(extended, 'service') : extended;
  const others = Object.keys(services).filter((other) => other !== name);
  if (typeof base !== 'string' || !others.includes(base)) {
    problems.push(notOneOf(`${path}.extends`, typeof base === 'string' ? base : shown(base), others));
    return rest;
  }
  if (depth >= MAX_CHAIN) {
    problems.push({ path: `${path}.extends`, received: shown(base), expected: 'a service that does not extend this one' });
    return rest;
  }
  return merged(withExtended(base, services, problems, depth + 1) ?? {}, rest);
}

function merged(base: PlainObject, service: PlainObject): PlainObject {
  const both = Object.entries(service).map(([key, value]): [string, unknown] => {
    const before = own(base, key);
    if (isPlainObject(before) && isPlainObject(value)) return [key, merged(before, value)];
    return [key, Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value];
  });
  return { ...base, ...Object.fromEntries(both) };
}
