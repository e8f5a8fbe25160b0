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
}

/** A template with its resources. */
export interface Template {
  /** File name or stack name, for messages. */
  readonly name: string;
  /** File that the template was read from; absent when it was not read from one. */
  readonly file?: string;
  /** Region of the stack; absent when it is not known. */
  readonly region?: string;
  /** Resources whose condition holds, or is not known, in the order of the template. */
  readonly resources: readonly TemplateResource[];
  /** The Metadata section; empty if the template has none. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The template as it was read, for comparisons. */
  readonly raw: Readonly<Record<string, unknown>>;
}
