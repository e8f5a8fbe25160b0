import { type Alert, type AlertScope, matching } from './alert';

/** One day, plus two hours by which a large backup may take longer than the previous one. Seconds. */
const LATE_AFTER_SECONDS = 26 * 3_600;

/** Age at which a failed job no longer fires the alert: the next backup has run by then. Seconds. */
const DAY_SECONDS = 24 * 3_600;

/** Alerts about the daily backup CronJobs of the namespace. Metrics: kube-state-metrics. */
export function backupAlerts({ namespace }: AlertScope): Alert[] {
  const all = matching({ namespace });
  const runbook = `kubectl -n ${namespace} get jobs; read the log of the latest job, fix the cause, then start a backup: kubectl -n ${namespace} create job --from=cronjob/{{ $labels.cronjob }} {{ $labels.cronjob }}-by-hand.`;
  return [
    {
      name: 'BackupFailed',
      severity: 'warning',
      component: '{{ $labels.job_name }}',
      expr: [
        `max by (namespace, job_name) (kube_job_status_failed${all}) > 0`,
        `and on (namespace, job_name) (time() - kube_job_status_start_time${all}) < ${DAY_SECONDS}`,
      ].join('\n'),
      forMinutes: 5,
      summary: 'backup job {{ $labels.job_name }} failed',
      description: 'The job reached its retry limit. The next backup runs on schedule.',
      runbook: `kubectl -n ${namespace} logs job/{{ $labels.job_name }}: the usual causes are missing permissions on the bucket, a blocked network path or a disk that is too small.`,
    },
    {
      name: 'BackupLate',
      severity: 'critical',
      component: '{{ $labels.cronjob }}',
      expr: [
        `(time() - kube_cronjob_status_last_successful_time${all}) > ${LATE_AFTER_SECONDS}`,
        `unless on (namespace, cronjob) kube_cronjob_spec_suspend${all} == 1`,
      ].join('\n'),
      forMinutes: 0,
      summary: 'backup {{ $labels.cronjob }} has not succeeded for more than a day',
      description: 'If the disks are lost, the changes of the last {{ $value | humanizeDuration }} cannot be restored.',
      runbook,
    },
    {
      name: 'BackupNeverSucceeded',
      severity: 'critical',
      component: '{{ $labels.cronjob }}',
      expr: [
        `(time() - kube_cronjob_created${all}) > ${LATE_AFTER_SECONDS}`,
        `unless on (namespace, cronjob) kube_cronjob_status_last_successful_time${all}`,
        `unless on (namespace, cronjob) kube_cronjob_spec_suspend${all} == 1`,
      ].join('\n'),
      forMinutes: 0,
      summary: 'backup {{ $labels.cronjob }} has never succeeded',
      description: 'The CronJob was created {{ $value | humanizeDuration }} ago and has not produced a backup.',
      runbook,
    },
  ];
}
