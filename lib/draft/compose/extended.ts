import { dirname } from 'node:path';
import { isPlainObject, own, type PlainObject, section } from '../../core/plain-object';
import { notOneOf, shown } from '../../core/problems';
import { type ComposeApplication, type ComposeFile, type ComposeService, readOther } from './application';
import { mergedService } from './merged-service';
import { interpolated } from './values';

/** Longest chain of services that extend each other. */
const MAX_CHAIN = 100;

/** The file of services, and the folder of their relative paths. */
interface Place {
  readonly file: ComposeFile;
  readonly folder: string;
  readonly application: ComposeApplication;
}

/** The services of a file while their `extends` are resolved. */
interface Scope extends Place {
  readonly services: PlainObject;
  /** Finished services; null for one that is being resolved. */
  readonly resolved: Map<string, PlainObject | undefined | null>;
  /** Scopes of the files that services extend, by real path. */
  readonly others: Map<string, Scope>;
}

/**
 * Services with the fields of those that they extend. A service that cannot be resolved is a problem. Source: Compose
 * specification, "extends"; https://github.com/compose-spec/compose-spec/blob/main/05-services.md.
 */
export function extendedServices(
  services: ReadonlyMap<string, { readonly fields: unknown; readonly file: ComposeFile }>,
  place: Place,
): ReadonlyMap<string, ComposeService> {
  const written = Object.fromEntries([...services].map(([name, { fields }]) => [name, fields]));
  const scope: Scope = { ...place, services: written, resolved: new Map(), others: new Map() };
  const all = [...services].flatMap(([name, { file }]): readonly [string, ComposeService][] => {
    const fields = resolvedService(name, scope, 0);
    return fields === undefined ? [] : [[name, { fields, file }]];
  });
  return new Map(all);
}

function resolvedService(name: string, scope: Scope, depth: number): PlainObject | undefined {
  const known = scope.resolved.get(name);
  if (known !== undefined && known !== null) return known;
  scope.resolved.set(name, null);
  const service = withExtended(name, scope, depth);
  scope.resolved.set(name, service);
  return service;
}

function withExtended(name: string, scope: Scope, depth: number): PlainObject | undefined {
  const { problems } = scope.application;
  const path = `${scope.file.prefix}services.${name}`;
  const service = own(scope.services, name);
  if (!isPlainObject(service)) {
    problems.push({ path, received: shown(service), expected: 'a service with image or build' });
    return undefined;
  }
  const extended = own(service, 'extends');
  if (extended === undefined || extended === null) return service;
  const { extends: _extends, ...rest } = service;
  const fields = isPlainObject(extended) ? extended : { service: extended };
  const other = scopeOf(fields, `${path}.extends.file`, scope);
  if (other === undefined) return rest;
  const base = interpolated(own(fields, 'service'));
  const candidates = Object.keys(other.services).filter((each) => other !== scope || each !== name);
  if (typeof base !== 'string' || !candidates.includes(base)) {
    const received = own(fields, 'service');
    problems.push(notOneOf(`${path}.extends`, typeof received === 'string' ? received : shown(received), candidates));
    return rest;
  }
  if (other.resolved.get(base) === null || depth >= MAX_CHAIN) {
    problems.push({ path: `${path}.extends`, received: shown(base), expected: 'a service that does not extend this one' });
    return rest;
  }
  return mergedService(resolvedService(base, other, depth + 1) ?? {}, rest, path, problems);
}

/** The services that one extends: of its own file, or of the file that it names, without those that this file includes. */
function scopeOf(fields: PlainObject, path: string, scope: Scope): Scope | undefined {
  const name = own(fields, 'file');
  if (name === undefined || name === null) return scope;
  const file = readOther({ name, folder: scope.folder, path }, scope.application);
  if (file === undefined) return undefined;
  const known = scope.others.get(file.realPath);
  if (known !== undefined) return known;
  const services = section(file.fields, 'services');
  if (Object.keys(services).length === 0) {
    scope.application.problems.push({ path, reason: `${file.path} has no services`, expected: 'a Compose file with services' });
    return undefined;
  }
  const other: Scope = { ...scope, file, folder: dirname(file.path), services, resolved: new Map() };
  scope.others.set(file.realPath, other);
  return other;
}
