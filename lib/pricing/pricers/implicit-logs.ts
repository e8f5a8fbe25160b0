import { intrinsicOf, referencesIn } from '../../cloudformation/references';
import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Charge, PricingContext } from '../pricer';
import { followed, oncePerTemplate } from './following';
import { list, object } from './properties';
import { usageCharge } from './quantities';

const GROUP = 'observability and security';

/** Logs of a resource in a log group that its service creates, so that no template contains it. */
export function implicitLogs(resource: TemplateResource, context: PricingContext, logs: string): readonly Charge[] {
  return [
    usageCharge(resource, context, { kind: 'log-ingest-gb', details: [logs], sku: 'logs/ingest', group: GROUP, key: 'logIngestGb' }),
    usageCharge(resource, context, {
      kind: 'log-storage-gb-months',
      details: [logs],
      sku: 'logs/storage',
      group: GROUP,
      key: 'logStoredGb',
    }),
  ];
}

/** Logs of a function, unless their log group is a resource of the template, which has its own lines. */
export function functionLogs(resource: TemplateResource, context: PricingContext): readonly Charge[] {
  const { properties } = resource;
  const stated = followed(object(properties, 'LoggingConfig').LogGroup, context);
  const isInTemplate = stated?.type === 'AWS::Logs::LogGroup' || isNamed(functionGroups(context), resource, properties.FunctionName);
  return isInTemplate ? [] : implicitLogs(resource, context, 'function logs');
}

/** Logs of the control plane of an EKS cluster, unless they are off, or their log group is a resource of the template. */
export function controlPlaneLogs(resource: TemplateResource, context: PricingContext): readonly Charge[] {
  const { properties } = resource;
  const types = list(object(object(properties, 'Logging'), 'ClusterLogging'), 'EnabledTypes');
  if (types.length === 0 || isNamed(controlPlaneGroups(context), resource, properties.Name)) return [];
  return implicitLogs(resource, context, 'control plane logs');
}

/** Resources whose log groups are in a template. */
interface Named {
  /** Logical ids that the names of log groups refer to. */
  readonly ids: ReadonlySet<string>;
  /** Names of the resources, as JSON. */
  readonly names: ReadonlySet<string>;
}

function isNamed({ ids, names }: Named, { id }: TemplateResource, name: unknown): boolean {
  return ids.has(id) || names.has(JSON.stringify(name));
}

const functionGroups = oncePerTemplate((context) => namedBy(context, /^\/aws\/lambda\//));
const controlPlaneGroups = oncePerTemplate((context) => namedBy(context, /^\/aws\/eks\/|\/cluster$/g));

/** `ends` are the parts of the name of a log group around the name of its resource. */
function namedBy(context: PricingContext, ends: RegExp): Named {
  const groupNames = context.ofType('AWS::Logs::LogGroup').flatMap(({ properties }) => properties.LogGroupName ?? []);
  return {
    ids: new Set(groupNames.flatMap((name) => referencesIn(name))),
    names: new Set(groupNames.map((name) => JSON.stringify(withoutEnds(name, ends)))),
  };
}

/** The name of a resource in that of its log group: a text, an `Fn::Sub`, or an `Fn::Join`, whose parts around the name are left out. */
function withoutEnds(name: unknown, ends: RegExp): unknown {
  if (typeof name === 'string') return name.replace(ends, '');
  const [intrinsic, argument] = intrinsicOf(name) ?? [];
  if (intrinsic === 'Fn::Sub') return { 'Fn::Sub': withoutEnds(argument, ends) };
  const parts: unknown = intrinsic === 'Fn::Join' && Array.isArray(argument) ? argument[1] : undefined;
  const [part, ...others] = Array.isArray(parts) ? parts.filter((each) => withoutEnds(each, ends) !== '') : [];
  return part !== undefined && others.length === 0 ? part : name;
}
