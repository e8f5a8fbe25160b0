/** Requests that no manifest states: those that the user assumed, or those that an autoscaler recommends. */
export interface AssumedRequests {
  /** Number of containers with such a request, in pod templates and custom resources. */
  readonly containers: number;
  /** Number of objects with such containers. */
  readonly objects: number;
  /** Share of the cost of the nodes that the pods of these objects take by their requests, 0 to 1. */
  readonly costShare: number;
}
