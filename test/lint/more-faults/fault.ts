/** A manifest that the API server rejects: its fault, and the function of Kubernetes that rejects it. */
export type Fault = readonly [title: string, validation: string, manifest: string];
