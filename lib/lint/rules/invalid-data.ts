import { own } from '../../core/plain-object';
import type { ManifestObject } from '../../manifests/manifest-object';
import { objectAt, stringAt } from '../../manifests/values';
import { apiSource } from '../api-source';
import type { Rule } from '../rule';
import type { Violation } from '../violation';

export const invalidData: Rule = {
  id: 'invalid-data',
  severity: 'error',
  description: 'ConfigMap or Secret has data that the API server rejects',
  fix: 'Give the Secret the keys of its type, and keep at most 1 MiB in one object',
  citation: apiSource('core'),
  *check({ ofKind }) {
    for (const object of ofKind('Secret')) {
      if (object.group !== '') continue;
      yield* keysOfType(object);
      yield* size(object, ['data', 'stringData']);
    }
    for (const object of ofKind('ConfigMap')) {
      if (object.group !== '') continue;
      const texts = objectAt(object.raw, 'data');
      for (const key of Object.keys(objectAt(object.raw, 'binaryData'))) {
        if (own(texts, key) !== undefined)
          yield { object, path: ['binaryData', key], received: 'set in data too', expected: 'each key once' };
      }
      yield* size(object, ['data', 'binaryData']);
    }
  },
};

/** Largest size of the values of a ConfigMap or Secret. Source: `MaxSecretSize` of the API server. */
const MOST_BYTES = 1024 * 1024;

/** Keys of which all must be present, by type. */
const ALL_KEYS: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
};

function* keysOfType(object: ManifestObject): Generator<Violation> {
  const type = stringAt(object.raw, 'type') ?? '';
  const values = { ...decoded(objectAt(object.raw, 'data')), ...objectAt(object.raw, 'stringData') };
  const has = (key: string) => Object.hasOwn(values, key);
  for (const key of own(ALL_KEYS, type) === undefined ? [] : (ALL_KEYS[type] ?? [])) {
    if (!has(key)) yield { object, path: ['data', key], expected: `a value, which the type ${type} requires` };
    else if (key.startsWith('.docker') && !isJson(values[key]))
      yield { object, path: ['data', key], received: 'not JSON', expected: `JSON, which the type ${type} requires` };
  }
  if (type === 'kubernetes.io/basic-auth' && !has('username') && !has('password'))
    yield { object, path: ['data', 'username'], expected: `a username or a password, which the type ${type} requires` };
  const account = 'kubernetes.io/service-account.name';
  if (type === 'kubernetes.io/service-account-token' && (stringAt(object.raw, 'metadata', 'annotations', account) ?? '') === '')
    yield { object, path: ['metadata', 'annotations', account], expected: `a ServiceAccount, which the type ${type} requires` };
}

function decoded(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, typeof value === 'string' ? Buffer.from(value, 'base64').toString('utf8') : value]),
  );
}

/** Values of another type are reported by the rules about structure. */
function isJson(value: unknown): boolean {
  if (typeof value !== 'string') return true;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

function* size(object: ManifestObject, sections: readonly string[]): Generator<Violation> {
  let bytes = 0;
  for (const section of sections) {
    for (const value of Object.values(objectAt(object.raw, section))) {
      if (typeof value !== 'string') continue;
      bytes += Buffer.byteLength(value, isEncoded(object, section) ? 'base64' : 'utf8');
    }
  }
  if (bytes > MOST_BYTES) yield { object, path: ['data'], received: `${bytes} bytes`, expected: `at most ${MOST_BYTES} bytes` };
}

function isEncoded(object: ManifestObject, section: string): boolean {
  return section === 'binaryData' || (section === 'data' && object.kind === 'Secret');
}
