import { SECONDS_PER_HOUR } from '../../core/time';
import { type Alert, type AlertScope, atLevels, levelOf, matching } from './alert';

/** A disk that fills up in this time, as it has in the last six hours, is told about: a working week's end, and a night. */
const FULL_WITHIN_HOURS = { warning: 96, critical: 8 } as const;

/** Half empty disks that fill up quickly, such as in a restore, are no alarm yet. */
const LEAST_USED = 0.5;

/** Room for one dump, which is full when it is done and gone when it is uploaded. */
const OF_BACKUPS = '!~.+-backup';

/** Every volume of the namespace that stays: kubelet's metrics. */
export function storageAlerts(scope: AlertScope): Alert[] {
  const { namespace } = scope;
  const all = matching({ namespace, persistentvolumeclaim: OF_BACKUPS });
  const claim = '{{ $labels.persistentvolumeclaim }}';
  const used = `(1 - kubelet_volume_stats_available_bytes${all} / kubelet_volume_stats_capacity_bytes${all})`;
  const larger = '{"spec":{"resources":{"requests":{"storage":"<more>"}}}}';
  const grow = `Disks grow while they are used, once in six hours: kubectl -n ${namespace} patch pvc ${claim} -p '${larger}'. Then write it into the tier (storageGib); its StatefulSet is replaced with kubectl delete --cascade=orphan before it is applied.`;
  const filling = (severity: keyof typeof FULL_WITHIN_HOURS): Alert => ({
    name: 'VolumeFillingUp',
    severity,
    component: claim,
    expr: [
      `predict_linear(kubelet_volume_stats_available_bytes${all}[6h], ${FULL_WITHIN_HOURS[severity] * SECONDS_PER_HOUR}) < 0`,
      `and ${used} > ${LEAST_USED}`,
    ].join('\n'),
    forMinutes: severity === 'warning' ? 60 : 15,
    summary: `${claim} is full within ${FULL_WITHIN_HOURS[severity]} hours`,
    description: `At the rate of the last six hours ${claim} is full within ${FULL_WITHIN_HOURS[severity]} hours; a database without disk stops.`,
    runbook: `Find what grows (binary logs or WAL that a lost replica holds back grow fastest). ${grow}`,
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
