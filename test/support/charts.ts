import { blueprintFor } from '../../lib/answers/blueprint-for';
import type { ResolvedOptions } from '../../lib/blueprint/blueprint';
import type { ResolvedComponent } from '../../lib/blueprint/resolved-component';
import { type ManifestObjects, objectsOf } from '../../lib/kubernetes/manifests/manifests';
import { blueprintOf } from './blueprints';

/** Alarm levels of any tier, because every chart requires levels. */
const { alarms } = blueprintFor({ system: 'aiva', tier: 'small' });

/** The objects of components written by hand, file by file. */
export function chartsOf(components: readonly ResolvedComponent[], options: Partial<ResolvedOptions> = {}): ManifestObjects[] {
  const cluster = { platform: 'kubernetes', dataStores: 'statefulset', entry: 'gateway', ...options } as const;
  return objectsOf({ ...blueprintOf({ components, options: cluster }), alarms });
}
