/** An instance type that can be had in a region at a list price. Shapes are the same everywhere, prices are by region. */
export interface Offer {
  /** Instance type, class or node type. */
  readonly type: string;
  /** vCPU. */
  readonly vcpu: number;
  /** Memory, GiB. */
  readonly memoryGib: number;
  /** Processor architecture. */
  readonly architecture: 'amd64' | 'arm64';
  /** List price on demand, US dollars an hour, as an exact decimal string. */
  readonly hourlyUsd: string;
  /** GPU model and count. Absent: no GPU. */
  readonly gpu?: { readonly model: string; readonly count: number };
  /** Pods that the network interfaces of a machine have addresses for. */
  readonly maxPods?: number;
}

/** Everything that a region offers, by service. Built from shapes and prices by whoever knows both. */
export interface Offers {
  /** The region. */
  readonly region: string;
  /** Three Availability Zones of the region. */
  readonly zones: readonly [string, string, string];
  /** EC2 instance types. */
  readonly compute: readonly Offer[];
  /** RDS instance classes, by engine. */
  readonly database: Readonly<Record<'mysql' | 'mariadb' | 'postgres', readonly Offer[]>>;
  /** ElastiCache node types, by engine. */
  readonly cache: Readonly<Record<'redis' | 'valkey', readonly Offer[]>>;
  /** DocumentDB instance classes. */
  readonly documentStore: readonly Offer[];
  /** The region whose prices stand in for the document store's, where this one lists none. */
  readonly documentStorePricedIn?: string;
  /** What another region offers, for tiers of several. Throws an InputError for a region without price data. */
  elsewhere?(region: string): Offers;
}
