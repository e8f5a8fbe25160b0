import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { DECLARATION_KEY } from '../contract/key';
import { isPlainObject, type PlainObject } from '../core/plain-object';

/** A stack, the result of `Template.fromStack`, or a template as plain JSON. */
export type SnapshotSource = Stack | JsonTemplate | Readonly<Record<string, unknown>>;

/** The result of `Template.fromStack`. */
export interface JsonTemplate {
  /** The template as plain JSON. */
  toJSON(): unknown;
}

/** A template as plain JSON with sorted keys. */
export type PlainTemplate = Readonly<Record<string, unknown>>;

/**
 * A template as plain data for a snapshot test. It changes only when the deployed resources change.
 *
 * Removed: asset hashes (and the hashes that CDK appends to logical ids of versions and deployments), the version
 * check of the bootstrap stack, the metadata resource of the CDK, construct and asset paths, and the basis of the usage
 * quantities in the declaration. Everything else stays, with the usage quantities and the names of the SSM parameters
 * of AMIs, which are stable. Keys are sorted; lists keep their order.
 *
 * Throws an Error for a template without resources: a test with an empty snapshot could never fail.
 */
export function tierSnapshot(source: SnapshotSource): PlainTemplate {
  const template = asRecord(withoutHashes(rawTemplate(source)));
  if (template === undefined) throw new Error('tierSnapshot: the value is not a template');
  const resources = entriesOf(template.Resources).filter(([, resource]) => asRecord(resource)?.Type !== 'AWS::CDK::Metadata');
  if (resources.length === 0) throw new Error('tierSnapshot: the template has no resources, so the snapshot would test nothing');
  return asSorted({
    ...template,
    Resources: Object.fromEntries(resources.map(([id, resource]) => [id, withoutPaths(resource)])),
    ...pruned('Parameters', template.Parameters, ['BootstrapVersion']),
    ...pruned('Rules', template.Rules, ['CheckBootstrapVersion']),
    ...pruned('Conditions', template.Conditions, ['CDKMetadataAvailable']),
    ...(template.Metadata === undefined ? {} : { Metadata: withoutBasis(template.Metadata) }),
  });
}

function rawTemplate(source: SnapshotSource): unknown {
  if (Stack.isStack(source)) return Template.fromStack(source).toJSON();
  return 'toJSON' in source && typeof source.toJSON === 'function' ? source.toJSON() : source;
}

const ASSET_HASH = /\b[0-9a-f]{64}\b/g;
const WORD = /\w+/g;
/** A logical id may end in its own eight digits, followed by the hash of its content. */
const CONTENT_HASH_DIGITS = 32;
const HASHED_END = /^[0-9A-F]{8}[0-9a-f]{32}$/;

function withoutHashes(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(ASSET_HASH, '<asset hash>').replace(WORD, withoutContentHash);
  if (Array.isArray(value)) return value.map(withoutHashes);
  const record = asRecord(value);
  if (record === undefined) return value;
  return Object.fromEntries(Object.entries(record).map(([key, inner]) => [String(withoutHashes(key)), withoutHashes(inner)]));
}

function withoutContentHash(word: string): string {
  return HASHED_END.test(word.slice(-8 - CONTENT_HASH_DIGITS)) ? `${word.slice(0, -CONTENT_HASH_DIGITS)}<content hash>` : word;
}

const UNSTABLE_METADATA = /^aws:(cdk:path|asset:)/;

function withoutPaths(resource: unknown): unknown {
  const { Metadata, ...rest } = asRecord(resource) ?? {};
  const retained = entriesOf(Metadata).filter(([key]) => !UNSTABLE_METADATA.test(key));
  return retained.length === 0 ? rest : { ...rest, Metadata: Object.fromEntries(retained) };
}

/** A section without its unstable entries; the section is removed when it is empty. */
function pruned(section: string, value: unknown, unstable: readonly string[]): PlainTemplate {
  const retained = entriesOf(value).filter(([key]) => !unstable.includes(key));
  return { [section]: retained.length === 0 ? undefined : Object.fromEntries(retained) };
}

function withoutBasis(metadata: unknown): unknown {
  const declaration = asRecord(asRecord(metadata)?.[DECLARATION_KEY]);
  if (declaration === undefined || !Array.isArray(declaration.usage)) return metadata;
  const usage = declaration.usage.map((use: unknown) => {
    const { basis: _, ...quantity } = asRecord(use) ?? {};
    return quantity;
  });
  return { ...asRecord(metadata), [DECLARATION_KEY]: { ...declaration, usage } };
}

function asSorted(template: PlainTemplate): PlainTemplate {
  return Object.fromEntries(
    Object.entries(template)
      .filter(([, value]) => value !== undefined)
      .sort(byKey)
      .map(([key, value]) => [key, sortedValue(value)]),
  );
}

function sortedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedValue);
  const record = asRecord(value);
  return record === undefined ? value : asSorted(record);
}

/** Order by code units, which is the same in every locale. */
function byKey([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function entriesOf(value: unknown): [string, unknown][] {
  return Object.entries(asRecord(value) ?? {});
}

function asRecord(value: unknown): PlainObject | undefined {
  return isPlainObject(value) ? value : undefined;
}
