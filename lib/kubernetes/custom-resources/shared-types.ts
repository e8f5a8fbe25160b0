/** Labels, parameters or other values by name. */
export type StringMap = Readonly<Record<string, string>>;

/** Reference to one key of a Secret in the same namespace. */
export interface SecretKeySelector {
  /** Name of the Secret. */
  readonly name: string;
  /** Key in the Secret's data. */
  readonly key: string;
}

/** Requests and limits of a container, as Kubernetes quantities. There is no CPU limit: idle CPU time may be used. */
export interface ContainerResources {
  /** Amounts that the scheduler reserves on the node. */
  readonly requests: {
    /** CPU, such as `250m`. */
    readonly cpu: string;
    /** Memory, such as `512Mi`. */
    readonly memory: string;
  };
  /** Amounts that the container may not exceed. */
  readonly limits: {
    /** Memory, such as `512Mi`. */
    readonly memory: string;
  };
}
