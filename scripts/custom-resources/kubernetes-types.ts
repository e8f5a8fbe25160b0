/** The part of `data/kubernetes/fields.json` that names of types come from. */
export interface KubernetesFields {
  readonly enums: readonly (readonly string[])[];
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Types that operators take over from Kubernetes, with all that is in them. */
const TAKEN_OVER = [
  'V1DeploymentSpec',
  'V1StatefulSetSpec',
  'V1PersistentVolumeClaimTemplate',
  'V1ServiceSpec',
  'V1Taint',
  'V2HorizontalPodAutoscalerSpec',
] as const;

/** A type with fewer fields than this is like too many others to be recognized by them. */
const FEWEST_FIELDS = 2;

/** How many of its fields an operator's copy of a type must have. Operators are built with older releases of Kubernetes. */
const LEAST_SHARE = 0.7;

interface KnownType {
  readonly name: string;
  readonly fields: ReadonlySet<string>;
}

/** Types of Kubernetes itself, to recognize those that operators took over. */
export class KubernetesTypes {
  readonly #types = new Map<string, KnownType>();
  /** Names of types by the fields that have them, such as V1Toleration by `tolerations`. */
  readonly #byField = new Map<string, Set<string>>();

  constructor(private readonly file: KubernetesFields) {
    for (const name of TAKEN_OVER) this.#visit(name);
  }

  #visit(name: string): void {
    const fields = this.file.types[name];
    if (fields === undefined || this.#types.has(name)) return;
    this.#types.set(name, { name, fields: new Set(Object.keys(fields)) });
    for (const [field, written] of Object.entries(fields)) {
      const inner = written.replace(/^(?:\[\]|\{\})+|!$/g, '');
      const users = this.#byField.get(field) ?? new Set();
      this.#byField.set(field, users.add(inner));
      this.#visit(inner);
    }
  }

  /**
   * The type of an object with these fields in a field of a name: `like`, if it has them all; else the only one that is
   * nearest, or the only one of the nearest that Kubernetes has in a field of this name.
   */
  matching(fields: readonly string[], name: string, like?: string): string | undefined {
    const own = like === undefined ? undefined : this.#types.get(like);
    if (own !== undefined && fields.every((field) => own.fields.has(field))) return like;
    if (fields.length < FEWEST_FIELDS) return undefined;
    const candidates = [...this.#types.values()]
      .filter(({ fields: known }) => fields.length / known.size >= LEAST_SHARE && fields.every((field) => known.has(field)))
      .sort((a, b) => a.fields.size - b.fields.size);
    const nearest = candidates.filter(({ fields: known }) => known.size === candidates[0]?.fields.size);
    const ofField = nearest.filter((type) => this.#byField.get(name)?.has(type.name));
    return (nearest.length === 1 ? nearest[0] : ofField.length === 1 ? ofField[0] : undefined)?.name;
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
