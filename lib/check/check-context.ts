import { intrinsicOf, referencesIn } from '../cloudformation/references';
import type { Template, TemplateResource } from '../cloudformation/template-resource';
import { isPlainObject, own, section } from '../core/plain-object';

/** Prefix of the types of the Serverless Application Model. */
const SERVERLESS = 'AWS::Serverless::';

/** One template with indexes for the rules. Resources of other stacks are not known. */
export class CheckContext {
  readonly #byType = new Map<string, TemplateResource[]>();
  readonly #byId = new Map<string, TemplateResource>();

  constructor(
    /** The template that is checked. */
    readonly template: Template,
  ) {
    for (const resource of template.resources) {
      this.#byId.set(resource.id, resource);
      const ofType = this.#byType.get(resource.type);
      if (ofType === undefined) this.#byType.set(resource.type, [resource]);
      else ofType.push(resource);
    }
  }

  /** Resources of the given types, in the order of the types. */
  ofType(...types: readonly string[]): readonly TemplateResource[] {
    return types.flatMap((type) => this.#byType.get(type) ?? []);
  }

  /** The resource with a logical id; undefined when the template has none. */
  find(id: string): TemplateResource | undefined {
    return this.#byId.get(id);
  }

  /**
   * The resource that a value refers to with Ref, Fn::GetAtt or Fn::Sub; undefined when it refers to none of the template, to
   * several, or by the choice of a condition.
   */
  target(value: unknown): TemplateResource | undefined {
    if (hasChoice(value)) return undefined;
    const found = referencesIn(value).flatMap((id) => this.find(id) ?? []);
    return found.length === 1 ? found[0] : undefined;
  }

  /** The resource of a type that a value refers to; undefined when it refers to none or to another type. */
  targetOf(type: string, value: unknown): TemplateResource | undefined {
    const target = this.target(value);
    return target?.type === type ? target : undefined;
  }

  /** Logical ids that the DependsOn attribute of a resource names. */
  dependencies({ id }: TemplateResource): readonly string[] {
    const names = own(this.#raw(id), 'DependsOn');
    return Array.isArray(names) ? names.map(String) : names === undefined ? [] : [String(names)];
  }

  /** Whether the existence of a resource is known only at deployment: two such resources may exclude each other. */
  isConditional({ id }: TemplateResource): boolean {
    return own(this.#raw(id), 'Condition') !== undefined;
  }

  /**
   * Whether the Serverless Application Model generates a resource. The template then has neither its roles nor its permissions, and
   * not all of its properties.
   */
  isGenerated({ id, type }: TemplateResource): boolean {
    const written = section(this.template.source?.raw ?? this.template.raw, 'Resources');
    const isServerless = Object.values(written).some((resource) => isPlainObject(resource) && String(resource.Type).startsWith(SERVERLESS));
    return isServerless && own(section(written, id), 'Type') !== type;
  }

  /** An attribute of a resource other than its properties, such as `UpdatePolicy`; undefined when it is absent. */
  attribute({ id }: TemplateResource, name: string): unknown {
    return own(this.#raw(id), name);
  }

  #raw(id: string): Readonly<Record<string, unknown>> {
    return section(section(this.template.raw, 'Resources'), id);
  }
}

/** The names that a value refers to in any case: not those in the choice of a condition. */
export function certainReferencesIn(value: unknown): readonly string[] {
  return referencesIn(withoutChoices(value));
}

function withoutChoices(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutChoices);
  if (!isPlainObject(value)) return value;
  if (intrinsicOf(value)?.[0] === 'Fn::If') return undefined;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutChoices(inner)]));
}

/** Whether the choice of a condition is in a value. */
function hasChoice(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return intrinsicOf(value)?.[0] === 'Fn::If' || Object.values(value).some(hasChoice);
}

/** A key that is equal for equal values, also for references: for comparing the references of two resources. */
export function sameValueKey(value: unknown): string {
  const [name, argument] = intrinsicOf(value) ?? [];
  if (name === 'Fn::GetAtt' && typeof argument === 'string') return JSON.stringify({ 'Fn::GetAtt': argument.split('.') });
  return JSON.stringify(value) ?? '';
}
