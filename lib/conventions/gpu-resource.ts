/** Extended resource of the NVIDIA device plugin, and key of the taint of GPU nodes. Source: NVIDIA/k8s-device-plugin, README. */
export const GPU_RESOURCE = 'nvidia.com/gpu';
