/** The part of `data/kubernetes/fields.json` that names of types come from. */
export interface KubernetesFields {
  readonly enums: readonly (readonly string[])[];
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A type with fewer fields than this is like too many others to be recognized by them. */
const FEWEST_FIELDS = 2;

/** How many of its fields an operator's copy of a type must have. Operators are built with older releases of Kubernetes. */
const LEAST_SHARE = 0.7;

/** Types of Kubernetes itself, to recognize those that operators took over. */
export class KubernetesTypes {
  readonly #types: readonly { readonly name: string; readonly fields: ReadonlySet<string> }[];

  constructor(private readonly file: KubernetesFields) {
    this.#types = Object.entries(file.types).map(([name, fields]) => ({ name, fields: new Set(Object.keys(fields)) }));
  }

  /** The type that an object with these fields is of: `like` if it may be, else the only one that is nearest. */
  matching(fields: readonly string[], like?: string): string | undefined {
    const own = like === undefined ? undefined : this.file.types[like];
    if (own !== undefined && fields.every((field) => Object.hasOwn(own, field))) return like;
    if (fields.length < FEWEST_FIELDS) return undefined;
    const candidates = this.#types
      .filter(({ fields: known }) => fields.length / known.size >= LEAST_SHARE && fields.every((field) => known.has(field)))
      .sort((a, b) => a.fields.size - b.fields.size);
    const [nearest, next] = candidates;
    return nearest !== undefined && nearest.fields.size !== next?.fields.size ? nearest.name : undefined;
  }

  /** How Kubernetes writes a field of a type, without the mark of required ones. */
  fieldOf(type: string | undefined, field: string): string | undefined {
    return type === undefined ? undefined : this.file.types[type]?.[field]?.replace(/!$/, '');
  }

  /** The values of a field that has a closed list of them. */
  valuesOf(written: string | undefined): readonly string[] | undefined {
    return this.file.enums[Number(/^enum-(\d+)$/.exec(written ?? '')?.[1])];
  }
}
