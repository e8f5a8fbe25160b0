import type { TemplateResource } from '../cloudformation/template-resource';
import { isPlainObject, own } from '../core/plain-object';

/** Properties that contain tags. Source: `tagPropertyName` of the resource types in aws-cdk-lib. */
const TAG_PROPERTIES = [
  'Tags',
  'AccessPointTags',
  'BackupPlanTags',
  'BackupVaultTags',
  'BotTags',
  'FileSystemTags',
  'FrameworkTags',
  'HealthCheckTags',
  'HostedZoneTags',
  'IdentityPoolTags',
  'PipelineTags',
  'ReportPlanTags',
  'ResourceTags',
  'TieringConfigurationTags',
  'UserPoolTags',
];

/**
 * Whether a resource has all of these tags with these values. `undefined` when it is known only at deployment, because the tags, a key or a
 * value is an intrinsic function.
 */
export function hasTags({ properties }: TemplateResource, wanted: Readonly<Record<string, string>>): boolean | undefined {
  const entries = TAG_PROPERTIES.flatMap((name) => tagEntries(own(properties, name)));
  const answers = Object.entries(wanted).map(([key, value]) => hasTag(entries, key, value));
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

interface TagEntry {
  /** `undefined`: it is known only at deployment. */
  readonly key: string | undefined;
  readonly value: string | undefined;
}

const UNKNOWN: TagEntry = { key: undefined, value: undefined };

/** Tags are a list of keys and values, or an object, as those of `AWS::SSM::Parameter`. */
function tagEntries(tags: unknown): readonly TagEntry[] {
  if (tags === undefined) return [];
  if (Array.isArray(tags))
    return tags.map((tag) => (isPlainObject(tag) ? { key: text(own(tag, 'Key')), value: text(own(tag, 'Value')) } : UNKNOWN));
  if (!isPlainObject(tags) || isFunction(tags)) return [UNKNOWN];
  return Object.entries(tags).map(([key, value]) => ({ key, value: text(value) }));
}

function hasTag(entries: readonly TagEntry[], key: string, value: string): boolean | undefined {
  const known = entries.filter((entry) => entry.key === key);
  if (known.some((entry) => entry.value === value)) return true;
  return entries.some((entry) => entry.key === undefined) || known.some((entry) => entry.value === undefined) ? undefined : false;
}

function isFunction(value: Readonly<Record<string, unknown>>): boolean {
  const [name, ...others] = Object.keys(value);
  return name !== undefined && others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'));
}

/** CloudFormation accepts numbers and booleans as strings. */
function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
