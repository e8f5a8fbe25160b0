import type { Template, TemplateResource } from '../cloudformation/template-resource';
import { isUpdated, type ResourceChange, resourceChanges, type UpdatedResource } from './resource-change';

/** Size of an EC2 instance as ECS sees it. */
export interface InstanceRoom {
  /** CPU units: 1,024 for each vCPU. */
  readonly cpuUnits: number;
  /** Memory that the ECS agent registers, MiB. */
  readonly memoryMib: number;
  /** Whole GPUs. */
  readonly gpus: number;
  /** Network interfaces for tasks with one each (`awsvpc`), with ENI trunking where the type supports it. */
  readonly interfaces: number;
}

/** Facts that templates do not contain. */
export interface TransitionFacts {
  /** Size of an EC2 instance type; undefined for an unknown type. */
  readonly instanceRoom: (instanceType: string) => InstanceRoom | undefined;
  /** CPU architecture of an EC2 instance type; undefined for an unknown type. */
  readonly instanceArchitecture: (instanceType: string) => 'amd64' | 'arm64' | undefined;
  /** Names of exports that other stacks import, as far as their templates are known; names with functions as JSON. */
  readonly importedExports: ReadonlySet<string>;
}

/** Two templates of one stack, with indexes for the rules. */
export class TransitionContext {
  /** Every resource of both templates. */
  readonly changes: readonly ResourceChange[];

  constructor(
    /** The template that is deployed. */
    readonly before: Template,
    /** The template that replaces it. */
    readonly after: Template,
    /** Facts that templates do not contain. */
    readonly facts: TransitionFacts,
  ) {
    this.changes = resourceChanges(before, after);
  }

  /** Resources of a type that both templates have. */
  updated(...types: readonly string[]): readonly UpdatedResource[] {
    return this.changes.filter(isUpdated).filter(({ after }) => types.includes(after.type));
  }

  /** Resources of both templates of which a property changes. */
  changed(property: string, ...types: readonly string[]): readonly UpdatedResource[] {
    return this.updated(...types).filter((change) => changesProperty(change, property));
  }

  /** Resources that only the first template has. */
  removed(...types: readonly string[]): readonly TemplateResource[] {
    return this.changes.flatMap(({ before, after }) =>
      after === undefined && before !== undefined && matches(before, types) ? before : [],
    );
  }

  /** Resources that only the second template has. */
  created(...types: readonly string[]): readonly TemplateResource[] {
    return this.changes.flatMap(({ before, after }) => (before === undefined && after !== undefined && matches(after, types) ? after : []));
  }
}

/** Whether a property has another value in the second template. */
export function changesProperty({ properties }: ResourceChange, property: string): boolean {
  return properties.some(({ name }) => name === property);
}

function matches({ type }: TemplateResource, types: readonly string[]): boolean {
  return types.length === 0 || types.includes(type);
}
