/** An instance type that a region sells. Shapes are the same in every region; prices are not. */
export interface Offer {
  /** Instance type, class or node type. */
  readonly type: string;
  /** vCPU. */
  readonly vcpu: number;
  /** Memory, GiB. */
  readonly memoryGib: number;
  /** Processor architecture. */
  readonly architecture: 'amd64' | 'arm64';
  /** Price on demand, US dollars an hour, as an exact decimal string: the list price, otherwise the derived price. */
  readonly hourlyUsd: string;
  /** GPU model and count. Absent: no GPU. */
  readonly gpu?: { readonly model: string; readonly count: number };
  /** Number of pods that the network interfaces of an instance have addresses for. */
  readonly maxPods?: number;
}

/** Prices of a region that come on top of the hours of its instances, US dollars: list prices, otherwise derived prices. */
export interface Rates {
  /** A GiB-month of a gp3 volume, such as the root volume of a node. */
  readonly volumeGibMonthUsd: number;
  /** An hour of a public IPv4 address. */
  readonly publicAddressHourUsd: number;
  /** A vCPU-hour above the baseline of a burstable instance type of EC2. */
  readonly computeCreditUsd: number;
  /** A GiB-month of the gp3 storage of one RDS instance: each replica has all of it. */
  readonly databaseGibMonthUsd: number;
  /** A month of each IOPS of the storage of one RDS instance above those that it includes. */
  readonly databaseIopsMonthUsd: number;
  /** A vCPU-hour above the baseline of a burstable class of RDS. */
  readonly databaseCreditUsd: number;
  /** An hour of RDS Proxy for each vCPU of the database server behind it, at least two. */
  readonly databaseProxyVcpuHourUsd: number;
  /** A vCPU-hour above the baseline of a burstable class of DocumentDB. */
  readonly documentCreditUsd: number;
}

/** All instance types that are available in a region, by service. */
export interface Offers {
  /** The region. */
  readonly region: string;
  /** Three Availability Zones of the region. */
  readonly zones: readonly [string, string, string];
  /** Ids of three Availability Zones; an id is the same place in every account, while a name is not. */
  readonly zoneIds: readonly [string, string, string];
  /** EC2 instance types. */
  readonly compute: readonly Offer[];
  /** RDS instance classes, by engine. */
  readonly database: Readonly<Record<'mysql' | 'mariadb' | 'postgres', readonly Offer[]>>;
  /** ElastiCache node types, by engine. */
  readonly cache: Readonly<Record<'redis' | 'valkey', readonly Offer[]>>;
  /** DocumentDB instance classes. */
  readonly documentStore: readonly Offer[];
  /** Region whose document-store prices are used. Absent: this region has its own list prices. */
  readonly documentStorePricedIn?: string;
  /** Prices on top of the hours of instances. */
  readonly rates: Rates;
  /** Offers of another region, for tiers with several regions. Throws an InputError for a region without price data. */
  elsewhere?(region: string): Offers;
}
