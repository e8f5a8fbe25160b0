import { SECONDS_PER_HOUR } from '../../core/time';
import { type Alert, type AlertScope, atLevels, levelOf, matching } from './alert';

/** Hours until a disk is full at the rate of the last six hours. The warning leaves a long weekend, and the critical level a night. */
const FULL_WITHIN_HOURS = { warning: 96, critical: 8 } as const;

/** Used share below which the rate fires no alert: an emptier disk may fill quickly for a while, for example during a restore. */
const LEAST_USED = 0.5;

/** Excludes the temporary volumes of backups, which hold one dump until it is uploaded. */
const OF_BACKUPS = '!~.+-backup';

/** Alerts about every persistent volume of the namespace. Metrics: kubelet. */
export function storageAlerts(scope: AlertScope): Alert[] {
  const { namespace } = scope;
  const all = matching({ namespace, persistentvolumeclaim: OF_BACKUPS });
  const claim = '{{ $labels.persistentvolumeclaim }}';
  const used = `(1 - kubelet_volume_stats_available_bytes${all} / kubelet_volume_stats_capacity_bytes${all})`;
  const larger = '{"spec":{"resources":{"requests":{"storage":"<more>"}}}}';
  const grow = `Volumes can grow while they are in use, up to four times in 24 hours: kubectl -n ${namespace} patch pvc ${claim} -p '${larger}'. Then set the same size in the tier (storageGib) and delete the StatefulSet with kubectl delete --cascade=orphan before you apply the manifests.`;
  const filling = (severity: keyof typeof FULL_WITHIN_HOURS): Alert => ({
    name: 'VolumeFillingUp',
    severity,
    component: claim,
    expr: [
      `predict_linear(kubelet_volume_stats_available_bytes${all}[6h], ${FULL_WITHIN_HOURS[severity] * SECONDS_PER_HOUR}) < 0`,
      `and ${used} > ${LEAST_USED}`,
    ].join('\n'),
    forMinutes: severity === 'warning' ? 60 : 15,
    summary: `${claim} will be full within ${FULL_WITHIN_HOURS[severity]} hours`,
    description: `At the rate of the last six hours ${claim} is full within ${FULL_WITHIN_HOURS[severity]} hours. A database stops when its disk is full.`,
    runbook: `Find the files that grow; binary logs or WAL retained for a lost replica grow fastest. ${grow}`,
  });
  return [
    ...atLevels(levelOf(scope, 'storage', 'storage'), (level) => ({
      name: 'VolumeAlmostFull',
      component: claim,
      expr: `${used} > ${level}`,
      summary: `${claim} is almost full`,
      description: `{{ $value | humanizePercentage }} of ${claim} is used.`,
      runbook: grow,
    })),
    filling('warning'),
    filling('critical'),
  ];
}
