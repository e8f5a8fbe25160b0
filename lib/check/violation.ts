import type { TemplateResource } from '../cloudformation/template-resource';

/** One place where a rule is broken. */
export interface Violation {
  /** The resource that breaks the rule. */
  readonly resource: TemplateResource;
  /** Path in the resource, as CloudFormation writes it: `Properties.ContainerDefinitions[0].Memory`. */
  readonly path: string;
  /** The value that was found, worded to follow "is"; absent when it is missing. */
  readonly received?: string;
  /** The valid values, worded to follow "expected". */
  readonly expected: string;
  /** The word that was probably meant. */
  readonly suggestion?: string;
}
