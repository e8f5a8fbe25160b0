import type { FieldNode, NodeField } from './field-nodes';
import type { KubernetesTypes } from './kubernetes-types';

/** Types by name, and the lists that they refer to. How a type is spelt: `lib/lint/schema.ts`. */
export interface TypeTable {
  readonly enums: readonly (readonly string[])[];
  readonly patterns: readonly string[];
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Place of a type. */
interface Place {
  /** Names of the kind and of all fields that lead to it. */
  readonly path: string;
  /** Name of the last field. */
  readonly field: string;
  /** How Kubernetes writes the type of the field, where the object that has it is known. */
  readonly like: string | undefined;
}

const MARKS = { minimum: '-', newest: '+' } as const;

/**
 * Gives every object type a name, once for types that are equal. A type that an operator took over from Kubernetes is
 * named after it, `V1Probe~2`, and so gets the limits that lint knows of a Probe; others are named after the path to
 * them, `ScaledObjectSpecTriggers`. A number distinguishes types with the same name and other fields.
 */
export class TypeNames {
  readonly #enums: string[] = [];
  readonly #patterns: string[] = [];
  readonly #types = new Map<string, Readonly<Record<string, string>>>();
  readonly #nameByContent = new Map<string, string>();

  constructor(private readonly kubernetes: KubernetesTypes) {}

  /** All named types. */
  table(): TypeTable {
    return {
      enums: this.#enums.map((text) => JSON.parse(text) as string[]),
      patterns: this.#patterns,
      types: Object.fromEntries([...this.#types].sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  }

  /** The name of the type of a kind: its own, whatever it is equal to. */
  rootName(fields: ReadonlyMap<string, NodeField>, kind: string): string {
    const name = this.#free(kind, false);
    this.#types.set(name, {});
    this.#types.set(name, this.#written(fields, kind, undefined));
    return name;
  }

  #objectName(fields: ReadonlyMap<string, NodeField>, { path, field, like }: Place): string {
    const base = this.kubernetes.matching([...fields.keys()], field, like);
    const written = this.#written(fields, path, base);
    const content = JSON.stringify([base ?? '', written]);
    const known = this.#nameByContent.get(content);
    if (known !== undefined) return known;
    const name = this.#free(base ?? path, base !== undefined);
    this.#nameByContent.set(content, name);
    this.#types.set(name, written);
    return name;
  }

  #written(fields: ReadonlyMap<string, NodeField>, path: string, base: string | undefined): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...fields].map(([name, field]) => {
        const place = { path: `${path}${capitalized(name)}`, field: name, like: this.kubernetes.fieldOf(base, name) };
        return [name, this.#fieldText(field, place)];
      }),
    );
  }

  #free(stem: string, isKubernetes: boolean): string {
    for (let number = 1; ; number++) {
      const name = number === 1 && !isKubernetes ? stem : `${stem}~${number}`;
      if (!this.#types.has(name)) return name;
    }
  }

  #fieldText({ node, required, only }: NodeField, place: Place): string {
    return `${this.#text(node, place)}${required ? '!' : ''}${only === undefined ? '' : MARKS[only]}`;
  }

  #text(node: FieldNode, place: Place): string {
    switch (node.kind) {
      case 'object':
        return this.#objectName(node.fields, place);
      case 'list':
        return `${node.nonEmpty ? '[+]' : '[]'}${this.#text(node.item, inside(place, '[]'))}`;
      case 'map':
        return `{}${this.#text(node.value, inside(place, '{}'))}`;
      case 'enum':
        return `enum-${indexIn(this.#enums, JSON.stringify(node.values))}`;
      case 'pattern':
        return `pattern-${indexIn(this.#patterns, node.pattern)}`;
      case 'scalar':
        return this.#scalarText(node, place.like);
    }
  }

  /** A string has the list of values that Kubernetes defines for the field, if it defines one. */
  #scalarText({ scalar, least, most }: Extract<FieldNode, { readonly kind: 'scalar' }>, like: string | undefined): string {
    const values = scalar === 'string' ? this.kubernetes.valuesOf(like) : undefined;
    if (values !== undefined) return `enum-${indexIn(this.#enums, JSON.stringify(values))}`;
    return least === undefined && most === undefined ? scalar : `${scalar} ${least ?? ''}..${most ?? ''}`;
  }
}

function inside(place: Place, brackets: string): Place {
  return { ...place, like: place.like?.startsWith(brackets) ? place.like.slice(brackets.length) : undefined };
}

function indexIn(list: string[], text: string): number {
  const index = list.indexOf(text);
  return index >= 0 ? index : list.push(text) - 1;
}

function capitalized(field: string): string {
  const name = field.replace(/[^A-Za-z0-9]/g, '');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
