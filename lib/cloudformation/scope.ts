import { isPlainObject, own, type PlainObject, section } from '../core/plain-object';

/** Values that are given or assumed for one deployment. */
export interface DeploymentValues {
  /** Values of parameters and pseudo parameters, by name. */
  readonly values: ReadonlyMap<string, unknown>;
  /** Parameters whose value is none of those that the template compares them with. */
  readonly others: ReadonlySet<string>;
  /** Outcomes of comparisons whose sides are not known, by `outcomeKey`. */
  readonly outcomes: ReadonlyMap<string, boolean>;
}

/** A deployment of which nothing is given or assumed. */
export const UNKNOWN_DEPLOYMENT: DeploymentValues = { values: new Map(), others: new Set(), outcomes: new Map() };

/** The values that are known before a template is deployed. They resolve many references and conditions. */
export interface Scope {
  /** Values of parameters and pseudo parameters that are known. */
  readonly values: ReadonlyMap<string, unknown>;
  /** The Mappings section. */
  readonly mappings: PlainObject;
  /** The Conditions section. */
  readonly conditions: PlainObject;
  /** Conditions that are evaluated already; `undefined` for one that is known only at deployment. */
  readonly decided: Map<string, boolean | undefined>;
  /** Values that are given or assumed for the deployment. */
  readonly deployment: DeploymentValues;
}

/** A parameter of this kind has the name of an SSM parameter as its default, not a value. */
export const LOOKED_UP = /^AWS::SSM::Parameter::Value</;
const LIST_TYPES = /^CommaDelimitedList$|^List</;

/**
 * The scope of a template: defaults of its parameters, and the region when it is known. Values that a parent stack passes
 * override defaults, `undefined` means that the value is known only at deployment, and values of the deployment override both.
 */
export function scopeOf(
  template: PlainObject,
  region: string | undefined,
  passed: ReadonlyMap<string, unknown> = new Map(),
  deployment: DeploymentValues = UNKNOWN_DEPLOYMENT,
): Scope {
  const values = new Map<string, unknown>(region === undefined ? [] : pseudoParameters(region));
  for (const [name, value] of deployment.values) values.set(name, value);
  for (const [name, parameter] of Object.entries(section(template, 'Parameters'))) {
    const value = deployment.values.has(name)
      ? parameterValue(parameter, deployment.values.get(name))
      : passed.has(name)
        ? parameterValue(parameter, passed.get(name))
        : defaultOf(parameter);
    if (value !== undefined) values.set(name, value);
  }
  return {
    values,
    mappings: section(template, 'Mappings'),
    conditions: section(template, 'Conditions'),
    decided: new Map(),
    deployment,
  };
}

/** Source: AWS CloudFormation user guide, pseudo parameters; AWS General Reference, partitions. */
function pseudoParameters(region: string): readonly (readonly [name: string, value: string])[] {
  const isChina = region.startsWith('cn-');
  return [
    ['AWS::Region', region],
    ['AWS::Partition', isChina ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'],
    ['AWS::URLSuffix', isChina ? 'amazonaws.com.cn' : 'amazonaws.com'],
  ];
}

function defaultOf(parameter: unknown): unknown {
  if (!isPlainObject(parameter) || LOOKED_UP.test(String(own(parameter, 'Type')))) return undefined;
  return parameterValue(parameter, own(parameter, 'Default'));
}

function parameterValue(parameter: unknown, value: unknown): unknown {
  const type = isPlainObject(parameter) ? String(own(parameter, 'Type')) : '';
  return LIST_TYPES.test(type) && typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value;
}
