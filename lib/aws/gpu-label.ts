/** Label of the nodes that have GPUs: the NVIDIA device plugin runs on the nodes that carry it. */
export const GPU_LABEL = 'sizing-blueprints/gpu';
