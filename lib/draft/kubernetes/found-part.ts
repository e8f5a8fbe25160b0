import type { ManifestObject } from '../../manifests/manifest-object';
import type { Part } from '../part';
import type { Setting } from './workload-settings';

/** A part of the source while its connections to others are not known. */
export interface FoundPart {
  /** The part without the parts that it uses. */
  readonly part: Part;
  /** The object that it is read from; absent for one that only settings name. */
  readonly object?: ManifestObject;
  /** Hosts that its settings name. */
  readonly hosts: readonly string[];
  /** Variables with their values. */
  readonly settings: readonly Setting[];
  /** Whether a host is one of its own. */
  isOwnHost(host: string): boolean;
  /** Whether a host of its own leads to its replicas alone. */
  isReadHost(host: string): boolean;
}
