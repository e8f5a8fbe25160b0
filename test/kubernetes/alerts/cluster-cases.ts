import { BOTH, CRITICAL, cores, type GroupCases, moving, NONE, steady, WARNING } from './cases';

const POD = 'namespace="shop", pod="api-1", container="api"';
const WAITING = 'kube_pod_container_status_waiting_reason';
const RESTARTS = `kube_pod_container_status_restarts_total{${POD}}`;
const HOUR_SECONDS = 3_600;
const A_DAY_AND_MORE_MINUTES = 27 * 60;

/** Cases with metrics of kube-state-metrics and the kubelet. */
export const workloads: GroupCases = {
  component: 'api',
  cases: [
    {
      alert: 'ContainerCrashLooping',
      state: 'crash loop',
      series: { [`${WAITING}{${POD}, reason="CrashLoopBackOff"}`]: steady(1) },
      fires: CRITICAL,
    },
    {
      alert: 'ContainerCrashLooping',
      state: 'container is created',
      series: { [`${WAITING}{${POD}, reason="ContainerCreating"}`]: steady(1) },
      fires: NONE,
    },
    { alert: 'ContainerRestarting', state: '6 restarts per hour', series: { [RESTARTS]: moving(0.1) }, fires: WARNING },
    { alert: 'ContainerRestarting', state: '1 restart per hour', series: { [RESTARTS]: moving(1 / 60) }, fires: NONE },
    {
      alert: 'ContainerOutOfMemory',
      state: 'OOM-killed 5 minutes ago',
      series: {
        [RESTARTS]: `${steady(0, 54)} ${steady(1, 20)}`,
        [`kube_pod_container_status_last_terminated_reason{${POD}, reason="OOMKilled"}`]: steady(1),
      },
      fires: WARNING,
    },
    {
      alert: 'ContainerOutOfMemory',
      state: 'restarted after an error',
      series: {
        [RESTARTS]: `${steady(0, 54)} ${steady(1, 20)}`,
        [`kube_pod_container_status_last_terminated_reason{${POD}, reason="Error"}`]: steady(1),
      },
      fires: NONE,
    },
    {
      alert: 'ContainerOutOfMemory',
      state: 'OOM-killed long ago',
      series: {
        [RESTARTS]: `${steady(0, 10)} ${steady(1, 99)}`,
        [`kube_pod_container_status_last_terminated_reason{${POD}, reason="OOMKilled"}`]: steady(1),
      },
      fires: NONE,
    },
    {
      alert: 'PodPending',
      state: 'pod is unschedulable',
      series: { 'kube_pod_status_phase{namespace="shop", pod="api-1", phase="Pending"}': steady(1) },
      fires: WARNING,
      component: 'workloads',
    },
    {
      alert: 'PodPending',
      state: 'pod runs',
      series: { 'kube_pod_status_phase{namespace="shop", pod="api-1", phase="Pending"}': steady(0) },
      fires: NONE,
    },
    ...replicas('Deployment', 'deployment="api"', 'kube_deployment_spec_replicas', 'kube_deployment_status_replicas_available'),
    ...replicas('StatefulSet', 'statefulset="api"', 'kube_statefulset_replicas', 'kube_statefulset_status_replicas_ready'),
  ],
};

function replicas(prefix: string, label: string, required: string, ready: string): GroupCases['cases'] {
  const series = (requiredReplicas: number, readyReplicas: number) => ({
    [`${required}{namespace="shop", ${label}}`]: steady(requiredReplicas),
    [`${ready}{namespace="shop", ${label}}`]: steady(readyReplicas),
  });
  return [
    { alert: `${prefix}Degraded`, state: '2 of 3 replicas are ready', series: series(3, 2), fires: WARNING },
    { alert: `${prefix}Degraded`, state: 'all replicas are ready', series: series(3, 3), fires: NONE },
    { alert: `${prefix}Down`, state: 'no replica is ready', series: series(3, 0), fires: CRITICAL },
    { alert: `${prefix}Down`, state: '1 of 3 replicas is ready', series: series(3, 1), fires: NONE },
    { alert: `${prefix}Down`, state: 'scaled to zero', series: series(0, 0), fires: NONE },
  ];
}

export const scaling: GroupCases = {
  component: 'api',
  cases: [
    { alert: 'AutoscalerAtMaximum', state: '10 of 10 replicas', series: autoscaler(10, 2, 10), fires: WARNING },
    { alert: 'AutoscalerAtMaximum', state: '9 of 10 replicas', series: autoscaler(9, 2, 10), fires: NONE },
    { alert: 'AutoscalerAtMaximum', state: 'minimum equal to the maximum', series: autoscaler(2, 2, 2), fires: NONE },
    {
      alert: 'AutoscalerBlind',
      state: 'metrics are missing',
      series: {
        'kube_horizontalpodautoscaler_status_condition{namespace="shop", horizontalpodautoscaler="api", condition="ScalingActive", status="false"}':
          steady(1),
      },
      fires: WARNING,
    },
    {
      alert: 'AutoscalerBlind',
      state: 'autoscaler is active',
      series: {
        'kube_horizontalpodautoscaler_status_condition{namespace="shop", horizontalpodautoscaler="api", condition="ScalingActive", status="false"}':
          steady(0),
      },
      fires: NONE,
    },
    {
      alert: 'ScalerFailing',
      state: 'trigger fails',
      series: { 'keda_scaler_detail_errors_total{namespace="keda", exported_namespace="shop", scaledObject="worker"}': moving(1) },
      fires: WARNING,
      component: 'worker',
    },
    {
      alert: 'ScalerFailing',
      state: 'trigger fails, scrape honors labels',
      series: { 'keda_scaler_detail_errors_total{namespace="shop", scaledObject="worker"}': moving(1) },
      fires: WARNING,
      component: 'worker',
    },
    {
      alert: 'ScalerFailing',
      state: 'one error, long ago',
      series: { 'keda_scaler_detail_errors_total{namespace="keda", exported_namespace="shop", scaledObject="worker"}': steady(1) },
      fires: NONE,
    },
    {
      alert: 'ScalerFailing',
      state: 'trigger of another namespace fails',
      series: { 'keda_scaler_detail_errors_total{namespace="keda", exported_namespace="other", scaledObject="worker"}': moving(1) },
      fires: NONE,
    },
  ],
};

function autoscaler(desired: number, least: number, most: number) {
  const labels = '{namespace="shop", horizontalpodautoscaler="api"}';
  return {
    [`kube_horizontalpodautoscaler_status_desired_replicas${labels}`]: steady(desired),
    [`kube_horizontalpodautoscaler_spec_min_replicas${labels}`]: steady(least),
    [`kube_horizontalpodautoscaler_spec_max_replicas${labels}`]: steady(most),
  };
}

export const secrets: GroupCases = {
  component: 'database-credentials',
  cases: [
    {
      alert: 'ExternalSecretNotReady',
      state: 'secret store rejects the request',
      series: externalSecret('namespace="external-secrets", exported_namespace="shop"', 1),
      fires: WARNING,
    },
    {
      alert: 'ExternalSecretNotReady',
      state: 'secret store rejects the request, scrape honors labels',
      series: externalSecret('namespace="shop"', 1),
      fires: WARNING,
    },
    {
      alert: 'ExternalSecretNotReady',
      state: 'secret is ready',
      series: externalSecret('namespace="external-secrets", exported_namespace="shop"', 0),
      fires: NONE,
    },
    {
      alert: 'ExternalSecretNotReady',
      state: 'secret of another namespace is rejected',
      series: externalSecret('namespace="external-secrets", exported_namespace="other"', 1),
      fires: NONE,
    },
  ],
};

function externalSecret(namespaces: string, value: number) {
  return {
    [`externalsecret_status_condition{${namespaces}, name="database-credentials", condition="Ready", status="False"}`]: steady(value),
  };
}

export const storage: GroupCases = {
  component: 'data-database-0',
  cases: [
    { alert: 'VolumeAlmostFull', state: '85% used', series: volume(steady(15), 100), fires: WARNING },
    { alert: 'VolumeAlmostFull', state: '95% used', series: volume(steady(5), 100), fires: BOTH },
    {
      alert: 'VolumeAlmostFull',
      state: 'dump on the temporary volume of a backup',
      series: volume(steady(5), 100, 100, 'database-backup-29-x7k2p-backup'),
      fires: NONE,
    },
    { alert: 'VolumeAlmostFull', state: '70% used', series: volume(steady(30), 100), fires: NONE },
    { alert: 'VolumeFillingUp', state: 'full in 3 days', series: volume(moving(-0.1, 490, 600), 1_000, 600), at: 480, fires: WARNING },
    { alert: 'VolumeFillingUp', state: 'full in 6 hours', series: volume(moving(-1, 490), 1_000), at: 90, fires: BOTH },
    { alert: 'VolumeFillingUp', state: 'full in 2 weeks', series: volume(moving(-0.02, 490, 600), 1_000, 600), at: 480, fires: NONE },
    { alert: 'VolumeFillingUp', state: 'restore into an empty volume', series: volume(moving(-2, 900), 1_000), fires: NONE },
  ],
};

function volume(available: string, capacity: number, minutes?: number, claim = 'data-database-0') {
  const labels = `{namespace="shop", persistentvolumeclaim="${claim}"}`;
  return {
    [`kubelet_volume_stats_available_bytes${labels}`]: available,
    [`kubelet_volume_stats_capacity_bytes${labels}`]: steady(capacity, minutes),
  };
}

export const backups: GroupCases = {
  component: 'database-backup',
  cases: [
    { alert: 'BackupFailed', state: 'job failed', series: job(1), fires: WARNING, component: 'database-backup-7' },
    { alert: 'BackupFailed', state: 'job succeeded', series: job(0), fires: NONE },
    { alert: 'BackupFailed', state: 'job failed yesterday', series: job(1), at: A_DAY_AND_MORE_MINUTES, fires: NONE },
    {
      alert: 'BackupLate',
      state: 'last success more than a day ago',
      series: cronJob({ succeeded: 0 }),
      at: A_DAY_AND_MORE_MINUTES,
      fires: CRITICAL,
    },
    {
      alert: 'BackupLate',
      state: 'last success 17 hours ago',
      series: cronJob({ succeeded: 10 * HOUR_SECONDS }),
      at: A_DAY_AND_MORE_MINUTES,
      fires: NONE,
    },
    {
      alert: 'BackupLate',
      state: 'CronJob is suspended',
      series: cronJob({ succeeded: 0, suspended: 1 }),
      at: A_DAY_AND_MORE_MINUTES,
      fires: NONE,
    },
    { alert: 'BackupNeverSucceeded', state: 'no success within a day', series: cronJob({}), at: A_DAY_AND_MORE_MINUTES, fires: CRITICAL },
    { alert: 'BackupNeverSucceeded', state: 'CronJob is new', series: cronJob({}), at: 60, fires: NONE },
    { alert: 'BackupNeverSucceeded', state: 'one success', series: cronJob({ succeeded: 0 }), at: A_DAY_AND_MORE_MINUTES, fires: NONE },
    {
      alert: 'BackupNeverSucceeded',
      state: 'CronJob was always suspended',
      series: cronJob({ suspended: 1 }),
      at: A_DAY_AND_MORE_MINUTES,
      fires: NONE,
    },
  ],
};

function job(failed: number) {
  const labels = '{namespace="shop", job_name="database-backup-7"}';
  const long = A_DAY_AND_MORE_MINUTES + 60;
  return {
    'kube_job_status_failed{namespace="shop", job_name="database-backup-7", reason="BackoffLimitExceeded"}': steady(failed, long),
    [`kube_job_status_start_time${labels}`]: steady(0, long),
  };
}

function cronJob({ succeeded, suspended = 0 }: { readonly succeeded?: number; readonly suspended?: number }) {
  const labels = '{namespace="shop", cronjob="database-backup"}';
  const long = A_DAY_AND_MORE_MINUTES + 60;
  return {
    [`kube_cronjob_created${labels}`]: steady(0, long),
    [`kube_cronjob_spec_suspend${labels}`]: steady(suspended, long),
    ...(succeeded === undefined ? {} : { [`kube_cronjob_status_last_successful_time${labels}`]: steady(succeeded, long) }),
  };
}

const LIMIT_BYTES = 2_147_483_648;

export const service: GroupCases = {
  component: 'api',
  cases: [
    { alert: 'ServiceProcessorHigh', state: '82% of the 4 vCPU of 4 instances', series: twoInstances(3.28), fires: WARNING },
    { alert: 'ServiceProcessorHigh', state: '90% of the vCPU of all instances', series: twoInstances(3.6), fires: BOTH },
    { alert: 'ServiceProcessorHigh', state: '2 busy instances, below the maximum', series: twoInstances(2), fires: NONE },
    { alert: 'ServiceMemoryHigh', state: '87% of the memory limit of one pod', series: memory(0.87), fires: WARNING },
    { alert: 'ServiceMemoryHigh', state: '95% of the memory limit', series: memory(0.95), fires: BOTH },
    { alert: 'ServiceMemoryHigh', state: '80% of the memory limit', series: memory(0.8), fires: NONE },
  ],
};

function twoInstances(busy: number) {
  const labels = (pod: string) => `{namespace="shop", pod="${pod}", container="api"}`;
  return Object.fromEntries(['api-1', 'api-2'].map((pod) => [`container_cpu_usage_seconds_total${labels(pod)}`, cores(busy / 2)]));
}

function memory(share: number, container = 'api', pod = 'api-1') {
  const labels = `namespace="shop", pod="${pod}", container="${container}"`;
  return {
    [`container_memory_working_set_bytes{${labels}}`]: steady(share * LIMIT_BYTES),
    [`kube_pod_container_resource_limits{${labels}, resource="memory", unit="byte"}`]: steady(LIMIT_BYTES),
    [`kube_pod_container_resource_limits{${labels}, resource="ephemeral_storage", unit="byte"}`]: steady(1),
  };
}

export const vectorStore: GroupCases = {
  component: 'vectors',
  cases: [
    { alert: 'ServerProcessorHigh', state: '82% of 2 vCPU', series: vectorStoreCpu(1.64), fires: WARNING },
    { alert: 'ServerProcessorHigh', state: '95% of 2 vCPU', series: vectorStoreCpu(1.9), fires: BOTH },
    { alert: 'ServerProcessorHigh', state: '70% of 2 vCPU', series: vectorStoreCpu(1.4), fires: NONE },
    { alert: 'VectorStoreMemoryHigh', state: '87% of the memory limit', series: memory(0.87, 'vectors', 'vectors-0'), fires: WARNING },
    { alert: 'VectorStoreMemoryHigh', state: '95% of the memory limit', series: memory(0.95, 'vectors', 'vectors-0'), fires: BOTH },
    { alert: 'VectorStoreMemoryHigh', state: '80% of the memory limit', series: memory(0.8, 'vectors', 'vectors-0'), fires: NONE },
  ],
};

function vectorStoreCpu(busy: number) {
  return { 'container_cpu_usage_seconds_total{namespace="shop", pod="vectors-0", container="vectors"}': cores(busy) };
}

export const nodePool: GroupCases = {
  component: 'nodes',
  cases: [
    { alert: 'NodePoolNearLimit', state: '90% of the CPU limit', series: used('cpu', 90), fires: WARNING },
    { alert: 'NodePoolNearLimit', state: '97% of the GPU limit', series: used('nvidia.com/gpu', 97), fires: BOTH },
    { alert: 'NodePoolNearLimit', state: '50% of the memory limit', series: used('memory', 50), fires: NONE },
    { alert: 'NodePoolNearLimit', state: 'resource without a limit in the NodePool', series: used('ephemeral-storage', 97), fires: NONE },
  ],
};

function used(resource: string, percent: number) {
  const labels = `{nodepool="shop-nodes", resource_type="${resource}"}`;
  return { [`karpenter_nodepools_usage${labels}`]: steady(percent), [`karpenter_nodepools_limit${labels}`]: steady(100) };
}

const BALANCER = 'load_balancer="app/k8s-shop-entry-0123456789/0123456789abcdef"';
const REQUESTS = `aws_applicationelb_request_count_sum{${BALANCER}}`;
const P95 = `aws_applicationelb_target_response_time_p95{${BALANCER}}`;
const HALF_A_DAY_AND_MORE_MINUTES = 13 * 60;

export const entry: GroupCases = {
  component: 'entry',
  cases: [
    { alert: 'RequestErrors', state: '1% errors', series: answers(600, 6), fires: WARNING },
    { alert: 'RequestErrors', state: '5% errors', series: answers(600, 30), fires: BOTH },
    { alert: 'RequestErrors', state: '1% errors, all from the load balancer', series: answers(600, 0, 6), fires: WARNING },
    { alert: 'RequestErrors', state: '0.2% errors', series: answers(600, 1), fires: NONE },
    { alert: 'RequestErrors', state: 'no errors: CloudWatch has no data points', series: { [REQUESTS]: steady(600) }, fires: NONE },
    { alert: 'RequestErrors', state: '50% errors, few requests', series: answers(2, 1), fires: NONE },
    { alert: 'RequestsSlow', state: 'p95 of 3 s', series: { [REQUESTS]: steady(600), [P95]: steady(3) }, fires: WARNING },
    { alert: 'RequestsSlow', state: 'p95 of 6 s', series: { [REQUESTS]: steady(600), [P95]: steady(6) }, fires: BOTH },
    { alert: 'RequestsSlow', state: 'p95 of 0.3 s', series: { [REQUESTS]: steady(600), [P95]: steady(0.3) }, fires: NONE },
    { alert: 'RequestsSlow', state: 'p95 of 6 s, few requests', series: { [REQUESTS]: steady(2), [P95]: steady(6) }, fires: NONE },
    { alert: 'RequestsUnseen', state: 'exporter is missing', series: {}, at: HALF_A_DAY_AND_MORE_MINUTES, fires: WARNING },
    {
      alert: 'RequestsUnseen',
      state: 'last requests 10 hours ago',
      series: { [REQUESTS]: `_x${HALF_A_DAY_AND_MORE_MINUTES - 600} 2` },
      at: HALF_A_DAY_AND_MORE_MINUTES,
      fires: NONE,
    },
  ],
};

/** Requests per minute, and how many of them the service or the load balancer answered with an error. */
function answers(all: number, serviceErrors: number, balancerErrors = 0) {
  return {
    [REQUESTS]: steady(all),
    [`aws_applicationelb_httpcode_target_5_xx_count_sum{${BALANCER}}`]: steady(serviceErrors),
    [`aws_applicationelb_httpcode_elb_5_xx_count_sum{${BALANCER}}`]: steady(balancerErrors),
  };
}
