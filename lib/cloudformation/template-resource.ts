import type { DuplicateKey } from '../io/yaml/parse-yaml';
import type { DeploymentValues } from './scope';
import type { UndecidedValue } from './undecided-value';

/** One resource of a template, as plain data. Estimates and moves are computed from it. */
export interface TemplateResource {
  /** Logical id in its template. */
  readonly id: string;
  /** CloudFormation type such as `AWS::RDS::DBInstance`. */
  readonly type: string;
  /** Properties. References whose value is known are replaced by it, other intrinsic functions stay. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** The Metadata attribute; empty if the resource has none. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Construct path below the stack, from `aws:cdk:path`: `database/Instance/Resource`. Absent in templates that the CDK did not write. */
  readonly path?: string;
  /** First part of the path: the component ID in our templates, the top construct in others. Without a path the logical ID. */
  readonly component: string;
  /** The DeletionPolicy attribute; absent if the resource has none. */
  readonly deletionPolicy?: string;
  /** The UpdateReplacePolicy attribute; absent if the resource has none. */
  readonly updateReplacePolicy?: string;
  /** Name of the template of a nested stack; absent when it was not read. */
  readonly nestedTemplate?: string;
  /** The value that decides how many times the resource exists, or which properties it has. Absent when that is known. */
  readonly open?: OpenValue;
}

/** A value that is known only at deployment. */
export interface OpenValue {
  /** Place of the value in the resource or in the template, such as `Condition` or `Fn::ForEach::Zones`. */
  readonly property: string;
  /** The function of CloudFormation, as JSON. */
  readonly shown: string;
}

/** A template with its resources. */
export interface Template {
  /** File name or stack name, for messages. */
  readonly name: string;
  /** File that the template was read from; absent when it was not read from one. */
  readonly file?: string;
  /** Name of the stack, or of the outermost one of a nested stack. Absent: that of the artifact or of the file. */
  readonly stackName?: string;
  /** Logical ids of the nested stacks on the way to this one, the outermost first. Absent: the stack is not nested. */
  readonly nestedIds?: readonly string[];
  /** Region of the stack; absent when it is not known. */
  readonly region?: string;
  /** Resources whose condition holds, or is not known, in the order of the template. */
  readonly resources: readonly TemplateResource[];
  /** The Metadata section; empty if the template has none. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The template as it was read, for comparisons. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Source of the template, to read it again with other values. Absent when it was not read. */
  readonly source?: TemplateSource;
  /** Values that are known only at deployment and that decide which resources or properties exist. Default: none. */
  readonly undecided?: readonly UndecidedValue[];
}

/** Source of a template, to read it again with other values. */
export interface TemplateSource {
  /** The value of the file, with its loops. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Facts that its text does not contain. */
  readonly origin: TemplateOrigin;
  /** Region that its references are resolved with. Absent: they stay as they are. */
  readonly region?: string;
}

/** Facts about a template that its text does not contain. */
export interface TemplateOrigin {
  /** Keys that the file has more than once, with their places. Default: none. */
  readonly duplicateKeys?: readonly DuplicateKey[];
  /** Values that are given or assumed for the deployment. Default: none. */
  readonly deployment?: DeploymentValues;
  /** File that the template was read from. Default: none. */
  readonly file?: string;
  /** Name of the stack, or of the outermost one of a nested stack. Default: that of the artifact or of the file. */
  readonly stackName?: string;
  /** Logical ids of the nested stacks on the way to this one, the outermost first. Default: none. */
  readonly nestedIds?: readonly string[];
  /** Path of the stack's construct, when it lies in stages: `Prod/Shop`. Default: the first part of each path. */
  readonly stackPath?: string;
  /** Values that a parent stack passes; `undefined` for one that is known only at deployment. Default: the parameters' own. */
  readonly parameters?: ReadonlyMap<string, unknown>;
  /** Names of the templates of nested stacks that are read as well, by logical ID. Default: none. */
  readonly nestedTemplates?: ReadonlyMap<string, string>;
  /** Region that references are resolved with while that of the stack is not known. Default: none, they stay as they are. */
  readonly assumedRegion?: string;
  /** Whether a template without resources is valid: the CDK writes one for an empty stack. Default: false. */
  readonly mayBeEmpty?: boolean;
}
