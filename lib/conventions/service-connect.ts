/**
 * CPU and memory of the proxy that ECS adds to each task with Service Connect. Source: Amazon ECS developer guide, "Amazon ECS
 * Service Connect components", task definition: 256 CPU units and at least 64 MiB, 512 units above 500 requests per second.
 */
export const SERVICE_CONNECT_PROXY = { vcpu: 0.25, memoryMib: 64 } as const;

/** The same above 500 requests per second. */
export const BUSY_SERVICE_CONNECT_PROXY = { vcpu: 0.5, memoryMib: 64 } as const;
