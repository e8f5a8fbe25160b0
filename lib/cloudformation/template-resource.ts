/** One synthesized resource, as plain JSON: what a bill and a transition are computed from. */
export interface TemplateResource {
  /** Logical id in its template. */
  readonly id: string;
  /** CloudFormation type such as `AWS::RDS::DBInstance`. */
  readonly type: string;
  /** Raw properties; references to parameters with a default are replaced by it, other intrinsics are kept. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Construct path below the stack, from `aws:cdk:path`: `database/Instance/Resource`. Absent in foreign templates. */
  readonly path?: string;
  /** First part of the path: our component id. For foreign templates the top construct, or the logical id. */
  readonly component: string;
  readonly deletionPolicy?: string;
  readonly updateReplacePolicy?: string;
  /** Of a nested stack: name of its template, when that was read too, so that its resources are not lost. */
  readonly nestedTemplate?: string;
}

/** One template with everything that reading it needed. */
export interface Template {
  /** File name or stack name, for messages. */
  readonly name: string;
  readonly region?: string;
  readonly resources: readonly TemplateResource[];
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The template as it was read, for comparisons. */
  readonly raw: Readonly<Record<string, unknown>>;
}
