/** Containers of the pods of an object, by where their requests come from. A container can be in several lists. */
export interface RequestOrigins {
  /** Names of all containers, init containers and sidecars that a recommendation can be for. */
  readonly containers: readonly string[];
  /** Names of those with a recommended request. */
  readonly recommended: readonly string[];
  /** Names of those with a request that the user assumed. */
  readonly assumed: readonly string[];
  /** Names of containers and sidecars with a request that neither the manifest, the namespace nor a recommendation states. */
  readonly unrecommended: readonly string[];
}

/** The origins of the requests of several pods of one object. */
export function mergedOrigins(origins: readonly RequestOrigins[]): RequestOrigins {
  return {
    containers: origins.flatMap(({ containers }) => containers),
    recommended: origins.flatMap(({ recommended }) => recommended),
    assumed: origins.flatMap(({ assumed }) => assumed),
    unrecommended: origins.flatMap(({ unrecommended }) => unrecommended),
  };
}
