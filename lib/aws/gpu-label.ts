/** Label of nodes with GPUs. The NVIDIA device plugin runs on nodes with this label. */
export const GPU_LABEL = 'sizing-blueprints/gpu';
