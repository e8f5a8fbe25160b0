/**
 * Keys that definitions had before, and keys of Compose and Kubernetes for the same thing, with the key that replaces each.
 * Their letters have nothing in common, so that the distance of the words finds no suggestion.
 */
const FORMER_KEYS: Readonly<Record<string, string>> = {
  activeChats: 'operations',
  voiceCalls: 'operations',
  uploadsPerHour: 'operations',
  modelRequestsPerMinute: 'operations',
  documentsAtOnce: 'operations',
  imagesAtOnce: 'operations',
  webSocketConnections: 'operations',
  uploadMib: 'operations.<id>.transfer.uploadMib',
  callKilobitsPerSecond: 'operations.<id>.transfer.callKilobitsPerSecond',
  publishedAs: 'tiers.<index>.published.operations',
  workloadKey: 'counts',
  carries: 'messages',
  extend: 'tiers.<index>.extends',
  inherits: 'tiers.<index>.extends',
  machine: 'resources',
  systemGib: 'operatingSystemGib',
  for: 'description',
  replicas: 'instances',
  users: 'concurrentUsers',
  rps: 'requestsPerSecond',
  gpu: 'tiers.<index>.gpu.default',
  gpuModel: 'tiers.<index>.gpu.default',
};

/** The key, or the path of it, that replaces a key that an object does not have; undefined for a key that never existed there. */
export function replacementOf(key: string, keys: readonly string[]): string | undefined {
  const replacement = Object.hasOwn(FORMER_KEYS, key) ? FORMER_KEYS[key] : undefined;
  return replacement === undefined || replacement.includes('.') || keys.includes(replacement) ? replacement : undefined;
}
