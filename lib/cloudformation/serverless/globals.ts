import { isPlainObject, own, type PlainObject, section } from '../../core/plain-object';
import { intrinsicOf } from '../references';

/** Prefix of the types of the Serverless Application Model (SAM). */
export const PREFIX = 'AWS::Serverless::';

/**
 * Properties of a resource, with those that the Globals section has for its type. Source: AWS SAM developer guide, Globals section
 * of the AWS SAM template: objects are merged, lists are joined, and other values of the resource take precedence.
 */
export function withGlobals(properties: PlainObject, type: string, template: PlainObject): PlainObject {
  const globals = section(section(template, 'Globals'), type.slice(PREFIX.length));
  return merged(globals, properties) as PlainObject;
}

function merged(global: unknown, local: unknown): unknown {
  if (Array.isArray(global) && Array.isArray(local)) return [...global, ...local];
  if (!isPlainObject(global) || !isPlainObject(local)) return local;
  if (intrinsicOf(global) !== undefined || intrinsicOf(local) !== undefined) return local;
  const keys = [...new Set([...Object.keys(global), ...Object.keys(local)])];
  return Object.fromEntries(
    keys.map((key) => [
      key,
      !Object.hasOwn(local, key)
        ? own(global, key)
        : Object.hasOwn(global, key)
          ? merged(own(global, key), own(local, key))
          : own(local, key),
    ]),
  );
}
