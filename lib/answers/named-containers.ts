/** Containers of one workload. */
export interface NamedContainers {
  /** `shop/Deployment/web`. */
  readonly workload: string;
  /** Names of the containers. */
  readonly containers: readonly string[];
}
